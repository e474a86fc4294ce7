import { count } from "@/lib/core/values/format";
import { toPercent } from "@/lib/core/values/share";
import type { Tone } from "@/lib/core/values/tone";
import { criteriaWords } from "../criteria/words";

export const sections = [
  "need",
  "lots",
  "criteria",
  "conditions",
  "timetable",
  "route",
  "funders",
  "conflicts",
] as const;
export type Section = (typeof sections)[number];

/** What each section of a draft is called, the act that begins it, and what it asks, in one line. */
export const sectionWords: Record<Section, { label: string; act: string; asks: string }> = {
  need: { label: "The need", act: "Write the need", asks: "What is needed, for whom, and from when to when." },
  lots: {
    label: "Lots, volumes and budgets",
    act: "Add the lots",
    asks: "Where, how much in each month, and the most that may be paid.",
  },
  criteria: {
    label: "Criteria",
    act: "Choose the criteria",
    asks: "What tenders are judged by, and how much each counts.",
  },
  conditions: {
    label: "Conditions",
    act: "Look at the conditions",
    asks: "What a tender must promise to be considered at all. You may have none.",
  },
  timetable: { label: "Timetable", act: "Plan the timetable", asks: "From publication to signing, on working days." },
  route: { label: "Route", act: "Choose the route", asks: "How the law lets you find a supplier." },
  funders: { label: "Who pays", act: "Say who pays", asks: "Each body and its share of each lot." },
  conflicts: {
    label: "Conflicts of interest",
    act: "Assess conflicts",
    asks: "What you assessed, before any notice goes out.",
  },
};

export type SectionState = "notBegun" | "incomplete" | "ready" | "none";

/** How far a section is. */
export const sectionStateWords: Record<SectionState, { label: string; tone: Tone }> = {
  notBegun: { label: "Not started", tone: "neutral" },
  incomplete: { label: "Not finished", tone: "wait" },
  ready: { label: "Ready", tone: "good" },
  none: { label: "None", tone: "good" },
};

/** Changes of a draft, as a timeline tells them. */
export const needEvents = {
  start: "Started",
  saveNeed: "The need was changed",
  saveLot: "A lot was changed",
  removeLot: "A lot was removed",
  splitLot: "A lot was split by place",
  saveCriteria: "The criteria were changed",
  saveConditions: "The conditions were changed",
  saveTimetable: "The timetable was changed",
} as const;

/** What is missing from a draft, each as a sentence that says what to do. */
export const missing = {
  need: "Say what is needed.",
  forWhom: "Say for whom it is.",
  outcomes: "Choose at least one outcome.",
  term: "Say when it starts and when it ends.",
  begun: "The start date has passed. Choose a later one.",
  socialValue: "Say how it could improve the well-being of the area, before you start (Act of 2012).",
  barriers: "Say what would keep small organisations away, and what you did about it (s86).",
  investor: "Say which investor carries the risk of the bond.",
  cap: "Say the most that the investor may earn.",
  noLots: "Add at least one lot.",
  volumes: (number: number, months: number) =>
    `Lot ${number} has no volume for ${count(months, "month")} of the term. Say how many are expected.`,
  nothing: (number: number) => `Lot ${number} expects nothing in any month. Say how many are expected.`,
  extension: (number: number) => `Lot ${number} has money for extensions, but the need has none.`,
  noExtension: "The term can be extended, but no lot says what that would cost.",
  total: (bp: number) => `${criteriaWords.total(bp)}.`,
  noTimetable: "Say when it is published, when it closes and when it is decided.",
  route: "Choose the route.",
  routeReason: "Say why this route is right.",
  market: "Choose the dynamic market that the competition is held in.",
  shares: (number: number) => `The shares of lot ${number} do not add up to its budget.`,
  conflicts: "Write down what you assessed about conflicts of interest.",
  weights: (bp: number) => `The weights add up to ${toPercent(bp)}%.`,
};

/** What a command about the need refuses for. */
export const needProblems = {
  notInvestor: "Choose an investor that is with us today",
  noInvestor: "Choose who carries the risk of the bond",
  copied: "We could not find the call-off to start from",
};
