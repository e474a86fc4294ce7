import type { Metadata } from "next";
import type { ReactNode } from "react";
import { RadioGroup, Select } from "@/components/form/choice";
import { Download, TextLink } from "@/components/ui/button";
import { FilterLayout } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { DataTable, Pagination } from "@/components/ui/table";
import type { DeliveredBy } from "@/lib/core/prisma/enums";
import { reference } from "@/lib/reference/queries";
import { delivererWords } from "@/lib/register/service/words";
import { readOverlapFilter } from "@/lib/search/overlaps";
import { listOverlaps, type Overlap } from "@/lib/search/queries/overlaps";
import { requireReader } from "../reader";

export const metadata: Metadata = { title: "Who does what" };

export default async function OverlapsPage({ searchParams }: PageProps<"/steward/overlaps">) {
  const actor = await requireReader();
  const [asked, lists] = await Promise.all([searchParams, reference()]);
  const filter = readOverlapFilter(asked, lists);
  const { items, total } = await listOverlaps(actor, filter);
  const query = ({ page }: { page: number }) =>
    new URLSearchParams({ pdu: filter.pdu, category: filter.category, show: filter.show, page: String(page) });

  return (
    <>
      <PageHeader
        title="Who does what"
        lead="Where several services bring the same outcome to one delivery unit. An overlap is no fault. It may be a choice, or money spent twice."
      />
      <FilterLayout
        action="/steward/overlaps"
        chosen={[filter.pdu, filter.category, filter.show === "several"].filter(Boolean).length}
        filters={
          <>
            <Select
              name="pdu"
              label="Probation delivery unit"
              empty="All of them"
              options={lists.places
                .options(["pdu"])
                .flatMap(({ label: group, options }) => options.map((option) => ({ ...option, group })))}
              defaultValue={filter.pdu}
            />
            <Select
              name="category"
              label="Category"
              empty="All of them"
              options={lists.categories.all.map(({ code, name }) => ({ value: code, label: name }))}
              defaultValue={filter.category}
            />
            <RadioGroup
              name="show"
              label="Show"
              options={[
                { value: "mixed", label: "Work done by different hands" },
                { value: "several", label: "Any outcome with two services or more" },
              ]}
              defaultValue={filter.show}
            />
          </>
        }
      >
        {items.length > 0 ? (
          <>
            <DataTable
              caption="Overlaps by delivery unit"
              rows={items}
              rowKey={({ pdu, category, outcome }) => `${pdu}|${category}|${outcome}`}
              columns={[
                { label: "Delivery unit", heads: true, cell: ({ pdu }) => pdu },
                { label: "Category", cell: ({ category }) => category },
                { label: "Outcome", cell: ({ outcome }) => outcome },
                { label: delivererWords.provider, cell: (row) => <Services of={row} by="provider" /> },
                { label: delivererWords.practitioner, cell: (row) => <Services of={row} by="practitioner" /> },
                { label: delivererWords.statutory, cell: (row) => <Services of={row} by="statutory" /> },
              ]}
            />
            <Pagination
              page={filter.page}
              total={total}
              of="overlap"
              href={(page) => `/steward/overlaps?${query({ page })}`}
            />
            <p className="no-print mt-6">
              <Download href={`/steward/overlaps/csv?${query({ page: 1 })}`} kind="CSV">
                Who does what
              </Download>
            </p>
          </>
        ) : (
          <EmptyState
            title="Nothing overlaps here"
            action={<TextLink href="/steward/overlaps?show=several">Show any two services for one outcome</TextLink>}
          >
            Services are compared by the outcomes that they name and by who does the work.
          </EmptyState>
        )}
      </FilterLayout>
    </>
  );
}

const MOST_NAMED = 3;

/** The services of one row that one kind of hand delivers: how many, and the first of them. */
function Services({ of: { services }, by }: { of: Overlap; by: DeliveredBy }): ReactNode {
  const found = services.filter(({ deliveredBy }) => deliveredBy === by);
  if (found.length === 0) return "None";
  return (
    <>
      <span className="font-semibold">{found.length}</span>
      <ul className="mt-1 grid gap-1">
        {found.slice(0, MOST_NAMED).map(({ reference: number, title, organisation }) => (
          <li key={number}>
            <TextLink href={`/register/services/${number}`}>{title}</TextLink>
            <span className="block text-small text-muted">{organisation}</span>
          </li>
        ))}
      </ul>
      {found.length > MOST_NAMED && <span className="text-small text-muted">and {found.length - MOST_NAMED} more</span>}
    </>
  );
}
