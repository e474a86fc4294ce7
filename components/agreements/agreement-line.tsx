import { Line } from "@/components/ui/progress";
import { Day } from "@/components/ui/value";
import { nextWords, stopsOf } from "@/lib/agreements/words";
import type { AgreementState } from "@/lib/core/prisma/enums";

type Props = { state: AgreementState; endsOn: string; passed: ReadonlyMap<string, Date> };

/** The line of an agreement, with the days that it passed its stops. */
export function AgreementLine({ state, endsOn, passed }: Props) {
  const stops = stopsOf({ state, endsOn, passed }).map(({ label, at, state }) => ({
    label,
    state,
    date:
      at &&
      (state === "next" ? (
        <>
          on <Day on={at} />
        </>
      ) : (
        <Day on={at} />
      )),
  }));
  return <Line label="This agreement" stops={stops} next={nextWords[state]} />;
}
