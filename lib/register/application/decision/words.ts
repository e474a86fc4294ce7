import type { PartDecision } from "@/lib/core/prisma/enums";
import { checkRule } from "../../standing/words";
import type { Offer } from "./rules";
import type { About } from "./schema";

/** What is offered, why, and the law that says so: shown above the decision. */
export const offerWords: Record<Offer["kind"], { title: string; body: string; rule: string; source: string }> = {
  debarred: {
    title: "It is debarred on a mandatory ground, so it is refused",
    body: "A member on the debarment list on a mandatory ground must be removed, so it cannot be admitted.",
    rule: "dm.remove.must",
    source: "Procurement Act 2023, section 37(1)",
  },
  unfinished: {
    title: "You cannot decide yet",
    body: "Record a finding for every condition first.",
    rule: "dm.reasonable_period",
    source: "Procurement Act 2023, section 36(6)(b)",
  },
  unchecked: {
    title: "Look at the debarment list first",
    body: checkRule,
    rule: "dm.must_admit",
    source: "Procurement Act 2023, sections 36(6)(c) and 57",
  },
  conditions: {
    title: "A condition is not met, so it is refused",
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
    title: "Every condition is met, so it is admitted",
    body: "No exclusion ground applies. The law says that the organisation must be admitted, so nothing else is offered.",
    rule: "dm.must_admit",
    source: "Procurement Act 2023, section 36(6)(c)",
  },
};

/** What a question can be about, as the subject of a sentence. */
export const aboutWords: Record<About["kind"], string> = {
  profile: "What you say about your organisation",
  condition: "Your answer to a condition",
  ground: "Your answer to an exclusion ground",
  service: "A service",
};

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

/** How the finding about an exclusion ground stands. */
export const groundFindingWords = {
  none: { label: "No finding yet", tone: "neutral" },
  stands: { label: "It applies", tone: "bad" },
  cleaned: { label: "Put right", tone: "good" },
  free: { label: "It does not apply", tone: "good" },
} as const;

/** The law on hearing somebody before a ground is held against them. */
export const hearFirst =
  "Ask the organisation first. It must have a reasonable opportunity to answer (Procurement Act 2023, section 58(2)).";

/** Why another organisation is shown as perhaps the same one. */
export const sameWords = {
  number: "the same number",
  name: "a name much alike",
  website: "the same website",
  email: "an e-mail address of the same domain",
} as const;

/** The two outcomes, as they are chosen. */
export const outcomeWords: Record<PartDecision, { label: string; hint: string }> = {
  admitted: { label: "Admit", hint: "It becomes a member, and its services in this part are published." },
  refused: { label: "Refuse", hint: "It can apply again on any day. Its services go back to be changed." },
};
