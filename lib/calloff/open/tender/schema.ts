import { z } from "zod";
import { pence } from "@/lib/core/values/money";
import { basisPoints } from "@/lib/core/values/share";
import { choice, isoDay, line, optional, text, ticked, wholeNumber, yesNo } from "@/lib/core/values/text";
import { idGiven as id } from "../../given";

const version = wholeNumber({ message: "Open the page again." });

/** The most that one unit, and getting ready for one lot, may cost: so that no total leaves what can be stored. */
export const MOST_UNIT = 99_999_999n;
export const MOST_MOBILISATION = 9_999_999_999n;

/** The most offers of social value, and the most sub-contractors, in one tender. */
export const MOST_OFFERS = 20;
export const MOST_PARTNERS = 12;

export const StartInput = z.object({ callOffId: id });
export const LotsInput = z.object({ id, version, lotIds: z.array(id).min(1, "Choose at least one lot").max(100) });

/** An answer as typed; an empty one is kept as nothing yet. The words are counted against the criterion by the command. */
export const AnswerInput = z.object({
  id,
  version,
  criterionId: id,
  text: text({ min: 0, max: 20_000, label: "your answer" }),
});

const offer = z
  .object({
    criterionId: id,
    measure: line({ max: 200, label: "what will be counted", message: "Say what will be counted" }),
    unit: line({ max: 60, label: "the unit", message: "Say in which unit it is counted, like people or hours" }),
    baseline: wholeNumber({ label: "the number today" }),
    target: wholeNumber({ label: "the number you promise" }),
    by: isoDay({ label: "the date by which you will do it" }),
  })
  .refine(({ baseline, target }) => baseline !== target, {
    path: ["target"],
    message: "The number you promise must differ from the number today",
  });
export const OffersInput = z.object({
  id,
  version,
  offers: z.array(offer).max(MOST_OFFERS, `Make ${MOST_OFFERS} offers at most`),
});

export const ConditionsInput = z.object({
  id,
  version,
  conditions: z
    .array(
      z.object({
        conditionId: id,
        met: optional(yesNo()),
        text: text({ min: 0, max: 3000, label: "what you say about it" }),
      }),
    )
    .max(100),
});

export const PartnersInput = z.object({
  id,
  version,
  partners: z
    .array(
      z.object({
        who: line({ max: 200, label: "its name or reference", message: "Enter its name or its reference" }),
        share: basisPoints({ min: 1, max: 9_999, label: "its share" }),
        volume: optional(wholeNumber({ min: 1, label: "how many units" })),
        does: line({ max: 300, label: "what it will do", message: "Say what it will do" }),
      }),
    )
    .max(MOST_PARTNERS, `Name ${MOST_PARTNERS} sub-contractors at most`),
});
export type PartnerTyped = z.output<typeof PartnersInput>["partners"][number];

/** Prices as typed. A lot without a unit price is kept as nothing yet. */
export const PricesInput = z.object({
  id,
  version,
  lots: z
    .array(
      z.object({
        lotId: id,
        unit: optional(pence({ min: 1n, max: MOST_UNIT, label: "the price of one unit" })),
        mobilisation: optional(pence({ max: MOST_MOBILISATION, label: "the cost of getting ready" })),
        vat: optional(choice(["0", "500", "2000"], { label: "the rate of VAT" })),
      }),
    )
    .max(100),
});

export const SubmitInput = z.object({
  id,
  version,
  signed: ticked({ required: true, message: "Tick the box to say that you may sign for your organisation" }),
});
export const WithdrawInput = z.object({ id });
export const ResumeInput = z.object({ id });
