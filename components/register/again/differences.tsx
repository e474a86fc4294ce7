import { TextLink } from "@/components/ui/button";
import { Details, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { count } from "@/lib/core/values/format";
import type { Difference, Differences } from "@/lib/register/application/decision/queries/differences";
import { decisionWords } from "@/lib/register/application/words";

/** What an organisation has changed since it was last decided on, side by side. */
export function DossierDifferences({ last, answers, grounds, services, same }: Differences) {
  const nothing = answers.length + grounds.length + services.length === 0;
  return (
    <Section
      title="Changed since last time"
      id="changes"
      lead={
        <p>
          It applied before: <TextLink href={`/steward/applications/${last.id}`}>{last.reference}</TextLink>, decided on{" "}
          <Day on={last.decidedAt} />. {count(same, "answer")} {same === 1 ? "is" : "are"} as before.
        </p>
      }
    >
      <div className="grid gap-8">
        <Details summary="What was decided then">
          <SummaryList
            rows={last.parts.map(({ title, decision, reasons }) => ({
              label: title,
              value: (
                <>
                  {decision && <Tag tone={decisionWords[decision].tone}>{decisionWords[decision].label}</Tag>}
                  <span className="mt-1 block whitespace-pre-line">{reasons}</span>
                </>
              ),
            }))}
          />
        </Details>
        {nothing && <p>Nothing that it says has changed.</p>}
        <Side caption="Answers that changed" rows={answers} />
        <Side caption="Exclusion grounds that changed" rows={grounds} />
        <Side caption="Services that are new or changed" rows={services} />
      </div>
    </Section>
  );
}

function Side({ caption, rows }: { caption: string; rows: Difference[] }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: "What", heads: true, cell: ({ what }) => what },
        { label: "Then", cell: ({ before }) => <Words>{before}</Words> },
        { label: "Now", cell: ({ now }) => <Words>{now}</Words> },
      ]}
    />
  );
}

function Words({ children }: { children: string | null }) {
  return children === null ? (
    <span className="text-muted">Not there</span>
  ) : (
    <span className="break-words whitespace-pre-line">{children}</span>
  );
}
