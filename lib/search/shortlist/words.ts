import type { ShortlistState } from "@/lib/core/prisma/enums";
import type { Tone } from "@/lib/core/tone";
import type { ShortlistEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<ShortlistState, { label: string; tone: Tone; meaning: string }> = {
  open: { label: "Open", tone: "note", meaning: "You can add services, write notes and drop services with a reason." },
  frozen: {
    label: "Frozen",
    tone: "good",
    meaning: "Nothing on it can change. It keeps the question, the versions, the prices and the reasons.",
  },
};

export const eventWords: Record<ShortlistEvent, { act: string; done: string }> = {
  freeze: { act: "Freeze this shortlist", done: "Frozen" },
};

/** What has happened to a service since it was put on the list. */
export const changeWords = {
  version: (pinned: number, now: number) =>
    `What it says has changed since: version ${pinned} is pinned here, and version ${now} is published.`,
  card: (pinned: number, now: number) =>
    `Its prices have changed since: rate card ${pinned} is pinned here, and rate card ${now} is in use.`,
  gone: "It cannot be bought at the moment: it is not published, or its organisation is not an active member.",
} as const;

export const refusalWords = {
  frozen: "This shortlist is frozen. Start a new one to go on looking.",
  twice: "This service is already on the shortlist.",
  dropped: "This service was dropped from the shortlist. Put it back there, with what you now know.",
  gone: "This service cannot be bought any more, so it cannot be added.",
  full: (most: number) => `A shortlist holds up to ${most} services. Drop some, or start another.`,
  empty: "There is nothing on this shortlist yet. Add a service first.",
  already: "A colleague has just done this. Open the page again.",
} as const;

/** For a service that was not found by the search that the list remembers. */
export const addedByHand = "Added by hand, not by a search";
export const everythingAsked = "Every service on the register";
