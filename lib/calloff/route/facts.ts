import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db";
import type { Instrument } from "@/lib/core/prisma/enums";
import { addDays, asDate, asDay, financialYear, londonDay } from "@/lib/core/values/moment";
import { sum } from "@/lib/core/values/money";
import type { Day } from "@/lib/reference/calendar";
import { reference } from "@/lib/reference/queries";
import { notifiableKind, thresholdOn } from "@/lib/reference/thresholds";
import { fileVisibleTo } from "../purchase/policy";
import { fileVisibleTo as callOffsVisibleTo } from "../record/policy";
import { lawFor } from "../record/queries/ready";
import type { ChooserQuestion, SameNeed } from "./choices";

type Reader = Pick<Tx, "callOff" | "purchase" | "lot" | "part" | "register" | "spotAllowance">;
type When = { tx: Reader; on: Day };

/** What the chooser must know of a call-off; a held one has it. */
export type Asked = {
  id: string;
  organisationId: string;
  instrument: Instrument;
  estimatePence: bigint;
  registerId: string | null;
  startsOn: Date | null;
  organisation: { isCentral: boolean };
};

/** Everything that the routes of a call-off hang on, read as it stands; `registerId` is the market that would be used. */
export async function chooserQuestion(
  actor: Actor,
  row: Asked,
  { tx, on }: When,
): Promise<ChooserQuestion & { registerId: string | null }> {
  const [{ thresholds, rules, categories }, lots] = await Promise.all([
    reference(),
    tx.lot.findMany({
      where: { callOffId: row.id },
      select: { categoryCode: true, placeCodes: true },
      orderBy: { number: "asc" },
      take: 100,
    }),
  ]);
  const codes = [...new Set(lots.map(({ categoryCode }) => categoryCode))];
  const market = await marketFor(tx, codes, on);
  const law = await lawFor(actor, { ...row, registerId: market?.id ?? null }, { tx, on });
  const year = financialYear(row.startsOn ? asDay(row.startsOn) : on);
  const allowance = await tx.spotAllowance.findUnique({
    where: { organisationId_year: { organisationId: row.organisationId, year } },
    select: { capPence: true, usedPence: true },
  });
  const isCentral = row.organisation.isCentral;
  const need = {
    ...row,
    lots,
    codes,
    from: addDays(asDay(row.startsOn) ?? on, -365),
    to: addDays(asDay(row.startsOn) ?? on, 365),
  };
  return {
    ...{ instrument: row.instrument, estimatePence: row.estimatePence, lots: lots.length, law, rules },
    registerId: market && market.missing.length === 0 ? market.id : null,
    market: market && { title: market.title, missing: market.missing.map((code) => categories.name(code)) },
    noticeFromPence: thresholdOn(thresholds, notifiableKind(isCentral), on)?.pence ?? null,
    publishOverPence: thresholdOn(thresholds, "publishContractOver", on)?.pence ?? null,
    same: await sameNeeds(actor, tx, need),
    failedBefore: await failedBefore(actor, tx, need, on),
    allowance: { capPence: allowance?.capPence ?? 0n, usedPence: allowance?.usedPence ?? 0n, year },
  };
}

/** The open dynamic market that has a part for most of the categories: the newest among equals. */
async function marketFor(tx: Reader, codes: readonly string[], on: Day) {
  const open = await tx.register.findMany({
    where: { frozenAt: { not: null }, opensOn: { lte: asDate(on) }, closesOn: { gte: asDate(on) } },
    select: { id: true, title: true, parts: { select: { categoryCode: true } } },
    orderBy: [{ frozenAt: "desc" }, { id: "desc" }],
    take: 25,
  });
  const judged = open.map(({ id, title, parts }) => ({
    ...{ id, title },
    missing: codes.filter((code) => !parts.some(({ categoryCode }) => categoryCode === code)),
  }));
  return judged.toSorted((one, other) => one.missing.length - other.missing.length)[0] ?? null;
}

type Need = Asked & {
  lots: readonly { categoryCode: string; placeCodes: string[] }[];
  codes: readonly string[];
  from: Day;
  to: Day;
};

