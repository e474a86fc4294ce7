import type { Instrument, PurchaseState, RateUnit } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import { unitWords } from "@/lib/register/service/words";
import type { PurchaseEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<PurchaseState, { label: string; tone: Tone; meaning: string }> = {
  draft: { label: "Draft", tone: "note", meaning: "You can change anything until you propose it." },
  proposed: {
    label: "Waiting for approval",
    tone: "wait",
    meaning: "Each organisation that pays must approve its share.",
  },
  offered: { label: "Offered", tone: "wait", meaning: "The money is set aside, and the supplier is deciding." },
  accepted: { label: "Agreed", tone: "good", meaning: "The supplier accepted, and the agreement exists." },
  refused: { label: "Refused", tone: "bad", meaning: "A funder refused its share. No money is set aside." },
  declined: { label: "Declined", tone: "bad", meaning: "The supplier said no. No money is set aside." },
  withdrawn: { label: "Withdrawn", tone: "neutral", meaning: "The buyer took it back. No money is set aside." },
};

/** The same states as the supplier reads them. */
export const offerWords: Record<PurchaseState, { label: string; tone: Tone; meaning: string }> = {
  ...stateWords,
  offered: {
    label: "Waiting for your answer",
    tone: "wait",
    meaning: "You can accept it, or decline it with a reason.",
  },
  accepted: { label: "Accepted", tone: "good", meaning: "You accepted it, and the agreement exists." },
  declined: { label: "Declined", tone: "neutral", meaning: "You said no, and the buyer has been told why." },
  withdrawn: { label: "Taken back", tone: "neutral", meaning: "The buyer took the offer back before you answered." },
};

/** What each act is called on its button, and in a timeline once it is done. */
export const eventWords: Record<PurchaseEvent, { act: string; done: string }> = {
  propose: { act: "Propose this purchase", done: "Proposed" },
  offer: { act: "Offer", done: "Every funder approved, and it was offered to the supplier" },
  refuse: { act: "Refuse", done: "Refused" },
  withdraw: { act: "Withdraw this purchase", done: "Withdrawn by the buyer" },
  accept: { act: "Accept", done: "Accepted by the supplier" },
  decline: { act: "Decline", done: "Declined by the supplier" },
};

/** Changes of a draft, as a timeline tells them. */
export const draftWords = {
  start: "Started",
  saveLines: "Volumes changed",
  saveFunders: "Funders changed",
  saveDetails: "Details changed",
  declareConflict: "A conflict of interest was declared",
} as const;

export const instrumentWords: Record<Instrument, { label: string; article: string; meaning: string }> = {
  contract: {
    label: "Contract",
    article: "a contract",
    meaning: "You buy services, and pay for what is delivered. VAT is added where it is due.",
  },
  grant: {
    label: "Grant",
    article: "a grant",
    meaning: "You give money for a public benefit. No VAT is added, and what is not spent comes back.",
  },
  bond: {
    label: "Bond",
    article: "a bond",
    meaning:
      "An investor pays the provider in advance and carries the risk. You pay the investor for results, up to a cap.",
  },
};

/** What a purchase is refused for, before it is proposed. */
export const problems = {
  closed: "This purchase has been proposed, so it can no longer be changed.",
  noLines: "Say how much you need before you propose this.",
  gone: "This service can no longer be bought. It has been paused, withdrawn or changed by its provider.",
  noPrices: "This service has no prices for today. Ask its provider to publish new ones.",
  oldPrices: "These prices have ended. Start a new purchase at today's prices.",
  begun: "The start date has passed. Change it before you propose this.",
  conflicted: "You declared a conflict of interest in this purchase. A colleague must act instead.",
  alone: (name: string) =>
    `${name} has nobody else who can approve its share. Ask an administrator there to add an approver.`,
  shares: "The shares do not add up to the price. Check who pays.",
  notAsked: "This share is not waiting for an answer.",
  suspended: "The supplier's membership of the register is not active, so this cannot be agreed now.",
};

const unitLabel = (unit: RateUnit, volume: number) => (volume === 1 ? unitWords[unit].one : unitWords[unit].several);

/** Why a volume does not fit its price, in words that say how to put it right. */
export const bandWords = {
  below: (unit: RateUnit, from: number) =>
    `This price starts at ${from} ${unitLabel(unit, from)}. Enter ${from} or more, or leave it empty.`,
  above: (unit: RateUnit, to: number) =>
    `This price is for up to ${to} ${unitLabel(unit, to)}. Enter ${to} or less, or use the price for larger volumes.`,
  twice: "Another price for the same thing is used above. Use the one whose volumes fit.",
};

const STOPS = ["Draft", "Waiting for approval", "Offered", "Agreed"] as const;
const reached: Record<PurchaseState, number> = {
  draft: 0,
  proposed: 1,
  offered: 2,
  accepted: 3,
  refused: 3,
  declined: 3,
  withdrawn: 3,
};

export type Stop = { label: string; at: Date | null; state: "done" | "current" | "next" | "skipped" };
type Dated = {
  state: PurchaseState;
  createdAt: Date;
  proposedAt: Date | null;
  offeredAt: Date | null;
  answeredAt: Date | null;
};

/** The line of a purchase: its stops, with the dates that it has passed them. */
export function stopsOf({ state, createdAt, proposedAt, offeredAt, answeredAt }: Dated): Stop[] {
  const now = reached[state];
  const dates = [createdAt, proposedAt, offeredAt, answeredAt];
  const over = now === 3;
  return STOPS.map((label, at) => ({
    label: over && at === 3 ? stateWords[state].label : label,
    at: dates[at] ?? null,
    state: over ? (at === 3 || dates[at] ? "done" : "skipped") : at === now ? "current" : at < now ? "done" : "next",
  }));
}

/** What happens next and who must act, as a sentence for either side. */
export const nextWords: Record<PurchaseState, { buyer: string; supplier: string }> = {
  draft: { buyer: "You say how much you need, check it, and propose it.", supplier: "The buyer is still writing." },
  proposed: {
    buyer: "An approver of each organisation that pays answers for its share.",
    supplier: "The buyer is still deciding.",
  },
  offered: {
    buyer: "The supplier accepts or declines. You can still take it back.",
    supplier: "You accept it, or decline it with a reason.",
  },
  accepted: { buyer: "Go on to the agreement.", supplier: "Go on to the agreement." },
  refused: { buyer: "Nothing. You can start another purchase.", supplier: "Nothing." },
  declined: {
    buyer: "Read the reason below. You can look for another service.",
    supplier: "Nothing. The buyer has been told.",
  },
  withdrawn: { buyer: "Nothing. You can start another purchase.", supplier: "Nothing." },
};

export const purchaseViews = ["all", "mine", "drafts", "proposed", "offered", "agreed", "ended"] as const;
export type PurchaseView = (typeof purchaseViews)[number];

/** The views of a list of purchases. */
export const viewWords: Record<PurchaseView, string> = {
  all: "All",
  mine: "Waiting for me",
  drafts: "Drafts",
  proposed: "Waiting for approval",
  offered: "Offered",
  agreed: "Agreed",
  ended: "Came to nothing",
};

export const offerViews = ["waiting", "answered"] as const;
export type OfferView = (typeof offerViews)[number];
export const offerViewWords: Record<OfferView, string> = { waiting: "Waiting for your answer", answered: "Answered" };
