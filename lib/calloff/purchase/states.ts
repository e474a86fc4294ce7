import { type EventOf, machine } from "@/lib/core/door/machine";
import type { PurchaseState } from "@/lib/core/prisma/enums";

/** A purchase from the rate card, from the first draft to an agreement or to nothing. */
export const purchase = machine<PurchaseState>()({
  draft: { propose: "proposed", withdraw: "withdrawn" },
  proposed: { offer: "offered", refuse: "refused", withdraw: "withdrawn" },
  offered: { accept: "accepted", decline: "declined", withdraw: "withdrawn" },
  accepted: {},
  refused: {},
  declined: {},
  withdrawn: {},
});

export type PurchaseEvent = EventOf<typeof purchase>;
