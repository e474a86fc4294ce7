import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { SummaryList } from "@/components/ui/summary";
import { Day, Moment } from "@/components/ui/value";
import type { Places } from "@/lib/reference/places";
import type { ShortlistEntry } from "@/lib/search/shortlist/queries/detail";
import { addedByHand, priceChangeWords, spaceWords } from "@/lib/search/shortlist/words";
import { lineWords } from "@/lib/search/words";

type Props = {
  entries: ShortlistEntry[];
  places: Places;
  /** Where an entry is weighed up; none on a frozen list, and for whoever may only read. */
  weighHref?: ((entry: ShortlistEntry) => string) | undefined;
  buyHref?: ((entry: ShortlistEntry) => string) | undefined;
};

/** What is on a shortlist: each service as it was pinned, why it was found, the note, and what has changed since. */
export function ShortlistEntries({ entries, places, weighHref, buyHref }: Props) {
  return (
    <ol className="grid gap-10">
      {entries.map((entry) => (
        <li key={entry.id} id={`entry-${entry.id}`}>
          <h3 className="font-bold">
            <TextLink href={`/find/${entry.service.reference}`}>{entry.version.title}</TextLink>
          </h3>
          <p className="mb-3 text-muted">{entry.service.organisation.name}</p>
          {entry.changes.length > 0 && (
            <Notice tone="wait" title="Changed since">
              {entry.changes.map((change) => (
                <p key={change}>{change}</p>
              ))}
              {entry.prices.length > 0 && <Bullets items={entry.prices.map(priceChangeWords)} />}
            </Notice>
          )}
          <SummaryList rows={rowsOf(entry, places)} />
          <p className="no-print -mt-6 flex flex-wrap gap-x-6 gap-y-2">
            {weighHref && (
              <TextLink href={weighHref(entry)}>
                {entry.droppedAt ? "Put it back" : "Write a note, or drop it"}
                <span className="sr-only">: {entry.version.title}</span>
              </TextLink>
            )}
            {buyHref && entry.canBeBought && !entry.droppedAt && (
              <TextLink href={buyHref(entry)}>
                Buy from the rate card<span className="sr-only">: {entry.version.title}</span>
              </TextLink>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function rowsOf(entry: ShortlistEntry, places: Places) {
  const { version, rateCard, service, why, note, droppedAt, dropReason, addedBy, addedAt, droppedBy, notedBy } = entry;
  const { capacityAsOf } = service;
  return [
    ...(droppedAt
      ? [
          {
            label: "Why it was dropped",
            value: dropReason ?? "",
            note: (
              <>
                Dropped by {droppedBy} on <Moment at={droppedAt} />
              </>
            ),
          },
        ]
      : []),
    { label: "Why it was found", value: <Bullets items={why.length > 0 ? why : [addedByHand]} /> },
    { label: "Places", value: version.placeCodes.map(places.label).join(", ") },
    {
      label: "Prices pinned",
      value: rateCard ? <Bullets items={rateCard.lines.map(lineWords)} /> : "None",
    },
    {
      label: "Pinned",
      value: `${service.reference}, version ${version.number}${rateCard ? `, price list ${rateCard.version}` : ""}`,
      note: (
        <>
          Added by {addedBy} on <Moment at={addedAt} />
        </>
      ),
    },
    {
      label: "Space now",
      value: spaceWords(service),
      ...(capacityAsOf && {
        note: (
          <>
            Said on <Day on={capacityAsOf} />,{" "}
            {capacityAsOf > addedAt ? "since it was added here" : "before it was added here"}
          </>
        ),
      }),
    },
    {
      label: "Note",
      value: note || <span className="text-muted">No note</span>,
      ...(note !== "" && notedBy && { note: `Written by ${notedBy}` }),
    },
  ];
}
