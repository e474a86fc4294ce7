import type { Metadata } from "next";
import { addressOf } from "@/components/register/address";
import { QueueFilters } from "@/components/register/steward/queue-filters";
import { QueueTable } from "@/components/register/steward/queue-table";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { FilterLayout, Tabs } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Pagination } from "@/components/ui/table";
import { listAssessors } from "@/lib/register/application/decision/queries";
import { countQueue, listQueue } from "@/lib/register/application/decision/queries/queue";
import { showWords } from "@/lib/register/application/decision/queue-words";
import { QueueFilter, queueShows } from "@/lib/register/application/decision/schema";
import { listParts } from "@/lib/register/market/queries";
import { requireReader } from "../reader";

export const metadata: Metadata = { title: "Applications" };

const usual = { show: "open", who: "anyone", page: 1 };

export default async function QueuePage({ searchParams }: PageProps<"/steward/queue">) {
  const actor = await requireReader();
  const filter = QueueFilter.parse(await searchParams);
  const [{ rows, total }, counts, parts, assessors] = await Promise.all([
    listQueue(actor, filter),
    countQueue(actor, filter),
    listParts(actor),
    listAssessors(actor),
  ]);
  const { q, part, who, age, due } = filter;
  const chosen = [q, part, who !== usual.who, age, due].filter(Boolean).length;

  return (
    <>
      <PageHeader
        title="Applications"
        lead="The soonest due comes first. Ages are in working days since each was sent."
        action={
          <ButtonLink kind="secondary" href="/steward/statistics">
            How we are doing
          </ButtonLink>
        }
      />
      <Tabs
        label="What is shown"
        tabs={queueShows.map((show) => ({
          label: showWords[show],
          href: addressOf("/steward/queue", { ...filter, show, page: 1 }, usual),
          current: show === filter.show,
          count: counts[show],
        }))}
      />
      <FilterLayout
        action="/steward/queue"
        filters={<QueueFilters filter={filter} parts={parts} assessors={assessors} />}
        chosen={chosen}
      >
        {rows.length > 0 ? (
          <>
            <QueueTable rows={rows} caption={showWords[filter.show]} />
            <Pagination
              page={filter.page}
              total={total}
              of="application"
              href={(page) => addressOf("/steward/queue", { ...filter, page }, usual)}
            />
            <p className="no-print mt-6">
              <Download href={addressOf("/steward/queue/csv", { ...filter, page: 1 }, usual)} kind="CSV">
                These applications
              </Download>
            </p>
          </>
        ) : (
          <EmptyState
            title="No application matches"
            action={<TextLink href="/steward/queue">Show everything open</TextLink>}
          >
            Take a filter away, or look at what has been decided.
          </EmptyState>
        )}
      </FilterLayout>
    </>
  );
}
