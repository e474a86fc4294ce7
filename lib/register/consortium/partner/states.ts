import { type EventOf, machine } from "@/lib/core/door/machine";
import type { PartnerState } from "@/lib/core/prisma/enums";

/** One partner's yes or no to its share of a consortium. */
export const partner = machine<PartnerState>()({
  invited: { agree: "agreed", decline: "declined" },
  agreed: { leave: "left" },
  declined: { askAgain: "invited" },
  left: { askAgain: "invited" },
});

export type PartnerEvent = EventOf<typeof partner>;
