import { ConditionKind, EvidenceKind } from "@/lib/core/prisma/enums";
import standard from "@/prisma/register/standard.json";

/** One of a list, as the file spells it; another word in the file is a fault of ours and throws. */
function oneOf<T extends string>(list: Record<string, T>, word: string): T {
  const found = Object.values(list).find((known) => known === word);
  if (!found) throw new Error(`The standard register says “${word}”, which is not in its list.`);
  return found;
}

/** The register that a steward may start from: parts for every category, and conditions that grow with the value. */
export const standardDesign = {
  code: standard.code,
  description: standard.description,
  usedBy: standard.usedBy,
  decideWithin: standard.decideWithin,
  graceDays: standard.graceDays,
  secondFromBand: standard.secondFromBand,
  parts: standard.parts,
  bands: standard.bands.map(({ upToPence, ...band }) => ({
    ...band,
    upToPence: upToPence === null ? null : BigInt(upToPence),
  })),
  conditions: standard.conditions.map(({ kind, evidenceKind, partNumbers, ...condition }) => ({
    ...condition,
    kind: oneOf(ConditionKind, kind),
    evidenceKind: evidenceKind === null ? null : oneOf(EvidenceKind, evidenceKind),
    partNumbers: partNumbers.map(Number),
  })),
};

export const standardTitle = standard.title;
export const standardYears = standard.years;
