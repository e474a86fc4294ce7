import { count } from "@/lib/core/values/format";

/** What a command says when an amendment cannot be made. */
export const amendmentProblems = {
  earlier: "Tenders may not close earlier than it was said",
  tooSoon: (days: number) =>
    `Leave ${count(days, "working day")} or more from today to the close, so that everyone can change their tender`,
  questionsLate: "Questions must end before tenders close",
  questionsEarlier: "Questions may not end earlier than it was said",
} as const;

/** What happened, in a history. */
export const amendmentEvents = { amend: "An amendment was published, and everyone was told" } as const;
