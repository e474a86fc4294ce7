import "server-only";
import { command } from "@/lib/core/door/command";
import { Refused } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { toPercent } from "@/lib/core/values/share";
import { holdCallOff, touchDraft } from "../../record/commands/step";
import { mayRun } from "../../record/policy";
import { lawFor, socialValueFrom } from "../../record/queries/ready";
import { conditionFaults, criteriaFaults, floorOf } from "./rules";
import { ConditionsInput, CriteriaInput } from "./schema";
import { aboutWords, priceMethodWords } from "./words";

/**
 * Says what tenders are judged by. The weights total exactly 100%; social value keeps its floor, by kind of body and
 * value, or a reason where one may go lower; fixed price and quality for each pound give price no weight.
 */
export const saveCriteria = command({
  event: "callOff.saveCriteria",
  input: CriteriaInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async (scene, row, { id, version, priceMethod, socialValueReason, criteria }) => {
    const { tx, actor, now } = scene;
    const before = await tx.criterion.findMany({
      where: { callOffId: id },
      select: { title: true, weightBp: true },
      orderBy: { number: "asc" },
      take: 100,
    });
    await touchDraft(scene, row, {
      version,
      now: {
        "How price counts": priceMethodWords[row.priceMethod].label,
        ...Object.fromEntries(before.map(({ title, weightBp }) => [title, `${toPercent(weightBp)}%`])),
      },
    });
    const law = await lawFor(actor, row, { tx, on: londonDay(now) });
    const floor = floorOf(law, await socialValueFrom(actor));
    refuseFaults(criteriaFaults(criteria, { priceMethod, floor, reason: socialValueReason }));
    await tx.criterion.deleteMany({ where: { callOffId: id } });
    await tx.criterion.createMany({
      data: criteria.map((criterion, at) => ({ ...criterion, id: newId(), callOffId: id, number: at + 1 })),
    });
    await tx.callOff.update({ where: { id }, data: { priceMethod, socialValueReason }, select: { id: true } });
    return {
      value: { id },
      id,
      detail: { priceMethod, weights: criteria.map(({ kind, weightBp }) => ({ kind, weightBp })) },
    };
  },
});

/** Says what a tender must promise or show to be considered at all. Below the threshold nothing may be asked about the supplier (s85). */
export const saveConditions = command({
  event: "callOff.saveConditions",
  input: ConditionsInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async (scene, row, { id, version, conditions }) => {
    const { tx, actor, now } = scene;
    const before = await tx.callOffCondition.findMany({
      where: { callOffId: id },
      select: { title: true, about: true },
      orderBy: { number: "asc" },
      take: 100,
    });
    await touchDraft(scene, row, {
      version,
      now: Object.fromEntries(before.map(({ title, about }) => [title, aboutWords[about].label])),
    });
    refuseFaults(conditionFaults(conditions, await lawFor(actor, row, { tx, on: londonDay(now) })));
    await tx.callOffCondition.deleteMany({ where: { callOffId: id } });
    await tx.callOffCondition.createMany({
      data: conditions.map((condition, at) => ({ ...condition, id: newId(), callOffId: id, number: at + 1 })),
    });
    return { value: { id }, id, detail: { conditions: conditions.map(({ about, title }) => ({ about, title })) } };
  },
});

/** Says no to every field that is wrong at once, so that nobody mends them one press at a time. */
function refuseFaults(faults: ReadonlyMap<string, string>) {
  if (faults.size === 0) return;
  const fields = Object.fromEntries([...faults].map(([field, message]) => [field, [message]]));
  throw new Refused({ kind: "invalid", message: "There is a problem", fields });
}
