import { Button, TextLink } from "@/components/ui/button";
import { Inline, ResultList as List } from "@/components/ui/list";
import { Tag } from "@/components/ui/status";
import { count } from "@/lib/core/format";
import type { Places } from "@/lib/reference/places";
import { sizeWords } from "@/lib/register/profile/words";
import { waitWords } from "@/lib/register/service/words";
import type { Result } from "@/lib/search/queries/search";
import type { Criteria } from "@/lib/search/schema";
import { priceWords } from "@/lib/search/words";

type Props = {
  results: Result[];
  criteria: Criteria;
  places: Places;
  /** Where a service is put on a shortlist from here; none for whoever keeps no shortlists. */
  addHref?: ((result: Result) => string) | undefined;
};

/** What was found, each with why it is here. The ticks make a plain form: chosen services are compared. */
export function ResultList({ results, criteria, places, addHref }: Props) {
  return (
    <form action="/compare" method="get">
      <h2 className="sr-only">Services found</h2>
      <List
        label="Services found"
        items={results.map((result) => ({
          id: result.id,
          title: result.title,
          href: `/find/${result.reference}`,
          under: `${result.organisation.name}, ${where(result, places)}`,
          ...(result.openPlaces > 0 && { tag: <Tag tone="good">{count(result.openPlaces, "place")} open</Tag> }),
          facts: factsOf(result, criteria),
          ...(result.why.length > 0 && { why: <Why lines={result.why} /> }),
          action: (
            <div className="flex flex-wrap items-center gap-x-5 gap-y-2 sm:flex-col sm:items-start">
              <label className="flex items-center gap-2">
                <input type="checkbox" name="s" value={result.reference} className="tick" />
                <span>
                  Compare <span className="sr-only">{result.title}</span>
                </span>
              </label>
              {addHref && (
                <TextLink href={addHref(result)}>
                  Add to a shortlist<span className="sr-only">: {result.title}</span>
                </TextLink>
              )}
            </div>
          ),
        }))}
      />
      <div className="no-print mt-5">
        <Button kind="secondary">Compare the ticked services</Button>
      </div>
    </form>
  );
}

function Why({ lines }: { lines: string[] }) {
  return (
    <div className="text-muted">
      <span className="sr-only">Why this is here: </span>
      <Inline items={lines} />
    </div>
  );
}

function factsOf({ places, openPlaces, waitDays, prices, size }: Result, { unit }: Criteria) {
  const shown = (prices ?? []).filter((price) => unit === null || price.unit === unit).slice(0, 3);
  return [
    ...shown.map((price) => `From ${priceWords(price.pence, price.unit)}`),
    ...(openPlaces > 0 ? [] : [`${count(places, "place")}, none open`]),
    waitDays === 0 ? "No wait" : `${waitWords(waitDays)} to wait`,
    ...(size ? [`${sizeWords[size].label} organisation`] : []),
  ];
}

/** The first places by name, and how many more. */
function where({ placeCodes }: Result, places: Places): string {
  const first = placeCodes.slice(0, 2).map((code) => places.find(code)?.name ?? code);
  const more = placeCodes.length - first.length;
  return first.join(", ") + (more > 0 ? ` and ${count(more, "more place")}` : "");
}
