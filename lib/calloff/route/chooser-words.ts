import type { CallOffRoute } from "@/lib/core/prisma/enums";
import { count, pounds, roundPounds } from "@/lib/core/values/format";
import type { Tone } from "@/lib/core/values/tone";
import { routeWords } from "../record/words";
import type { Ground, Standing, Way } from "./choices";

/** What people read for each way: its name, and one line that says what it means. */
export const wayWords: Record<Way, { label: string; meaning: string }> = {
  ...routeWords,
  rateCard: { label: "Rate card purchase", meaning: "One supplier is invited, at the price that it has published." },
};

export const standingWords: Record<Standing, { label: string; tone: Tone }> = {
  lawful: { label: "You may use this route", tone: "good" },
  withReason: { label: "You may, with a reason on record", tone: "wait" },
  unlawful: { label: "Not for this need", tone: "neutral" },
};

export const groundWords: Record<Ground, { label: string; hint: string; law: string }> = {
  smallValue: {
    label: "It is small, and within our yearly limit",
    hint: "Below the threshold the Act asks for no competition.",
    law: "Procurement Act 2023 s84 to s88",
  },
  userChoice: {
    label: "The person who uses the service chooses who provides it",
    hint: "A light touch service for one person, who said whom they want.",
    law: "Schedule 5, user choice contracts",
  },
  singleSupplier: {
    label: "Only one supplier can do it",
    hint: "For technical reasons or exclusive rights, and there is no reasonable alternative.",
    law: "Schedule 5, single supplier",
  },
  additionalOrRepeat: {
    label: "It adds to or repeats what this supplier does already",
    hint: "A change of supplier would not fit, or the first competition said that it may be repeated.",
    law: "Schedule 5, additional or repeat services",
  },
  urgency: {
    label: "It is extremely urgent, and nobody could foresee it",
    hint: "Only for as long as the urgency lasts. It must not be of your own making.",
    law: "Schedule 5, extreme and unavoidable urgency",
  },
  novel: {
    label: "It tries out something new",
    hint: "To develop or test a new service, not to run it at scale.",
    law: "Schedule 5, prototypes and development",
  },
  noSuitableTender: {
    label: "A competition brought no suitable tender",
    hint: "An earlier competition for this need ended without an award.",
    law: "Procurement Act 2023 s43",
  },
};

/** Sources of rules that the reference list does not have. What begins with "own" is ours, and says so. */
export const chooserRules: Readonly<Record<string, string>> = {
  "own.allowance": "The authority's own limit on buying without a competition",
  "own.publicBenefit": "The authority's own rule for grants",
  "own.transparency": "Throughcare's own rule",
  "own.periods": "Throughcare's own recommendation",
  "own.aboveOnly": "Throughcare's own rule",
  "direct.justification": "Procurement Act 2023 s41 and Schedule 5",
  "direct.transparency": "Procurement Act 2023 s44",
  "threshold.value": "Procurement Act 2023 s3 and Schedules 1 and 3",
  "split.value": "Procurement Act 2023 Schedule 3: estimating the value of contracts",
  "grant.notProcurement": "Procurement Act 2023 s3(2)",
  "grant.subsidy": "Subsidy Control Act 2022",
  "bond.contract": "Throughcare's own reading of the Procurement Act 2023 s3",
  "competition.required": "Procurement Act 2023 s18 and s19",
};

