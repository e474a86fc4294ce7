import { z } from "zod";
import { optional, text, ticked } from "@/lib/core/values/text";
import { problems } from "./words";

const person = (message: string) => z.uuid({ error: message });
const people = z
  .union([z.array(z.uuid()), z.uuid().transform((id) => [id]), z.literal("").transform(() => [])])
  .default([])
  .transform((ids) => [...new Set(ids)]);

/** The panel as it shall be. A reason when there is one evaluator, or when scoring has begun. */
export const PanelInput = z
  .object({
    id: z.uuid(),
    evaluators: people,
    moderator: person("Choose the moderator"),
    reason: text({ min: 0, max: 2000, label: "the reason" }),
  })
  .superRefine(({ evaluators, moderator }, context) => {
    if (evaluators.includes(moderator))
      context.addIssue({ code: "custom", path: ["moderator"], message: problems.twoRoles });
  });

/** What is decided about each tender that is in doubt before scoring starts. */
export const StartInput = z.object({
  id: z.uuid(),
  decisions: z
    .array(
      z.object({
        tenderId: z.uuid(),
        what: z.enum(["consider", "disregard"], { error: problems.decide }),
        reason: text({ max: 2000, label: "why" }),
      }),
    )
    .max(500)
    .default([]),
});

/** A score as it stands in a form: a radio and a reason, both empty where nothing is said yet. */
const given = z
  .object({
    tenderId: z.uuid(),
    criterionId: z.uuid(),
    score: optional(
      z
        .union(
          [
            z.number(),
            z
              .string()
              .regex(/^[0-5]$/)
              .transform(Number),
          ],
          { error: problems.score },
        )
        .pipe(z.number().int().min(0).max(5)),
    ).default(null),
    reason: text({ min: 0, max: 4000, label: "the reason" }),
  })
  .superRefine(({ score, reason }, context) => {
    if (score === null && reason !== "") context.addIssue({ code: "custom", path: ["score"], message: problems.score });
    if (score !== null && reason === "")
      context.addIssue({ code: "custom", path: ["reason"], message: problems.reason });
  });

/** One score, or a page of them. */
export const ScoresInput = z.object({ id: z.uuid(), scores: z.array(given).min(1).max(200) });
export type GivenScore = z.output<typeof given>;

export const FinishInput = z.object({
  id: z.uuid(),
  sure: ticked({ required: true, message: "Tick the box when all your scores are final" }),
});

export const LockInput = z.object({
  id: z.uuid(),
  sure: ticked({ required: true, message: "Tick the box when every consensus is final" }),
});

export const ReviseInput = z.object({
  id: z.uuid(),
  tenderId: z.uuid(),
  criterionId: z.uuid(),
  score: z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^[0-5]$/)
          .transform(Number),
      ],
      { error: problems.score },
    )
    .pipe(z.number().int().min(0).max(5)),
  reason: text({ max: 4000, label: "why this score is right" }),
  changedFor: text({ max: 2000, label: "why it is changed after the lock" }),
});
