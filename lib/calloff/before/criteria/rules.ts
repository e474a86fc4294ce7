import type { ConditionAbout, CriterionKind, PriceMethod } from "@/lib/core/prisma/enums";
import { toPercent, WHOLE } from "@/lib/core/values/share";
import type { Day } from "@/lib/reference/calendar";
import type { CallOffLaw } from "../../record/rules";
import { criteriaWords, conditionWords as say } from "./words";

export const MOST_CRITERIA = 12;
export const MOST_CONDITIONS = 10;

/** Conditions that a small call-off can carry before we say that they are many. */
export const FEW_CONDITIONS = 4;

export type Weighed = { kind: CriterionKind; weightBp: number };

/** What all weights come to, and those of one kind, in basis points. */
export const totalOf = (criteria: readonly Weighed[], kind?: CriterionKind): number =>
  criteria.filter((row) => !kind || row.kind === kind).reduce((all, { weightBp }) => all + weightBp, 0);

/** The least that social value weighs, and whether a reason may take its place. */
export type Floor = { bp: number; binding: boolean; source: string };

/** A tenth (PPN 002, February 2025). */
export const SOCIAL_VALUE_FLOOR = 1_000;

/**
 * The floor for social value. It binds central bodies at or above the threshold from the day that PPN 002 is mandatory;
 * for everyone else it is our default, and a recorded reason is enough to go lower (Act of 2012: to consider it).
 */
export function floorOf(law: CallOffLaw, mandatoryFrom: Day | null): Floor {
  const binding = law.procurement && law.isCentral && law.above && mandatoryFrom !== null && law.on >= mandatoryFrom;
  return { bp: SOCIAL_VALUE_FLOOR, binding, source: binding ? criteriaWords.ppn : criteriaWords.own };
}

export type Written = Weighed & {
  title: string;
  question: string;
  wordLimit: number | null;
  minimum: number | null;
};

/**
 * Why these criteria cannot stand, in words: by place ("criteria.2.weight") where one row is wrong, and by name where
 * all of them are. Nothing when the weights total exactly 100% and each kind keeps its rules.
 */
export function criteriaFaults(
  criteria: readonly Written[],
  { priceMethod, floor, reason }: { priceMethod: PriceMethod; floor: Floor; reason: string },
): Map<string, string> {
  const found = new Map<string, string>();
  const prices = criteria.flatMap(({ kind }, at) => (kind === "price" ? [at] : []));
  const [first, second] = prices;
  if (second !== undefined) found.set(`criteria.${second}.kind`, criteriaWords.onePrice);
  if (priceMethod !== "lowestOverPrice" && first !== undefined)
    found.set(`criteria.${first}.weight`, criteriaWords.noPrice);
  if (priceMethod === "lowestOverPrice" && first === undefined) found.set("priceMethod", criteriaWords.needsPrice);
  if (!criteria.some(({ kind }) => kind === "quality")) found.set("criteria", criteriaWords.needsQuality);
  const total = totalOf(criteria);
  if (total !== WHOLE) found.set("criteria", criteriaWords.total(total));
  const social = totalOf(criteria, "socialValue");
  if (social < floor.bp) {
    if (floor.binding) found.set("socialValueReason", criteriaWords.belowFloor(social, floor.bp));
    else if (reason === "") found.set("socialValueReason", criteriaWords.sayWhy(social, floor.bp));
  }
  for (const [at, row] of criteria.entries()) {
    if (row.weightBp === 0) found.set(`criteria.${at}.weight`, criteriaWords.noWeight);
    if (row.kind === "price") continue;
    if (row.question === "") found.set(`criteria.${at}.question`, criteriaWords.noQuestion);
    if (row.wordLimit === null) found.set(`criteria.${at}.wordLimit`, criteriaWords.noLimit);
  }
  return found;
}

/** What one point of the 0 to 5 scale is worth in points of 100, as text; exact. */
export const perScore = (weightBp: number): string => toPercent(Math.trunc(weightBp / 5));

export type Condition = { about: ConditionAbout; title: string; text: string; why: string };

/** Why a condition may not be asked: below the threshold nothing may be asked about the supplier (Procurement Act 2023 s85). */
export function conditionFaults(conditions: readonly Condition[], law: CallOffLaw): Map<string, string> {
  const found = new Map<string, string>();
  if (law.procurement && !law.above)
    for (const [at, { about }] of conditions.entries())
      if (about === "supplier") found.set(`conditions.${at}.about`, say.notBelow(law.thresholdPence));
  return found;
}

/** What to think of before asking this much. Nothing when the conditions are few for the value. */
export function conditionWarnings(conditions: readonly Condition[], law: CallOffLaw): string[] {
  const many = !law.above && conditions.length > FEW_CONDITIONS;
  const insurance = conditions.some(({ title, text }) => /insur/i.test(`${title} ${text}`));
  const accounts = conditions.some(({ title, text }) => /audited/i.test(`${title} ${text}`));
  return [
    ...(many ? [say.many(conditions.length)] : []),
    ...(insurance ? [say.insurance] : []),
    ...(accounts ? [say.accounts] : []),
  ];
}
