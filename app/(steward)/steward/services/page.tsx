import type { Metadata } from "next";
import { z } from "zod";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { DataTable, Pagination } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { listServicesInReview } from "@/lib/register/service/queries";
import { stateWords } from "@/lib/register/service/words";
import { requireReader } from "../reader";

export const metadata: Metadata = { title: "Services to check" };

const Page = z.coerce.number().int().min(1).max(10_000).catch(1);

export default async function ServicesPage({ searchParams }: PageProps<"/steward/services">) {
  const actor = await requireReader();
  const page = Page.parse((await searchParams).page);
  const { items, total } = await listServicesInReview(actor, page);

  return (
    <>
      <PageHeader
        title="Services to check"
        action={
          <ButtonLink kind="secondary" href="/steward/overlaps">
            Who does what
          </ButtonLink>
        }
        lead="New services of members, and changes to what buyers read. Services that go with an application are checked there."
      />
      {items.length > 0 ? (
        <>
          <DataTable
            caption="The oldest first"
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                label: "Service",
                heads: true,
                cell: ({ id, title }) => <TextLink href={`/steward/services/${id}`}>{title}</TextLink>,
              },
              { label: "Organisation", cell: ({ organisation }) => organisation },
              { label: "Part", cell: ({ part }) => part },
              { label: "Sent", cell: ({ submittedAt }) => <Day on={submittedAt} /> },
              {
                label: "What it is",
                cell: ({ state }) =>
                  state === "inReview" ? (
                    <Tag tone="wait">New</Tag>
                  ) : (
                    <Tag tone="note">A change, now {stateWords[state].label.toLowerCase()}</Tag>
                  ),
              },
            ]}
          />
          <Pagination page={page} total={total} of="service" href={(at) => `/steward/services?page=${at}`} />
          <p className="no-print mt-6">
            <Download href="/steward/services/csv" kind="CSV">
              Services to check
            </Download>
          </p>
        </>
      ) : (
        <EmptyState
          title="No service waits to be checked"
          action={<TextLink href="/steward/queue">Open the queue of applications</TextLink>}
        >
          A service appears here when a member sends one, or changes what buyers read.
        </EmptyState>
      )}
    </>
  );
}
