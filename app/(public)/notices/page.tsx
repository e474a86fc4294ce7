import type { Metadata } from "next";
import { Select } from "@/components/form/choice";
import { addressOf } from "@/components/register/address";
import { Download, TextLink } from "@/components/ui/button";
import { FilterChips, FilterLayout } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { DataTable, Pagination } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { currentActor } from "@/lib/identity/session";
import { listNotices, listNoticeYears } from "@/lib/register/notice/queries";
import { NoticeFilter } from "@/lib/register/notice/schema";
import { kindName, noticeKinds } from "@/lib/register/notice/words";

export const metadata: Metadata = { title: "Notices" };

const usual = { page: 1 };

export default async function NoticesPage({ searchParams }: PageProps<"/notices">) {
  const actor = await currentActor();
  const filter = NoticeFilter.parse(await searchParams);
  const [{ rows, total }, years] = await Promise.all([listNotices(actor, filter), listNoticeYears(actor)]);
  const to = (values: Partial<Record<keyof NoticeFilter, string | number>>) =>
    addressOf("/notices", { kind: filter.kind, year: filter.year ?? "", page: 1, ...values }, usual);
  const chips = [
    ...(filter.kind ? [{ label: kindName(filter.kind), without: to({ kind: "" }) }] : []),
    ...(filter.year ? [{ label: String(filter.year), without: to({ year: "" }) }] : []),
  ];

  return (
    <>
      <PageHeader
        title="Notices"
        lead="Each step of a register and of a competition that the public is told of. A notice never changes: a correction is another notice."
      />
      <FilterLayout
        action="/notices"
        chosen={chips.length}
        filters={
          <>
            <Select
              name="kind"
              label="Kind"
              empty="Any kind"
              defaultValue={filter.kind}
              options={noticeKinds.map((code) => ({ value: code, label: kindName(code) }))}
            />
            <Select
              name="year"
              label="Year"
              empty="Any year"
              defaultValue={filter.year === null ? "" : String(filter.year)}
              options={years.map((year) => ({ value: String(year), label: String(year) }))}
            />
          </>
        }
      >
        <FilterChips chips={chips} clear="/notices" />
        <DataTable
          caption="Notices, the newest first"
          rows={rows}
          rowKey={({ reference }) => reference}
          columns={[
            {
              label: "Notice",
              heads: true,
              cell: ({ reference, title }) => (
                <>
                  <TextLink href={`/notices/${reference}`}>{title}</TextLink>
                  <span className="block text-small font-normal text-muted">{reference}</span>
                </>
              ),
            },
            { label: "Kind", cell: ({ kindCode }) => kindName(kindCode) },
            { label: "About", cell: ({ register, callOff }) => register?.title ?? callOff?.title },
            { label: "Published", cell: ({ publishedAt }) => <Day on={publishedAt} /> },
          ]}
          empty={
            chips.length > 0 ? (
              <EmptyState title="No notice fits" action={<TextLink href="/notices">Show every notice</TextLink>}>
                Take a filter away, or look at another year.
              </EmptyState>
            ) : (
              <EmptyState title="There is no notice yet">
                The first is published when a register is planned or a competition opens.
              </EmptyState>
            )
          }
        />
        {rows.length > 0 && (
          <>
            <Pagination page={filter.page} total={total} of="notice" href={(page) => to({ page })} />
            <p className="no-print mt-6">
              <Download
                href={addressOf("/notices/csv", { kind: filter.kind, year: filter.year ?? "" }, usual)}
                kind="CSV"
              >
                These notices
              </Download>
            </p>
          </>
        )}
      </FilterLayout>
    </>
  );
}
