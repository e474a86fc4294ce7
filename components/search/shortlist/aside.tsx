import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Section } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { Day, Moment } from "@/components/ui/value";
import type { Recount } from "@/lib/search/shortlist/queries/again";
import type { ShortlistDetail } from "@/lib/search/shortlist/queries/detail";
import { generationWords, recountWords } from "@/lib/search/shortlist/words";
import { AskedLines } from "./asked-lines";

type Props = {
  list: ShortlistDetail;
  search: string;
  /** What the same question finds now; null where it is not counted for this person. */
  again: Recount | null;
  takesBack: boolean;
};

/** Where a list came from: the question, who, when, and which state of the register it was read in. */
export function ShortlistAside({ list, search, again, takesBack }: Props) {
  return (
    <>
      <Section title="What was asked">
        <AskedLines said={list.criteria.said} />
        <p className="no-print mt-3">
          <TextLink href={search}>Ask it again now</TextLink>
        </p>
      </Section>
      {again && (
        <Section title="What it finds now">
          <p>{recountWords(again)}</p>
          <p className="no-print mt-2">
            <TextLink href={`/shortlists/${list.id}/results`}>See each, and what became of it</TextLink>
          </p>
        </Section>
      )}
      <Facts
        facts={[
          { label: "Authority", value: list.organisation.name },
          {
            label: "Started",
            value: (
              <>
                {list.createdBy}, <Moment at={list.createdAt} />
                {list.startedAtGeneration !== null && (
                  <span className="block text-small text-muted">{generationWords(list.startedAtGeneration)}</span>
                )}
              </>
            ),
          },
          ...(list.frozenAt
            ? [
                {
                  label: "Frozen",
                  value: (
                    <>
                      {list.frozenBy}, <Moment at={list.frozenAt} />
                      {list.frozenAtGeneration !== null && (
                        <span className="block text-small text-muted">{generationWords(list.frozenAtGeneration)}</span>
                      )}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {list.shares.length > 0 && (
        <Section title="Shared with">
          <Bullets
            items={list.shares.map(({ organisationId, name, sharedAt }) => (
              <span key={organisationId}>
                {name}, since <Day on={sharedAt} />
                {takesBack && (
                  <span className="no-print">
                    {" "}
                    <TextLink href={`/shortlists/${list.id}/unshare?from=${organisationId}`}>
                      Take it back<span className="sr-only"> from {name}</span>
                    </TextLink>
                  </span>
                )}
              </span>
            ))}
          />
        </Section>
      )}
    </>
  );
}
