import { Line } from "@/components/ui/progress";
import { Day } from "@/components/ui/value";
import type { ApplicationState } from "@/lib/core/prisma/enums";
import { nextWords, stopsOf } from "@/lib/register/application/words";

type Props = {
  application: { state: ApplicationState; submittedAt: Date | null; dueOn: Date | null; decidedAt: Date | null };
  side: "applicant" | "steward";
};

/** The line of an application, for whichever side looks at it. */
export function ApplicationLine({ application, side }: Props) {
  const { state, dueOn } = application;
  const stops = stopsOf({ ...application, dueOn: dueOn?.toISOString() ?? null }).map(({ label, at, state }) => ({
    label,
    state,
    date:
      at &&
      (state === "next" ? (
        <>
          by <Day on={at} />
        </>
      ) : (
        <Day on={at} />
      )),
  }));
  return <Line label="This application" stops={stops} next={nextWords[state][side]} />;
}
