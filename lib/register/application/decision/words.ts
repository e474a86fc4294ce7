import type { Offer } from "./rules";

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
export const aboutWords = {
  profile: "What you say about your organisation",
  condition: "Your answer to a condition",
  ground: "Your answer to an exclusion ground",
  service: "A service",
} as const;
