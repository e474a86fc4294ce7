import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import type { Prisma } from "@/lib/core/prisma/client";
import { releaseWithin } from "../../budget/aside";
import { returnAllowanceWithin } from "../../budget/commands";
import { may, visibleTo } from "../policy";
import { purchase } from "../states";
import { problems, stateWords } from "../words";

/** The one way in which a purchase changes its state; the agreements room takes `step.within(scene, "accept", …)`. */
export const purchaseStep = lifecycle({
  subject: "purchase",
  machine: purchase,
  may,
  words: stateWords,
  move: (tx, id, from, to) => tx.purchase.updateMany({ where: { id, state: from }, data: { state: to } }),
});

const held = {
  id: true,
  reference: true,
  title: true,
  state: true,
  version: true,
  organisationId: true,
  supplierId: true,
  serviceId: true,
  versionId: true,
  rateCardId: true,
  instrument: true,
  need: true,
  reason: true,
  placeCode: true,
  startsOn: true,
  endsOn: true,
  year: true,
  valuePence: true,
  vatPence: true,
  sharedBy: true,
  createdById: true,
  proposedById: true,
  buyer: { select: { name: true, isCentral: true } },
  supplier: { select: { name: true } },
  service: {
    select: {
      state: true,
      membership: { select: { state: true } },
      part: { select: { categoryCode: true, cpvCode: true } },
    },
  },
  lines: {
    select: { rateLineId: true, volume: true, unitPence: true, vatBp: true, amountPence: true, vatPence: true },
    orderBy: { rateLine: { number: "asc" } },
  },
  funders: {
    select: {
      id: true,
      organisationId: true,
      number: true,
      shareBp: true,
      sharePence: true,
      state: true,
      organisation: { select: { name: true } },
    },
    orderBy: { number: "asc" },
  },
} satisfies Prisma.PurchaseSelect;

export type HeldPurchase = Prisma.PurchaseGetPayload<{ select: typeof held }>;

/**
 * A purchase for this command alone: its row is locked until the end, so that whoever acts on it at the same time waits
 * and then reads what we wrote. Every command on a purchase begins here, and takes budgets and the limit after it.
 */
export async function holdPurchase({ tx, actor }: Scene, id: string): Promise<HeldPurchase | null> {
  await tx.$queryRaw`select 1 from "Purchase" where "id" = ${id}::uuid for update`;
  return tx.purchase.findFirst({ where: { id, AND: visibleTo(actor) }, select: held });
}

/** A person who said that they have a conflict of interest neither proposes nor approves. */
export async function refuseConflicted({ tx, actor }: Scene, purchaseId: string) {
  const found = await tx.conflictDeclaration.findFirst({
    where: { purchaseId, userId: actor.id ?? "", conflicted: true },
    select: { userId: true },
  });
  if (found) refuse("conflict", problems.conflicted);
}

/** Remembers that a person said they have no conflict. Said once, it stands. */
export async function declareNone({ tx, actor, now }: Scene, purchaseId: string) {
  const userId = actor.id ?? refuse("forbidden", "You cannot do that.");
  await tx.conflictDeclaration.createMany({
    data: { purchaseId, userId, conflicted: false, declaredAt: now },
    skipDuplicates: true,
  });
}

/** Lets go of all that a purchase holds, once it has come to nothing: budgets first, then the buyer's yearly limit. */
export async function releaseAll(
  scene: Scene,
  row: Pick<HeldPurchase, "id" | "organisationId" | "year" | "valuePence" | "vatPence">,
) {
  await releaseWithin(scene, { purchaseId: row.id });
  await returnAllowanceWithin(scene, {
    organisationId: row.organisationId,
    year: row.year,
    pence: row.valuePence + row.vatPence,
  });
}

/** Tells whoever proposed a purchase what has become of it. */
export async function tellProposer(scene: Scene, purchase: HeldPurchase, said: { title: string; body: string }) {
  if (purchase.proposedById)
    await tell(scene, { userId: purchase.proposedById }, { ...said, href: fileAddress(purchase) });
}

export const fileAddress = ({ id }: { id: string }) => `/purchases/${id}`;
export const offerAddress = ({ id }: { id: string }) => `/offers/${id}`;
