import { TextLink } from "@/components/ui/button";
import { Facts } from "@/components/ui/summary";
import { Moment, RoundMoney } from "@/components/ui/value";
import type { Opportunity } from "@/lib/calloff/open/opportunity/queries/find";
import { routeWords } from "@/lib/calloff/record/words";
import { count, day, percent, whole } from "@/lib/core/values/format";
import { asDay } from "@/lib/core/values/moment";

type Props = { found: Opportunity; now: Date; tenders: number | null };

/** The facts of an opportunity, beside it. How many tendered is there once they are opened. */
export function OpportunityFacts({ found, now, tenders }: Props) {
  const { clarifyUntil, startsOn, endsOn, route, register, vcseShareBp } = found;
  return (
    <Facts
      facts={[
        ...(clarifyUntil && now < clarifyUntil
          ? [{ label: "Ask questions until", value: <Moment at={clarifyUntil} /> }]
          : []),
        { label: "Value, with VAT and extensions", value: <RoundMoney pence={found.estimatePence} /> },
        ...(startsOn && endsOn ? [{ label: "Term", value: `${day(asDay(startsOn))} to ${day(asDay(endsOn))}` }] : []),
        ...(found.extensionMonths > 0
          ? [{ label: "Extensions", value: `Up to ${count(found.extensionMonths, "month")}` }]
          : []),
        ...(found.mobilisationWeeks > 0
          ? [{ label: "Time to get ready", value: count(found.mobilisationWeeks, "week") }]
          : []),
        ...(route ? [{ label: "How it is bought", value: routeWords[route].label }] : []),
        ...(register
          ? [{ label: "Dynamic market", value: <TextLink href="/register">{register.title}</TextLink> }]
          : []),
        ...(vcseShareBp
          ? [{ label: "Kept for voluntary organisations", value: `${percent(vcseShareBp)} of the work, or more` }]
          : []),
        ...(found.standstillDays > 0
          ? [{ label: "Wait before signing (standstill)", value: count(found.standstillDays, "working day") }]
          : []),
        ...(tenders === null ? [] : [{ label: "Tenders", value: whole(tenders) }]),
      ]}
    />
  );
}
