import type { EvaluatorRole } from "@/lib/core/prisma/enums";
import { count, listed } from "@/lib/core/values/format";
import type { Tone } from "@/lib/core/values/tone";

/** What each score means. The same words stand beside every score box and in every assessment summary. */
export const scoreWords = [
  { score: 0, label: "No answer", meaning: "There is no answer, or it has nothing to do with the question." },
  { score: 1, label: "Poor", meaning: "Most of what was asked is missing, or nothing shows that it would be done." },
  { score: 2, label: "Weak", meaning: "It answers part of the question. There are serious gaps or doubts." },
  { score: 3, label: "Sound", meaning: "It answers the question, with some evidence. Any gaps are small." },
  { score: 4, label: "Good", meaning: "It answers the whole question, with clear evidence that it would work." },
  { score: 5, label: "Excellent", meaning: "It does more than was asked, with strong evidence and no gaps." },
] as const;

export const roleWords: Record<EvaluatorRole, { label: string; meaning: string }> = {
  evaluator: { label: "Evaluator", meaning: "Scores every answer alone." },
  moderator: {
    label: "Moderator",
    meaning: "Does not score. Writes down what the evaluators agree, and locks quality.",
  },
};

/** What somebody on the panel has said about conflicts of interest. */
export const declaredWords: Record<"no" | "clear" | "conflicted", { label: string; tone: Tone }> = {
  no: { label: "Not declared yet", tone: "wait" },
  clear: { label: "None", tone: "good" },
  conflicted: { label: "Has a conflict", tone: "bad" },
};

/** What a command says when it cannot be done now. */
export const problems = {
  notScoring: "Scores are taken only while the call-off is being scored.",
  tooLate: "The scores are locked, so the panel can no longer change.",
  fewEvaluators: "Choose at least two evaluators. One is enough below £30,000, with a reason.",
  whyOne: "Say why one evaluator is enough",
  whyNow: "Scoring has begun. Say why the panel changes",
  twoRoles: "The moderator does not score. Choose somebody else for one of the two",
  notEligible: "Choose people who hold an evaluator's seat at your authority or at a funder",
  noPanel: "Appoint the evaluators and the moderator first.",
  undecided: (reference: string, applications: readonly string[]) =>
    `Tender ${reference} waits for a decision on ${listed([...applications])}. An application is decided before its tender is disregarded (section 34).`,
  decide: "Say whether this tender is considered",
  whyDecided: "Say why",
  finished: "You said that all your scores are in. They can no longer be changed.",
  unfinished: (left: number) => `${count(left, "answer")} still ${left === 1 ? "needs" : "need"} your score.`,
  notHere: "That answer is not one to score.",
  score: "Choose a score from 0 to 5",
  reason: "Say why you give this score",
  waitForAll: "The consensus is written once every evaluator has finished.",
  noConsensus: (left: number) => `${count(left, "answer")} still ${left === 1 ? "needs" : "need"} a consensus.`,
  nothingLeft: "No tender is left to rank. End this call-off as unsuccessful.",
  notLocked: "A consensus is changed in this way only after quality is locked, and before an award is proposed.",
  same: "That is the score it has already",
};

/** Why a tender, or its part for one lot, is not considered. */
export const disregardWords = {
  notMember:
    "Its organisation is not an active member of the part of the register that its lots stand in (section 34).",
  lotNotMember: (number: number) =>
    `Its organisation is not an active member of the part of the register that lot ${number} stands in (section 34).`,
  condition: (title: string) => `It says that it does not meet “${title}”.`,
  noWord: (title: string) => `It does not say whether it meets “${title}”.`,
};

/** What is written into the history, by event. */
export const scoringEventWords: Readonly<Record<string, string>> = {
  "callOff.appoint": "The panel that judges the tenders was appointed",
  "callOff.score": "An evaluator saved scores",
  "callOff.finishScoring": "An evaluator finished scoring",
  "callOff.agreeScores": "The moderator wrote down a consensus",
  "callOff.reviseConsensus": "A consensus was changed after the lock, with a reason",
  "tender.dropLot": "A tender is not considered for one of its lots",
  "tender.consider": "A tender is considered although a condition was in doubt",
};
