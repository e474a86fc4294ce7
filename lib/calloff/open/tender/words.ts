import type { CallOffRoute, PriceMethod, TenderState } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import type { TenderEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<TenderState, { label: string; tone: Tone; meaning: string }> = {
  draft: { label: "Draft", tone: "note", meaning: "Only your organisation can read it. Nothing has been sent." },
  submitted: {
    label: "Submitted",
    tone: "good",
    meaning: "It is sealed. Nobody at the authority can read it before two officers open it, after the close.",
  },
  opened: { label: "Opened", tone: "wait", meaning: "Two officers have opened it. Prices stay sealed for now." },
  assessed: { label: "Assessed", tone: "wait", meaning: "It was scored. The award is being decided." },
  successful: { label: "Successful", tone: "good", meaning: "You were chosen for at least one lot." },
  unsuccessful: { label: "Not chosen", tone: "neutral", meaning: "Your assessment summary says why." },
  disregarded: {
    label: "Disregarded",
    tone: "bad",
    meaning: "It could not be considered. The reason is on this page.",
  },
  withdrawn: { label: "Withdrawn", tone: "neutral", meaning: "You took it back. It does not count." },
};

/** What each act is called on its button, and in a history once it is done. */
export const eventWords: Record<TenderEvent, { act: string; done: string }> = {
  submit: { act: "Submit this tender", done: "A tender was submitted" },
  withdraw: { act: "Withdraw this tender", done: "A tender was withdrawn" },
  resume: { act: "Take it up again", done: "A withdrawn tender was taken up again" },
  open: { act: "Open", done: "A tender was opened" },
  assess: { act: "Assess", done: "A tender was assessed" },
  disregard: { act: "Disregard", done: "A tender was disregarded" },
  win: { act: "Choose", done: "A tender was chosen" },
  lose: { act: "Not choose", done: "A tender was not chosen" },
  reconsider: { act: "Reconsider", done: "The decision on a tender is reconsidered" },
};

/** What else happens to a tender, for its history. None of it says what the tender says. */
export const tenderEventWords: Readonly<Record<string, string>> = {
  start: "A tender was begun",
  saveLots: "The lots of a tender were saved",
  saveAnswer: "An answer of a tender was saved",
  saveOffers: "The social value of a tender was saved",
  saveConditions: "The conditions of a tender were saved",
  savePartners: "The sub-contractors of a tender were saved",
  savePrices: "The prices of a tender were saved",
  receive: "A tender was received, and its receipt was given",
};

/** What a command says when it cannot be done now. */
export const problems = {
  closed: "The time for tenders is over. Nothing can be changed or sent now.",
  withdrawn: "This tender was withdrawn. Take it up again before you change it.",
  fixed: "This tender can no longer be changed.",
  same: "This tender is already submitted, and nothing in it has changed since.",
  notYours: "Only a signatory of your organisation can do that.",
};

/** Why an organisation cannot tender here, and what to do about it, by how the call-off finds its supplier. */
export const entryProblems: Record<CallOffRoute, string> = {
  quotes: "Only organisations that were invited can tender for this.",
  directAward: "Only the organisation that was chosen is asked to tender for this.",
  directGrant: "Only the organisation that was chosen is asked to apply for this.",
  belowThreshold: "Only organisations that provide services can tender for this.",
  grantRound: "Only organisations that provide services can apply for this.",
  marketCompetition:
    "Only members of this part of the register can tender. Apply to join it. Once you have sent your application, you can tender while it is being decided.",
};

/** The rates of VAT that a tender can ask for, in basis points. */
export const vatRates = [
  { bp: 0, label: "No VAT", hint: "Exempt, zero-rated, or not registered for VAT" },
  { bp: 500, label: "5%", hint: "Reduced rate" },
  { bp: 2000, label: "20%", hint: "Standard rate" },
] as const;

/** How prices are compared, in a line over the price page. */
export const priceMethodHints: Record<PriceMethod, string> = {
  lowestOverPrice: "The lowest price gets all the points for price. Twice that price gets half of them.",
  fixedPrice: "The price is fixed: it may not pass the budget. Tenders compete on quality alone.",
  qualityPerPound: "Tenders are compared by how much quality they give for each pound.",
};
