import type { ConditionAbout, CriterionKind, PriceMethod } from "@/lib/core/prisma/enums";
import { pounds } from "@/lib/core/values/format";
import { toPercent } from "@/lib/core/values/share";

/** What people read for each kind of criterion. */
export const kindWords: Record<CriterionKind, { label: string; meaning: string }> = {
  quality: { label: "Quality", meaning: "How well the service would be done." },
  socialValue: { label: "Social value", meaning: "What else it would do for people and places." },
  price: { label: "Price", meaning: "What it would cost." },
};

/** What people read for each way in which a price counts. */
export const priceMethodWords: Record<PriceMethod, { label: string; meaning: string; working: string }> = {
  lowestOverPrice: {
    label: "Lowest price over price",
    meaning: "The lowest price has all the points for price. Others have fewer, in proportion.",
    working: "Points = lowest price ÷ this price × weight.",
  },
  fixedPrice: {
    label: "Fixed price",
    meaning: "You set the price with the budget. Tenders compete on quality and social value alone.",
    working: "Price has no points. A tender may not ask for more than the lot's budget.",
  },
  qualityPerPound: {
    label: "Quality for each pound",
    meaning: "Quality and social value make all 100 points. The most points for each pound wins.",
    working: "Rank = points ÷ price, compared exactly.",
  },
};

/** The scale that every answer is scored on, as tenderers and evaluators read it. */
export const scoringGuide: readonly { score: number; label: string; meaning: string }[] = [
  { score: 0, label: "No answer", meaning: "Nothing was said, or it does not answer the question." },
  { score: 1, label: "Poor", meaning: "A small part is answered. There are serious doubts." },
  { score: 2, label: "Weak", meaning: "Some of it is answered. There are doubts about the rest." },
  { score: 3, label: "Good", meaning: "It answers the question. Small doubts remain." },
  { score: 4, label: "Very good", meaning: "It answers all of the question, with evidence." },
  { score: 5, label: "Excellent", meaning: "It answers all of it with strong evidence, and adds more." },
];

/** What is said when criteria cannot stand. */
export const criteriaWords = {
  ppn: "PPN 002, the Social Value Model",
  own: "Our own rule; Public Services (Social Value) Act 2012",
  total: (bp: number) =>
    bp < 10_000
      ? `The weights add up to ${toPercent(bp)}%. Share out the other ${toPercent(10_000 - bp)}%`
      : `The weights add up to ${toPercent(bp)}%. Take ${toPercent(bp - 10_000)}% away`,
  onePrice: "There is a criterion for price already. Keep one of them",
  noPrice: "Price has no weight with this method. Remove this criterion",
  needsPrice: "This method needs a criterion for price with a weight",
  needsQuality: "Ask at least one question about quality",
  noWeight: "Give this criterion a weight, or remove it",
  noQuestion: "Write the question that tenders answer",
  noLimit: "Say how many words an answer may have",
  belowFloor: (bp: number, floor: number) =>
    `Social value weighs ${toPercent(bp)}%. A central body must give it ${toPercent(floor)}% or more (PPN 002)`,
  sayWhy: (bp: number, floor: number) =>
    `Social value weighs ${toPercent(bp)}%, which is less than ${toPercent(floor)}%. Say why`,
};

export const aboutWords: Record<ConditionAbout, { label: string; meaning: string }> = {
  service: { label: "The service", meaning: "Something that the service must do or have." },
  supplier: { label: "The supplier", meaning: "Something that the organisation itself must be, or must show." },
};

/** What is said about conditions that may not be asked, or that should be thought about. */
export const conditionWords = {
  notBelow: (threshold: bigint | null) =>
    `Below the threshold${threshold === null ? "" : ` of ${pounds(threshold)}`} nobody may be kept out by a check of the supplier (Procurement Act 2023 s85). Ask about the service instead`,
  many: (count: number) =>
    `${count} conditions are many for a call-off of this value. Each of them keeps some small organisations away.`,
  insurance: "Insurance need not be in place before the award. Ask for a promise to have it by then.",
  accounts: "Audited accounts may only be asked of those who must have an audit by law.",
};

/** What a new call-off begins with: quality 60, social value 10, price 30. */
export const firstCriteria: readonly {
  kind: CriterionKind;
  title: string;
  question: string;
  guidance: string;
  weightBp: number;
  wordLimit: number | null;
}[] = [
  {
    kind: "quality",
    title: "How you would do it",
    question: "How would you run this service, and why would it work for the people it is for?",
    guidance: "Say who would do what, where and how often. Say what people it serves have told you.",
    weightBp: 4_000,
    wordLimit: 750,
  },
  {
    kind: "quality",
    title: "How you would know it works",
    question: "How would you know that it works, and what would you do when it does not?",
    guidance: "Say what you would measure, who would see it, and give an example of something you put right.",
    weightBp: 2_000,
    wordLimit: 500,
  },
  {
    kind: "socialValue",
    title: "Social value",
    question: "What else would this work do for people and places near it?",
    guidance: "Make offers that can be counted: a measure, where it stands now, the target, and by when.",
    weightBp: 1_000,
    wordLimit: 300,
  },
  {
    kind: "price",
    title: "Price",
    question: "",
    guidance: "",
    weightBp: 3_000,
    wordLimit: null,
  },
];
