import { asDay, compareDays } from "@/lib/core/values/moment";
import { isAsked } from "./asked";
import { brokenRules, ruleSaid } from "./wording";
import type { Standing } from "./words";

/** What is judged of a condition before it may be asked of anybody. */
export type Asked = {
  title: string;
  text: string;
  help: string;
  justification: string;
  orEquivalent: boolean;
  minutes: number;
};

export type Unlawful = { field: keyof Asked; ruleCode: string; message: string };

/**
 * What the law does not let a condition ask, as far as its words show (Procurement Act 2023, s36). An empty list is no
 * proof that a condition is lawful: it is the net under the steward's own judgement.
 */
export function unlawful(condition: Asked): Unlawful[] {
  const found: Unlawful[] = (["title", "text", "help"] as const).flatMap((field) =>
    brokenRules(condition[field]).map((rule) => ({ field, ruleCode: rule.ruleCode, message: ruleSaid(rule) })),
  );
  if (!condition.orEquivalent && /\S/.test(condition.text))
    found.push({
      field: "orEquivalent",
      ruleCode: "dm.conditions.equivalents",
      message: "Accept something equal: no condition may insist on one standard or document (sections 36(3)(c) and 56)",
    });
  if (condition.justification.trim().length < 20)
    found.push({
      field: "justification",
      ruleCode: "dm.conditions.proportionate",
      message: "Say why this is in proportion to the work, in 20 characters or more (section 36(1))",
    });
  return found;
}

/** How long conditions take to answer, in minutes. */
export const minutesIn = (conditions: readonly { minutes: number }[]) =>
  conditions.reduce((total, { minutes }) => total + minutes, 0);

/** The least that a conflicts assessment says, in characters; the number is ours. */
export const ASSESSED = 40;

type Design = {
  usedBy: string;
  description: string;
  conflictsAssessment: string;
  opensOn: string;
  closesOn: string;
  parts: readonly { number: number; title: string }[];
  conditions: readonly (Asked & { number: number; kind: string; bandFrom: number; partNumbers: readonly number[] })[];
  bands: readonly { number: number; upToPence: bigint | null }[];
};

export type Lacking = { section: "terms" | "bands" | "parts" | "conditions"; number?: number; message: string };

/**
 * What a design lacks before it may be published, on a day: each with where it is put right. A register says who may use
 * it and what for (SI 2024/692, reg 25(2)), has assessed conflicts of interest (s83), and asks every part for something
 * that shows legal, financial or technical capacity (s36(1)): evidence or a question, at the lowest value already.
 */
export function lacking(design: Design, today: string): Lacking[] {
  const { parts, conditions, bands } = design;
  const list: Lacking[] = [];
  const lacks = (is: boolean, section: Lacking["section"], message: string, number?: number) => {
    if (is) list.push({ section, message, ...(number !== undefined && { number }) });
  };
  lacks(design.description === "", "terms", "Say what the register is for");
  lacks(design.usedBy === "", "terms", "Say which authorities may use it");
  lacks(design.conflictsAssessment.length < ASSESSED, "terms", "Write the conflicts assessment");
  lacks(compareDays(design.closesOn, today) <= 0, "terms", "The last day must be in the future");
  lacks(bands.length === 0, "bands", "Add a value band");
  lacks(parts.length === 0, "parts", "Add a part");
  lacks(conditions.length === 0, "conditions", "Add a condition");
  for (const { number, title } of parts) {
    const shown = conditions.some(
      (condition) => condition.kind !== "declaration" && isAsked(condition, { band: 1, partNumber: number }),
    );
    lacks(!shown, "conditions", `Ask for something that shows that part ${number}, ${title}, can be done`);
  }
  for (const condition of conditions) {
    const [first] = unlawful(condition);
    lacks(
      first !== undefined,
      "conditions",
      `Condition ${condition.number}: ${first?.message ?? ""}`,
      condition.number,
    );
  }
  return list;
}

/** Whether bands rise, and only the last has no end. */
export const bandsRise = (bands: readonly { upToPence: bigint | null }[]): boolean =>
  bands.every(({ upToPence }, at) => {
    if (at === bands.length - 1) return upToPence === null;
    const before = bands[at - 1]?.upToPence ?? 0n;
    return upToPence !== null && upToPence > before;
  });

/**
 * The numbers of parts that conditions name, once the parts are in another order: each old number's new one, or nothing
 * for a part that is gone. A condition that named only parts that are gone would be asked of everybody, so it is said.
 */
export function renumbered(
  partNumbers: readonly number[],
  now: ReadonlyMap<number, number>,
): { partNumbers: number[]; lostAll: boolean } {
  const kept = partNumbers.flatMap((number) => now.get(number) ?? []).toSorted((one, other) => one - other);
  return { partNumbers: kept, lostAll: partNumbers.length > 0 && kept.length === 0 };
}

/** A list with one item a place nearer its start or its end; the same list where it stands there already. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  const [item, other] = [list[at], list[to]];
  if (item === undefined || other === undefined) return [...list];
  return list.with(at, other).with(to, item);
}

/** The rule that lets a condition be asked, or that shapes how: by its subject, and otherwise that of proportion. */
export function ruleOf({ title, text, help }: Pick<Asked, "title" | "text" | "help">): string {
  const said = `${title} ${text} ${help}`.toLowerCase();
  if (/\baudit/.test(said)) return "dm.conditions.no_audited_accounts";
  if (/\binsur/.test(said)) return "dm.conditions.no_insurance_before_award";
  if (/\b(done before|experience|has your team done|have you done)\b/.test(said)) return "dm.conditions.no_prior_award";
  if (/\b(qualif\w+|standards?|accredit\w+|certificate|quality mark)\b/.test(said)) return "dm.conditions.equivalents";
  return "dm.conditions.proportionate";
}

/** Where a register stands on a day; both its first and its last day count. Days are YYYY-MM-DD. */
export function standingOf(
  { frozenAt, opensOn, closesOn }: { frozenAt: Date | null; opensOn: Date; closesOn: Date },
  on: string,
): Standing {
  if (!frozenAt) return "draft";
  if (asDay(closesOn) < on) return "ended";
  return asDay(opensOn) > on ? "coming" : "running";
}
