import type { AgreementState, Instrument } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/tone";
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
      label: state === "terminated" && last ? stateWords.terminated.label : stateWords[step].label,
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

export type Clause = { title: string; lines: string[] };
type Terms = {
  buyer: string;
  supplier: string;
  service: string;
  version: number;
  card: number;
  place: string;
  starts: string;
  ends: string;
  price: string;
  vat: string;
  total: string;
};

/** What the two sides have agreed, in plain words. The rules that a clause rests on are named in it. */
export const clausesOf = (instrument: Instrument, terms: Terms): Clause[] =>
  instrument === "contract" ? contractClauses(terms) : grantClauses(terms);

const contractClauses = (t: Terms): Clause[] => [
  { title: "The two sides", lines: [`${t.buyer} buys. ${t.supplier} provides.`] },
  {
    title: "What is bought",
    lines: [
      `${t.service}, as published in version ${t.version} of its description, in ${t.place}, from ${t.starts} to ${t.ends}.`,
      "A later change to the published description does not change this contract.",
    ],
  },
  {
    title: "Price",
    lines: [
      `The unit prices are those of rate card ${t.card} and do not change. For the volumes listed they come to ${t.price}, with ${t.vat} of VAT: ${t.total} in all.`,
      "The buyer pays for what is delivered, up to that amount.",
    ],
  },
  {
    title: "Payment",
    lines: [
      "The buyer pays each valid invoice within 30 days. The provider pays its own suppliers for this contract within 30 days too, and asks them to do the same.",
      "The law puts these terms into the contract, whether they are written here or not (Procurement Act 2023 s68 and s73; for smaller contracts s88).",
    ],
  },
  {
    title: "Ending it",
    lines: [
      "The buyer may end the contract if the provider becomes excluded or excludable from public contracts. It first says why, and gives time to answer.",
      "The law gives that right in larger contracts (Procurement Act 2023 s78). Here both sides agree to it whatever the size.",
    ],
  },
  {
    title: "In public",
    lines: [
      "The award, its value and the reason for the route are public. Unit prices are shown only to public authorities.",
    ],
  },
];

const grantClauses = (t: Terms): Clause[] => [
  { title: "The two sides", lines: [`${t.buyer} gives a grant. ${t.supplier} receives it.`] },
  {
    title: "Purpose",
    lines: [
      `The grant is for ${t.service}, as described in version ${t.version}, in ${t.place}, from ${t.starts} to ${t.ends}. It may be spent on nothing else.`,
      "The grant buys no services for the authority, and the authority has no right to be served under it.",
    ],
  },
  {
    title: "Amount",
    lines: [
      `The grant is ${t.total} at most. It was worked out from the volumes listed, at rate card ${t.card}. No VAT is due on it.`,
    ],
  },
  {
    title: "Money not spent",
    lines: [
      "Money that is not spent on the purpose by the end date is paid back within 30 days, unless both sides agree another use in writing.",
    ],
  },
  {
    title: "Showing what was done",
    lines: [
      "The organisation keeps accounts of the grant and says what it achieved, at least once a year and at the end.",
      "It lets the authority and its auditors see those accounts when asked.",
    ],
  },
  {
    title: "Ending it",
    lines: [
      "The authority may stop the grant if it is not used for its purpose. It first says why, and gives time to answer.",
    ],
  },
  { title: "In public", lines: ["The grant, its amount and its purpose are public."] },
];
