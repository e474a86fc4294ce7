import { type EventOf, machine } from "@/lib/core/door/machine";
import type { TenderPartnerState } from "@/lib/core/prisma/enums";

/** A named sub-contractor: its share stands once it has confirmed it itself. A changed share is asked again. */
export const tenderPartner = machine<TenderPartnerState>()({
  asked: { confirm: "confirmed", decline: "declined" },
  confirmed: { ask: "asked", decline: "declined" },
  declined: { ask: "asked" },
});

export type TenderPartnerEvent = EventOf<typeof tenderPartner>;
