import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BarList } from "@/components/picture/bar-list";
import { MonthTable, RefusalTable, SizeTable } from "@/components/register/again/statistic-tables";
import { Download } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Stat, Stats } from "@/components/ui/status";
import { Day } from "@/components/ui/value";
import { count, whole } from "@/lib/core/values/format";
import { decisionStatistics, stewardStatistics } from "@/lib/register/application/decision/queries/statistics";
import { StatisticsFilter } from "@/lib/register/application/decision/schema";
import { daysLabel, kindWords, refusalLabel } from "@/lib/register/application/decision/statistic-words";
import { requireReader } from "../reader";

export const metadata: Metadata = { title: "How decisions go" };

export default async function StatisticsPage({ searchParams }: PageProps<"/steward/statistics">) {
  const actor = await requireReader();
  const filter = StatisticsFilter.parse(await searchParams);
  const [found, now] = await Promise.all([decisionStatistics(actor, filter), stewardStatistics(actor)]);
  const figures = found ?? notFound();
  const open = now.submitted + now.inReview + now.clarifying + now.seconding;

  return (
    <>
      <BackLink href="/steward">Looking after the register</BackLink>
      <PageHeader
        title="How decisions go"
        lead={
          <p>
            From <Day on={figures.from} /> to <Day on={figures.to} />. Times are in working days, from sent to decided.
            Applications that were withdrawn are not counted.
          </p>
        }
      />
      <Tabs
        label="Which period"
        tabs={[
          { label: "The last 12 months", href: "/steward/statistics", current: filter.year === null },
          ...figures.years.map((year) => ({
            label: String(year),
            href: `/steward/statistics?year=${year}`,
            current: filter.year === year,
          })),
        ]}
      />
      <Stats>
        <Stat
          label="Median time to decide"
          value={daysLabel(figures.times.median)}
          unit="working days"
          compare={count(figures.times.count, "decision")}
        />
        <Stat
          label="90th percentile"
          value={daysLabel(figures.times.slowest)}
          unit="working days"
          compare="nine of ten are this fast"
        />
        <Stat label="Parts admitted" value={whole(figures.admitted)} compare={`${whole(figures.refused)} refused`} />
        <Stat label="Open now" value={whole(open)} compare={`${whole(now.overdue)} late`} />
      </Stats>
      {figures.times.count === 0 && (
        <div className="mt-10">
          <EmptyState title="Nothing was decided in this period">Choose another year.</EmptyState>
        </div>
      )}
      <div className="mt-14">
        <Section title="By month" id="months">
          <MonthTable rows={figures.months} />
        </Section>
        {figures.reasons.length > 0 && (
          <Section title="Why parts were refused" id="reasons" lead="A part can have several reasons.">
            <div className="grid gap-10">
              <BarList
                caption="Parts refused, by reason"
                bars={figures.reasons.map(({ code, parts }) => ({ label: refusalLabel(code), value: parts }))}
              />
              <RefusalTable rows={figures.reasons} />
            </div>
          </Section>
        )}
        <Section title="By size of organisation" id="sizes">
          <SizeTable rows={figures.sizes} />
        </Section>
        <Section title="Who was admitted" id="kinds">
          <BarList
            caption="Organisations admitted to at least one part"
            bars={figures.kinds.map(({ kind, organisations, parts }) => ({
              label: kindWords[kind],
              value: organisations,
              said: `${whole(organisations)} (${count(parts, "part")})`,
            }))}
          />
        </Section>
        <p className="no-print mt-10">
          <Download href={`/steward/statistics/csv${filter.year ? `?year=${filter.year}` : ""}`} kind="CSV">
            These figures
          </Download>
        </p>
      </div>
    </>
  );
}
