import type { CallOffRoute, CallOffState } from "@/lib/core/prisma/enums";
import { roundPounds } from "@/lib/core/values/format";
import type { Tone } from "@/lib/core/values/tone";
import type { CallOffLaw } from "./rules";
import type { CallOffEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<CallOffState, { label: string; tone: Tone; meaning: string }> = {
  draft: { label: "Draft", tone: "note", meaning: "Only your authority sees it. Everything can be changed." },
  conflictsAssessed: {
    label: "With funders",
    tone: "wait",
    meaning: "Conflicts were assessed. Each funder is asked to agree in principle.",
  },
  funded: { label: "Ready to publish", tone: "good", meaning: "Every funder has agreed in principle." },
  published: { label: "Open", tone: "good", meaning: "Tenders come in, sealed, until the close." },
  closed: { label: "Closed", tone: "wait", meaning: "No tender can come in. Two officers open them together." },
  opened: { label: "Opened", tone: "wait", meaning: "Answers can be read. Prices stay sealed." },
  evaluating: { label: "Being scored", tone: "wait", meaning: "Each evaluator scores alone." },
  moderated: { label: "Moderated", tone: "wait", meaning: "Quality is locked, and prices are open." },
  awardProposed: { label: "Award proposed", tone: "wait", meaning: "Each funder is asked to approve the award." },
  approved: { label: "Award approved", tone: "good", meaning: "Every funder has approved. Nobody has been told yet." },
  notified: { label: "Tenderers told", tone: "good", meaning: "Everyone has their assessment summary." },
  standstill: { label: "Standstill", tone: "wait", meaning: "The award notice is out. Nothing is signed yet." },
  concluded: { label: "Concluded", tone: "good", meaning: "The standstill is over, and agreements are drawn up." },
  withdrawn: { label: "Withdrawn", tone: "neutral", meaning: "It was taken back before it closed." },
  cancelled: { label: "Cancelled", tone: "bad", meaning: "It was ended after it closed, and nothing was awarded." },
  unsuccessful: { label: "Unsuccessful", tone: "bad", meaning: "No tender came, or none was suitable." },
};

/** What each act is called on its button, and in a timeline once it is done. */
export const eventWords: Record<CallOffEvent, { act: string; done: string }> = {
  assessConflicts: {
    act: "Assess conflicts and ask the funders",
    done: "Conflicts were assessed, and funders were asked",
  },
  revise: { act: "Go back to the draft", done: "Taken back to the draft" },
  fund: { act: "Fund", done: "Every funder agreed in principle" },
  publish: { act: "Publish", done: "Published" },
  withdraw: { act: "Withdraw this call-off", done: "Withdrawn" },
  close: { act: "Close", done: "Closed to tenders" },
  open: { act: "Open the tenders", done: "Tenders were opened by two officers" },
  evaluate: { act: "Start the scoring", done: "Scoring began" },
  moderate: { act: "Lock quality and open prices", done: "Quality was locked, and prices were opened" },
  proposeAward: { act: "Propose the award", done: "An award was proposed" },
  approve: { act: "Approve", done: "Every funder approved the award" },
  reconsider: { act: "Reconsider the award", done: "The award is reconsidered" },
  notify: { act: "Send the assessment summaries", done: "Assessment summaries were sent to everyone" },
  standStill: { act: "Publish the award notice", done: "The award notice was published" },
  conclude: { act: "Conclude", done: "Concluded" },
  cancel: { act: "Cancel this call-off", done: "Cancelled" },
  fail: { act: "End it without an award", done: "Ended without an award" },
};

/** What people read for each route: its name, and one line that says what it means. */
export const routeWords: Record<CallOffRoute, { label: string; meaning: string }> = {
  quotes: { label: "Invited quotes", meaning: "Several suppliers are asked for a price, and the best offer is taken." },
  belowThreshold: {
    label: "Open competition below the threshold",
    meaning: "A notice is published, and anybody may tender, member or not.",
  },
  marketCompetition: {
    label: "Competition in the dynamic market",
    meaning: "A tender notice is published, and every member of the part may tender.",
  },
  directAward: {
    label: "Direct award",
    meaning: "One supplier is chosen, with a justification and a transparency notice.",
  },
  grantRound: { label: "Open grant round", meaning: "The grant is advertised, and any organisation may apply for it." },
  directGrant: { label: "Direct grant", meaning: "One organisation is offered a grant, with the reason on record." },
};

/** What a command says when it cannot be done now. */
export const problems = {
  notDraft: "This call-off is no longer a draft. Go back to the draft to change it.",
  conflicted: "You declared a conflict of interest in this call-off. A colleague must act instead.",
  notDeclared: "Say first whether you have a conflict of interest in this call-off.",
};

/** The regime of a call-off, in one line. */
export const regimeWords = ({ procurement, above, lightTouch, thresholdPence }: CallOffLaw): string => {
  if (!procurement) return "A grant: no procurement, and no threshold";
  const amount = thresholdPence === null ? "the threshold" : roundPounds(thresholdPence);
  const regime = lightTouch ? "light touch" : "the full rules";
  return above ? `Reaches ${amount}: ${regime}` : `Below ${amount}: the rules for small contracts`;
};
