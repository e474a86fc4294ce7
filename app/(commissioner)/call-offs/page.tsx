import type { Metadata } from "next";
import { CallOffList } from "@/components/calloff/call-off/call-off-list";
import { TextField } from "@/components/form/text";
import { Button, ButtonLink, Download, TextLink } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filter";
import { EmptyState } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Pagination } from "@/components/ui/table";
import { mayStart } from "@/lib/calloff/record/policy";
import { listCallOffs } from "@/lib/calloff/record/queries/list";
import { callOffViews, viewWords } from "@/lib/calloff/record/view-words";
import { asked, askedPage, requireBuyer } from "../purchases/reader";

export const metadata: Metadata = { title: "Call-offs" };

export default async function CallOffsPage({ searchParams }: PageProps<"/call-offs">) {
  const params = await searchParams;
  const actor = await requireBuyer();
  const view = callOffViews.find((known) => known === asked(params.view)) ?? "all";
  const words = asked(params.q).slice(0, 100);
  const page = askedPage(params.page);
  const { rows, total } = await listCallOffs(actor, { view, words, page });
  const query = (to: string, at = 1) =>
    new URLSearchParams({ view: to, ...(words ? { q: words } : {}), ...(at > 1 ? { page: String(at) } : {}) });
  const start = mayStart(actor) && <ButtonLink href="/call-offs/new">Start a call-off</ButtonLink>;

  return (
    <>
      <PageHeader
        title="Call-offs"
        lead={
          actor.kind === "authority"
            ? "Each need that your organisation puts to competition, pays a share of, or judges."
            : "Each need that an authority puts to competition. Auditors read every file."
        }
        action={start}
      />
      <Tabs
        label="Views"
        tabs={callOffViews.map((to) => ({
          label: viewWords[to],
          href: `/call-offs?${query(to)}`,
          current: to === view,
        }))}
      />
      <form action="/call-offs" className="no-print mb-8 flex flex-wrap items-end gap-x-4 gap-y-3">
        <input type="hidden" name="view" value={view} />
        <TextField
          name="q"
          label="Words in the title, the need or the reference"
          type="search"
          width={20}
          defaultValue={words}
        />
        <Button kind="secondary">Search</Button>
        {words && (
          <TextLink href={`/call-offs?${new URLSearchParams({ view })}`} className="inline-block py-2">
            Clear
          </TextLink>
        )}
      </form>
      {rows.length > 0 ? (
        <Section title={view === "all" ? "All call-offs" : viewWords[view]}>
          <CallOffList rows={rows} own={actor.organisationId} />
          <Pagination page={page} total={total} of="call-off" href={(at) => `/call-offs?${query(view, at)}`} />
          <p className="no-print mt-6">
            <Download href={`/call-offs/csv?${query(view)}`} kind="CSV">
              These call-offs
            </Download>
          </p>
        </Section>
      ) : (
        <EmptyState title={words ? "Nothing has these words" : "There are no call-offs here"} action={!words && start}>
          {words
            ? "Try fewer words, or look in all call-offs."
            : "Start one when a need is too large, or too new, for a purchase from the rate card."}
        </EmptyState>
      )}
    </>
  );
}
