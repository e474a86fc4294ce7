import { z } from "zod";
import { pence } from "@/lib/core/values/money";
import { basisPoints } from "@/lib/core/values/share";
import { choice, isoDay, line, optional, text, wholeNumber } from "@/lib/core/values/text";
import { MOST_PRICES } from "@/lib/register/service/rates/schema";
import { pickedBudgets } from "../budget/schema";
import { eachOnce, noConflict } from "../given";

export const LARGEST_VOLUME = 1_000_000;
export const MOST_FUNDERS = 8;

const details = {
  instrument: choice(["contract", "grant"], { label: "a contract or a grant" }),
  title: line({ max: 120, label: "a title" }),
  need: text({ max: 2000, label: "what is needed" }),
  placeCode: line({ max: 100, label: "a place", message: "Choose a place" }),
  startsOn: isoDay({ label: "the start date" }),
  endsOn: isoDay({ label: "the end date" }),
  reason: text({ min: 0, max: 2000, label: "the reason" }),
};

type Typed = { startsOn: string; endsOn: string; instrument: "contract" | "grant"; reason: string };
type Issue = { path: (keyof Typed)[]; message: string };

function faults({ startsOn, endsOn, instrument, reason }: Typed): Issue[] {
  const found: Issue[] = [];
  if (endsOn < startsOn) found.push({ path: ["endsOn"], message: "The end date must be the start date or later" });
  if (endsOn.slice(0, 4) > String(Number(startsOn.slice(0, 4)) + 5))
    found.push({ path: ["endsOn"], message: "The end date must be within five years of the start" });
  if (instrument === "grant" && reason === "")
    found.push({ path: ["reason"], message: "Say what public benefit the grant will bring" });
  return found;
}

export const StartInput = z
  .object({ serviceId: z.uuid(), shortlistId: optional(z.uuid()), ...details })
  .superRefine((typed, context) => {
    for (const issue of faults(typed)) context.addIssue({ code: "custom", ...issue });
  });

const edited = { id: z.uuid(), version: wholeNumber({ label: "the version" }) };

export const DetailsInput = z.object({ ...edited, ...details }).superRefine((typed, context) => {
  for (const issue of faults(typed)) context.addIssue({ code: "custom", ...issue });
});

/** A volume left empty, or nought, is not bought. */
export const LinesInput = z.object({
  ...edited,
  lines: z
    .array(
      z.object({
        rateLineId: z.uuid(),
        volume: optional(wholeNumber({ max: LARGEST_VOLUME, label: "how many" })),
      }),
    )
    .max(MOST_PRICES),
});

const share = {
  percent: basisPoints({ min: 1, max: 9_999, label: "the percentage" }),
  pounds: pence({ min: 1n, label: "the amount" }),
};
const organisationId = z.uuid({ error: "Choose an organisation" });

/** Who pays beside the buyer. The buyer pays the rest. */
export const FundersInput = z
  .discriminatedUnion(
    "method",
    [
      z.object({
        ...edited,
        method: z.literal("percent"),
        others: z.array(z.object({ organisationId, share: share.percent })).max(MOST_FUNDERS),
      }),
      z.object({
        ...edited,
        method: z.literal("pounds"),
        others: z.array(z.object({ organisationId, share: share.pounds })).max(MOST_FUNDERS),
      }),
    ],
    { error: "Choose percentages or pounds" },
  )
  .superRefine(eachOnce);

export const ProposeInput = z.object({ id: z.uuid(), conflict: noConflict });

export const ConflictInput = z.object({ id: z.uuid(), detail: text({ max: 2000, label: "what the conflict is" }) });

export const ApproveInput = z.object({
  id: z.uuid(),
  /** A budget for each financial year that the purchase touches. */
  budgets: pickedBudgets.default({}),
  conflict: noConflict,
});

const reason = text({ max: 2000, label: "the reason" });

export const RefuseInput = z.object({ id: z.uuid(), reason });
export const DeclineInput = z.object({ id: z.uuid(), reason });
export const WithdrawInput = z.object({ id: z.uuid(), reason: text({ min: 0, max: 2000, label: "the reason" }) });
