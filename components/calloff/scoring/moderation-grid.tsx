import { TextLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import type { Cell, Moderation } from "@/lib/calloff/decide/scoring/queries/scores";
import { spreadOf } from "@/lib/calloff/decide/scoring/rules";

/** Every tender by every question: what each evaluator gave, where they are far apart, and what was agreed. */
export function ModerationGrid({ id, moderation }: { id: string; moderation: Moderation }) {
  const { tenders, criteria, cells } = moderation;
  const cell = (tenderId: string, criterionId: string) =>
    cells.find((one) => one.tenderId === tenderId && one.criterionId === criterionId);
  return (
    <DataTable
      caption="What the evaluators gave, from 0 to 5, and what was agreed"
      rows={tenders}
      rowKey={(tender) => tender.id}
      columns={[
        {
          label: "Tender",
          cell: (tender) => (
            <TextLink href={`/call-offs/${id}/moderation/tender/${tender.id}`}>{tender.reference}</TextLink>
          ),
        },
        ...criteria.map((criterion) => ({
          label: criterion.title,
          cell: (tender: (typeof tenders)[number]) => <CellText cell={cell(tender.id, criterion.id)} />,
        })),
      ]}
    />
  );
}

function CellText({ cell }: { cell: Cell | undefined }) {
  if (!cell) return null;
  const { scores, wide, consensus } = cell;
  return (
    <span className="grid justify-items-start gap-1">
      <span>
        {scores.length > 0 ? scores.map(({ name, score }) => `${name} ${score}`).join(", ") : "None to see yet"}
      </span>
      {wide && <Tag tone="wait">{`${spreadOf(scores.map(({ score }) => score))} apart`}</Tag>}
      {consensus && <strong>Agreed: {consensus.score}</strong>}
      {consensus && consensus.version > 1 && <span className="text-muted">Version {consensus.version}</span>}
    </span>
  );
}
