import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Answers } from "@/components/search/practitioner/answers";
import { FinderRemarks } from "@/components/search/practitioner/remarks";
import { FinderServices } from "@/components/search/practitioner/services";
import { FinderSkips, FinderWider } from "@/components/search/practitioner/wider";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { count, whole } from "@/lib/core/values/format";
import { currentActor } from "@/lib/identity/session";
import { readCursor } from "@/lib/search/cursor";
import { listReferrals, listSkips } from "@/lib/search/finder/queries";
import { finderHref, withoutSpace, withSpace } from "@/lib/search/finder/schema";
import { finderWords } from "@/lib/search/finder/words";
import { listWider, search, searchDay } from "@/lib/search/queries/search";
import { isLost, readAnswers } from "../answers";

export const metadata: Metadata = { title: finderWords.results };

const ON_A_PAGE = 10;
const FULL_ONES = 5;

export default async function FoundPage({ searchParams }: PageProps<"/finder/services">) {
  const [actor, asked] = await Promise.all([currentActor(), searchParams]);
  const read = await readAnswers(actor, asked);
  const { answers, remarks, typed, lists } = read;
  if (isLost(read)) redirect(finderHref("", answers, { place: typed }));
  const page = await search(actor, withSpace(answers), {
    cursor: readCursor(asked.at, "wait", searchDay()),
    take: ON_A_PAGE,
    facets: [],
  });
  const { total, results, from, next, previous } = page;
  const nobody = total === 0;
  const [wider, waiting] = nobody
    ? await Promise.all([
        listWider(actor, withSpace(answers)),
        search(actor, withoutSpace(answers), { take: FULL_ONES, facets: [] }),
      ])
    : [[], null];
  const full = waiting?.results ?? [];
  const referrals = await listReferrals(
    actor,
    [...results, ...full].map(({ id }) => id),
  );
  const offers = wider.filter((one) => one.kind === "place" || one.name !== "open").slice(0, 6);
  const skips = nobody && offers.length === 0 ? await listSkips(actor, answers) : [];

  return (
    <>
      <BackLink href={finderHref("/who", answers)}>Back</BackLink>
      <PageHeader
        title={nobody ? finderWords.none : finderWords.results}
        caption={finderWords.title}
        lead={nobody ? undefined : `${count(total, "service")}. ${finderWords.order}`}
      />
      <Answers answers={answers} lists={lists} />
      <FinderRemarks remarks={[...remarks, ...page.remarks]} answers={answers} places={lists.places} next="/services" />
      {nobody ? (
        <>
          {offers.length > 0 ? (
            <FinderWider wider={offers} answers={withSpace(answers)} lists={lists} />
          ) : skips.length > 0 ? (
            <FinderSkips skips={skips} />
          ) : (
            <EmptyState title="Try fewer answers" action={<ButtonLink href="/finder">Start again</ButtonLink>}>
              Leaving out one question would not help. Ask your commissioner what else there is.
            </EmptyState>
          )}
          {full.length > 0 && (
            <Section title={finderWords.wait} id="waits" lead={finderWords.waitHint}>
              <FinderServices
                label={finderWords.wait}
                results={full}
                referrals={referrals}
                lists={lists}
                today={page.day}
              />
            </Section>
          )}
        </>
      ) : (
        <>
          <h2 className="sr-only">{finderWords.results}</h2>
          <FinderServices
            label={finderWords.results}
            results={results}
            referrals={referrals}
            lists={lists}
            today={page.day}
          />
          <nav aria-label="Pages" className="no-print mt-6 flex flex-wrap gap-x-6 gap-y-2">
            <p className="text-muted">
              {whole(from)} to {whole(from + results.length - 1)} of {count(total, "service")}
            </p>
            {previous && <TextLink href={finderHref("/services", answers, { at: previous })}>Previous page</TextLink>}
            {next && <TextLink href={finderHref("/services", answers, { at: next })}>Next page</TextLink>}
          </nav>
        </>
      )}
      <p className="mt-10 max-w-measure text-muted">
        {finderWords.notPriced} {finderWords.private}
      </p>
    </>
  );
}
