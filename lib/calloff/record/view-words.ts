import type { Instrument } from "@/lib/core/prisma/enums";

export const callOffViews = ["all", "preparing", "open", "judging", "awarded", "ended"] as const;
export type CallOffView = (typeof callOffViews)[number];

/** The views of a list of call-offs. */
export const viewWords: Record<CallOffView, string> = {
  all: "All",
  preparing: "Being prepared",
  open: "Open",
  judging: "Being decided",
  awarded: "Awarded",
  ended: "Came to nothing",
};

/** What a call-off can end in, as whoever starts one reads it. */
export const startWords: Record<Instrument, { label: string; meaning: string }> = {
  contract: { label: "A contract", meaning: "You buy a service, and pay for what is delivered. VAT may be added." },
  grant: {
    label: "A grant",
    meaning: "You give money for a public benefit. No VAT, and what is not spent comes back.",
  },
  bond: {
    label: "A social impact bond",
    meaning: "An investor pays in advance and carries the risk. You pay for results, up to a cap.",
  },
};
