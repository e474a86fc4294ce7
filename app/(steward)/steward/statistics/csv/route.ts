import { notFound } from "next/navigation";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { type DecisionStatistics, decisionStatistics } from "@/lib/register/application/decision/queries/statistics";
import { StatisticsFilter } from "@/lib/register/application/decision/schema";
import { kindWords, refusalLabel, sizeLabel } from "@/lib/register/application/decision/statistic-words";
import { requireReader } from "../../reader";

type Line = { table: string; of: string; figure: string; value: number | null };

/** The figures of the statistics page, one line for each, to the same readers. */
export async function GET(request: Request) {
  const actor = await requireReader();
  const filter = StatisticsFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = (await decisionStatistics(actor, filter)) ?? notFound();
  const text = csv(
    [
      { header: "From", value: () => found.from },
      { header: "To", value: () => found.to },
      { header: "Table", value: ({ table }: Line) => table },
      { header: "Of", value: ({ of }) => of },
      { header: "Figure", value: ({ figure }) => figure },
      { header: "Value", value: ({ value }) => value },
    ],
    linesOf(found),
  );
  return csvResponse("decisions.csv", text);
}

function linesOf({ times, admitted, refused, months, sizes, reasons, kinds }: DecisionStatistics): Line[] {
  const line = (table: string, of: string, figures: Record<string, number | null>): Line[] =>
    Object.entries(figures).map(([figure, value]) => ({ table, of, figure, value }));
  return [
    ...line("all", "all", {
      decisions: times.count,
      "median working days": times.median,
      "90th percentile working days": times.slowest,
      "parts admitted": admitted,
      "parts refused": refused,
    }),
    ...months.flatMap(({ month, sent, decided, open, overdue, times }) =>
      line("month", month, {
        sent,
        decided,
        "open at its end": open,
        "late at its end": overdue,
        "median working days": times.median,
        "90th percentile working days": times.slowest,
      }),
    ),
    ...reasons.flatMap(({ code, parts }) => line("reason for refusing", refusalLabel(code), { parts })),
    ...sizes.flatMap(({ size, decided, admitted, refused, times }) =>
      line("size", sizeLabel(size), {
        decided,
        "parts admitted": admitted,
        "parts refused": refused,
        "median working days": times.median,
        "90th percentile working days": times.slowest,
      }),
    ),
    ...kinds.flatMap(({ kind, organisations, parts }) => line("admitted", kindWords[kind], { organisations, parts })),
  ];
}
