import { Line } from "@/components/ui/progress";
import { Day } from "@/components/ui/value";
import { type Dated, nextOf, stopsOf } from "@/lib/calloff/record/line";

type Props = { callOff: Dated & { standstillDays: number } /** Whether the close has passed. */; late: boolean };

/** The line of a call-off, with what happens next and who acts. */
export function CallOffLine({ callOff, late }: Props) {
  return (
    <Line
      label="This call-off"
      stops={stopsOf(callOff).map(({ label, at, state }) => ({ label, state, date: at && <Day on={at} /> }))}
      next={nextOf(callOff, { late })}
    />
  );
}
