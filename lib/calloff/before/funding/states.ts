import { type EventOf, machine } from "@/lib/core/door/machine";
import type { FundingState } from "@/lib/core/prisma/enums";

/** A funder's part in a call-off: its word in principle before publication, and its approval of the award. */
export const funding = machine<FundingState>()({
  listed: { ask: "asked" },
  asked: { agree: "agreed", decline: "refused", unask: "listed" },
  agreed: { unask: "listed", request: "waiting" },
  waiting: { approve: "approved", refuse: "refused", recall: "agreed" },
  approved: { recall: "agreed" },
  refused: { unask: "listed", recall: "agreed" },
});

export type FundingEvent = EventOf<typeof funding>;
