import { z } from "zod";
import { pence } from "@/lib/core/values/money";
import { choice, codes, line, optional, text, wholeNumber } from "@/lib/core/values/text";
import { MOST_MONTHS } from "./rules";
import { fills } from "./words";

const edited = { id: z.uuid(), version: wholeNumber({ label: "the version" }) };
const units = ["referral", "session", "hour", "week", "placeNight", "outcome"] as const;
export const MOST_PLACES = 60;
const LARGEST = 1_000_000;

/** Which of the places are known is the command's business. */
const places = codes({ min: 1, max: MOST_PLACES, label: "places", message: "Choose at least one place" });

const volume = (label: string) => optional(wholeNumber({ max: LARGEST, label }));

/** A lot as its form sends it. `months` are the volumes of the term in order, for `each`; the two other ways fill them. */
export const LotInput = z
  .object({
    ...edited,
    lotId: optional(z.uuid()),
    title: line({ max: 120, label: "a title" }),
    description: text({ min: 0, max: 3000, label: "the description" }),
    categoryCode: line({ max: 100, message: "Choose what is bought" }),
    cohortCode: optional(line({ max: 100 })),
    placeCodes: places,
    budgetPence: pence({ min: 1n, label: "the budget" }),
    extensionPence: optional(pence({ label: "the money for extensions" })),
    unit: choice(units, { message: "Choose what is counted" }),
    fill: choice(fills, { message: "Choose how the volumes are given" }),
    sameVolume: volume("how many"),
    rampFrom: volume("how many in the first month"),
    rampTo: volume("how many in a full month"),
    rampMonths: optional(wholeNumber({ min: 2, max: MOST_MONTHS, label: "the month in which it is full" })),
    months: z.array(z.object({ volume: volume("how many") })).max(MOST_MONTHS),
  })
  .superRefine((typed, context) => {
    const ask = (field: keyof typeof typed, message: string) => {
      if (typed[field] === null) context.addIssue({ code: "custom", path: [field], message });
    };
    if (typed.fill === "same") ask("sameVolume", "Say how many are expected in a month");
    if (typed.fill !== "ramp") return;
    ask("rampFrom", "Say how many are expected in the first month");
    ask("rampTo", "Say how many are expected in a full month");
    ask("rampMonths", "Say in which month it is full");
  });

export const RemoveLotInput = z.object({ ...edited, lotId: z.uuid() });

export const SplitLotInput = z.object({ ...edited, lotId: z.uuid(), placeCodes: places });
