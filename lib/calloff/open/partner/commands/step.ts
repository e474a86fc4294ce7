import "server-only";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { may } from "../policy";
import { tenderPartner } from "../states";
import { stateWords } from "../words";

/** The one way in which a named sub-contractor changes its state: who answered, and when, in the same statement. */
export const partnerStep = lifecycle({
  subject: "tenderPartner",
  machine: tenderPartner,
  may,
  words: stateWords,
  move: (tx, id, from, to, { actor, now }) =>
    tx.tenderPartner.updateMany({
      where: { id, state: from },
      data: {
        state: to,
        ...(to === "asked"
          ? { askedAt: now, answeredById: null, answeredAt: null, reason: null }
          : { answeredById: actor.id, answeredAt: now }),
      },
    }),
});

export const partnerAddress = ({ id }: { id: string }) => `/tenders/partner/${id}`;
