import { count, day } from "@/lib/core/values/format";
import { addDays } from "@/lib/core/values/moment";
import type { CriterionName } from "../schema";

/** What the finder says. Whoever uses it may be with somebody who is waiting, so every sentence is short. */
export const finderWords = {
  title: "Find a service for someone",
  lead: "Answer up to three questions. Then see who has space now. You can skip any of them.",
  private: "We do not ask for a name, or for anything about the case. We do not save your answers.",
  where: {
    title: "Where do they need help?",
    label: "Council, police area, region or postcode",
    hint: "Such as Maidstone, Kent or ME14 1XX. Use the place where they live, or will live.",
  },
  need: {
    title: "What do they need help with?",
    label: "Choose all that they need",
    hint: "We show services that help with any of these.",
    other: "Search for another kind of service",
  },
  who: {
    title: "Who is it for?",
    hint: "This leaves out services that could not take them.",
    access: "What do they need to get there and take part?",
    accessHint: "We show services with any of these. Check that one has all that they need.",
  },
  next: "Continue",
  skip: "Skip this question",
  show: "Show services with space",
  step: (at: number) => `Question ${at} of 3`,
  results: "Services with space now",
  order: "The shortest wait is first.",
  anywhere: "Anywhere",
  anything: "Any need",
  anyone: "Anyone",
  none: "No service with space fits all of this",
  wider: "You could look wider",
  wait: "Shortest waits, with no space today",
  waitHint: "These fit what you said. They are full today, so a person would wait.",
  all: (places: string) => `Look in all of ${places}`,
  skipAll: { where: "Look everywhere", need: "Leave out what they need", who: "Leave out who it is for" },
  leaveOut: (what: string) => `Leave out: ${what}`,
  refer: "How to refer",
  askCommissioner: "Ask your commissioner how to refer. They can buy a place here.",
  selfReferral: "The person can ask for it themselves.",
  website: "Their website",
  email: "Their email for buyers",
  said: (on: string) => `The provider said so on ${on}.`,
  notPriced: "Prices are for buyers, so they are not shown here.",
} as const;

/** What people call each need, by its code; the register's own name stands beside it. */
export const needWords: Readonly<Record<string, string>> = {
  accommodation: "A place to live",
  "education-training-employment": "Work, training or learning",
  "finance-benefit-debt": "Money, benefits or debt",
  "dependency-and-recovery": "Alcohol or drugs",
  "family-and-significant-others": "Family and relationships",
  "lifestyle-and-associates": "Friends and free time",
  "emotional-wellbeing": "Feeling low, worried or unwell",
  "social-inclusion": "Being part of a community",
};

/** When somebody could start, from the day on which it is asked and the days that people wait. */
export function startWords({ openPlaces, waitDays }: { openPlaces: number; waitDays: number }, today: string): string {
  const from = day(addDays(today, waitDays));
  if (openPlaces === 0) return waitDays === 0 ? "Full today" : `Full today. Could start from about ${from}`;
  return waitDays === 0 ? "Could start today" : `Could start from about ${from}`;
}

export const spaceWords = ({ openPlaces }: { openPlaces: number }): string =>
  openPlaces > 0 ? `${count(openPlaces, "place")} open` : "No place open today";

/** Which question an answer belongs to, by what it asks. */
export const questions = {
  where: ["place"],
  need: ["need"],
  who: ["sex", "age", "cohort", "language", "access"],
} as const satisfies Record<string, readonly CriterionName[]>;

export type FinderQuestion = keyof typeof questions;
export const finderQuestions: readonly FinderQuestion[] = ["where", "need", "who"];
