import type { PartDecision } from "@/lib/core/prisma/enums";

export const reasonCodes = [
  "conditionsMet",
  "equivalentAccepted",
  "putRight",
  "considered",
  "conditionUnmet",
  "answerIncomplete",
  "evidenceMissing",
  "evidenceOld",
  "noReply",
  "wrongPart",
  "mandatoryGround",
  "discretionaryGround",
  "debarred",
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

type Reason = {
  decision: PartDecision;
  /** How it is chosen, and counted. */
  label: string;
  /** How the organisation reads it. */
  text: string;
  /** Whether refusing for it is an exclusion, which has to be reported (Procurement Act 2023, s59(2)). */
  isExclusion?: true;
};

/** The library of reasons: usual sentences, so that like cases are told alike. An assessor can change and add to them. */
export const reasonWords: Record<ReasonCode, Reason> = {
  conditionsMet: {
    decision: "admitted",
    label: "Every condition is met",
    text: "Every condition is met, and no exclusion ground applies.",
  },
  equivalentAccepted: {
    decision: "admitted",
    label: "Something equal was accepted",
    text: "You do not hold the exact standard that was named. What you have is equal to it.",
  },
  putRight: {
    decision: "admitted",
    label: "What happened has been put right",
    text: "You told us of an exclusion ground. We are satisfied that it was put right and is not likely to happen again.",
  },
  considered: {
    decision: "admitted",
    label: "Admitted in spite of an exclusion ground",
    text: "An exclusion ground applies. We considered what happened, how long ago, and what you did since, and admit you.",
  },
  conditionUnmet: {
    decision: "refused",
    label: "A condition is not met",
    text: "A condition for this part is not met.",
  },
  answerIncomplete: {
    decision: "refused",
    label: "An answer does not say enough",
    text: "An answer does not say enough for us to find that the condition is met.",
  },
  evidenceMissing: {
    decision: "refused",
    label: "Evidence is missing",
    text: "The evidence that the condition asks for, or something equal to it, was not there.",
  },
  evidenceOld: {
    decision: "refused",
    label: "Evidence is out of date",
    text: "The evidence had run out on the day we looked.",
  },
  noReply: {
    decision: "refused",
    label: "A question was not answered",
    text: "We asked a question, and the reply did not answer it.",
  },
  wrongPart: {
    decision: "refused",
    label: "The service belongs to another part",
    text: "What you describe belongs to another part of the register.",
  },
  mandatoryGround: {
    decision: "refused",
    label: "A mandatory exclusion ground applies",
    text: "A mandatory exclusion ground applies, and could happen again.",
    isExclusion: true,
  },
  discretionaryGround: {
    decision: "refused",
    label: "A discretionary exclusion ground applies",
    text: "A discretionary exclusion ground applies. We considered what happened and what you have put right.",
    isExclusion: true,
  },
  debarred: {
    decision: "refused",
    label: "It is on the debarment list",
    text: "You are on the debarment list.",
    isExclusion: true,
  },
};

/** The reasons that can be given for an outcome. */
export const reasonsFor = (decision: PartDecision): ReasonCode[] =>
  reasonCodes.filter((code) => reasonWords[code].decision === decision);

/** The usual sentences of some reasons, as running text. */
export const composed = (codes: readonly ReasonCode[]): string => codes.map((code) => reasonWords[code].text).join(" ");

/** A code as it was kept, in words; one that we no longer use is shown as it is. */
export const reasonLabel = (kept: string): string =>
  reasonCodes.flatMap((code) => (code === kept ? [reasonWords[code].label] : []))[0] ?? kept;
