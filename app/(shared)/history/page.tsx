import type { Metadata } from "next";
import { AuditLines } from "@/components/agreements/audit-lines";
import { Select } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { FilterLayout } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Stat, Stats } from "@/components/ui/status";
import { chainStanding, listHistory, listHistoryOrganisations } from "@/lib/core/history/history";
import { whole } from "@/lib/core/values/format";
import { subjectWords } from "@/lib/openness/event-words";
import { historyFilter, historyQuery, requireAuditor } from "./reader";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({ searchParams }: PageProps<"/history">) {
  const actor = await requireAuditor();
  const { before, ...filter } = historyFilter(await searchParams);
  const [{ lines, next }, chain, organisations] = await Promise.all([
    listHistory(actor, filter, before),
    chainStanding(actor),
    listHistoryOrganisations(actor),
  ]);
  const chosen = Object.values(filter).filter(Boolean).length;

  return (
    <>
      <PageHeader
        title="History"
        lead="Who did what, and when. Each line is written with its change, then sealed in a chain that shows if anything was altered."
      />
      <Stats>
        <Stat
          label="Sealed"
          value={whole(chain?.position ?? 0n)}
          unit="lines"
          compare="each bound to the one before it"
        />
        <Stat
          label="Waiting for a seal"
          value={whole(chain?.unsealed ?? 0)}
          unit="lines"
          compare="usually none, for a moment only"
        />
      </Stats>
      <div className="mt-12">
        <FilterLayout
          action="/history"
          chosen={chosen}
          filters={
            <>
              <Select
                name="subject"
                label="Kind of record"
                empty="Any kind"
                options={Object.entries(subjectWords).map(([value, label]) => ({ value, label }))}
                defaultValue={filter.subject}
              />
              <Select
                name="organisation"
                label="Done by somebody of"
                empty="Any organisation"
                options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={filter.organisation}
              />
              <DateField name="from" label="From" optional defaultValue={filter.from} />
              <DateField name="to" label="Until" optional defaultValue={filter.to} />
            </>
          }
        >
          {lines.length > 0 ? (
            <>
              <AuditLines lines={lines} label="What happened, the newest first" naming />
              <p className="no-print mt-6 flex flex-wrap items-center gap-6">
                {next && (
                  <ButtonLink href={`/history${historyQuery(filter, { before: next })}`} kind="secondary">
                    Older lines
                  </ButtonLink>
                )}
                {before && <TextLink href={`/history${historyQuery(filter)}`}>Back to the newest</TextLink>}
                <Download href={`/history/csv${historyQuery(filter)}`} kind="CSV">
                  These lines
                </Download>
              </p>
            </>
          ) : (
            <EmptyState title="No line fits" action={<TextLink href="/history">Show everything</TextLink>}>
              Take a filter away, or look at other days.
            </EmptyState>
          )}
        </FilterLayout>
      </div>
    </>
  );
}
