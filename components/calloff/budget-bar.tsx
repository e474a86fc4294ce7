import { ProgressBar } from "@/components/ui/progress";
import { leftOf } from "@/lib/calloff/budget/rules";
import { pounds } from "@/lib/core/values/format";

type Props = {
  label: string;
  amountPence: bigint;
  committedPence: bigint /** "committed" of a budget, "used" of a limit. */;
  verb?: string;
};

/** How much of an amount is spoken for, in words first. */
export function BudgetBar({ label, amountPence, committedPence, verb = "committed" }: Props) {
  return (
    <ProgressBar
      label={label}
      // A share of a hundred: the amounts are exact in the words, and a bar needs no more.
      value={amountPence > 0n ? Number((committedPence * 1000n) / amountPence) : 0}
      max={1000}
      said={`${pounds(committedPence)} ${verb}, ${pounds(leftOf({ amountPence, committedPence }))} left of ${pounds(amountPence)}`}
    />
  );
}

type GaugeProps = { part: bigint; whole: bigint };

/** How full something is, as a small bar beside figures that say it. */
export function Gauge({ part, whole }: GaugeProps) {
  const filled = whole > 0n ? Number((part * 1000n) / whole) / 10 : 0;
  return (
    <svg width="96" height="8" aria-hidden="true" className="inline-block">
      <rect width="100%" height="8" rx="4" className="fill-line" />
      <rect width={`${filled}%`} height="8" rx="4" className="fill-act" />
    </svg>
  );
}
