import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import type { Prisma } from "@/lib/core/prisma/client";
import { may, visibleTo } from "../policy";
import { agreement } from "../states";
import { stateWords } from "../words";

/** The one way in which an agreement changes its state. The second signature is stamped in the same statement. */
export const agreementStep = lifecycle({
  subject: "agreement",
  machine: agreement,
  may,
  words: stateWords,
  move: (tx, id, from, to, { actor, now }) =>
    tx.agreement.updateMany({
      where: { id, state: from },
      data: { state: to, ...(to === "signed" ? { signedById: actor.id, signedAt: now } : {}) },
    }),
});

const held = {
  id: true,
  reference: true,
  state: true,
  title: true,
  instrument: true,
  buyerId: true,
  supplierId: true,
  callOffId: true,
  startsOn: true,
  endsOn: true,
  valuePence: true,
  vatPence: true,
  buyerSignedAt: true,
  supplierSignedAt: true,
  investorId: true,
  buyer: { select: { name: true } },
  supplier: { select: { name: true } },
  categoryCode: true,
  callOff: { select: { route: true, registerId: true } },
} satisfies Prisma.AgreementSelect;

export type HeldAgreement = Prisma.AgreementGetPayload<{ select: typeof held }>;

/** An agreement for this command alone: its row is locked until the end, so that two signatures follow each other. */
export async function holdAgreement({ tx, actor }: Scene, id: string): Promise<HeldAgreement | null> {
  await tx.$queryRaw`select 1 from "Agreement" where "id" = ${id}::uuid for update`;
  return tx.agreement.findFirst({ where: { id, AND: visibleTo(actor) }, select: held });
}
