import { savePrices } from "@/lib/calloff/open/tender/commands/prices";
import { saveAnswer, saveConditionsMet, saveLotsOf, saveOffers } from "@/lib/calloff/open/tender/commands/save";
import { startTender } from "@/lib/calloff/open/tender/commands/start";
import { submitTender } from "@/lib/calloff/open/tender/commands/submit";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { done } from "../world.calloff";
import type { Bidder, Made } from "./world";

/** The version that a form drawn now would carry. */
export const versionOf = async (id: string) =>
  String((await db.tender.findUniqueOrThrow({ where: { id }, select: { version: true } })).version);

/** What is typed into a tender; `mark` is put into every field that takes words. */
export type Typed = { mark?: string; unit?: string; mobilisation?: string; lotIds?: string[] };

/** A tender written through the commands, one page after another, complete and not yet submitted. */
export async function filled(
  made: Made,
  { editor }: Pick<Bidder, "editor">,
  { mark = "We would do it well.", unit = "100.00", mobilisation = "250.00", lotIds = made.lotIds }: Typed = {},
): Promise<string> {
  const { id } = done(await startTender(editor, { callOffId: made.id }));
  done(await saveLotsOf(editor, { id, version: await versionOf(id), lotIds }));
  for (const { id: criterionId } of made.criteria.filter(({ kind }) => kind !== "price"))
    done(await saveAnswer(editor, { id, version: await versionOf(id), criterionId, text: mark }));
  const offers = made.criteria
    .filter(({ kind }) => kind === "socialValue")
    .map(({ id: criterionId }) => ({
      ...{ criterionId, measure: mark.slice(0, 190), unit: mark.slice(0, 50), baseline: "0", target: "7" },
      by: "2028-03-31",
    }));
  done(await saveOffers(editor, { id, version: await versionOf(id), offers }));
  const conditions = await db.callOffCondition.findMany({ where: { callOffId: made.id }, select: { id: true } });
  done(
    await saveConditionsMet(editor, {
      ...{ id, version: await versionOf(id) },
      conditions: conditions.map((one) => ({ conditionId: one.id, met: "yes", text: mark })),
    }),
  );
  const lots = lotIds.map((lotId) => ({ lotId, unit, mobilisation, vat: "0" }));
  done(await savePrices(editor, { id, version: await versionOf(id), lots }));
  return id;
}

/** Presses "Submit" as one signatory would, with a key of its own. */
export const handIn = async (signatory: Member, id: string, version?: string) =>
  submitTender(signatory, { id, version: version ?? (await versionOf(id)), signed: "yes", key: newId() });

/** A condition that the call-off asks for, straight into the tables. */
export async function condition(made: Made, number = 1) {
  const id = newId();
  await db.callOffCondition.create({
    data: {
      ...{ id, callOffId: made.id, number, about: "service", title: `Condition ${number}` },
      ...{ text: "Staff are checked before they start.", why: "People in prison are met alone." },
    },
  });
  return id;
}
