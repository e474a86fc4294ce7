import "server-only";
import { system } from "@/lib/core/actor";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { day } from "@/lib/core/values/format";
import { asDay, londonDay } from "@/lib/core/values/moment";
import { mayEdit, visibleTo } from "../policy";
import { withoutWaiting } from "../rates/dates";
import { listDueRates } from "../rates/queries";
import { TakeUpInput, WithdrawRatesInput } from "../rates/schema";
import { pointWithin, spansOf } from "./rates";

/**
 * Withdraws prices that have not begun. The list before them goes on, as far as it was said to. Refuses a list that has
 * begun, and one whose going would leave a day without a price before the next.
 */
export const withdrawRates = command({
  event: "service.withdrawRates",
  input: WithdrawRatesInput,
  load: async ({ tx, actor }, { serviceId, rateCardId }) => {
    await tx.$queryRaw`select 1 from "Service" where "id" = ${serviceId}::uuid for update`;
    return tx.service.findFirst({
      where: { id: serviceId, AND: [visibleTo(actor), { rateCards: { some: { id: rateCardId } } }] },
      select: { id: true, organisationId: true },
    });
  },
  allow: mayEdit,
  run: async (scene, { id: serviceId }, { rateCardId }) => {
    const { tx, now, actor } = scene;
    const card = await tx.rateCard.findUniqueOrThrow({
      where: { id: rateCardId },
      select: { validFrom: true, publishedAt: true, withdrawnAt: true, version: true },
    });
    if (!card.publishedAt || card.withdrawnAt) refuse("conflict", "These prices have been withdrawn already.");
    if (asDay(card.validFrom) <= londonDay(now))
      refuse("conflict", "These prices have begun. Publish new ones in their place.");
    const { before, gap } = withoutWaiting(await spansOf(scene, serviceId), rateCardId);
    if (gap) refuse("conflict", `There would be no price on ${day(gap)}. Withdraw the prices that come after first.`);
    await tx.rateCard.update({ where: { id: rateCardId }, data: { withdrawnAt: now, withdrawnById: actor.id } });
    if (before)
      await tx.rateCard.update({ where: { id: before.id }, data: { validTo: before.to && new Date(before.to) } });
    return { value: { id: serviceId }, id: serviceId, detail: { rateCardId, version: card.version } };
  },
});

/** A job points a service at the prices of the day. Nothing is bought by the pointer: it is what lists are sorted by. */
const takeUpOne = command({
  event: "service.takeUpRates",
  input: TakeUpInput,
  load: async ({ tx, actor }, { serviceId }) => {
    await tx.$queryRaw`select 1 from "Service" where "id" = ${serviceId}::uuid for update`;
    return tx.service.findFirst({ where: { id: serviceId, AND: visibleTo(actor) }, select: { id: true } });
  },
  allow: (actor) => actor.kind === "system",
  run: async (scene, { id }) => {
    if (!(await pointWithin(scene, id))) refuse("conflict", "Its prices are those of the day already.");
    return { value: { id }, id, detail: { on: londonDay(scene.now) } };
  },
});

/** Points every service at the prices of the day: how many moved. Several processes may do it at once. */
export async function takeUpRates(now: Date): Promise<number> {
  let moved = 0;
  for (const { id } of await listDueRates(system, londonDay(now))) {
    const { ok } = await takeUpOne(system, { serviceId: id });
    if (ok) moved += 1;
  }
  return moved;
}
