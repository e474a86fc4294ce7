import type { TenderPartnerState } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import type { TenderPartnerEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<TenderPartnerState, { label: string; tone: Tone; meaning: string }> = {
  asked: { label: "Asked", tone: "wait", meaning: "A signatory of the sub-contractor confirms its share or declines." },
  confirmed: { label: "Confirmed", tone: "good", meaning: "The sub-contractor has agreed to its share." },
  declined: { label: "Declined", tone: "bad", meaning: "The sub-contractor will not do it." },
};

/** What each act is called on its button, and in a history once it is done. */
export const eventWords: Record<TenderPartnerEvent, { act: string; done: string }> = {
  confirm: { act: "Confirm this share", done: "A sub-contractor confirmed its share" },
  decline: { act: "Decline", done: "A sub-contractor declined" },
  ask: { act: "Ask again", done: "A sub-contractor was asked about another share" },
};

/** What a command says when it cannot be done now. */
export const problems = {
  changed: "Your share was changed since you opened this page. Read it again before you confirm.",
  withdrawn: "The tender was withdrawn, so there is nothing to confirm now.",
};
