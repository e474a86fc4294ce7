import type { InvitationState } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import type { InvitationEvent } from "./states";

/** What people read for each answer to an invitation. */
export const stateWords: Record<InvitationState, { label: string; tone: Tone; meaning: string }> = {
  invited: { label: "Invited", tone: "note", meaning: "You have not answered yet." },
  intends: {
    label: "Means to tender",
    tone: "good",
    meaning: "You said that you mean to tender. It binds you to nothing.",
  },
  declined: { label: "Declined", tone: "neutral", meaning: "You said that you will not tender." },
  noAnswer: { label: "No answer", tone: "neutral", meaning: "It closed before you answered." },
};

/** What each answer is called on its button, and in a timeline once it is given. */
export const eventWords: Record<InvitationEvent, { act: string; done: string }> = {
  intend: { act: "We mean to tender", done: "Said that it means to tender" },
  decline: { act: "We will not tender", done: "Said that it will not tender" },
  close: { act: "Close", done: "It closed without an answer" },
};

/** Why somebody does not tender: short enough to choose from, and what an authority can do something about. */
export const declineReasons = {
  capacity: "We have no capacity at that time",
  place: "The area does not suit us",
  price: "The budget is too low for what is asked",
  time: "There is too little time to write a tender",
  size: "The contract is too large for us",
  requirements: "We cannot meet a condition or requirement",
  risk: "The risk or the terms do not suit us",
  other: "Another reason",
} as const;
export type DeclineReason = keyof typeof declineReasons;
export const declineCodes = [
  "capacity",
  "place",
  "price",
  "time",
  "size",
  "requirements",
  "risk",
  "other",
] as const satisfies readonly DeclineReason[];

/** A reason is kept as its code on the first line, and the words on those after it. */
export const writtenReason = (code: DeclineReason, words: string) => (words ? `${code}\n${words}` : code);

/** A kept reason, read back. */
export function readReason(text: string | null): { code: DeclineReason; words: string } | null {
  if (!text) return null;
  const [first = "", ...rest] = text.split("\n");
  const code = declineCodes.find((known) => known === first);
  return code ? { code, words: rest.join("\n") } : { code: "other", words: text };
}

/** Why an organisation stands on the list of those invited. */
export const becauseWords = {
  match: "Its services fit the lots",
  quiet: "A member of this part that has published no service yet",
  itself: "It came by itself",
} as const;

export const invitationProblems = {
  notInvited: "Only those invited may tender here.",
  published: "The invitations went out when this was published. They can no longer be changed.",
  reason: "Say why this organisation is not invited",
  unknown: "We know no provider with this name or reference",
  twice: "This organisation is on the list already",
  oneOnly: "On this route exactly one organisation is invited. Choose it first.",
  few: "Fewer than three organisations are invited to quote. Say why, or invite more.",
  none: "Nobody is invited, and this route takes tenders only from those invited.",
};
