import { z } from "zod";
import { basisPoints } from "@/lib/core/values/share";
import { choice, codes, isoDay, line, optional, text, wholeNumber } from "@/lib/core/values/text";

const title = line({ max: 120, label: "a title" });

/** The longest first term that we take, in years. */
const MOST_YEARS = 10;

export const StartCallOffInput = z.object({
  title,
  instrument: choice(["contract", "grant", "bond"], { message: "Choose a contract, a grant or a bond" }),
  /** An earlier call-off to copy from: its need, lots, criteria and conditions. */
  fromId: optional(z.uuid()),
});

/** The need as its form sends it. A draft may be saved unfinished, so most of it may be empty; what is there must make sense. */
export const NeedInput = z
  .object({
    ...{ id: z.uuid(), version: wholeNumber({ label: "the version" }) },
    title,
    need: text({ min: 0, max: 5000, label: "what is needed" }),
    forWhom: text({ min: 0, max: 2000, label: "for whom it is" }),
    outcomeCodes: codes({ max: 40, label: "outcomes" }),
    startsOn: optional(isoDay({ label: "the start date" })),
    endsOn: optional(isoDay({ label: "the end date" })),
    extensionMonths: optional(wholeNumber({ max: 120, label: "the months of extension" })),
    mobilisationWeeks: optional(wholeNumber({ max: 104, label: "the weeks to get ready" })),
    socialValueStatement: text({ min: 0, max: 3000, label: "the social value statement" }),
    barriersConsidered: text({ min: 0, max: 3000, label: "the barriers" }),
    vcseShareBp: optional(basisPoints({ label: "the share for voluntary organisations" })),
    investorId: optional(z.uuid({ error: "Choose an investor" })),
    returnCapBp: optional(basisPoints({ label: "the cap on the return" })),
  })
  .superRefine(({ startsOn, endsOn }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!startsOn || !endsOn) return;
    if (endsOn < startsOn) wrong("endsOn", "The end date must be the start date or later");
    if (endsOn.slice(0, 4) > String(Number(startsOn.slice(0, 4)) + MOST_YEARS))
      wrong("endsOn", `The end date must be within ${MOST_YEARS} years of the start`);
  });
