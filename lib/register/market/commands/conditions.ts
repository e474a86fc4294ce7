import "server-only";
import type { Tx } from "@/lib/core/db";
import { command } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { mayDesign } from "../policy";
import { moved, ruleOf } from "../rules";
import { ConditionInput, ItemInput, MoveInput } from "../schema";
import { about, claim, loadDraft, renumber } from "./draft";

/**
 * Adds a condition to a design, or changes one. What the law does not let a condition ask is refused at its field. A new
 * condition, and one that asks anew, has a code of its own, so that no earlier answer is taken for an answer to it.
 */
export const saveCondition = command({
  event: "register.condition",
  input: ConditionInput,
  load: loadDraft,
  allow: mayDesign,
  run: async (scene, { id }, { registerId, edit, conditionId, asksAnew, ...said }) => {
    const { tx } = scene;
    const next = await claim(scene, id, edit, {
      against: [...written(conditionId), about("removePart"), about("movePart"), about("bands")],
      shown: () => shownCondition(tx, id, conditionId),
    });
    await refuseElsewhere(tx, id, said);
    const conditions = await conditionsOf(tx, id);
    const code = codeFor(said.title);
    const ruleCode = ruleOf(said);
    if (conditionId) {
      if (!conditions.some((condition) => condition.id === conditionId)) refuse("missing", "We could not find that.");
      await tx.condition.update({
        where: { id: conditionId },
        data: { ...said, ...(asksAnew && { code, ruleCode }) },
        select: { id: true },
      });
    } else {
      if (conditions.length >= 60) refuse("conflict", "A register has 60 conditions at most.");
      const number = conditions.length + 1;
      await tx.condition.create({
        data: { id: newId(), registerId, number, code, ruleCode, ...said },
        select: { id: true },
      });
    }
    return { value: { id }, id, detail: { edit: next, conditionId, kind: said.kind, bandFrom: said.bandFrom } };
  },
});

/** Takes a condition out of a design; the others close up. */
export const removeCondition = command({
  event: "register.removeCondition",
  input: ItemInput,
  load: loadDraft,
  allow: mayDesign,
  run: async (scene, { id }, { edit, id: conditionId }) => {
    const { tx } = scene;
    const next = await claim(scene, id, edit, { against: reordered, shown: () => shownCondition(tx, id, conditionId) });
    const conditions = await conditionsOf(tx, id);
    if (!conditions.some((condition) => condition.id === conditionId)) refuse("missing", "We could not find that.");
    await tx.condition.delete({ where: { id: conditionId }, select: { id: true } });
    await renumber(
      tx,
      "condition",
      id,
      conditions.flatMap((condition) => (condition.id === conditionId ? [] : condition.id)),
    );
    return { value: { id }, id, detail: { edit: next, conditionId } };
  },
});

/** Moves a condition one place up or down, in the order in which it is asked. */
export const moveCondition = command({
  event: "register.moveCondition",
  input: MoveInput,
  load: loadDraft,
  allow: mayDesign,
  run: async (scene, { id }, { edit, id: conditionId, by }) => {
    const { tx } = scene;
    const next = await claim(scene, id, edit, { against: reordered, shown: () => shownCondition(tx, id, conditionId) });
    const conditions = await conditionsOf(tx, id);
    const at = conditions.findIndex((condition) => condition.id === conditionId);
    if (at < 0) refuse("missing", "We could not find that.");
    await renumber(
      tx,
      "condition",
      id,
      moved(conditions, at, by === "up" ? -1 : 1).map((condition) => condition.id),
    );
    return { value: { id }, id, detail: { edit: next, conditionId, by } };
  },
});

/** What puts conditions in another order. */
const reordered = [about("removeCondition"), about("moveCondition")];

/** What was saved of one condition. The numbers of parts and bands that a form sends are those of the page that it was on. */
const written = (id: string | null) =>
  id === null
    ? []
    : [about("condition", { key: "conditionId", id }), about("removeCondition", { key: "conditionId", id })];

const conditionsOf = (tx: Tx, registerId: string) =>
  tx.condition.findMany({ where: { registerId }, select: { id: true }, orderBy: { number: "asc" } });

/** A condition is asked of parts and from a band that the register has. */
async function refuseElsewhere(
  tx: Tx,
  registerId: string,
  { bandFrom, partNumbers }: { bandFrom: number; partNumbers: readonly number[] },
) {
  const known = await tx.part.count({ where: { registerId, number: { in: [...partNumbers] } } });
  if (known !== new Set(partNumbers).size) refuseField("partNumbers", "Choose only from the parts shown");
  if ((await tx.valueBand.count({ where: { registerId, number: bandFrom } })) === 0)
    refuseField("bandFrom", "Choose one of the bands");
}

const codeFor = (title: string) =>
  `${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40)}-${newId().slice(-8)}`;

async function shownCondition(tx: Tx, registerId: string, conditionId: string | null): Promise<Record<string, string>> {
  const late = conditionId ? await tx.condition.findFirst({ where: { id: conditionId, registerId } }) : null;
  if (!late) return { Conditions: String(await tx.condition.count({ where: { registerId } })) };
  return {
    Title: late.title,
    "What is asked": late.text,
    Help: late.help,
    "Why it is asked": late.justification,
    Minutes: String(late.minutes),
    "Asked from band": String(late.bandFrom),
    "Asked for parts": late.partNumbers.length === 0 ? "All" : late.partNumbers.join(", "),
  };
}
