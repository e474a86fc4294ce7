import type { ChallengeState } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import type { ChallengeEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<ChallengeState, { label: string; tone: Tone; meaning: string }> = {
  open: { label: "Open", tone: "wait", meaning: "Nothing is concluded until it is decided." },
  upheld: {
    label: "Upheld",
    tone: "bad",
    meaning: "They were right. The award is reconsidered, or the call-off cancelled.",
  },
  dismissed: { label: "Dismissed", tone: "neutral", meaning: "The award stands. The reason is on record." },
  withdrawn: { label: "Taken back", tone: "neutral", meaning: "They took it back. The award stands." },
};

/** What each act is called on its button, and in a history once it is done; and what it means. */
export const eventWords: Record<ChallengeEvent, { act: string; done: string; means: string }> = {
  uphold: {
    act: "Uphold it",
    done: "A challenge was upheld",
    means: "You agree with it. You then reconsider the award, or cancel the call-off.",
  },
  dismiss: {
    act: "Dismiss it",
    done: "A challenge was dismissed",
    means: "You do not agree with it. The award stands.",
  },
  withdraw: {
    act: "Say that they took it back",
    done: "A challenge was taken back",
    means: "They no longer object. The award stands.",
  },
};

export const recorded = "A challenge was recorded";

/** What a challenge is refused for. */
export const problems = {
  notNow: "An award can be challenged from the moment tenderers are told until the call-off is concluded.",
  stranger: "Choose an organisation that tendered or was invited",
};

/** What whoever objected is told of the answer. */
export const told = {
  recorded: (title: string) => ({
    title: "Your objection is on record",
    body: `The authority has recorded your objection to the award of "${title}". Nothing is signed before it is decided.`,
  }),
  decided: (event: ChallengeEvent, title: string) => ({
    title: "Your objection was answered",
    body: `About "${title}": ${
      { uphold: "it was upheld", dismiss: "it was dismissed", withdraw: "it was noted as taken back" }[event]
    }. The authority can tell you the reasons.`,
  }),
};
