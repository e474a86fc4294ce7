import type { QueueFilter } from "./schema";

/** What the queue can be narrowed to. */
export const showWords: Record<QueueFilter["show"], string> = {
  open: "Everything open",
  submitted: "Waiting for review",
  inReview: "In review",
  clarifying: "Question asked",
  seconding: "Waiting for a second assessor",
  overdue: "Late",
  decided: "Decided",
  withdrawn: "Withdrawn",
  all: "Everything",
};

export const whoWords = { anyone: "Anyone", me: "Me", nobody: "Nobody yet" } as const;

export const ageWords = {
  "5": "5 working days or more",
  "10": "10 working days or more",
  "15": "15 working days or more",
  "20": "20 working days or more",
} as const;

export const dueWords = { late: "Late", week: "In the next 7 days", fortnight: "In the next 14 days" } as const;
