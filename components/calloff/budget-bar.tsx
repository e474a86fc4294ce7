import { ProgressBar } from "@/components/ui/progress";
import { leftOf } from "@/lib/calloff/budget/rules";
import { pounds } from "@/lib/core/format";

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