/** Whether something in these places is the same need: the same category, at the same place or one above or below it. */
async function nearness({ lots }: Need) {
  const { places } = await reference();
  const near = new Map<string, Set<string>>();
  for (const { categoryCode, placeCodes } of lots) {
    const around = near.get(categoryCode) ?? new Set<string>();
    for (const code of placeCodes) for (const other of places.around(code)) around.add(other);
    near.set(categoryCode, around);
  }
  return (categoryCode: string, placeCodes: readonly string[]) =>
    placeCodes.some((code) => near.get(categoryCode)?.has(code) ?? false);
}

/** What the same authority buys of the same need within a year on either side, contracts only; the largest first. */
async function sameNeeds(actor: Actor, tx: Reader, need: Need): Promise<SameNeed[]> {
  if (need.instrument === "grant" || need.codes.length === 0) return [];
  const isNear = await nearness(need);
  const within = { gte: asDate(need.from), lte: asDate(need.to) };
  const callOffs = await tx.callOff.findMany({
    where: {
      id: { not: need.id },
      organisationId: need.organisationId,
      instrument: { not: "grant" },
      state: { notIn: ["withdrawn", "cancelled", "unsuccessful"] },
      startsOn: within,
      lots: { some: { categoryCode: { in: [...need.codes] } } },
      AND: callOffsVisibleTo(actor),
    },
    select: {
      ...{ id: true, reference: true, title: true },
      lots: { select: { categoryCode: true, placeCodes: true, budgetPence: true, extensionPence: true } },
    },
    orderBy: { id: "asc" },
    take: 100,
  });
  const purchases = await tx.purchase.findMany({
    where: {
      organisationId: need.organisationId,
      instrument: "contract",
      state: { in: ["proposed", "offered", "accepted"] },
      startsOn: within,
      service: { part: { categoryCode: { in: [...need.codes] } } },
      AND: fileVisibleTo(actor),
    },
    select: {
      ...{ id: true, reference: true, title: true, placeCode: true, valuePence: true, vatPence: true },
      service: { select: { part: { select: { categoryCode: true } } } },
    },
    orderBy: { id: "asc" },
    take: 500,
  });
  const found: SameNeed[] = [
    ...callOffs.map(({ lots, ...row }) => ({
      ...row,
      what: "callOff" as const,
      pence: sum(
        lots
          .filter(({ categoryCode, placeCodes }) => isNear(categoryCode, placeCodes))
          .map(({ budgetPence, extensionPence }) => budgetPence + extensionPence),
      ),
    })),
    ...purchases
      .filter(({ service, placeCode }) => isNear(service.part.categoryCode, [placeCode]))
      .map(({ id, reference, title, valuePence, vatPence }) => ({
        ...{ id, reference, title, what: "purchase" as const, pence: valuePence + vatPence },
      })),
  ];
  return found
    .filter(({ pence }) => pence > 0n)
    .toSorted((one, other) => (one.pence < other.pence ? 1 : one.pence > other.pence ? -1 : 0));
}

/** Whether a competition of this authority for the same need ended without a suitable tender in the last year (s43). */
async function failedBefore(actor: Actor, tx: Reader, need: Need, on: Day): Promise<boolean> {
  if (need.instrument === "grant") return false;
  const isNear = await nearness(need);
  const ended = await tx.callOff.findMany({
    where: {
      id: { not: need.id },
      organisationId: need.organisationId,
      state: "unsuccessful",
      endedAt: { gte: asDate(addDays(on, -365)) },
      lots: { some: { categoryCode: { in: [...need.codes] } } },
      AND: callOffsVisibleTo(actor),
    },
    select: { lots: { select: { categoryCode: true, placeCodes: true } } },
    orderBy: { id: "asc" },
    take: 100,
  });
  return ended.some(({ lots }) => lots.some(({ categoryCode, placeCodes }) => isNear(categoryCode, placeCodes)));
}

/** The day on which a command judges. */
export const judgedOn = (now: Date): Day => londonDay(now);
