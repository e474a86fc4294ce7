import { type ResultItem, ResultList } from "@/components/ui/list";
import { count } from "@/lib/core/values/format";
import type { ListedOrganisation, ListedService } from "@/lib/register/directory/queries";
import { sizeWords } from "@/lib/register/profile/words";
import { ageWords, sexWords, waitWords } from "@/lib/register/service/words";

const MOST_PLACES = 3;

/** Services that anybody can find. No prices: those are for buyers. */
export function ServiceList({
  rows,
  label,
  own = false,
}: {
  rows: ListedService[];
  label: string /** On the organisation's own page its name is not said again. */;
  own?: boolean;
}) {
  return <ResultList label={label} items={rows.map((row) => serviceItem(row, own))} />;
}

function serviceItem(
  { id, reference, published, organisation, part, openPlaces, waitDays }: ListedService,
  own: boolean,
): ResultItem {
  return {
    id,
    title: published.title,
    href: `/register/services/${reference}`,
    under: own ? part.title : `${organisation.name}. ${part.title}`,
    why: published.summary,
    facts: [
      placesIn(published.places),
      `${sexWords[published.sex]}, aged ${ageWords(published)}`,
      count(openPlaces, "open place"),
      waitDays === 0 ? waitWords(0) : `${waitWords(waitDays)} to wait`,
    ],
  };
}

/** Organisations that are members now. */
export function OrganisationList({ rows, label }: { rows: ListedOrganisation[]; label: string }) {
  return (
    <ResultList
      label={label}
      items={rows.map(({ id, reference, name, type, size, vcse, parts, services }) => ({
        id,
        title: name,
        href: `/register/organisations/${reference}`,
        under: [type, vcse && "voluntary, community or social enterprise"].filter(Boolean).join(", "),
        facts: [
          ...(size ? [`${sizeWords[size].label} organisation`] : []),
          count(services, "service"),
          `Member of ${count(parts.length, "part")}`,
        ],
        why: parts.map(({ title }) => title).join(", "),
      }))}
    />
  );
}

function placesIn(places: string[]): string {
  const more = places.length - MOST_PLACES;
  return `${places.slice(0, MOST_PLACES).join(", ")}${more > 0 ? ` and ${count(more, "more place")}` : ""}`;
}
