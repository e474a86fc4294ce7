import { ResultList } from "@/components/ui/list";
import { Tag } from "@/components/ui/status";
import type { OpportunitySummary } from "@/lib/calloff/open/opportunity/queries/list";
import { daysLeft } from "@/lib/calloff/open/opportunity/words";
import { isOpen } from "@/lib/calloff/open/rules";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { routeWords, stateWords } from "@/lib/calloff/record/words";
import { listed, moment, roundPounds } from "@/lib/core/values/format";
import { daysBetween, londonDay } from "@/lib/core/values/moment";
import type { Reference } from "@/lib/reference/snapshot";

type Props = {
  rows: readonly OpportunitySummary[];
  now: Date;
  names: Pick<Reference, "categories" | "places">;
};

/** Opportunities found: what, whose, where, how much and how long still. */
export function OpportunityList({ rows, now, names: { categories, places } }: Props) {
  return (
    <ResultList
      label="Opportunities"
      items={rows.map((row) => {
        const { reference, title, organisation, lots, estimatePence, closesAt, instrument, route, state } = row;
        const open = isOpen(row, now);
        const codes = [...new Set(lots.flatMap(({ placeCodes }) => placeCodes))];
        const shown = codes.slice(0, 3).map((code) => places.find(code)?.name ?? code);
        const more = codes.length - shown.length;
        return {
          id: reference,
          title,
          href: `/opportunities/${reference}`,
          under: `${organisation.name}, ${reference}`,
          tag: open ? (
            <Tag tone="good">Closes {closesAt && daysLeft(daysBetween(londonDay(now), londonDay(closesAt)))}</Tag>
          ) : (
            <Tag>{state === "published" ? "Closed" : stateWords[state].label}</Tag>
          ),
          facts: [
            [...new Set(lots.map(({ categoryCode }) => categories.name(categoryCode)))].join(", "),
            listed([...shown, ...(more > 0 ? [`${more} more`] : [])]),
            `${roundPounds(estimatePence)} with VAT`,
            [instrumentWords[instrument].label, route && routeWords[route].label].filter(Boolean).join(", "),
          ],
          why: closesAt && (open ? `Tenders until ${moment(closesAt)}` : `Closed on ${moment(closesAt)}`),
        };
      })}
    />
  );
}
