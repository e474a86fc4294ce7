/** How far a story goes; each stage includes those before it. */
export const stages = [
  "draft",
  "asked",
  "published",
  "closed",
  "evaluating",
  "moderated",
  "proposed",
  "standstill",
  "concluded",
  "signed",
] as const;
export type Stage = (typeof stages)[number];

export type LotStory = {
  title: string;
  category: string;
  places: string[];
  unit: "referral" | "session" | "hour" | "week" | "placeNight";
  pounds: number;
  more?: number;
  monthly: number;
};

/** `asks` is the price of one unit in pounds for each lot that it wants, by the lot's number; `points` what its answers deserve. */
export type TenderStory = {
  charity: string;
  asks: Record<number, number>;
  points: number;
  mobilisation?: number;
  partner?: { charity: string; share: string; does: string };
  /** How far it came; submitted when nothing is said. */
  upTo?: "draft";
};

export type CallOffStory = {
  title: string;
  route: "quotes" | "belowThreshold" | "marketCompetition" | "grantRound";
  instrument: "contract" | "grant";
  buyer: "weald" | "ridings" | "capital";
  partnerPercent?: number;
  need: string;
  forWhom: string;
  outcomes: string[];
  lots: LotStory[];
  /** How long the first term is; a year when nothing is said. */
  months?: number;
  /** Working days ago on which tenders close; below nought when they are still to close. */
  closed: number;
  upTo: Stage;
  tenders: TenderStory[];
  questions?: { from: string; asks: string; answer?: string }[];
  amended?: string;
  declines?: { charity: string; words: string }[];
  end?: "cancelled" | "none";
  challenge?: string;
};
