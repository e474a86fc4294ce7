import type { Metadata } from "next";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { ResultList } from "@/components/ui/list";
import { EmptyState, Notice } from "@/components/ui/message";
import { PageHeader, VisuallyHidden } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Pagination } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { count, whole } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { listSaved, PAGE } from "@/lib/search/saved/queries";
import { ListPage } from "@/lib/search/saved/schema";
import { doneWords, paceWords, questionWords } from "@/lib/search/saved/words";

export const metadata: Metadata = { title: "Your saved searches" };

export default async function SavedSearchesPage({ searchParams }: PageProps<"/searches">) {
  const actor = await requireMember();
  const asked = await searchParams;
  const { page } = ListPage.parse(asked);
  const { items, total } = await listSaved(actor, { page });
  const done = typeof asked.done === "string" ? doneWords(asked.done) : null;
  const find = <ButtonLink href="/find">Find services</ButtonLink>;

  return (
    <>
      {done && <Notice tone="good" title={done} />}
      <PageHeader
        title="Your saved searches"
        lead="Each is asked again every day. Nobody else sees them, not even your colleagues."
        action={find}
      />
      {items.length > 0 ? (
        <>
          <h2 className="sr-only">Newest first</h2>
          <ResultList
            label="Saved searches, newest first"
            items={items.map(({ id, name, query, said, pace, now, fresh, toldAt }) => ({
              id,
              title: name,
              href: `/searches/${id}`,
              under: questionWords(said),
              tag: fresh > 0 ? <Tag tone="note">{whole(fresh)} new</Tag> : undefined,
              facts: [
                count(now, "service answers", "services answer"),
                `E-mails: ${paceWords[pace].label.toLowerCase()}`,
                toldAt ? (
                  <span key="told">
                    Last told <Day on={toldAt} />
                  </span>
                ) : (
                  "Nothing told yet"
                ),
              ],
              action: (
                <p className="flex flex-wrap gap-x-5">
                  <TextLink href={`/find?${query}`}>
                    Run it<VisuallyHidden>: {name}</VisuallyHidden>
                  </TextLink>
                  <TextLink href={`/searches/${id}/change`}>
                    Change<VisuallyHidden>: {name}</VisuallyHidden>
                  </TextLink>
                </p>
              ),
            }))}
          />
        </>
      ) : (
        <EmptyState title="No saved search yet" action={find}>
          Search for services, then press “Save this search” above what was found.
        </EmptyState>
      )}
      <Pagination page={page} total={total} size={PAGE} of="saved search" href={(to) => `/searches?page=${to}`} />
    </>
  );
}
