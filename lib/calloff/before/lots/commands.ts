import "server-only";
import type { z } from "zod";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { pounds } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { asDate, asDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { lotColumns } from "../../record/columns";
import { type HeldCallOff, holdCallOff, touchDraft } from "../../record/commands/step";
import { mayRun } from "../../record/policy";
import { dropShares, sharesChanged } from "../funding/commands/shares";
import { canDivide, divided, MOST_LOTS, type MonthVolume, monthsOf, ramp, refitted, sameEveryMonth } from "./rules";
import { LotInput, RemoveLotInput, SplitLotInput } from "./schema";
import { lotProblems } from "./words";

type HeldLot = Prisma.LotGetPayload<{ select: typeof lotColumns }>;

const lotsOf = ({ tx }: Scene, callOffId: string) =>
  tx.lot.findMany({ where: { callOffId }, select: lotColumns, orderBy: { number: "asc" }, take: 100 });

/** What a colleague saved of this lot, for whoever typed at the same time. */
const nowOf = (lot: HeldLot | undefined): Record<string, string> =>
  lot ? { Title: lot.title, Budget: pounds(lot.budgetPence), Extensions: pounds(lot.extensionPence) } : {};

/** Adds a lot, or changes one, with its forecast for every month of the term. The estimate and the shares follow. */
export const saveLot = command({
  event: "callOff.saveLot",
  input: LotInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async (scene, row, typed) => {
    const { tx } = scene;
    const lots = await lotsOf(scene, row.id);
    const before = lots.find(({ id }) => id === typed.lotId);
    if (typed.lotId && !before) refuse("missing", "We could not find that.");
    await touchDraft(scene, row, { version: typed.version, now: nowOf(before) });
    if (!before && lots.length >= MOST_LOTS) refuse("conflict", lotProblems.tooMany);
    const months = termOf(row);
    await refuseUnknown(typed);
    if (typed.extensionPence && row.extensionMonths === 0) refuseField("extensionPence", lotProblems.extension);
    const volumes = volumesOf(typed, months);

    const id = before?.id ?? newId();
    const { title, description, categoryCode, cohortCode, placeCodes, unit, budgetPence } = typed;
    const data = {
      ...{ title, description, categoryCode, cohortCode, placeCodes, unit, budgetPence },
      extensionPence: typed.extensionPence ?? 0n,
    };
    if (before) await tx.lot.update({ where: { id }, data, select: { id: true } });
    else
      await tx.lot.create({
        data: { ...data, id, callOffId: row.id, number: (lots.at(-1)?.number ?? 0) + 1 },
        select: { id: true },
      });
    await writeVolumes(scene, id, volumes);
    await lotsChanged(scene, row.id);
    return {
      value: { id: row.id, lotId: id },
      id: row.id,
      detail: { lotId: id, budgetPence: String(budgetPence), extensionPence: String(data.extensionPence) },
    };
  },
});

/** Takes a lot away. The lots after it move up by one, and whoever paid for it is asked again. */
export const removeLot = command({
  event: "callOff.removeLot",
  input: RemoveLotInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async (scene, row, { version, lotId }) => {
    const { tx } = scene;
    const lots = await lotsOf(scene, row.id);
    const lot = lots.find(({ id }) => id === lotId) ?? refuse("missing", "We could not find that.");
    await touchDraft(scene, row, { version, now: nowOf(lot) });
    await dropShares(scene, row.id, lotId);
    await tx.lotVolume.deleteMany({ where: { lotId } });
    await tx.lot.delete({ where: { id: lotId }, select: { id: true } });
    for (const { id, number } of lots)
      if (number > lot.number)
        await tx.lot.update({ where: { id }, data: { number: number - 1 }, select: { id: true } });
    await lotsChanged(scene, row.id);
    return { value: { id: row.id }, id: row.id, detail: { lotId, number: lot.number } };
  },
});

/** Makes a lot for each of these places out of one. Budget, extension and volumes are divided evenly, to the penny and the unit. */
export const splitLot = command({
  event: "callOff.splitLot",
  input: SplitLotInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async (scene, row, { version, lotId, placeCodes }) => {
    const { tx } = scene;
    const lots = await lotsOf(scene, row.id);
    const lot = lots.find(({ id }) => id === lotId) ?? refuse("missing", "We could not find that.");
    await touchDraft(scene, row, { version, now: nowOf(lot) });
    if (placeCodes.length < 2) refuseField("placeCodes", lotProblems.split);
    if (lots.length + placeCodes.length - 1 > MOST_LOTS) refuseField("placeCodes", lotProblems.tooMany);
    await refuseOutside(lot, placeCodes);
    if (!canDivide(lot, placeCodes.length)) refuseField("placeCodes", lotProblems.thin);
    const { places } = await reference();
    const parts = divided({ ...lot, volumes: daysOf(lot) }, placeCodes.length);
    const last = lots.at(-1)?.number ?? lot.number;
    for (const [at, placeCode] of placeCodes.entries()) {
      const part = parts[at];
      if (!part) continue;
      const name = places.find(placeCode)?.name ?? placeCode;
      const { description, categoryCode, cohortCode, unit } = lot;
      const amounts = { budgetPence: part.budgetPence, extensionPence: part.extensionPence };
      const data = {
        ...{ description, categoryCode, cohortCode, unit, ...amounts },
        title: `${lot.title}: ${name}`.slice(0, 120),
        placeCodes: [placeCode],
      };
      const id = at === 0 ? lot.id : newId();
      if (at === 0) await tx.lot.update({ where: { id }, data, select: { id: true } });
      else await tx.lot.create({ data: { ...data, id, callOffId: row.id, number: last + at }, select: { id: true } });
      await writeVolumes(scene, id, part.volumes);
    }
    await lotsChanged(scene, row.id);
    return { value: { id: row.id }, id: row.id, detail: { lotId, parts: placeCodes.length } };
  },
});

/** When the term moves, every lot keeps its volumes by their place in the term. Part of saving the need. */
export async function termChanged(scene: Scene, callOffId: string, startsOn: string | null, endsOn: string | null) {
  if (!startsOn || !endsOn) return;
  const months = monthsOf(startsOn, endsOn);
  for (const lot of await lotsOf(scene, callOffId)) {
    const before = daysOf(lot);
    const after = refitted(before, months);
    if (after.length !== before.length || after.some(({ month }, at) => month !== before[at]?.month))
      await writeVolumes(scene, lot.id, after);
  }
}

const daysOf = ({ volumes }: HeldLot): MonthVolume[] =>
  volumes.map(({ month, volume }) => ({ month: asDay(month), volume }));

function termOf({ startsOn, endsOn }: HeldCallOff): string[] {
  if (!startsOn || !endsOn) return refuse("conflict", lotProblems.noTerm);
  return monthsOf(asDay(startsOn), asDay(endsOn));
}

type Typed = z.output<typeof LotInput>;

function volumesOf(typed: Typed, months: readonly string[]): MonthVolume[] {
  const named = (volumes: readonly (number | null)[]) =>
    months.flatMap((month, at) => {
      const volume = volumes[at] ?? null;
      return volume === null ? [] : [{ month, volume }];
    });
  if (typed.fill === "same") return named(sameEveryMonth(months.length, typed.sameVolume ?? 0));
  if (typed.fill === "each") {
    if (typed.months.length > months.length) refuse("conflict", lotProblems.month);
    return named(typed.months.map(({ volume }) => volume));
  }
  const growing = typed.rampMonths ?? 2;
  if (growing > months.length) refuseField("rampMonths", lotProblems.growing);
  return named(ramp(months.length, { from: typed.rampFrom ?? 0, to: typed.rampTo ?? 0, growing }));
}

async function writeVolumes({ tx }: Scene, lotId: string, volumes: readonly MonthVolume[]) {
  await tx.lotVolume.deleteMany({ where: { lotId } });
  await tx.lotVolume.createMany({
    data: volumes.map(({ month, volume }) => ({ lotId, month: asDate(month), volume })),
  });
}

async function refuseUnknown({ categoryCode, cohortCode, placeCodes }: Typed) {
  const { places, categories, cohorts } = await reference();
  if (!categories.all.some(({ code }) => code === categoryCode)) refuseField("categoryCode", lotProblems.category);
  if (cohortCode && !cohorts.all.some(({ code }) => code === cohortCode)) refuseField("cohortCode", lotProblems.cohort);
  if (placeCodes.some((code) => !places.find(code)?.current)) refuseField("placeCodes", lotProblems.place);
}

/** Each new lot is one of the old lot's places, or lies inside one. */
async function refuseOutside({ placeCodes }: HeldLot, chosen: readonly string[]) {
  const { places } = await reference();
  const inside = (code: string) =>
    places.find(code)?.current === true && placeCodes.some((outer) => places.contains(outer, code));
  if (!chosen.every(inside)) refuseField("placeCodes", lotProblems.place);
}

/** The estimate is all lots with their extensions; what each funder pays follows from the budgets. */
async function lotsChanged(scene: Scene, callOffId: string) {
  const { _sum } = await scene.tx.lot.aggregate({
    where: { callOffId },
    _sum: { budgetPence: true, extensionPence: true },
  });
  await scene.tx.callOff.update({
    where: { id: callOffId },
    data: { estimatePence: (_sum.budgetPence ?? 0n) + (_sum.extensionPence ?? 0n) },
    select: { id: true },
  });
  await sharesChanged(scene, callOffId);
}
