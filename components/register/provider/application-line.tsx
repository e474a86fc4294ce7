import { Line } from "@/components/ui/progress";
import { Day } from "@/components/ui/value";
import { nextWords, type Stop, stopsOf } from "@/lib/register/application/words";

type Props = Parameters<typeof stopsOf>[0];

/** The line of an application, as its organisation sees it. */
export function ApplicationLine(application: Props) {
  return (
    <Line
      label="Your application"
      stops={stopsOf(application).map(({ label, at, state }: Stop, stop, all) => ({
        label,
        state,
        ...(at
          ? {
              date:
                stop === all.length - 1 && state === "next" ? (
                  <>
                    By <Day on={at} />
                  </>
                ) : (
                  <Day on={at} />
                ),
            }
          : {}),
      }))}
      next={nextWords[application.state].applicant}
    />
  );
}
