import { type EventOf, machine } from "@/lib/core/door/machine";
import type { MembershipState } from "@/lib/core/prisma/enums";

/** An organisation's membership of one part, from its admission on. Whoever was removed may apply again. */
export const membership = machine<MembershipState>()({
  active: {
    review: "active",
    suspend: "suspended",
    proposeRemoval: "removalProposed",
    removeDebarred: "removed",
    lapse: "lapsed",
    leave: "left",
  },
  suspended: { resume: "active", proposeRemoval: "removalProposed", removeDebarred: "removed", leave: "left" },
  removalProposed: { remove: "removed", keep: "active", removeDebarred: "removed", leave: "left" },
  removed: { readmit: "active" },
  lapsed: { renew: "active", removeDebarred: "removed", leave: "left" },
  left: { readmit: "active" },
});

export type MembershipEvent = EventOf<typeof membership>;
