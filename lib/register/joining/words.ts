import type { JoinRequestState } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import type { JoinRequestEvent } from "./states";

/** What people read for each state. */
export const stateWords: Record<JoinRequestState, { label: string; tone: Tone; meaning: string }> = {
  waiting: { label: "Waiting", tone: "wait", meaning: "Somebody who signs for the organisation will answer." },
  approved: { label: "Approved", tone: "good", meaning: "They have a seat as an editor." },
  refused: { label: "Refused", tone: "bad", meaning: "They have no seat. The reason was sent to them." },
  withdrawn: { label: "Withdrawn", tone: "neutral", meaning: "Whoever asked took it back." },
};

export const eventWords: Record<JoinRequestEvent | "ask", { act: string; done: string }> = {
  ask: { act: "Ask to join", done: "Somebody asked to join" },
  approve: { act: "Let them in as an editor", done: "A request to join was approved" },
  refuse: { act: "Say no", done: "A request to join was refused" },
  withdraw: { act: "Take it back", done: "A request to join was withdrawn" },
};

/** What is told, and to whom. It names nobody: that is for the page. */
export const toldWords = {
  asked: (organisation: string) => ({
    title: `Somebody asks to join ${organisation}`,
    body: "They say that they work with you. Look who it is, and let them in or say no.",
  }),
  approved: (organisation: string) => ({
    title: `You have joined ${organisation}`,
    body: "You are an editor there: you can write answers, services and prices.",
  }),
  refused: (organisation: string, reason: string) => ({
    title: `${organisation} did not let you in`,
    body: reason,
  }),
};

export const refusalWords = {
  here: "You have a seat at this organisation already. Switch to it on your account page.",
} as const;
