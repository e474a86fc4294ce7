import { z } from "zod";
import { Complexity, RateUnit } from "@/lib/core/prisma/enums";
import { pence } from "@/lib/core/values/money";
import { basisPoints } from "@/lib/core/values/share";
import { choice, isBlank, isoDay, line, optional, reader, wholeNumber } from "@/lib/core/values/text";
import { rateFaults } from "../rules";
import { vatWords } from "../words";

/** The most prices on one list, and the most places with an uplift. */
export const MOST_PRICES = 500;
export const MOST_UPLIFTS = 50;

const serviceId = z.guid("We could not find that.");

/** £100,000 for one unit is far above any real price, and catches a slipped decimal point. */
const price = pence({ min: 1n, max: 10_000_000n, label: "a price" });

/** One price as it is typed in a form, or read from a file. */
export const RateLineInput = z.object({
  what: line({ max: 120, label: "what people get for this price" }),
  unit: choice(Object.values(RateUnit), { message: "Choose what one unit is" }),
  complexity: z.preprocess(
    (raw) => (isBlank(raw) ? "any" : raw),
    choice(Object.values(Complexity), { label: "a level" }),
  ),
  price,
  vatBp: reader((raw, fail) => {
    const rate = isBlank(raw) ? "0" : typeof raw === "number" ? String(raw) : raw;
    return typeof rate === "string" && Object.keys(vatWords).includes(rate)
      ? Number(rate)
      : fail("Choose whether there is VAT");
  }),
  volumeFrom: z.preprocess(
    (raw) => (isBlank(raw) ? 1 : raw),
    wholeNumber({ min: 1, max: 1_000_000, label: "the first number" }),
  ),
  volumeTo: optional(wholeNumber({ min: 1, max: 1_000_000, label: "the last number" })),
});

export type RateLineTyped = z.output<typeof RateLineInput>;

const upliftRow = z.object({
  place: line({ max: 120, label: "a place", message: "Enter the name of a place" }),
  percent: basisPoints({ min: 1, max: 10_000, label: "what is added, as a percentage" }),
});

/** Rows up to the last that somebody filled in: what stays empty at the end was not meant. */
const filled = (isFilled: (row: unknown) => boolean) => (raw: unknown) =>
  Array.isArray(raw) ? raw.slice(0, raw.findLastIndex(isFilled) + 1) : raw;

const has =
  (...names: string[]) =>
  (row: unknown) =>
    typeof row === "object" && row !== null && names.some((name) => !isBlank(Reflect.get(row, name)));

export const RatesInput = z.object({
  serviceId,
  /** The version of the prices that the form was filled from; nought when there were none. */
  version: wholeNumber({ message: "Open the page again." }),
  /** The first day; empty is today. Not asked before a service is published: then its prices hold from that day. */
  validFrom: optional(isoDay({ label: "the first day" })),
  validTo: optional(isoDay({ label: "the last day" })),
  /** The choices of a row have a first answer already, so only what is typed counts. */
  lines: z.preprocess(
    filled(has("what", "unit", "price")),
    z
      .array(RateLineInput)
      .min(1, "Add at least one price")
      .max(MOST_PRICES, `You can have up to ${MOST_PRICES} prices`)
      .superRefine((lines, context) => {
        for (const { line: at, field, message } of rateFaults(lines))
          context.addIssue({ code: "custom", path: [at, field], message });
      }),
  ),
  uplifts: z.preprocess(
    (raw) => filled(has("place", "percent"))(raw ?? []),
    z.array(upliftRow).max(MOST_UPLIFTS, `You can have up to ${MOST_UPLIFTS} places`),
  ),
});

export const WithdrawRatesInput = z.object({ serviceId, rateCardId: z.guid("We could not find that.") });

export const TakeUpInput = z.object({ serviceId });
