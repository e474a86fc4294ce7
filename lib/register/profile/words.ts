import type { ProviderSize } from "@/lib/core/prisma/enums";

/** What each size is called, and what makes an organisation that size. */
export const sizeWords: Record<ProviderSize, { label: string; meaning: string }> = {
  micro: { label: "Micro", meaning: "Fewer than 10 staff, and income up to £2 million a year." },
  small: { label: "Small", meaning: "Fewer than 50 staff, and income up to £10 million a year." },
  medium: { label: "Medium", meaning: "Fewer than 250 staff, and income up to £44 million a year." },
  large: { label: "Large", meaning: "250 staff or more, or income above £44 million a year." },
};

/** What the number of each scheme is called on a form where only its own kind of organisation is asked. */
export const alreadyHere = (name: string): string =>
  `${name} is already here with this number. Ask a colleague there to invite you, or write to us if nobody can.`;

export const metWords = { yes: "Yes", no: "No, or not yet" } as const;

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
