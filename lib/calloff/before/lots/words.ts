import { day } from "@/lib/core/values/format";

/** What the ways to fill the months are called. */
export const fillWords = {
  same: { label: "The same every month", meaning: "One number for all months." },
  ramp: { label: "Growing", meaning: "From a first month up to a full one, evenly, and then the same." },
  each: { label: "Month by month", meaning: "You write each month yourself." },
} as const;

export const fills = ["same", "ramp", "each"] as const;
export type Fill = (typeof fills)[number];

/** What a command about lots refuses for. */
export const lotProblems = {
  noTerm: "Say first when the service starts and ends. Volumes are forecast for each month between.",
  tooMany: "This call-off has as many lots as it can have. Remove one first",
  category: "Choose what is bought",
  cohort: "Choose a group from the list",
  place: "Choose places from the list",
  sameUnits: "Say how many are expected in at least one month",
  growing: "Growing must end within the term",
  extension: "The need has no extension. Say first by how many months it may be extended, or leave this empty",
  split: "Choose two places or more of this lot to split it by",
  thin: "The budget is too small to be split like this",
  month: "That month is not in the term",
};

/** A month as people say it, from its first day: "April 2028". */
export const monthName = (month: string): string => day(month).replace(/^1 /, "");
