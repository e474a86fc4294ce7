import type { Metadata } from "next";
import { Tabs } from "@/components/ui/filter";
import { ResultList } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Pagination } from "@/components/ui/table";
import { type Board, listBoards } from "@/lib/calloff/before/engagement/queries";
import { count, day, listed } from "@/lib/core/values/format";
import { currentActor } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { pageOf } from "./page-of";

export const metadata: Metadata = { title: "Market engagement" };

export default async function BoardsPage({ searchParams }: PageProps<"/engagement">) {
  const actor = await currentActor();
  const typed = await searchParams;
  const open = typed.view !== "closed";
  const page = pageOf(typed.page);
  const [{ rows, total }, { categories, places }] = await Promise.all([listBoards(actor, { open, page }), reference()]);
  const placesOf = ({ lots }: Board) => {
    const codes = [...new Set(lots.flatMap(({ placeCodes }) => placeCodes))];
    return listed(codes.slice(0, 4).map((code) => places.find(code)?.name ?? code));
  };

  return (
    <>
      <PageHeader
        title="Market engagement"
        lead="Needs that authorities are still thinking about. Say what would work before a competition opens."
      />
      <Tabs
        label="Needs"
        tabs={[
          { label: "Open", href: "/engagement", current: open },
          { label: "Closed", href: "/engagement?view=closed", current: !open },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={open ? "No authority is asking now" : "Nothing has closed yet"}>
          Authorities ask here when they want to hear from providers before they buy.
        </EmptyState>
      ) : (
        <ResultList
          label={open ? "Open needs" : "Closed needs"}
          items={rows.map((board) => ({
            id: board.id,
            title: board.title,
            href: `/engagement/${board.reference}`,
            under: `${board.organisation.name}, ${board.reference}`,
            facts: [
              listed([...new Set(board.lots.map(({ categoryCode }) => categories.name(categoryCode)))]),
              placesOf(board),
              count(board.lots.length, "lot"),
              count(board._count.posts, "comment so far", "comments so far"),
              board.startsOn ? `To start on ${day(board.startsOn.toISOString().slice(0, 10))}` : null,
            ].filter((fact) => fact),
          }))}
        />
      )}
      <Pagination
        page={page}
        total={total}
        of="need"
        href={(at) => `/engagement?${new URLSearchParams({ ...(open ? {} : { view: "closed" }), page: String(at) })}`}
      />
    </>
  );
}
