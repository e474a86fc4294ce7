import { z } from "zod";
import { RateUnit } from "@/lib/core/prisma/enums";
import { pence, toPounds } from "@/lib/core/values/money";
import { basisPoints } from "@/lib/core/values/share";
import { choice, isBlank, line, named, optional, reader, wholeNumber } from "@/lib/core/values/text";
import type { CostInputs } from "./rules";

export const MOST_POSTS = 30;

/** A part of a full-time post in hundredths: "1", "0.5", "2.75". */
const fte = reader((raw, fail) => {
  const { subject } = named({ label: "how many posts" });
  if (isBlank(raw)) return fail("Enter how many full-time posts, such as 1 or 0.5");
  const typed = typeof raw === "number" ? String(raw) : typeof raw === "string" ? raw.trim() : "";
  const [, whole = "", part = ""] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(typed) ?? [];
  const hundredths = whole === "" ? 0 : Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return hundredths >= 1 && hundredths <= 50_000 ? hundredths : fail(`${subject} must be more than 0 and up to 500`);
});

const salary = pence({ min: 1n, max: 100_000_000n, label: "the yearly salary" });
const cost = pence({ min: 1n, max: 10_000_000_000n, label: "the yearly cost" });
const unit = choice(Object.values(RateUnit), { message: "Choose what one unit is" });
const percent = (label: string) => basisPoints({ max: 10_000, label });

const filled = (raw: unknown) =>
  Array.isArray(raw)
    ? raw.filter((row) => typeof row === "object" && row !== null && Object.values(row).some((cell) => !isBlank(cell)))
    : (raw ?? []);

/** What is typed on the page: money in pounds, shares in percent. */
export const CostInput = z
  .object({
    serviceId: z.guid("We could not find that."),
    edit: wholeNumber({ message: "Open the page again." }),
    unit,
    posts: z.preprocess(
      filled,
      z
        .array(z.object({ role: line({ max: 80, label: "what the post is" }), fte, salary }))
        .max(MOST_POSTS, `You can have up to ${MOST_POSTS} posts`),
    ),
    ni: percent("National Insurance"),
    pension: percent("the pension"),
    others: z.preprocess(
      filled,
      z
        .array(z.object({ what: line({ max: 80, label: "what it is" }), cost }))
        .max(MOST_POSTS, `You can have up to ${MOST_POSTS} costs`),
    ),
    overheadKind: choice(["percent", "amount"], { message: "Choose a percentage or an amount" }),
    overheadPercent: optional(percent("the overheads")),
    overheadAmount: optional(pence({ max: 10_000_000_000n, label: "the overheads" })),
    hours: wholeNumber({ min: 1, max: 3000, label: "the paid hours" }),
    utilisation: basisPoints({ min: 1, max: 10_000, label: "the share of hours with people" }),
    units: optional(wholeNumber({ min: 1, max: 10_000_000, label: "how many units" })),
  })
  .superRefine((typed, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (typed.posts.length === 0 && typed.others.length === 0)
      wrong("posts", "Enter at least one post or one other cost");
    if (typed.overheadKind === "percent" && typed.overheadPercent === null)
      wrong("overheadPercent", "Enter the overheads as a percentage");
    if (typed.overheadKind === "amount" && typed.overheadAmount === null)
      wrong("overheadAmount", "Enter the overheads as an amount");
    if (typed.unit !== "hour" && typed.units === null)
      wrong("units", "Enter how many units you will deliver in a year");
    if (typed.unit === "hour" && typed.units === null && typed.posts.length === 0)
      wrong("units", "Enter how many hours you will deliver in a year");
  });

type Typed = Omit<z.output<typeof CostInput>, "serviceId" | "edit">;

/** What was typed as the rules want it. */
export const inputsOf = ({ posts, others, ni, pension, overheadKind, utilisation, ...typed }: Typed): CostInputs => ({
  unit: typed.unit,
  posts: posts.map(({ salary: salaryPence, ...post }) => ({ ...post, salaryPence })),
  niBp: ni,
  pensionBp: pension,
  others: others.map(({ what, cost: amount }) => ({ what, pence: amount })),
  overheads:
    overheadKind === "percent"
      ? { kind: "percent", bp: typed.overheadPercent ?? 0 }
      : { kind: "amount", pence: typed.overheadAmount ?? 0n },
  hours: typed.hours,
  utilisationBp: utilisation,
  units: typed.units,
});

const keptPence = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt);

/** The inputs as they are kept: pence as text, because JSON has no exact whole number of that size. */
export const KeptCosts = z.object({
  unit: z.enum(RateUnit),
  posts: z.array(z.object({ role: z.string(), fte: z.number().int(), salaryPence: keptPence })),
  niBp: z.number().int(),
  pensionBp: z.number().int(),
  others: z.array(z.object({ what: z.string(), pence: keptPence })),
  overheads: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("percent"), bp: z.number().int() }),
    z.object({ kind: z.literal("amount"), pence: keptPence }),
  ]),
  hours: z.number().int(),
  utilisationBp: z.number().int(),
  units: z.number().int().nullable(),
});

/** The inputs ready to be kept as JSON. */
export const toKeep = ({ posts, others, overheads, ...inputs }: CostInputs): z.input<typeof KeptCosts> => ({
  ...inputs,
  posts: posts.map(({ salaryPence, ...post }) => ({ ...post, salaryPence: String(salaryPence) })),
  others: others.map(({ what, pence: amount }) => ({ what, pence: String(amount) })),
  overheads: overheads.kind === "percent" ? overheads : { kind: "amount", pence: String(overheads.pence) },
});

const Suggested = z.object({
  price: z
    .string()
    .regex(/^\d{1,11}$/)
    .transform(BigInt),
  unit: z.enum(RateUnit),
});

/** A price that was worked out, from an address: pounds for a form, and its unit. Null for anything else. */
export function readSuggested(asked: Record<string, string | string[] | undefined>) {
  const read = Suggested.safeParse(asked);
  return read.success ? { price: toPounds(read.data.price), unit: read.data.unit } : null;
}
