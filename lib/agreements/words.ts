import type { AgreementState } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/values/tone";
import type { AgreementEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<AgreementState, { label: string; tone: Tone; meaning: string }> = {
  drafting: { label: "To be signed", tone: "wait", meaning: "It is drawn up. It binds nobody until both sides sign." },
  signed: { label: "Signed", tone: "note", meaning: "Both sides have agreed. Work has not begun." },
  mobilising: {
    label: "Getting ready",
    tone: "wait",
    meaning: "The provider is setting up: staff, places and how people come.",
  },
  live: { label: "Running", tone: "good", meaning: "People are using the service." },
  expiring: { label: "Ending soon", tone: "wait", meaning: "It is in its last 90 days." },
  ended: { label: "Ended", tone: "neutral", meaning: "It ran to its end date." },
  terminated: {
    label: "Stopped early",
    tone: "bad",
    meaning: "It was ended before its date, and the reason is on record.",
  },
};

/** What each act is called on its button, and in a timeline once it is done; and what will happen, for the check page. */
export const eventWords: Record<AgreementEvent, { act: string; done: string; happens: string }> = {
  sign: {
    act: "Sign",
    done: "Both sides had signed",
    happens: "Your organisation signs. Once both sides have signed, it binds both.",
  },
  mobilise: {
    act: "Start getting ready",
    done: "Getting ready began",
    happens: "The record will say that the provider is setting up.",
  },
  goLive: {
    act: "Say that it is running",
    done: "The service began to run",
    happens: "The record will say that people can use the service.",
  },
  expire: {
    act: "Say that it is ending soon",
    done: "It entered its last 90 days",
    happens: "The record will say that this is in its last 90 days.",
  },
  end: {
    act: "Close it at its end",
    done: "It ended on its date",
    happens: "The record will say that this ran to its end date.",
  },
  terminate: {
    act: "Stop it early",
    done: "It was stopped early",
    happens: "It ends now. Nothing new may be delivered under it.",
  },
};

/** What is said to whoever is too early, by what they wanted to do. The day is the first on which they may. */
export const tooEarly = {
  goLive: (day: string) => `It starts on ${day}. Say that it is running on that day or later.`,
  expire: (day: string) => `It is in its last 90 days from ${day}.`,
  end: (day: string) => `It can be closed from ${day}. To end it before then, stop it early and give the reason.`,
};

const ORDER: AgreementState[] = ["signed", "mobilising", "live", "expiring", "ended"];
const reachedBy: Record<AgreementState, AgreementEvent | "draft"> = {
  drafting: "draft",
  signed: "sign",
  mobilising: "mobilise",
  live: "goLive",
  expiring: "expire",
  ended: "end",
  terminated: "terminate",
};

export type Stop = { label: string; at: Date | string | null; state: "done" | "current" | "next" | "skipped" };

/**
 * The line of an agreement. `passed` says when each act was done; a stop to come shows when it is expected. One that was
 * drawn up from a competition begins with its draft.
 */
export function stopsOf({
  state,
  endsOn,
  passed,
}: {
  state: AgreementState;
  endsOn: string;
  passed: ReadonlyMap<string, Date>;
}): Stop[] {
  const over = state === "ended" || state === "terminated";
  const order: AgreementState[] = state === "drafting" || passed.has("draft") ? ["drafting", ...ORDER] : ORDER;
  const now = order.indexOf(state);
  return order.map((step, at) => {
    const last = step === "ended";
    const done = passed.get(reachedBy[state === "terminated" && last ? "terminated" : step]) ?? null;
    return {
      label:
        state === "terminated" && last
          ? stateWords.terminated.label
          : step === "drafting" && now !== 0
            ? "Drawn up"
            : stateWords[step].label,
      at: done ?? (last && !over ? endsOn : null),
      state: over ? (last || done ? "done" : "skipped") : at === now ? "current" : at < now ? "done" : "next",
    };
  });
}

/** What happens next and who must act. */
export const nextWords: Record<AgreementState, string> = {
  drafting: "Each side reads it and signs. It binds both once both have signed.",
  signed: "Either side says that getting ready has begun.",
  mobilising: "The buyer says when the service is running.",
  live: "The provider delivers, and the buyer pays each valid invoice within 30 days.",
  expiring: "The buyer plans what follows. It closes at its end date.",
  ended: "Nothing. It stays in the public record.",
  terminated: "Nothing. It stays in the public record.",
};

/** What is paid in advance, before the first unit is delivered, as a payment line names it. */
export const gettingReady = "Getting ready";

/** Acts that are no change of state, as a timeline tells them. */
export const draftWords = { draft: "Drawn up from the award", addSignature: "Signed by one side" } as const;

/** What a call-off is told that cannot be concluded now. */
export const concludeProblems = {
  nothing: "No lot has a winner. End this call-off without an award instead.",
  unreadable: "The winning tender cannot be read, so nothing can be drawn up from it.",
  otherPrice: (lot: number) =>
    `The price approved for lot ${lot} is not the one in the tender. Reconsider the award before you conclude.`,
};

/** What somebody is told who cannot sign now. */
export const signProblems = {
  already: "Your organisation has signed already. The other side must sign now.",
  conflicted: "You declared a conflict of interest in this call-off. A colleague must sign instead.",
  notMember: "The provider is not a member of the register in good standing now, so this cannot be signed.",
};

/** What is asked of a person at home, by how far the agreement is. */
export const waitingActs: Partial<Record<AgreementState, string>> = {
  drafting: "Read and sign",
  signed: "Get ready",
  mobilising: "Is it running?",
};

/** What turning a draft down is called, which nobody is bound by yet. */
export const refusalWords = {
  act: "Say that you will not sign",
  title: "Will you not sign it?",
  happens: "The draft ends here. Nothing of it binds anybody.",
};

/** How the signatures of a draft stand: whose is still missing. */
export const standingOf = ({
  buyerSignedAt,
  supplierSignedAt,
}: Record<"buyerSignedAt" | "supplierSignedAt", Date | null>) =>
  [buyerSignedAt ? "" : waitingWords.buyer, supplierSignedAt ? "" : waitingWords.supplier].filter(Boolean).join(" ");

const waitingWords = {
  buyer: "A commissioner or an approver of the buyer has still to sign.",
  supplier: "A signatory of the provider has still to sign.",
};
