import { type EventOf, machine } from "@/lib/core/door/machine";
import type { ApplicationState } from "@/lib/core/prisma/enums";

/** A request to join the register, from the first word typed to a decision on each part. */
export const application = machine<ApplicationState>()({
  draft: { submit: "submitted", withdraw: "withdrawn" },
  submitted: { take: "inReview", withdraw: "withdrawn" },
  inReview: {
    ask: "clarifying",
    handOver: "inReview",
    handBack: "submitted",
    propose: "seconding",
    decide: "decided",
    withdraw: "withdrawn",
  },
  clarifying: { ask: "clarifying", answered: "inReview", handOver: "clarifying", withdraw: "withdrawn" },
  seconding: { agree: "decided", disagree: "inReview", withdraw: "withdrawn" },
  decided: {},
  withdrawn: {},
});

export type ApplicationEvent = EventOf<typeof application>;
