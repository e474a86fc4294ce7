import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Download, TextLink } from "@/components/ui/button";
import { ResultList } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { count } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { askAgain } from "@/lib/search/shortlist/queries/again";
import { spaceWords, standingWords } from "@/lib/search/shortlist/words";
import { sortWords } from "@/lib/search/words";

export const metadata: Metadata = { title: "What the question finds now" };

export default async function AgainPage({ params, searchParams }: PageProps<"/shortlists/[id]/results">) {
  const actor = await requireMember("authority");
  const [{ id }, { at }] = await Promise.all([params, searchParams]);
  const { list, page, results } = (await askAgain(actor, id, at)) ?? notFound();
  const turn = (to: string) => `/shortlists/${id}/results?${new URLSearchParams({ at: to })}`;

  return (
    <>
      <BackLink href={`/shortlists/${id}`}>{list.name}</BackLink>
      <PageHeader
        title="What the question finds now"
        caption={`${list.name}, ${list.reference}`}
        lead="Each result says whether it is on the list. Not being on it needs no reason; being dropped does."
      />
      {results.length === 0 ? (
        <EmptyState title="The question finds nothing now">Services may have been paused, or have changed.</EmptyState>
      ) : (
        <>
          <p className="mb-4 text-small">
            In order: <b>{sortWords[page.order].said}</b>
          </p>
          <h2 className="sr-only">Results</h2>
          <ResultList
            label="Results"
            items={results.map(({ standing, reason, ...result }) => ({
              id: result.id,
              title: result.title,
              href: `/find/${result.reference}`,
              under: result.organisation.name,
              tag: <Tag tone={tones[standing]}>{standingWords[standing]}</Tag>,
              facts: [spaceWords(result), result.reference],
              why: reason ? `Dropped: ${reason}` : result.why.join(". "),
            }))}
          />
          <nav aria-label="Pages" className="no-print mt-6 flex flex-wrap gap-x-6 gap-y-2">
            <p className="text-muted">{count(page.total, "service")}</p>
            {page.previous && <TextLink href={turn(page.previous)}>Previous page</TextLink>}
            {page.next && <TextLink href={turn(page.next)}>Next page</TextLink>}
            <Download href={`/find/csv?${list.query}`} kind="CSV">
              These services
            </Download>
          </nav>
        </>
      )}
    </>
  );
}

const tones = { kept: "good", dropped: "neutral", missing: "note" } as const;
