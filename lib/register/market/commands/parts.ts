import "server-only";
import type { Tx } from "@/lib/core/db";
import { command } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { mayDesign } from "../policy";
import { moved, renumbered } from "../rules";
import { ItemInput, MoveInput, PartInput } from "../schema";
import { about, claim, loadDraft, renumber } from "./draft";

/** Adds a part to a design, or changes one. Refuses a second part for the same category and cohort. */
export const savePart = command({
  event: "register.part",
  input: PartInput,
  load: loadDraft,
  allow: mayDesign,
  run: async (scene, { id }, { registerId, edit, partId, ...said }) => {
    const { tx } = scene;
    const next = await claim(scene, id, edit, {
      against: [about("part", { key: "partId", id: partId }), about("removePart", { key: "partId", id: partId })],
      shown: () => shownPart(tx, id, partId),
    });
    await refuseUnknown(said);
    const parts = await partsOf(tx, id);
    const same = parts.find(
      (part) => part.id !== partId && part.categoryCode === said.categoryCode && part.cohortCode === said.cohortCode,
    );
    if (same) refuseField("categoryCode", `Part ${same.number} is for this category and these people already`);
    if (partId) {
      if (!parts.some((part) => part.id === partId)) refuse("missing", "We could not find that.");
      await tx.part.update({ where: { id: partId }, data: said, select: { id: true } });
    } else {
      if (parts.length >= 100) refuse("conflict", "A register has 100 parts at most.");
      await tx.part.create({
        data: { id: newId(), registerId, number: parts.length + 1, ...said },
        select: { id: true },
      });
    }
    return { value: { id }, id, detail: { edit: next, partId, categoryCode: said.categoryCode } };
  },
});

/** Takes a part out of a design; the others close up, and conditions that named it no longer do. */
export const removePart = command({
  event: "register.removePart",
  input: ItemInput,
  load: loadDraft,
  allow: mayDesign,
  run: async (scene, { id }, { edit, id: partId }) => {
    const { tx } = scene;
    const next = await claim(scene, id, edit, { against: reordered, shown: () => shownPart(tx, id, partId) });
    const parts = await partsOf(tx, id);
    if (!parts.some((part) => part.id === partId)) refuse("missing", "We could not find that.");
    await reorder(
      tx,
      id,
      parts,
      parts.filter((part) => part.id !== partId),
    );
    await tx.part.delete({ where: { id: partId }, select: { id: true } });
    return { value: { id }, id, detail: { edit: next, partId } };
  },
});

/** Moves a part one place up or down; conditions that name it follow it. */
export const movePart = command({
  event: "register.movePart",
  input: MoveInput,
  load: loadDraft,
  allow: mayDesign,
  run: async (scene, { id }, { edit, id: partId, by }) => {
    const { tx } = scene;
    const next = await claim(scene, id, edit, { against: reordered, shown: () => shownPart(tx, id, partId) });
    const parts = await partsOf(tx, id);
    const at = parts.findIndex((part) => part.id === partId);
    if (at < 0) refuse("missing", "We could not find that.");
    await reorder(tx, id, parts, moved(parts, at, by === "up" ? -1 : 1));
    return { value: { id }, id, detail: { edit: next, partId, by } };
  },
});

/** What puts parts in another order. */
const reordered = [about("removePart"), about("movePart")];

type Placed = { id: string; number: number };

const partsOf = (tx: Tx, registerId: string) =>
  tx.part.findMany({
    where: { registerId },
    select: { id: true, number: true, categoryCode: true, cohortCode: true },
    orderBy: { number: "asc" },
  });

async function reorder(tx: Tx, registerId: string, before: readonly Placed[], after: readonly Placed[]) {
  const now = new Map(
    before.flatMap(({ id, number }) => {
      const at = after.findIndex((part) => part.id === id);
      return at < 0 ? [] : [[number, at + 1] as const];
    }),
  );
  const conditions = await tx.condition.findMany({
    where: { registerId, partNumbers: { isEmpty: false } },
    select: { id: true, number: true, partNumbers: true },
  });
  for (const condition of conditions) {
    const { partNumbers, lostAll } = renumbered(condition.partNumbers, now);
    if (lostAll)
      refuse("conflict", `Condition ${condition.number} is asked for this part alone. Change or remove it first.`);
    await tx.condition.update({ where: { id: condition.id }, data: { partNumbers }, select: { id: true } });
  }
  await renumber(
    tx,
    "part",
    registerId,
    after.map(({ id }) => id),
  );
}

async function refuseUnknown({ categoryCode, cohortCode, cpvCode }: Coded) {
  const { categories, cohorts, cpv } = await reference();
  const isIn = (list: readonly { code: string }[], code: string) => list.some((item) => item.code === code);
  if (!isIn(categories.all, categoryCode)) refuseField("categoryCode", "Choose a category");
  if (cohortCode && !isIn(cohorts.all, cohortCode)) refuseField("cohortCode", "Choose from the people shown");
  if (!isIn(cpv.all, cpvCode)) refuseField("cpvCode", "Choose a procurement code");
}

type Coded = { categoryCode: string; cohortCode: string | null; cpvCode: string };

async function shownPart(tx: Tx, registerId: string, partId: string | null): Promise<Record<string, string>> {
  const late = partId ? await tx.part.findFirst({ where: { id: partId, registerId } }) : null;
  if (!late) return { Parts: String(await tx.part.count({ where: { registerId } })) };
  const { categories, cohorts, cpv } = await reference();
  return {
    Title: late.title,
    Description: late.description,
    Category: categories.name(late.categoryCode),
    "For whom": late.cohortCode ? cohorts.name(late.cohortCode) : "",
    "Procurement code": cpv.name(late.cpvCode),
  };
}
