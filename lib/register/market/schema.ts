import { z } from "zod";
import { ConditionKind, EvidenceKind } from "@/lib/core/prisma/enums";
import { isId } from "@/lib/core/values/id";
import { addMonths } from "@/lib/core/values/moment";
import { pence } from "@/lib/core/values/money";
import { choice, isoDay, line, optional, reader, text, ticked, wholeNumber, yesNo } from "@/lib/core/values/text";
import { bandsRise, unlawful } from "./rules";
import { brokenRules, ruleSaid } from "./wording";

const registerId = z.guid("We could not find that.");
const edit = wholeNumber({ message: "Open the page again." });
const at = { registerId, edit };
const itemId = z.guid("We could not find that.");

const opensOn = isoDay({ label: "the first day" });
const closesOn = isoDay({ label: "the last day" });

type Context = z.core.$RefinementCtx<unknown>;
const refuse = (context: Context, path: (string | number)[], message: string) =>
  context.addIssue({ code: "custom", path, message });

function refuseTerm(term: { opensOn: string; closesOn: string }, context: Context) {
  if (term.closesOn < addMonths(term.opensOn, 12))
    refuse(context, ["closesOn"], "The register must run for a year or more");
}

/** Words that are no condition may still not limit who can join (Procurement Act 2023, s36(7)(a)). */
function refuseCap(said: Record<string, unknown>, fields: readonly string[], context: Context) {
  for (const field of fields) {
    const cap = brokenRules(String(said[field] ?? "")).find(({ ruleCode }) => ruleCode === "dm.no_cap");
    if (cap) refuse(context, [field], ruleSaid(cap));
  }
}

/** What a new design starts from: the standard one, nothing, or another register by its id. */
export const DesignInput = z
  .object({
    from: reader((raw, fail) =>
      raw === "standard" || raw === "empty" || isId(raw) ? raw : fail("Choose what to start from"),
    ),
    title: line({ max: 120, label: "a title" }),
    opensOn,
    closesOn,
  })
  .superRefine(refuseTerm)
  .superRefine((said, context) => refuseCap(said, ["title"], context));

export const TermsInput = z
  .object({
    ...at,
    title: line({ max: 120, label: "a title" }),
    description: text({ max: 2000, label: "what the register is for" }),
    usedBy: text({ max: 1000, label: "who may use it" }),
    opensOn,
    closesOn,
    decideWithin: wholeNumber({ min: 1, max: 60, label: "the working days" }),
    graceDays: wholeNumber({ min: 0, max: 365, label: "the days of grace" }),
    conflictsAssessment: text({ min: 0, max: 4000, label: "the conflicts assessment" }),
  })
  .superRefine(refuseTerm)
  .superRefine((said, context) => refuseCap(said, ["title", "description", "usedBy"], context));

export const BandsInput = z
  .object({
    ...at,
    bands: z
      .array(z.object({ title: line({ max: 60, label: "a name for the band" }), upTo: optional(pence({ min: 1n })) }))
      .min(1, "Add a value band")
      .max(9, "There can be nine bands at most"),
    secondFromBand: optional(wholeNumber({ min: 1, max: 9, label: "the band" })),
  })
  .superRefine(({ bands, secondFromBand }, context) => {
    const values = bands.map(({ upTo }) => ({ upToPence: upTo }));
    bands.forEach(({ upTo }, index) => {
      const field = ["bands", index, "upTo"];
      const isLast = index === bands.length - 1;
      if (isLast && upTo !== null) refuse(context, field, "Leave the highest value of the last band empty");
      else if (!isLast && upTo === null) refuse(context, field, "Enter the highest value of this band");
      else if (!isLast && !bandsRise([...values.slice(0, index + 1), { upToPence: null }]))
        refuse(context, field, "Each band must go higher than the one before");
    });
    if (secondFromBand !== null && secondFromBand > bands.length)
      refuse(context, ["secondFromBand"], "Choose one of the bands");
  });

export const PartInput = z
  .object({
    ...at,
    partId: optional(itemId),
    title: line({ max: 120, label: "a title" }),
    description: text({ max: 1000, label: "a description" }),
    categoryCode: line({ max: 80, message: "Choose a category" }),
    cohortCode: optional(line({ max: 80 })),
    cpvCode: line({ max: 20, message: "Choose a procurement code" }),
  })
  .superRefine((said, context) => refuseCap(said, ["title", "description"], context));

const numbers = z.preprocess(
  (raw) => [raw ?? []].flat().filter((number) => number !== ""),
  z.array(wholeNumber({ min: 1, max: 1000 })).max(100),
);

/** One condition. Held to the law at each save, at the field that breaks it. */
export const ConditionInput = z
  .object({
    ...at,
    conditionId: optional(itemId),
    kind: choice(Object.values(ConditionKind), { message: "Choose what kind of condition it is" }),
    title: line({ max: 80, label: "a title" }),
    text: text({ max: 400, label: "what is asked" }),
    help: text({ max: 400, label: "some help" }),
    justification: text({ max: 400, label: "why it is asked" }),
    orEquivalent: yesNo({ message: "Say whether something equal is accepted" }),
    minutes: wholeNumber({ min: 1, max: 60, label: "the minutes" }),
    bandFrom: wholeNumber({ min: 1, max: 9, label: "the lowest band" }),
    partNumbers: numbers,
    evidenceKind: optional(choice(Object.values(EvidenceKind), { message: "Choose a kind of evidence" })),
    validMonths: optional(wholeNumber({ min: 1, max: 120, label: "the months" })),
    /** Whether an answer to the same condition of an earlier register no longer answers it. */
    asksAnew: ticked(),
  })
  .superRefine((condition, context) => {
    for (const { field, message } of unlawful(condition)) refuse(context, [field], message);
  })
  .transform((condition) => ({
    ...condition,
    evidenceKind: condition.kind === "evidence" ? condition.evidenceKind : null,
  }));

export const ItemInput = z.object({ ...at, id: itemId });
export const MoveInput = z.object({ ...at, id: itemId, by: choice(["up", "down"], { message: "Choose up or down" }) });

export const AnnounceInput = z.object(at);
export const DiscardInput = z.object(at);
export const PublishInput = z.object({
  ...at,
  agreed: ticked({ required: true, message: "Tick the box to say that you have checked it" }),
});
export const EndInput = z.object({ registerId });

/** What somebody would like to be asked about, as it stands in the address. Anything not understood is not chosen. */
export const QuestionsFilter = z.object({
  part: numbers.catch([]),
  band: wholeNumber({ min: 1, max: 9 }).catch(1),
});
