import type { PartDecision } from "@/lib/core/prisma/enums";
import type { Offer } from "./rules";
import type { About, QueueFilter } from "./schema";

/** What is offered, why, and the law that says so: shown above the decision. */
export const offerWords: Record<Offer["kind"], { title: string; body: string; rule: string; source: string }> = {
  unfinished: {
    title: "You cannot decide yet",
    body: "Record a finding for every condition first.",
    rule: "dm.reasonable_period",
    source: "Procurement Act 2023, section 36(6)(b)",
  },
  conditions: {
    title: "A condition is not met, so each part is refused",
    body: "Say which condition is not met, and what would meet it. The organisation can apply again on any day.",
    rule: "dm.conditions.proportionate",
    source: "Procurement Act 2023, section 36(1)",
  },
  grounds: {
    title: "An exclusion ground applies, so you decide",
    body: "Consider what happened, how long ago, and what has been put right. Either outcome needs your reasons.",
    rule: "dm.consider_excludable",
    source: "Procurement Act 2023, section 36(6)(d)",
  },
  mustAdmit: {
    title: "Every condition is met, so each part is admitted",
    body: "No exclusion ground applies. The law says that the organisation must be admitted, so nothing else is offered.",
    rule: "dm.must_admit",
    source: "Procurement Act 2023, section 36(6)(c)",
  },
};

/** What stands in the reasons until the assessor writes something better. */
export const usualReasons = "Every condition is met, and no exclusion ground applies.";

/** What a question can be about, as the subject of a sentence. */
export const aboutWords: Record<About["kind"], string> = {
  profile: "What you say about your organisation",
  condition: "Your answer to a condition",
  ground: "Your answer to an exclusion ground",
  service: "A service",
};

/** What the queue can be narrowed to. */
export const showWords: Record<QueueFilter["show"], string> = {
  open: "Everything open",
  submitted: "Waiting for review",
  inReview: "In review",
  clarifying: "Question asked",
  overdue: "Late",
  decided: "Decided",
  withdrawn: "Withdrawn",
  all: "Everything",
};

export const whoWords: Record<QueueFilter["who"], string> = { anyone: "Anyone", me: "Me", nobody: "Nobody yet" };

/** How a finding stands. */
export const findingWords = {
  none: { label: "No finding yet", tone: "wait" },
  met: { label: "Met", tone: "good" },
  unmet: { label: "Not met", tone: "bad" },
} as const;

export const groundKindWords = {
  mandatory: "Mandatory: it excludes, unless it has been put right and will not happen again",
  discretionary: "Discretionary: it may exclude",
} as const;

type Askable = {
  conditions: readonly { id: string; number: number; title: string }[];
  grounds: readonly { code: string; name: string }[];
  organisation: {
    services: readonly { id: string; draft: { title: string } | null; published: { title: string } | null }[];
  };
};

/** Everything in an application that a question can be about: the code as it is kept, and its name. */
export const aboutNames = ({ conditions, grounds, organisation }: Askable): Record<string, string> =>
  Object.fromEntries([
    ["profile", aboutWords.profile],
    ...conditions.map(({ id, number, title }) => [`condition:${id}`, `Condition ${number}: ${title}`]),
    ...organisation.services.map(({ id, draft, published }) => [
      `service:${id}`,
      `Service: ${draft?.title || published?.title || "no name yet"}`,
    ]),
    ...grounds.map(({ code, name }) => [`ground:${code}`, `Exclusion ground: ${name}`]),
  ]);

/** The two outcomes, as they are chosen. */
export const outcomeWords: Record<PartDecision, { label: string; hint: string }> = {
  admitted: { label: "Admit", hint: "It becomes a member, and its services in this part are published." },
  refused: { label: "Refuse", hint: "It can apply again on any day. Its services go back to be changed." },
};
