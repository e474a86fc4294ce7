import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuseField } from "@/lib/core/door/result";
import { day } from "@/lib/core/values/format";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { holdCallOff, touchDraft } from "../../../record/commands/step";
import { mayRun } from "../../../record/policy";
import { termChanged } from "../../lots/commands";
import { NeedInput } from "../schema";
import { needProblems } from "../words";

/** Saves the need of a draft, finished or not. When the term moves, the volumes of every lot move with it. */
export const saveNeed = command({
  event: "callOff.saveNeed",
  input: NeedInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async (scene, row, { id, version, ...typed }) => {
    await touchDraft(scene, row, { version, now: await savedNow(scene, id) });
    await refuseOutcomes(typed.outcomeCodes);
    const bond = row.instrument === "bond";
    if (bond && typed.investorId) await refuseInvestor(scene, typed.investorId);
    const { startsOn, endsOn } = typed;
    await scene.tx.callOff.update({
      where: { id },
      data: {
        ...typed,
        startsOn: startsOn ? asDate(startsOn) : null,
        endsOn: endsOn ? asDate(endsOn) : null,
        extensionMonths: typed.extensionMonths ?? 0,
        mobilisationWeeks: typed.mobilisationWeeks ?? 0,
        investorId: bond ? typed.investorId : null,
        returnCapBp: bond ? typed.returnCapBp : null,
      },
      select: { id: true },
    });
    await termChanged(scene, id, startsOn, endsOn);
    return { value: { id }, id, detail: { startsOn, endsOn, extensionMonths: typed.extensionMonths ?? 0 } };
  },
});

async function savedNow({ tx }: Scene, id: string): Promise<Record<string, string>> {
  const { title, need, forWhom, startsOn, endsOn } = await tx.callOff.findUniqueOrThrow({
    where: { id },
    select: { title: true, need: true, forWhom: true, startsOn: true, endsOn: true },
  });
  return {
    ...{ Title: title, "What is needed": need, "For whom": forWhom },
    Starts: startsOn ? day(startsOn.toISOString()) : "",
    Ends: endsOn ? day(endsOn.toISOString()) : "",
  };
}

async function refuseOutcomes(codes: readonly string[]) {
  const { outcomes } = await reference();
  const known = new Set(outcomes.all.map(({ code }) => code));
  if (codes.some((code) => !known.has(code))) refuseField("outcomeCodes", "Choose outcomes from the list");
}

/** Whoever carries the risk of a bond is an investor that is with us today. */
async function refuseInvestor({ tx, now }: Scene, id: string) {
  const today = asDate(londonDay(now));
  const found = await tx.organisation.findFirst({
    where: { id, kind: "investor", validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] },
    select: { id: true },
  });
  if (!found) refuseField("investorId", needProblems.notInvestor);
}
