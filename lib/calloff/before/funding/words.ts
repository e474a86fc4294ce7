import type { FundingState } from "@/lib/core/prisma/enums";
import { pounds } from "@/lib/core/values/format";
import type { Tone } from "@/lib/core/values/tone";
import type { FundingEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<FundingState, { label: string; tone: Tone; meaning: string }> = {
  listed: { label: "Not asked yet", tone: "neutral", meaning: "It is asked once conflicts have been assessed." },
  asked: { label: "Asked to agree", tone: "wait", meaning: "One of its approvers agrees in principle, or declines." },
  agreed: { label: "Agreed in principle", tone: "good", meaning: "It will pay its share of the budget, at the most." },
  waiting: { label: "Asked to approve", tone: "wait", meaning: "One of its approvers approves the award, or refuses." },
  approved: { label: "Approved", tone: "good", meaning: "Its share of the award is set aside, by financial year." },
  refused: { label: "Refused", tone: "bad", meaning: "It will not pay, for the reason given." },
};

/** What each act is called on its button, and in a timeline once it is done. */
export const eventWords: Record<FundingEvent, { act: string; done: string }> = {
  ask: { act: "Ask", done: "A funder was asked to agree" },
  unask: { act: "Ask again later", done: "A funder's share changed, so it will be asked again" },
  agree: { act: "Agree in principle", done: "A funder agreed in principle" },
  decline: { act: "Decline", done: "A funder declined" },
  request: { act: "Ask for approval", done: "A funder was asked to approve the award" },
  approve: { act: "Approve the award", done: "A funder approved the award" },
  refuse: { act: "Refuse the award", done: "A funder refused the award" },
  recall: { act: "Take back", done: "The question to a funder was taken back" },
};

/** What else is written into the history, by event. */
export const fundingEventWords = { save: "Funders and their shares were saved" } as const;

/** What a command says when it cannot be done now. */
export const problems = {
  notAsked: "This question is closed. Look at the call-off again.",
  otherAuthority: "Choose another authority that can pay",
  tooMuch: "The others would pay more than the lot's budget",
  nothing: "Say what this organisation pays of at least one lot",
  lead: "The others would pay all of it. Leave a share for your own organisation",
  noLots: "Add a lot with its budget first",
  unknownLot: "This lot is no longer there. Look at the lots again",
  proposer: "You proposed this award. A colleague must approve it.",
  alone: (name: string) => `${name} has nobody who could approve. Ask its administrator to name an approver.`,
  notWhole: "The funders' shares do not add up to the lots' budgets. Save the funders again.",
};

/** What people are told, by what has happened. */
export const tellings = {
  asked: (lead: string, title: string, pence: bigint) => ({
    title: "A call-off asks for your agreement",
    body: `${lead} plans "${title}". Your organisation would pay ${pounds(pence)} at the most.`,
  }),
  agreed: (title: string) => ({
    title: "Every funder has agreed",
    body: `"${title}" can be published when you are ready.`,
  }),
  declined: (name: string, title: string) => ({
    title: "A funder declined",
    body: `${name} will not pay its share of "${title}". Read its reason and change the draft.`,
  }),
  waiting: (lead: string, title: string, pence: bigint) => ({
    title: "An award waits for your approval",
    body: `${lead} proposes an award for "${title}". Your organisation's share is ${pounds(pence)}.`,
  }),
  approved: (title: string) => ({
    title: "Every funder approved the award",
    body: `You can now send the assessment summaries of "${title}".`,
  }),
  refused: (name: string, title: string) => ({
    title: "A funder refused the award",
    body: `${name} will not approve the award of "${title}". Read its reason.`,
  }),
};

/** How a share comes to be split over years, for the person who approves it. */
export const yearsSaid = {
  split: (dates: string) =>
    `Your share is split over the financial years of the first term, ${dates}, by the days in each.`,
  advance: (pence: bigint, year: string) =>
    `${pounds(pence)} of it is paid in advance for getting ready, all in ${year}.`,
  extension: "Nothing is set aside for an extension.",
} as const;
