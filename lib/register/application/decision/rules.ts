import type { ExclusionStrength, PartDecision } from "@/lib/core/prisma/enums";
import { type AskedOf, isAsked } from "../../market/asked";

/** What a decision about one part rests on. */
export type DecisionFacts = {
  /** Every condition that is asked for the part, with what the assessor found; null before that. */
  findings: readonly { title: string; met: boolean | null }[];
  /** The exclusion grounds that stand: declared or found, and not put right. */
  groundsThatApply: readonly string[];
  /** The kind of ground on which the organisation is on the debarment list, if it is. */
  listed: ExclusionStrength | null;
  /** Whether a look at the debarment list still holds. */
  isChecked: boolean;
};

/** What may be decided for a part, and why no more than that. */
export type Offer =
  | { kind: "debarred"; outcomes: ["refused"] }
  | { kind: "unfinished"; outcomes: []; missing: string[] }
  | { kind: "conditions"; outcomes: ["refused"]; unmet: string[] }
  | { kind: "unchecked"; outcomes: [] }
  | { kind: "grounds"; outcomes: ["admitted", "refused"]; grounds: string[] }
  | { kind: "mustAdmit"; outcomes: ["admitted"] };

/**
 * The outcomes that the law leaves open (Procurement Act 2023, s36(6)). Who is debarred on a mandatory ground is refused,
 * because a member would have to be removed at once (s37(1)). Nothing else can be decided before each condition of the
 * part has a finding. Who does not meet a condition is refused. Beyond that, a look at the debarment list must hold. Where
 * an exclusion ground stands, admitting is considered and either outcome is open, with reasons. Everybody else must be
 * admitted: refusing is not offered, and is not accepted.
 */
export function offered({ findings, groundsThatApply, listed, isChecked }: DecisionFacts): Offer {
  if (listed === "mandatory") return { kind: "debarred", outcomes: ["refused"] };
  const missing = titles(findings.filter(({ met }) => met === null));
  if (missing.length > 0) return { kind: "unfinished", outcomes: [], missing };
  const unmet = titles(findings.filter(({ met }) => met === false));
  if (unmet.length > 0) return { kind: "conditions", outcomes: ["refused"], unmet };
  if (!isChecked) return { kind: "unchecked", outcomes: [] };
  const grounds = [...groundsThatApply, ...(listed ? ["The debarment list, on a discretionary ground"] : [])];
  if (grounds.length > 0) return { kind: "grounds", outcomes: ["admitted", "refused"], grounds };
  return { kind: "mustAdmit", outcomes: ["admitted"] };
}

/** Whether an exclusion ground stands: as it was found, or as it was declared until somebody looked. */
export const groundStands = (declared: boolean, finding: { applies: boolean; selfCleaned: boolean } | null): boolean =>
  finding ? finding.applies && !finding.selfCleaned : declared;

type Part = { partId: string; number: number; title: string };
type Judged = Omit<DecisionFacts, "findings"> & {
  band: number;
  conditions: readonly (AskedOf & { title: string; met: boolean | null })[];
};

export type PartOffer = Part & { offer: Offer };

/** What is open for each part that is asked for. A part is judged only by the conditions that are asked for it, up to the band. */
export const offersFor = (parts: readonly Part[], { band, conditions, ...rest }: Judged): PartOffer[] =>
  parts.map(({ partId, number, title }) => ({
    partId,
    number,
    title,
    offer: offered({ ...rest, findings: conditions.filter((one) => isAsked(one, { band, partNumber: number })) }),
  }));

/** Whether everything that a decision needs is there, for each part. */
export const isDecidable = (offers: readonly PartOffer[]) => offers.every(({ offer }) => offer.outcomes.length > 0);

/** Whether a decision is one that the law leaves open. */
export const isOpen = (offer: Offer, decision: PartDecision) => offer.outcomes.some((outcome) => outcome === decision);

/** Whether a second assessor has to agree: the application asks for a band from which the register wants two. */
export const needsSecond = ({ band, secondFromBand }: { band: number; secondFromBand: number | null }) =>
  secondFromBand !== null && band >= secondFromBand;

type Said = { partId: string; decision: PartDecision };

/** What is wrong with a decision, by the field of its form: a part left out, or an outcome that is not open. The parts are in the order of the form. */
export function faults(offers: readonly PartOffer[], said: readonly Said[]): Fault[] {
  return offers.flatMap(({ partId, title, offer }, at) => {
    const part = said.find((one) => one.partId === partId);
    const field = `parts.${at}.decision`;
    if (!part) return [{ field, message: `Decide on ${title.toLowerCase()} too` }];
    return isOpen(offer, part.decision) ? [] : [{ field, message: notOpen[offer.kind] }];
  });
}

type Fault = { field: string; message: string };

const notOpen: Record<Offer["kind"], string> = {
  debarred:
    "It is debarred on a mandatory ground, so this part can only be refused (Procurement Act 2023, section 37(1))",
  unfinished: "Record a finding for every condition first",
  conditions: "A condition is not met, so this part can only be refused (Procurement Act 2023, section 36(1))",
  unchecked: "Look at the debarment list first",
  grounds: "Choose admit or refuse",
  mustAdmit: "Every condition is met, so this part must be admitted (Procurement Act 2023, section 36(6)(c))",
};

const titles = (findings: readonly { title: string }[]) => findings.map(({ title }) => title);
