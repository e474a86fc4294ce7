import type { ApplicationState, ConditionKind, PartDecision } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import type { ApplicationEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<ApplicationState, { label: string; tone: Tone; meaning: string }> = {
  draft: { label: "Not sent yet", tone: "note", meaning: "You can change anything until you send it." },
  submitted: { label: "Waiting for review", tone: "wait", meaning: "We have it. Nobody has started to read it yet." },
  inReview: { label: "In review", tone: "note", meaning: "An assessor is reading the answers and the services." },
  clarifying: {
    label: "Question asked",
    tone: "wait",
    meaning: "You have a question to answer before the review goes on.",
  },
  seconding: {
    label: "Waiting for a second assessor",
    tone: "wait",
    meaning: "One assessor has proposed a decision. Another must agree, because of the value that was asked for.",
  },
  decided: { label: "Decided", tone: "good", meaning: "Each part has been admitted or refused, with reasons." },
  withdrawn: {
    label: "Withdrawn",
    tone: "neutral",
    meaning: "You took your application back. You can apply again on any day.",
  },
};

/** What each act is called on its button, and in a timeline once it is done. */
export const eventWords: Record<ApplicationEvent, { act: string; done: string }> = {
  submit: { act: "Send the application", done: "Application sent" },
  withdraw: { act: "Withdraw the application", done: "Application withdrawn" },
  take: { act: "Start the review", done: "Review started" },
  handBack: { act: "Put it back in the queue", done: "Put back in the queue" },
  ask: { act: "Ask a question", done: "Question asked" },
  answered: { act: "Send your reply", done: "Every question answered" },
  handOver: { act: "Hand it over", done: "Handed over" },
  propose: { act: "Propose the decision", done: "Decision proposed" },
  agree: { act: "Agree, and decide", done: "Agreed by a second assessor, and decided" },
  disagree: { act: "Send it back to the assessor", done: "Sent back by the second assessor" },
  decide: { act: "Decide", done: "Decided" },
};

export const decisionWords: Record<PartDecision, { label: string; tone: Tone }> = {
  admitted: { label: "Admitted", tone: "good" },
  refused: { label: "Refused", tone: "bad" },
};

export const conditionKindWords: Record<ConditionKind, { label: string; meaning: string }> = {
  declaration: { label: "A promise", meaning: "You say that it is so." },
  evidence: { label: "Evidence", meaning: "You say what you have, and can show it when asked." },
  question: { label: "A question", meaning: "You answer in your own words." },
};

export type Stop = { label: string; at: Date | string | null; state: "done" | "current" | "next" | "skipped" };

type Dated = { state: ApplicationState; submittedAt: Date | null; dueOn: Date | string | null; decidedAt: Date | null };

const STOPS = ["Being written", "Sent", "In review", "Decided"] as const;
const reached: Record<ApplicationState, number> = {
  draft: 0,
  submitted: 1,
  inReview: 2,
  clarifying: 2,
  seconding: 2,
  decided: 3,
  withdrawn: 3,
};

/** The line of an application: its stops with their dates, the due date standing at the last until it is decided. */
export function stopsOf({ state, submittedAt, dueOn, decidedAt }: Dated): Stop[] {
  const now = reached[state];
  const dates = [null, submittedAt, null, decidedAt ?? (state === "withdrawn" ? null : dueOn)];
  return STOPS.map((label, at) => ({
    label:
      state === "withdrawn" && at === 3
        ? stateWords.withdrawn.label
        : state === "clarifying" && at === 2
          ? "Question asked"
          : label,
    at: dates[at] ?? null,
    state: stopState(at, now, { state, submittedAt }),
  }));
}

function stopState(
  at: number,
  now: number,
  { state, submittedAt }: Pick<Dated, "state" | "submittedAt">,
): Stop["state"] {
  if (state === "withdrawn" && at > 0 && at < 3) return at === 1 && submittedAt ? "done" : "skipped";
  if (at === now) return state === "decided" ? "done" : "current";
  return at < now ? "done" : "next";
}

/** What happens next and who must act, as a sentence for either side. */
export const nextWords: Record<ApplicationState, { applicant: string; steward: string }> = {
  draft: { applicant: "You finish the task list and send it.", steward: "The organisation is still writing." },
  submitted: {
    applicant: "An assessor will start to read it. You do not need to do anything.",
    steward: "An assessor takes it and starts the review.",
  },
  inReview: {
    applicant: "An assessor is reading it. We will tell you if there is a question.",
    steward: "The assessor records a finding for each condition, then decides each part.",
  },
  clarifying: {
    applicant: "You answer the question below. The review goes on as soon as you do.",
    steward: "The organisation answers. The application comes back to its assessor by itself.",
  },
  seconding: {
    applicant: "A second assessor looks at the decision. We will tell you as soon as it is made.",
    steward: "A second assessor agrees, or sends it back with a reason.",
  },
  decided: {
    applicant: "Read the decision and its reasons below.",
    steward: "Nothing. The organisation has been told.",
  },
  withdrawn: { applicant: "Nothing. You can apply again on any day.", steward: "Nothing." },
};
