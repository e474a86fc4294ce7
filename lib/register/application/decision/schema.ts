import { z } from "zod";
import { isId } from "@/lib/core/values/id";
import { choice, choices, line, reader, text, ticked, yesNo } from "@/lib/core/values/text";
import { composed, reasonCodes, reasonWords } from "./reason-words";

const id = (message: string) => reader((raw, fail) => (isId(raw) ? raw : fail(message)));
const applicationId = id("Choose an application");
/** What the queue can show. */
export const queueShows = [
  "open",
  "submitted",
  "inReview",
  "clarifying",
  "seconding",
  "overdue",
  "decided",
  "withdrawn",
  "all",
] as const;
const abouts = ["profile", "condition", "ground", "service"] as const;

export type About = { kind: (typeof abouts)[number]; id: string };

/** What a question is about, as it is kept: `condition:<id>`, `ground:<code>`, `service:<id>` or `profile`. */
export function readAbout(about: string): About | null {
  const [, name, rest = ""] = /^(profile|condition|ground|service)(?::([\w-]+))?$/.exec(about) ?? [];
  const kind = abouts.find((known) => known === name);
  return kind && (kind === "profile") === (rest === "") ? { kind, id: rest } : null;
}

export const TakeInput = z.object({ applicationId });

export const AskInput = z.object({
  applicationId,
  about: reader((raw, fail) =>
    typeof raw === "string" && readAbout(raw) ? raw : fail("Choose what the question is about"),
  ),
  question: text({ min: 10, max: 1000, label: "the question", message: "Write the question in 10 characters or more" }),
});

export const FindingInput = z
  .object({
    applicationId,
    conditionId: id("Choose a condition"),
    met: yesNo({ message: "Say whether the condition is met" }),
    note: text({ min: 0, max: 2000, label: "the note" }),
  })
  .superRefine(({ met, note }, context) => {
    if (!met && note.length < 20)
      context.addIssue({ code: "custom", path: ["note"], message: "Say what is missing, in 20 characters or more" });
  });

/** Codes come as the boxes that were ticked, or in one hidden field with commas between them. */
const codes = z.preprocess(
  (raw) =>
    [raw ?? []]
      .flat()
      .flatMap((one) => (typeof one === "string" ? one.split(",") : [one]))
      .filter((one) => one !== ""),
  choices(reasonCodes, { message: "Choose only from the reasons shown" }),
);

const tooShort = "Choose a reason, or write it in 20 characters or more";

/** What is decided about one part. Without words of the assessor's own, the usual sentences of the reasons are the reasons. */
const part = z
  .object({
    partId: id("Choose a part"),
    decision: choice(["admitted", "refused"], { message: "Choose admit or refuse" }),
    codes,
    reasons: text({ min: 0, max: 3000, label: "the reasons" }),
  })
  .superRefine(({ decision, codes, reasons }, context) => {
    if (codes.some((code) => reasonWords[code].decision !== decision))
      context.addIssue({ code: "custom", path: ["codes"], message: "Choose reasons that fit the decision" });
    if (decision === "refused" && codes.length === 0)
      context.addIssue({ code: "custom", path: ["codes"], message: "Choose at least one reason for refusing" });
    if (reasons === "" ? codes.length === 0 : reasons.length < 20)
      context.addIssue({ code: "custom", path: ["reasons"], message: tooShort });
  })
  .transform(({ reasons, ...said }) => ({ ...said, reasons: reasons || composed(said.codes) }));

export const DecideInput = z.object({ applicationId, parts: z.array(part).min(1).max(100) });
export type SaidPart = z.output<typeof part>;

export const AgreeInput = z.object({ applicationId });
export const DisagreeInput = z.object({
  applicationId,
  reason: text({ min: 20, max: 2000, message: "Say why, in 20 characters or more" }),
});

export const HandOverInput = z.object({ applicationId, assessorId: id("Choose who takes it") });

export const NoteInput = z.object({
  applicationId,
  text: text({ max: 2000, label: "the note", message: "Write the note" }),
});

export const GroundFindingInput = z
  .object({
    applicationId,
    groundCode: line({ max: 60, message: "Choose a ground" }),
    applies: yesNo({ message: "Say whether the ground applies" }),
    selfCleaned: ticked(),
    note: text({ min: 20, max: 2000, message: "Say what you found, in 20 characters or more" }),
  })
  .transform((said) => ({ ...said, selfCleaned: said.applies && said.selfCleaned }));

/** Filters of the queue, as they stand in the address. Anything not understood is no filter. */
export const QueueFilter = z.object({
  q: line({ min: 0, max: 100 }).catch(""),
  show: choice(queueShows).catch("open"),
  /** `anyone`, `me`, `nobody`, or the id of an assessor. */
  who: reader((raw, fail) => (raw === "me" || raw === "nobody" || isId(raw) ? raw : fail("Choose who has it"))).catch(
    "anyone",
  ),
  part: line({ min: 0, max: 3 }).catch(""),
  /** Sent at least so many working days ago. */
  age: choice(["5", "10", "15", "20"]).nullable().catch(null),
  due: choice(["late", "week", "fortnight"]).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type QueueFilter = z.output<typeof QueueFilter>;

/** The year that statistics are of; without one, the last 12 months. */
export const StatisticsFilter = z.object({ year: z.coerce.number().int().min(2020).max(2100).nullable().catch(null) });
export type StatisticsFilter = z.output<typeof StatisticsFilter>;
