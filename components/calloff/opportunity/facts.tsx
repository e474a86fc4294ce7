import { Facts } from "@/components/ui/summary";
import { Moment, RoundMoney } from "@/components/ui/value";
import type { Opportunity } from "@/lib/calloff/open/opportunity/queries/find";
import { daysLeft } from "@/lib/calloff/open/opportunity/words";
import { routeWords } from "@/lib/calloff/record/words";
import { count, day, percent, whole } from "@/lib/core/values/format";
import { asDay, daysBetween, londonDay } from "@/lib/core/values/moment";

type Props = { found: Opportunity; now: Date; open: boolean; tenders: number | null };

/** The facts of an opportunity, beside it. How many tendered is there once they are opened. */
export function OpportunityFacts({ found, now, open, tenders }: Props) {
  const { closesAt, clarifyUntil, startsOn, endsOn, route, register, vcseShareBp } = found;
  const left = closesAt && daysBetween(londonDay(now), londonDay(closesAt));
  return (
    <Facts
      facts={[
        ...(closesAt
          ? [
              {
                label: open ? "Tenders close" : "Tenders closed",
                value: (
                  <>
                    <Moment at={closesAt} />
                    {open && left !== null && `, ${daysLeft(left)}`}
                  </>
                ),
              },
            ]
          : []),
        ...(clarifyUntil && now < clarifyUntil ? [{ label: "Ask until", value: <Moment at={clarifyUntil} /> }] : []),
        { label: "Value, with VAT and extensions", value: <RoundMoney pence={found.estimatePence} /> },
        ...(startsOn && endsOn ? [{ label: "Term", value: `${day(asDay(startsOn))} to ${day(asDay(endsOn))}` }] : []),
        ...(found.extensionMonths > 0
          ? [{ label: "Extensions", value: `Up to ${count(found.extensionMonths, "month")}` }]
          : []),
        ...(found.mobilisationWeeks > 0
          ? [{ label: "Time to get ready", value: count(found.mobilisationWeeks, "week") }]
          : []),
        ...(route ? [{ label: "Route", value: routeWords[route].label }] : []),
        ...(register ? [{ label: "Dynamic market", value: `${register.title} (${register.code})` }] : []),
        ...(vcseShareBp
          ? [{ label: "To voluntary organisations", value: `${percent(vcseShareBp)} of the work or more` }]
          : []),
        ...(found.standstillDays > 0
          ? [{ label: "Standstill", value: count(found.standstillDays, "working day") }]
          : []),
        ...(tenders === null ? [] : [{ label: "Tenders", value: whole(tenders) }]),
      ]}
    />
  );
}
