import type { PartDecision } from "@/lib/core/prisma/enums";

export type DecisionFacts = {
  /** Every condition of the register, with what the assessor found; null before that. */
  findings: readonly { title: string; met: boolean | null }[];
  /** The exclusion grounds that the applicant says apply, or that were found to. */
  groundsThatApply: readonly string[];
};

/** What may be decided for a part, and why no more than that. */
export type Offer =
  | { kind: "unfinished"; outcomes: []; missing: string[] }
  | { kind: "conditions"; outcomes: ["refused"]; unmet: string[] }
  | { kind: "grounds"; outcomes: ["admitted", "refused"]; grounds: string[] }
  | { kind: "mustAdmit"; outcomes: ["admitted"] };

/**
 * The outcomes that the law leaves open (Procurement Act 2023, s36(6)). Nothing can be decided before each condition has
 * a finding. Who does not meet a condition is refused. Where an exclusion ground applies, admitting is considered and
 * either outcome is open, with reasons. Everybody else must be admitted: refusing is not offered, and is not accepted.
 */
export function offered({ findings, groundsThatApply }: DecisionFacts): Offer {
  const missing = titles(findings.filter(({ met }) => met === null));
  if (missing.length > 0) return { kind: "unfinished", outcomes: [], missing };
  const unmet = titles(findings.filter(({ met }) => met === false));
  if (unmet.length > 0) return { kind: "conditions", outcomes: ["refused"], unmet };
  if (groundsThatApply.length > 0)
    return { kind: "grounds", outcomes: ["admitted", "refused"], grounds: [...groundsThatApply] };
  return { kind: "mustAdmit", outcomes: ["admitted"] };
}

/** Whether a decision is one that the law leaves open. */
export const isOpen = (offer: Offer, decision: PartDecision) => offer.outcomes.some((outcome) => outcome === decision);

type Said = { partId: string; decision: PartDecision };

/** What is wrong with a decision, by the field of its form: a part left out, or an outcome that is not open. The parts are in the order of the form. */
export function faults(
  offer: Offer,
  asked: readonly { partId: string; title: string }[],
  said: readonly Said[],
): Fault[] {
  return asked.flatMap(({ partId, title }, at) => {
    const part = said.find((one) => one.partId === partId);
    const field = `parts.${at}.decision`;
    if (!part) return [{ field, message: `Decide on ${title.toLowerCase()} too` }];
    return isOpen(offer, part.decision) ? [] : [{ field, message: notOpen[offer.kind] }];
  });
}

type Fault = { field: string; message: string };

const notOpen: Record<Offer["kind"], string> = {
  unfinished: "Record a finding for every condition first",
  conditions: "A condition is not met, so this part can only be refused (Procurement Act 2023, section 36(1))",
  grounds: "Choose admit or refuse",
  mustAdmit: "Every condition is met, so this part must be admitted (Procurement Act 2023, section 36(6)(c))",
};

const titles = (findings: readonly { title: string }[]) => findings.map(({ title }) => title);

export type DecisionTimes = { median: number | null; slowest: number | null; count: number };

/** The middle and the 90th percentile (nearest rank) of how many working days decisions took. */
export function decisionTimes(days: readonly number[]): DecisionTimes {
  const sorted = days.toSorted((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = sorted.length % 2 === 0 ? [sorted[half - 1], sorted[half]] : [sorted[half], sorted[half]];
  return {
    median: low === undefined || high === undefined ? null : (low + high) / 2,
    slowest: sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null,
    count: sorted.length,
  };
}
