import { pounds, roundPounds } from "@/lib/core/values/format";

export const routes = ["spot", "directGrant", "quotes", "marketCompetition", "grantRound"] as const;
export type Route = (typeof routes)[number];

/** What people read for each way to buy: its name, and one line that says what it means. */
export const routeWords: Record<Route, { label: string; meaning: string }> = {
  spot: { label: "Rate card purchase", meaning: "One supplier is invited, at the price that it has published." },
  directGrant: {
    label: "Direct grant",
    meaning: "Money given for a public benefit. It buys nothing for the authority.",
  },
  quotes: { label: "Invited quotes", meaning: "Several suppliers are asked for a price, and the best offer is taken." },
  marketCompetition: {
    label: "Competition in the dynamic market",
    meaning: "A tender notice is published, and every member of the part of the register may tender.",
  },
  grantRound: { label: "Open grant round", meaning: "The grant is advertised, and any organisation may apply for it." },
};

/** Rules that are not in the reference list: the authority's own limit, and what decides whether the Act applies at all. */
export const ownRules = {
  "own.allowance": "The authority's own limit on buying without a competition",
  "own.publicBenefit": "The authority's own rule for grants",
  "calloff.together": "Procurement Act 2023 s4 and Schedule 3",
  "grant.notProcurement": "Procurement Act 2023 s3(2)",
  "grant.subsidy": "Subsidy Control Act 2022",
} as const;

const year = (text: string) => `${text.slice(0, 4)} to ${text.slice(0, 2)}${text.slice(5)}`;

/** The sentences of a route check. Each says one thing, with the amounts that made it so. */
export const routeSentences = {
  below: (total: bigint, threshold: bigint) =>
    `${pounds(total)} with VAT is below the threshold of ${roundPounds(threshold)}, so the rules for small contracts apply.`,
  reaches: (total: bigint, threshold: bigint) =>
    `${pounds(total)} with VAT reaches the threshold of ${roundPounds(threshold)}, so one supplier may not simply be invited.`,
  unknown: () => "No threshold is known for this day, so this cannot be bought without a competition.",
  invited: () => "Only one chosen supplier is invited, so no tender notice is needed first.",
  members: () => "A competition is open to every member of this part of the register.",
  notice: () => "A tender notice names the register and the part before anyone tenders.",
  summaries: () => "Everyone who tenders is told how they were assessed before the award.",
  together: (earlier: bigint, total: bigint, inYear: string) =>
    `You have agreed or asked for ${pounds(earlier)} of this service in ${year(inYear)} already. It counts with this purchase: ${pounds(total)} in all.`,
  withinCap: (used: bigint, cap: bigint, inYear: string) =>
    `With this, ${pounds(used)} of your yearly limit of ${pounds(cap)} for ${year(inYear)} is used.`,
  overCap: (left: bigint, cap: bigint, inYear: string) =>
    cap === 0n
      ? `Your authority has not set a limit for buying without a competition in ${year(inYear)}.`
      : `Your authority has ${pounds(left)} left of its limit of ${pounds(cap)} for ${year(inYear)}. This purchase needs more.`,
  quotes: () => "Below the threshold you may invite quotes from several suppliers instead, or hold a competition.",
  small: () => "Think first about what would keep a small organisation from making an offer, and remove it.",
  conflicts: () => "Each person who proposes or approves says whether they have a conflict of interest.",
  grant: () => "A grant buys no services for the authority, so it is not a procurement and has no threshold.",
  benefit: () => "The public benefit of the grant has been written down.",
  noBenefit: () => "A grant needs a reason: say what public benefit it will bring.",
  round: () => "A grant above your limit is advertised, so that any organisation may apply.",
  subsidy: () => "Money for an organisation that competes with others may be a subsidy. Check before you sign.",
  detailsNotice: (amount: bigint) =>
    `Publish a contract details notice (UK7) soon after signing: the price reaches ${roundPounds(amount)}.`,
  noNotice: (amount: bigint) =>
    `The price is below ${roundPounds(amount)}, so no notice is required. The award is shown here in public all the same.`,
  paying: () => "Pay each valid invoice within 30 days. Your supplier must pay its own suppliers as fast.",
};
