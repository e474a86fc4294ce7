import { type EventOf, machine } from "@/lib/core/machine";
import type { MembershipState } from "@/lib/core/prisma/enums";

/** An organisation's membership of one part, from its admission on. Whoever was removed may apply again. */
export const membership = machine<MembershipState>()({
  active: { suspend: "suspended", proposeRemoval: "removalProposed", lapse: "lapsed" },
  suspended: { resume: "active", proposeRemoval: "removalProposed" },
  removalProposed: { remove: "removed", keep: "active" },
  removed: { readmit: "active" },
  lapsed: { renew: "active" },
});

export type MembershipEvent = EventOf<typeof membership>;
