import type { ConditionKind, EvidenceKind } from "@/lib/core/prisma/enums";
import { count, roundPounds } from "@/lib/core/values/format";

/** What the register is, in the words that stand on its public page and on the steward's. */
export const marketWords = {
  name: "the register",
  what: "Organisations that meet the conditions, and the services they offer. Anybody can apply on any day, and there is no limit on how many can join.",
  term: "The law calls it a dynamic market.",
  frozen: "The conditions do not change while the register runs. Everybody who joins is asked the same.",
  admission: "Whoever meets every condition, and to whom no exclusion ground applies, must be admitted.",
} as const;

/** The sections of the law that pages rely on, by the code of the rule. */
export const ruleWords = {
  mustAdmit: { code: "dm.must_admit", source: "Procurement Act 2023, section 36(6)(c)" },
  considerExcludable: { code: "dm.consider_excludable", source: "Procurement Act 2023, section 36(6)(d)" },
  reasons: { code: "dm.reasons", source: "Procurement Act 2023, section 36(6)(e)" },
  proportionate: { code: "dm.conditions.proportionate", source: "Procurement Act 2023, section 36(1) and (4)" },
  noCap: { code: "dm.no_cap", source: "Procurement Act 2023, section 36(7)(a)" },
  frozen: { code: "dm.frozen", source: "Procurement Act 2023, section 36(7)(b)" },
  conflicts: { code: "coi.assessment", source: "Procurement Act 2023, sections 81 to 83" },
  removal: { code: "dm.remove.may", source: "Procurement Act 2023, section 37(2)" },
  representations: { code: "dm.remove.notice", source: "Procurement Act 2023, sections 37(4) and 58(2)" },
} as const;

type Band = { number: number; title: string; upToPence: bigint | null };

/** The question that a value band answers, and what it means. */
export const bandWords = {
  label: "The most that one call-off may be worth",
  hint: "A call-off is one piece of work that a buyer asks for, with VAT. A higher value asks you for more. You can ask for a higher one later.",
} as const;

/** How far a band goes: "up to £100,000", or "any value" for the last. */
export const bandReach = ({ upToPence }: Pick<Band, "upToPence">): string =>
  upToPence === null ? "any value" : `up to ${roundPounds(upToPence)}`;

/** A band as it is chosen: "Small: up to £100,000". */
export const bandLabel = (band: Band): string => `${band.title}: ${bandReach(band)}`;

/** The band of a number, as it is read; the number alone where a register has no such band. */
export function bandName(bands: readonly Band[], number: number): string {
  const band = bands.find((one) => one.number === number);
  return band ? bandLabel(band) : `Band ${number}`;
}

/** How much is asked: "10 conditions, about 30 minutes". */
export const askedWords = ({ conditions, minutes }: { conditions: number; minutes: number }): string =>
  `${count(conditions, "condition")}, about ${count(minutes, "minute")}`;

/** Whether a register is being designed, runs, is still to come, or has ended. */
export type Standing = "draft" | "coming" | "running" | "ended";
export const standingWords: Record<Standing, { label: string; tone: "wait" | "note" | "good" | "neutral" }> = {
  draft: { label: "Being designed", tone: "wait" },
  coming: { label: "Published, not open yet", tone: "note" },
  running: { label: "Running", tone: "good" },
  ended: { label: "Ended", tone: "neutral" },
};

/** What may be attached to a condition of type evidence. */
export const evidenceKindWords: Record<EvidenceKind, string> = {
  governingDocument: "A governing document",
  accounts: "Accounts of any kind",
  budget: "A budget or a cash flow",
  insurance: "A promise of insurance",
  policy: "A policy",
  registration: "A registration",
  accreditation: "A quality mark or something equal",
  reference: "A reference",
  other: "Something else",
};

/** What each kind of condition is, for the steward who writes it. */
export const kindHints: Record<ConditionKind, string> = {
  declaration: "The applicant says that it is so.",
  evidence: "The applicant says what it has, and can attach it.",
  question: "The applicant answers in its own words.",
};

/** What happened to a register, for histories. */
export const eventWords: Readonly<Record<string, string>> = {
  design: "A design was begun",
  terms: "Its terms were saved",
  bands: "Its value bands were saved",
  part: "A part was saved",
  removePart: "A part was taken out",
  movePart: "A part was moved",
  condition: "A condition was saved",
  removeCondition: "A condition was taken out",
  moveCondition: "A condition was moved",
  announce: "The intention notice was published",
  publish: "It was published and frozen",
  discard: "The design was thrown away",
  end: "Its end was published",
};

/** The sections of a design, as tasks. */
export const designWords = {
  terms: "What it is and how long it runs",
  bands: "Value bands",
  parts: "Parts",
  conditions: "Conditions",
} as const;

/** What no condition may ask, for whoever writes one. Each save is held to it. */
export const forbiddenWords = [
  "Audited accounts, except of those who must have an audit by law: section 36(2)(a).",
  "Insurance before an award. Ask for a promise to have it: section 36(2)(b).",
  "An earlier contract with an authority that you name: section 36(3)(a).",
  "One standard or one document alone. Something equal must count: sections 36(3)(c) and 56.",
  "A limit on how many can join: section 36(7)(a).",
];
