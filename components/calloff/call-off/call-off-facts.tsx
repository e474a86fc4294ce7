import { Facts } from "@/components/ui/summary";
import { Day, RoundMoney } from "@/components/ui/value";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import type { CallOffFile } from "@/lib/calloff/record/queries/find";
import type { CallOffLaw } from "@/lib/calloff/record/rules";
import { regimeWords, routeWords } from "@/lib/calloff/record/words";
import { count, percent } from "@/lib/core/values/format";

type Props = { callOff: CallOffFile; law: CallOffLaw | null; startedBy: string | null };

/** The facts of a call-off, beside it. */
export function CallOffFacts({ callOff, law, startedBy }: Props) {
  const { estimatePence, instrument, route, register, startsOn, endsOn, extensionMonths, investor } = callOff;
  return (
    <Facts
      facts={[
        {
          label: "Estimate with VAT and extensions",
          value: estimatePence > 0n ? <RoundMoney pence={estimatePence} /> : "Not known yet",
        },
        { label: "Kind", value: instrumentWords[instrument].label },
        { label: "Led by", value: callOff.organisation.name },
        {
          label: "Term",
          value:
            startsOn && endsOn ? (
              <>
                <Day on={startsOn.toISOString()} /> to <Day on={endsOn.toISOString()} />
              </>
            ) : (
              "Not known yet"
            ),
        },
        ...(extensionMonths > 0 ? [{ label: "May be extended by", value: count(extensionMonths, "month") }] : []),
        { label: "Route", value: route ? routeWords[route].label : "Not chosen yet" },
        ...(register ? [{ label: "Dynamic market", value: register.title }] : []),
        ...(law && estimatePence > 0n ? [{ label: "Law", value: regimeWords(law) }] : []),
        ...(callOff.vcseShareBp
          ? [{ label: "For voluntary organisations", value: `${percent(callOff.vcseShareBp)} or more` }]
          : []),
        ...(investor ? [{ label: "Investor", value: investor.name }] : []),
        ...(startedBy ? [{ label: "Started by", value: startedBy }] : []),
      ]}
    />
  );
}
