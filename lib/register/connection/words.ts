import type { ConnectedAs } from "@/lib/core/prisma/enums";

/** How a person or body is connected: what it is called, and whom it means. */
export const connectedWords: Record<ConnectedAs, { label: string; meaning: string }> = {
  director: { label: "Director", meaning: "A director, or somebody with the powers of one." },
  trustee: { label: "Trustee", meaning: "A charity trustee, or a member of your committee." },
  significantControl: {
    label: "Significant control",
    meaning: "Owns or votes more than a quarter, or can appoint or remove most of those who run you.",
  },
  parent: { label: "Parent or subsidiary", meaning: "A body that owns you, or that you own." },
  predecessor: { label: "Predecessor", meaning: "A body that closed, whose work and people you took over." },
  other: { label: "Other control", meaning: "Can reasonably be thought to have influence over you." },
};

export const refusalWords = {
  ended: "This was ended before. Open the page again.",
  noProfile: "Say what your organisation does first, on the page Your organisation in your application.",
  future: "The day must not be in the future",
} as const;

/** Why we ask, in plain words. */
export const reasonWords =
  "The law makes stewards check the people behind an organisation, as well as the organisation (Procurement Act 2023, Schedule 6, paragraph 45). Only you and the stewards see this.";
export const associatedReason =
  "An associated organisation is one whose help you need to meet a condition, such as its insurance or its licence (Procurement Act 2023, section 26(4)).";

export const eventWords: Readonly<Record<string, string>> = {
  "connection.add": "A connected person was added",
  "connection.end": "A connected person was ended",
  "connection.associate": "An associated organisation was added",
  "connection.dissociate": "An associated organisation was ended",
  "connection.complete": "The list of connected persons was said to be complete",
};
