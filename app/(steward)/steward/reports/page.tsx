import type { Metadata } from "next";
import { TextLink } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { type Column, DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { reference } from "@/lib/reference/queries";
import { listReports, type Report } from "@/lib/register/standing/queries";
import { ReportFilter } from "@/lib/register/standing/schema";
import { requireReader } from "../reader";

export const metadata: Metadata = { title: "Exclusions to report" };

export default async function ReportsPage({ searchParams }: PageProps<"/steward/reports">) {
  const actor = await requireReader();
  const filter = ReportFilter.parse(await searchParams);
  const [rows, { on }] = await Promise.all([listReports(actor, filter), reference()]);
  const columns: Column<Report>[] = [
    {
      label: "Organisation",
      heads: true,
      cell: ({ id, organisation }) => <TextLink href={`/steward/reports/${id}`}>{organisation.name}</TextLink>,
    },
    { label: "What happened", cell: ({ membershipId }) => (membershipId ? "Removed" : "Refused") },
    { label: "On", cell: ({ arisenAt }) => <Day on={arisenAt} /> },
    filter.show === "sent"
      ? { label: "Sent", cell: ({ sentOn }) => sentOn && <Day on={sentOn.toISOString()} /> }
      : {
          label: "Due",
          cell: ({ dueOn }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              <Day on={dueOn.toISOString()} />
              {dueOn.toISOString().slice(0, 10) < on && <Tag tone="bad">Late</Tag>}
            </span>
          ),
        },
  ];

  return (
    <>
      <BackLink href="/steward">Looking after the register</BackLink>
      <PageHeader
        title="Exclusions to report"
        lead={
          <p>
            Who is refused or removed on an exclusion ground is reported to the appropriate authority within 30 days
            (Procurement Act 2023, section 59(2)).
          </p>
        }
      />
      <Tabs
        label="Which reports"
        tabs={[
          { label: "To send", href: "/steward/reports", current: filter.show === "open" },
          { label: "Sent", href: "/steward/reports?show=sent", current: filter.show === "sent" },
        ]}
      />
      <DataTable
        caption={filter.show === "open" ? "Reports to send, the soonest due first" : "Reports that were sent"}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={filter.show === "open" ? "Nothing has to be reported" : "Nothing has been reported yet"}>
            A report appears here by itself, when somebody is refused or removed on an exclusion ground.
          </EmptyState>
        }
      />
    </>
  );
}
