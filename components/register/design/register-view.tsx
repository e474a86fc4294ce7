import type { ReactNode } from "react";
import { Details } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import type { ConditionKind, EvidenceKind } from "@/lib/core/prisma/enums";
import { count, listed } from "@/lib/core/values/format";
import { conditionKindWords } from "@/lib/register/application/words";
import { weighed } from "@/lib/register/market/asked";
import { askedWords, bandLabel, evidenceKindWords } from "@/lib/register/market/words";

export type ShownCondition = {
  id: string;
  number: number;
  kind: ConditionKind;
  title: string;
  text: string;
  help: string;
  justification: string;
  ruleCode: string;
  orEquivalent: boolean;
  minutes: number;
  bandFrom: number;
  partNumbers: readonly number[];
  evidenceKind: EvidenceKind | null;
  validMonths: number | null;
};
type Band = { number: number; title: string; upToPence: bigint | null };

/** The conditions of a register, each with why it is asked and of whom. */
export function ConditionList({
  conditions,
  bands,
  rule,
}: {
  conditions: readonly ShownCondition[];
  bands: readonly Band[];
  rule: (code: string) => string;
}) {
  return (
    <ol className="border-t border-line">
      {conditions.map((condition) => (
        <li key={condition.id} className="grid max-w-measure gap-2 border-b border-line py-5">
          <h3 className="font-bold">
            {condition.number}. {condition.title}
          </h3>
          <p>{condition.text}</p>
          <p className="text-small text-muted">{ofWhom(condition, bands)}</p>
          <Details summary={`Why, and by which rule (condition ${condition.number})`}>
            <SummaryList rows={facts(condition, rule)} />
          </Details>
        </li>
      ))}
    </ol>
  );
}

/** Of whom a condition is asked, in a sentence. */
export function ofWhom(
  { bandFrom, partNumbers }: Pick<ShownCondition, "bandFrom" | "partNumbers">,
  bands: readonly Band[],
) {
  const from = bands.find(({ number }) => number === bandFrom);
  const value = bandFrom === 1 || !from ? "at every value" : `from “${from.title}” up`;
  const parts =
    partNumbers.length === 0
      ? "in every part"
      : `in ${partNumbers.length === 1 ? "part" : "parts"} ${listed(partNumbers.map(String))}`;
  return `Asked ${value}, ${parts}.`;
}

const facts = (condition: ShownCondition, rule: (code: string) => string) => [
  {
    label: "What kind",
    value: `${conditionKindWords[condition.kind].label}. ${conditionKindWords[condition.kind].meaning}`,
  },
  { label: "Help given", value: condition.help },
  { label: "Why it is asked", value: condition.justification },
  { label: "Rule", value: rule(condition.ruleCode) },
  { label: "Something equal", value: condition.orEquivalent ? "Accepted" : "Not accepted" },
  ...(condition.evidenceKind
    ? [{ label: "What may be attached", value: evidenceKindWords[condition.evidenceKind] }]
    : []),
  { label: "An answer holds", value: condition.validMonths ? count(condition.validMonths, "month") : "With no end" },
  { label: "Time to answer", value: count(condition.minutes, "minute") },
];

/** How much each value asks. */
export function BandTable({
  bands,
  conditions,
  secondFromBand,
}: {
  bands: readonly Band[];
  conditions: readonly ShownCondition[];
  secondFromBand: number | null;
}) {
  const loads = weighed(conditions, { bands, partNumbers: [] });
  return (
    <DataTable
      caption="What each value asks, in any part"
      rows={bands}
      rowKey={({ number }) => String(number)}
      columns={[
        { label: "Value", heads: true, cell: bandLabel },
        {
          label: "Asks",
          cell: ({ number }) =>
            askedWords(loads.find((load) => load.number === number) ?? { conditions: 0, minutes: 0 }),
        },
        {
          label: "Decided by",
          cell: ({ number }) =>
            secondFromBand !== null && number >= secondFromBand ? "Two assessors" : "One assessor",
        },
      ]}
    />
  );
}

type PartRow = { id: string; number: number; title: string; description: string; cpvCode: string };

/** The parts of a register. `members` draws what is known of the members of each. */
export function PartTable({
  parts,
  cpv,
  cohort,
  members,
}: {
  parts: readonly (PartRow & { cohortCode: string | null })[];
  cpv: (code: string) => string;
  cohort: (code: string) => string;
  members?: (part: PartRow) => ReactNode;
}) {
  return (
    <DataTable
      caption={`${count(parts.length, "part")}, each applied for by itself`}
      rows={parts}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Part",
          heads: true,
          cell: ({ number, title, description }) => (
            <>
              {number}. {title}
              <span className="block text-small font-normal text-muted">{description}</span>
            </>
          ),
        },
        { label: "For whom", cell: ({ cohortCode }) => (cohortCode ? cohort(cohortCode) : "Everybody") },
        { label: "Procurement code", cell: ({ cpvCode }) => `${cpvCode} ${cpv(cpvCode)}` },
        ...(members ? [{ label: "Members", numeric: true, cell: members }] : []),
      ]}
    />
  );
}
