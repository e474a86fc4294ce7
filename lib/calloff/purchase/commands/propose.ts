import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import type { Prisma } from "@/lib/core/prisma/client";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { sum } from "@/lib/core/values/money";
import { allowanceWithin, takeAllowanceWithin } from "../../budget/commands";
import type { RouteAnswer } from "../../route/rules";
import { judgeRoute } from "../queries/route";
import { ProposeInput } from "../schema";
import { problems } from "../words";

import { declareNone, fileAddress, type HeldPurchase, holdPurchase, purchaseStep, refuseConflicted } from "./step";

/**
 * Proposes a purchase to everyone who pays. The route is judged here, in the transaction, after the price has been taken
 * from the buyer's limit: its row is locked, so two purchases that are each small enough cannot both slip under.
 */
export const proposePurchase = purchaseStep("propose", {
  input: ProposeInput,
  load: (scene, { id }) => holdPurchase(scene, id),
  run: async (scene, row) => {
    await refuseConflicted(scene, row.id);
    await refuseUnready(scene, row);
    const route = await takeRoute(scene, row);
    await scene.tx.purchase.update({
      where: { id: row.id },
      data: {
        route: route.route,
        ruleCodes: [...new Set(route.because.map(({ ruleCode }) => ruleCode))],
        routeFacts: factsOf(route),
        proposedById: scene.actor.id,
        proposedAt: scene.now,
      },
      select: { id: true },
    });
    await declareNone(scene, row.id);
    for (const { organisationId } of row.funders)
      await tell(
        scene,
        { organisationId, roles: ["approver"] },
        {
          title: "A purchase waits for your approval",
          body: `${row.buyer.name} proposes to buy "${row.title}" from ${row.supplier.name}. Your organisation pays a share.`,
          href: fileAddress(row),
        },
      );
    return { route: route.route, totalPence: String(row.valuePence + row.vatPence), funders: row.funders.length };
  },
});

async function refuseUnready(scene: Scene, row: HeldPurchase) {
  const { tx, now, actor } = scene;
  const total = row.valuePence + row.vatPence;
  const today = londonDay(now);
  if (row.lines.length === 0 || total === 0n) refuse("conflict", problems.noLines);
  if (row.startsOn < asDate(today)) refuse("conflict", problems.begun);
  const shares = row.funders.map(({ sharePence }) => sharePence);
  if (sum(shares) !== total || shares.some((pence) => pence <= 0n)) refuse("conflict", problems.shares);

  const { service } = row;
  if (service.state !== "published" || service.membership?.state !== "active") refuse("conflict", problems.gone);
  const card = await tx.rateCard.findUniqueOrThrow({
    where: { id: row.rateCardId },
    select: { publishedAt: true, withdrawnAt: true, validTo: true },
  });
  if (!card.publishedAt || card.withdrawnAt || (card.validTo && card.validTo < asDate(today)))
    refuse("conflict", problems.oldPrices);

  for (const { organisationId, organisation } of row.funders) {
    const approver = await tx.seat.findFirst({
      where: { organisationId, role: "approver", userId: { not: actor.id ?? "" }, user: { disabledAt: null } },
      select: { userId: true },
    });
    if (!approver) refuse("conflict", problems.alone(organisation.name));
  }
}

async function takeRoute(scene: Scene, row: HeldPurchase): Promise<RouteAnswer> {
  const pence = row.valuePence + row.vatPence;
  const taken = await takeAllowanceWithin(scene, { organisationId: row.organisationId, year: row.year, pence });
  const { capPence, usedPence } = await allowanceWithin(scene.tx, row.organisationId, row.year);
  const allowance = { capPence, usedPence: taken ? usedPence - pence : usedPence };
  const route = await judgeRoute(scene.actor, row, { tx: scene.tx, on: londonDay(scene.now), allowance });
  if (taken && route.allowed) return route;
  const [why] = [...(route.otherwise?.because ?? []), ...route.because];
  const decisive =
    route.because.find(({ ruleCode }) => ruleCode === (taken ? "below.no_suitability" : "own.allowance")) ?? why;
  return refuse("conflict", decisive?.sentence ?? problems.gone);
}

const factsOf = ({ because, after }: RouteAnswer): Prisma.InputJsonObject => ({
  because: because.map((rule) => ({ ...rule })),
  after: after.map((rule) => ({ ...rule })),
});
