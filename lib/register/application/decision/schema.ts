import { z } from "zod";
import { isId } from "@/lib/core/id";
import { choice, line, reader, text, yesNo } from "@/lib/core/text";

const id = (message: string) => reader((raw, fail) => (isId(raw) ? raw : fail(message)));
const applicationId = id("Choose an application");
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

export const DecideInput = z.object({
  applicationId,
  parts: z
    .array(
      z.object({
        partId: id("Choose a part"),
        decision: choice(["admitted", "refused"], { message: "Choose admit or refuse" }),
        reasons: text({ min: 20, max: 3000, message: "Give the reasons in 20 characters or more" }),
      }),
    )
    .min(1)
    .max(100),
});

/** Filters of the queue, as they stand in the address. Anything not understood is no filter. */
export const QueueFilter = z.object({
  q: line({ min: 0, max: 100 }).catch(""),
  show: choice(["open", "submitted", "inReview", "clarifying", "overdue", "decided", "withdrawn", "all"]).catch("open"),
  who: choice(["anyone", "me", "nobody"]).catch("anyone"),
  part: line({ min: 0, max: 3 }).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type QueueFilter = z.output<typeof QueueFilter>;