/** The sentences of the chooser. Each says one thing, with the amounts that made it so. */
export const sentences = {
  below: (pence: bigint, threshold: bigint) =>
    `${pounds(pence)} with VAT and extensions is below the threshold of ${roundPounds(threshold)}.`,
  above: (pence: bigint, threshold: bigint) =>
    `${pounds(pence)} with VAT and extensions reaches the threshold of ${roundPounds(threshold)}, so a competition is needed.`,
  unknown: () => "No threshold is known for this day, so only what holds above one is offered.",
  noValue: () => "Add lots with their budgets first. The value decides what is allowed.",
  together: (same: number, together: bigint, threshold: bigint) =>
    `With ${count(same, "other purchase")} of the same need it comes to ${pounds(together)}, which reaches ${roundPounds(threshold)}. Say why they are not bought together.`,
  notGrant: () => "This is a contract. To give a grant instead, change the instrument of the draft.",
  isGrant: () => "This is a grant. It buys no services for you, so no procurement route applies.",
  bond: () => "A bond pays for services that are provided for you, so the rules for contracts apply to it.",
  bondCard: () => "A bond has terms of its own, so it cannot be bought from a rate card.",
  withinCap: (left: bigint) =>
    `It is within your yearly limit for buying without a competition: ${pounds(left)} is left.`,
  overCap: (left: bigint) =>
    left === 0n
      ? "Nothing is left of your authority's yearly limit for buying without a competition, or none is set."
      : `Your authority has ${pounds(left)} left of its yearly limit for buying without a competition.`,
  rateCard: () => "Find a service that publishes its price, and buy it. A purchase is a record of its own.",
  quotesFree: () => "Only suppliers that you choose are invited, so no notice is needed before the contract.",
  noSuitability: () =>
    "Below the threshold nobody may be kept out by a check of the supplier, so members and others may tender alike.",
  gate: () =>
    "Below the threshold membership may not be the gate. Use an open competition, which members can enter too.",
  members: () => "Only members of the part can win. Whoever applies to join in time is decided first.",
  market: (title: string) => `${title} has a part for every lot.`,
  noMarket: () => "No dynamic market is open today.",
  missing: (names: string) => `The dynamic market has no part for ${names}.`,
  small: () => "Think first about what would keep a small organisation from tendering, and remove it.",
  justification: () => "Above the threshold one supplier may be chosen only for a reason that the Act lists. Name it.",
  justificationOver: () =>
    "It is over your own limit, so we ask for one of the reasons that the Act lists for larger contracts.",
  justified: () => "The person who chooses this route puts their name to the reason. Throughcare cannot check it.",
  transparency: () => "A transparency notice says who is chosen and why, before the contract.",
  transparencyOwn: () => "The Act asks for no transparency notice this small. We publish one all the same.",
  periodNone: () =>
    "The Act sets no shortest time for light touch services. We recommend 30 days, so that small charities can take part.",
  periodTen: () => "At least 10 days from the day after the invitation, for a competition in a dynamic market.",
  periodOwn: () => "The Act sets no shortest time below the threshold. We recommend 20 days.",
  grant: () => "A grant buys no services for the authority, so it is not a procurement and has no threshold.",
  benefit: () => "Say what public benefit it brings, and why this organisation.",
  round: () => "The grant is advertised, so that any organisation may apply for it.",
  grantOver: (left: bigint) =>
    `A grant without a round must fit your yearly limit, and ${pounds(left)} is left. Advertise it instead.`,
  conflicts: () => "Conflicts of interest are assessed before any notice goes out.",
  details: (amount: bigint) =>
    `Publish a contract details notice (UK7) after signing: the price reaches ${roundPounds(amount)}.`,
  detailsAbove: (days: number) => `Publish a contract details notice (UK7) within ${days} days of signing.`,
  publishWhole: (amount: bigint) =>
    `Publish the contract itself, because it is worth more than ${roundPounds(amount)}.`,
  noDetails: () => "No details notice is required at this price. The award is shown here in public all the same.",
  standstill: () =>
    "Eight working days of standstill follow the award notice. We offer them even where the Act does not ask.",
  summaries: () => "Everyone who tenders is told how they were assessed, all at the same moment, before the award.",
  paying: () => "Pay each valid invoice within 30 days. Your supplier must pay its own suppliers as fast.",
  subsidy: () => "Money for an organisation that competes with others may be a subsidy. Check before you sign.",
  reported: () => "The grant is shown here in public, with its reason.",
};

export const noticeWhy = {
  UK4small: "before the competition opens, because it is advertised",
  UK4: "when the competition opens. It names the market and its parts",
  UK5: "before the contract, saying who is chosen and why",
  UK6: "after the summaries. It begins the standstill",
  UK7: "after signing",
} as const;

/** Stretches of a timetable. */
export const stretchWords = {
  invite: "For quotes to come in",
  open: "For tenders to be written",
  apply: "For applications to be written",
  decide: "To score and decide",
  approve: "For funders to approve",
  standstill: "Standstill, eight working days",
  offer: "For the offer to be answered",
  transparency: "Between the transparency notice and the contract",
  check: "To check and agree the terms",
} as const;

/** What the reason must say. */
export const reasonWords = {
  split: {
    label: "Why is the same need not bought together?",
    hint: "For example: different funders, different start dates, or lots that only local organisations could serve.",
  },
  oneSupplier: {
    label: "Why this route, and why one supplier?",
    hint: "What you say here is published in the transparency notice. Name no person.",
  },
  publicBenefit: {
    label: "What public benefit does the grant bring, and why without a round?",
    hint: "What you say here is public. Name no person.",
  },
} as const;

/** What a command says when it cannot be done. */
export const problems = {
  unlawful: (route: CallOffRoute, why: string) => `${routeWords[route].label} is not allowed here. ${why}`,
  noReason: "Say why. This route needs a reason on record",
  noGround: "Choose the reason that the Act allows",
  noMarket: "No dynamic market has a part for every lot.",
  none: "Choose a route first.",
  changed: (route: CallOffRoute, why: string) =>
    `The route was lawful when it was chosen, and no longer is: ${routeWords[route].label}. ${why} Choose the route again.`,
} as const;

/** What is written into the history. */
export const routeEventWords = { chooseRoute: "The route was chosen" } as const;
