import type { GroundAbout, ProviderSize } from "@/lib/core/prisma/enums";

/** What each size is called, and what makes an organisation that size. */
export const sizeWords: Record<ProviderSize, { label: string; meaning: string }> = {
  micro: { label: "Micro", meaning: "Fewer than 10 staff, and income up to £2 million a year." },
  small: { label: "Small", meaning: "Fewer than 50 staff, and income up to £10 million a year." },
  medium: { label: "Medium", meaning: "Fewer than 250 staff, and income up to £44 million a year." },
  large: { label: "Large", meaning: "250 staff or more, or income above £44 million a year." },
};

/** What the number of each scheme is called on a form where only its own kind of organisation is asked. */
export const alreadyHere = (name: string): string =>
  `${name} is already here with this number. Look the number up again to ask to join. Ask a colleague there to invite you if you cannot.`;

export const metWords = { yes: "Yes", no: "No, or not yet" } as const;

/** Asked for a reason, where a name is not the one that the public register has for one of the numbers. */
export const otherName = (name: string): string =>
  `The public register has “${name}” for this number. Use that name, or say why yours is another`;

/** Told to stewards when an organisation changes how it is known. */
export const renamed = (from: string, to: string) => ({
  title: from === to ? `${to} changed its numbers` : `${from} is now called ${to}`,
  body: "The organisation changed this itself. Look whether the public register says the same.",
});

/** Of whom a ground can be true. */
export const aboutWords: Record<GroundAbout, { label: string; hint: string }> = {
  organisation: { label: "Our organisation", hint: "The organisation itself." },
  connectedPerson: { label: "Somebody connected with us", hint: "A director, a trustee, or whoever controls us." },
  associated: { label: "An organisation that we rely on", hint: "One whose help we need to meet a condition." },
};

/** How exclusion grounds are grouped on the page. */
export const groundGroupWords = {
  penalties: {
    title: "Penalties and findings",
    lead: "These are mandatory grounds. A buyer must not use an organisation to which one applies, unless it has put things right.",
  },
  convictions: {
    title: "Convictions",
    lead: "These are mandatory grounds too. Count convictions of the last five years.",
  },
  discretionary: {
    title: "Other conduct",
    lead: "These are discretionary grounds. A buyer weighs up what happened and what you have done since.",
  },
} as const;

const done: Readonly<Record<string, string>> = {
  changed: "Your details are changed",
  added: "It is on the list",
  ended: "It has ended. It stays on the list with its dates",
  complete: "You have said that this is all. Thank you",
  approved: "They are in, as an editor, and they are told",
  refused: "They are told, with your reason",
};

/** What has just been done on the pages of an organisation, by the word in its address. */
export const organisationDone = (word: string | string[] | undefined): string | null =>
  typeof word === "string" && Object.hasOwn(done, word) ? (done[word] ?? null) : null;
