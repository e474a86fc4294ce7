import { SummaryList } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import type { CallOffFile } from "@/lib/calloff/record/queries/find";
import { count, percent } from "@/lib/core/values/format";

type Props = { callOff: CallOffFile; outcomes: string[] };

const long = (text: string) => (text ? <span className="whitespace-pre-line">{text}</span> : "Not written");

/** The need, to read. */
export function NeedView({ callOff, outcomes }: Props) {
  const { startsOn, endsOn, extensionMonths, mobilisationWeeks, vcseShareBp, investor, returnCapBp } = callOff;
  return (
    <SummaryList
      rows={[
        { label: "What is needed", value: long(callOff.need) },
        { label: "For whom", value: long(callOff.forWhom) },
        { label: "Outcomes", value: outcomes.length > 0 ? outcomes.join("; ") : "None chosen" },
        {
          label: "Term",
          value:
            startsOn && endsOn ? (
              <>
                <Day on={startsOn.toISOString()} /> to <Day on={endsOn.toISOString()} />
              </>
            ) : (
              "Not known"
            ),
        },
        { label: "May be extended by", value: count(extensionMonths, "month") },
        { label: "Time to get ready", value: count(mobilisationWeeks, "week") },
        { label: "Well-being of the area", value: long(callOff.socialValueStatement) },
        { label: "Barriers for small organisations", value: long(callOff.barriersConsidered) },
        ...(vcseShareBp ? [{ label: "For voluntary organisations", value: `${percent(vcseShareBp)} or more` }] : []),
        ...(investor ? [{ label: "Investor", value: investor.name }] : []),
        ...(returnCapBp ? [{ label: "Cap on the return", value: percent(returnCapBp) }] : []),
      ]}
    />
  );
}
