import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import type { ShareMethod } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { sum, toPounds } from "@/lib/core/values/money";
import { toPercent } from "@/lib/core/values/share";
import type { Share } from "../../../purchase/rules";
import { type HeldCallOff, holdCallOff, touchDraft } from "../../../record/commands/step";
import { mayRun } from "../../../record/policy";
import { sharesOfLot } from "../rules";
import { FundersInput } from "../schema";
import { problems } from "../words";
import { leadOf, writeShares } from "./shares";
import { fundersOf, type HeldFunder } from "./step";

type Other = { organisationId: string; shares: readonly { lotId: string; share: bigint | number | null }[] };

/**
 * Says who pays beside the lead authority and how much of each lot, in percent or in pounds of the lot's budget. The lead pays
 * the rest, to the penny. Whoever had agreed keeps its word when its pence stay the same, and is asked again when they do not.
 */
export const saveFunders = command({
  event: "funding.save",
  input: FundersInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async (scene, row, { version, method, others }) => {
    const funders = await leadOf(scene, row.id, row.organisationId);
    await touchDraft(scene, row, { version, now: fundersNow(row.sharedBy, funders) });
    await refuseUnknown(scene, row, others);
    const lots = await scene.tx.lot.findMany({
      where: { callOffId: row.id },
      select: { id: true, budgetPence: true },
      orderBy: { number: "asc" },
      take: 100,
    });
    if (lots.length === 0) refuse("conflict", problems.noLots);
    const paid = shareOut(lots, method, others);
    await scene.tx.callOff.update({ where: { id: row.id }, data: { sharedBy: method }, select: { id: true } });
    const kept = await relisted(scene, row, funders, others);
    for (const [at, funder] of kept.entries()) await writeShares(scene, funder, paid[at] ?? new Map());
    return { value: { id: row.id }, id: row.id, detail: { method, funders: kept.length } };
  },
});

/** What each pays by lot, the lead first. Refuses at the field. */
function shareOut(
  lots: readonly { id: string; budgetPence: bigint }[],
  method: ShareMethod,
  others: readonly Other[],
): Map<string, Share>[] {
  const paid = [null, ...others].map(() => new Map<string, Share>());
  for (const [at, { shares }] of others.entries()) {
    const stranger = shares.findIndex(({ lotId }) => !lots.some(({ id }) => id === lotId));
    if (stranger >= 0) refuseField(`others.${at}.shares.${stranger}.share`, problems.unknownLot);
    if (shares.every(({ share }) => !share)) refuseField(`others.${at}.shares.0.share`, problems.nothing);
  }
  for (const [number, { id, budgetPence }] of lots.entries()) {
    const asked = others.map(({ shares }) => shares.find(({ lotId }) => lotId === id)?.share ?? 0);
    const parts = sharesOfLot(method, budgetPence, asked);
    if (!parts) return refuseField(`others.0.shares.${number}.share`, problems.tooMuch);
    for (const [at, part] of parts.entries()) if (at === 0 || part.sharePence > 0n) paid[at]?.set(id, part);
  }
  if (sum([...(paid[0]?.values() ?? [])].map(({ sharePence }) => sharePence)) === 0n)
    refuseField("others.0.shares.0.share", problems.lead);
  return paid;
}

/** The funders as they are listed now, those who stay with the word that they gave. */
async function relisted(scene: Scene, row: HeldCallOff, before: readonly HeldFunder[], others: readonly Other[]) {
  const { tx } = scene;
  const ids = [row.organisationId, ...others.map(({ organisationId }) => organisationId)];
  const gone = before.filter(({ organisationId }) => !ids.includes(organisationId)).map(({ id }) => id);
  await tx.lotShare.deleteMany({ where: { funderId: { in: gone } } });
  await tx.callOffFunder.deleteMany({ where: { id: { in: gone } } });
  for (const [at, organisationId] of ids.entries())
    await tx.callOffFunder.upsert({
      where: { callOffId_organisationId: { callOffId: row.id, organisationId } },
      update: { number: at + 1 },
      create: { id: newId(), callOffId: row.id, organisationId, number: at + 1 },
      select: { id: true },
    });
  return fundersOf(scene, row.id);
}

async function refuseUnknown({ tx, now }: Scene, row: HeldCallOff, others: readonly Other[]) {
  const today = asDate(londonDay(now));
  const known = await tx.organisation.findMany({
    where: {
      id: { in: others.map(({ organisationId }) => organisationId) },
      kind: "authority",
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gte: today } }],
    },
    select: { id: true },
  });
  for (const [at, { organisationId }] of others.entries())
    if (organisationId === row.organisationId || !known.some(({ id }) => id === organisationId))
      refuseField(`others.${at}.organisationId`, problems.otherAuthority);
}

/** What is stored, by field, for somebody whose form was drawn before a colleague saved. */
const fundersNow = (method: ShareMethod, [, ...others]: readonly HeldFunder[]): Record<string, string> =>
  Object.fromEntries([
    ["method", method === "percent" ? "Percentages" : "Pounds"],
    ...others.flatMap(({ organisation, shares }, at) => [
      [`others.${at}.organisationId`, organisation.name],
      ...shares.map(({ shareBp, sharePence }, lot) => [
        `others.${at}.shares.${lot}.share`,
        method === "percent" ? toPercent(shareBp) : toPounds(sharePence),
      ]),
    ]),
  ]);
