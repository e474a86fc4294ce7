import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { entryFrom } from "../entry";
import { mayEdit } from "../policy";
import { lengthFault } from "../rules";
import { AnswerInput, ConditionsInput, LotsInput, OffersInput } from "../schema";
import { type HeldTender, holdTender } from "./held";
import { contentOf, saveDraft, unkeyed } from "./step";

/** Says which lots a tender is for. Refuses lots that the route does not let this organisation tender for. */
export const saveLotsOf = unkeyed(
  command({
    event: "tender.saveLots",
    input: LotsInput,
    load: (scene, { id }) => holdTender(scene, id),
    allow: mayEdit,
    run: async (scene, row, { version, lotIds }) => {
      const { lotIds: open, problem } = entryFrom(row.callOff, row.standing);
      const chosen = row.callOff.lots.filter(({ id }) => lotIds.includes(id));
      if (chosen.length !== new Set(lotIds).size) refuse("missing", "We could not find that.");
      const shut = chosen.find(({ id }) => !open.includes(id));
      if (shut) refuseField("lotIds", problem ?? `You are not a member of the part that lot ${shut.number} stands in`);
      const { quality } = contentOf(row);
      const now = { Lots: numbersOf(row, quality.lotIds) };
      const changed = await saveDraft(scene, row, {
        version,
        quality: { ...quality, lotIds: chosen.map(({ id }) => id) },
        now,
      });
      return saved(row, { changed });
    },
  }),
);

/** Saves the answer to one question; an empty one is none yet. Refuses more words than the question takes, with the count. */
export const saveAnswer = unkeyed(
  command({
    event: "tender.saveAnswer",
    input: AnswerInput,
    load: (scene, { id }) => holdTender(scene, id),
    allow: mayEdit,
    run: async (scene, row, { version, criterionId, text }) => {
      const criterion = row.callOff.criteria.find(({ id, kind }) => id === criterionId && kind !== "price");
      if (!criterion) return refuse("missing", "We could not find that.");
      const fault = lengthFault(text, criterion.wordLimit);
      if (fault) refuseField("text", fault);
      const { quality } = contentOf(row);
      const others = quality.answers.filter((answer) => answer.criterionId !== criterionId);
      const now = { "Your answer": quality.answers.find((answer) => answer.criterionId === criterionId)?.text ?? "" };
      const answers = inOrder(row, text === "" ? others : [...others, { criterionId, text }]);
      const changed = await saveDraft(scene, row, { version, quality: { ...quality, answers }, now });
      return saved(row, { changed, criterionId });
    },
  }),
);

/** Saves the offers of social value, each of which can be counted: what, by how much, from where, by when. */
export const saveOffers = unkeyed(
  command({
    event: "tender.saveOffers",
    input: OffersInput,
    load: (scene, { id }) => holdTender(scene, id),
    allow: mayEdit,
    run: async (scene, row, { version, offers }) => {
      const known = row.callOff.criteria.filter(({ kind }) => kind === "socialValue").map(({ id }) => id);
      if (offers.some(({ criterionId }) => !known.includes(criterionId))) refuse("missing", "We could not find that.");
      const { quality } = contentOf(row);
      const now = Object.fromEntries(
        quality.offers.map((one, at) => [
          `Offer ${at + 1}`,
          `${one.measure}: from ${one.baseline} to ${one.target} ${one.unit} by ${one.by}`,
        ]),
      );
      const changed = await saveDraft(scene, row, { version, quality: { ...quality, offers }, now });
      return saved(row, { changed, offers: offers.length });
    },
  }),
);

/** Saves what the organisation says of each condition. One that is not yet answered stays open. */
export const saveConditionsMet = unkeyed(
  command({
    event: "tender.saveConditions",
    input: ConditionsInput,
    load: (scene, { id }) => holdTender(scene, id),
    allow: mayEdit,
    run: async (scene, row, { version, conditions: typed }) => {
      const known = row.callOff.conditions;
      if (typed.some(({ conditionId }) => !known.some(({ id }) => id === conditionId)))
        refuse("missing", "We could not find that.");
      for (const [at, { met, text }] of typed.entries())
        if (met === false && text === "")
          refuseField(`conditions.${at}.text`, "Say why you do not meet it, and what you would do instead");
      const { quality } = contentOf(row);
      const conditions = known.flatMap(({ id }) => {
        const said = typed.find(({ conditionId }) => conditionId === id);
        return said && said.met !== null ? [{ conditionId: id, met: said.met, text: said.text }] : [];
      });
      const now = Object.fromEntries(
        known.map(({ id, title }) => {
          const said = quality.conditions.find(({ conditionId }) => conditionId === id);
          return [title, said ? `${said.met ? "Met" : "Not met"}. ${said.text}` : ""];
        }),
      );
      const changed = await saveDraft(scene, row, { version, quality: { ...quality, conditions }, now });
      return saved(row, { changed, conditions: conditions.length });
    },
  }),
);

const saved = ({ id }: HeldTender, detail: Record<string, string | number | boolean>) => ({
  value: { id },
  id,
  detail,
});

const numbersOf = ({ callOff }: HeldTender, lotIds: readonly string[]) =>
  callOff.lots
    .filter(({ id }) => lotIds.includes(id))
    .map(({ number }) => `Lot ${number}`)
    .join(", ");

/** Answers stand in the order of their questions, so that the same answers are the same tender. */
const inOrder = <A extends { criterionId: string }>({ callOff }: HeldTender, answers: readonly A[]): A[] =>
  callOff.criteria.flatMap(({ id }) => answers.filter(({ criterionId }) => criterionId === id));
