import { type EventOf, machine } from "@/lib/core/door/machine";
import type { ApprovalState } from "@/lib/core/prisma/enums";

/** One funder's answer about its own share of a purchase. */
export const approval = machine<ApprovalState>()({
  waiting: { approve: "approved", refuse: "refused" },
  approved: {},
  refused: {},
});

export type ApprovalEvent = EventOf<typeof approval>;
