import { DataTable } from "@/components/ui/table";
import type { Month, ReasonRow, SizeRow } from "@/lib/register/application/decision/statistic-rules";
import { daysLabel, monthLabel, refusalLabel, sizeLabel } from "@/lib/register/application/decision/statistic-words";

/** What was sent and decided in each month, and what was open and late when it ended. */
export function MonthTable({ rows }: { rows: Month[] }) {
  return (
    <DataTable
      caption="Applications by month; open and late as each month ended"
      rows={rows}
      rowKey={({ month }) => month}
      columns={[
        { label: "Month", heads: true, cell: ({ month }) => monthLabel(month) },
        { label: "Sent", numeric: true, cell: ({ sent }) => sent },
        { label: "Decided", numeric: true, cell: ({ decided }) => decided },
        { label: "Median days", numeric: true, cell: ({ times }) => daysLabel(times.median) },
        { label: "90th percentile", numeric: true, cell: ({ times }) => daysLabel(times.slowest) },
        { label: "Open", numeric: true, cell: ({ open }) => open },
        { label: "Late", numeric: true, cell: ({ overdue }) => overdue },
      ]}
    />
  );
}

/** How many parts were refused for each reason. */
export function RefusalTable({ rows }: { rows: ReasonRow[] }) {
  return (
    <DataTable
      caption="The same as a table"
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { label: "Reason", heads: true, cell: ({ code }) => refusalLabel(code) },
        { label: "Parts", numeric: true, cell: ({ parts }) => parts },
      ]}
    />
  );
}

/** Decisions and times by size of organisation. */
export function SizeTable({ rows }: { rows: SizeRow[] }) {
  return (
    <DataTable
      caption="Decisions by size of organisation"
      rows={rows}
      rowKey={({ size }) => size}
      columns={[
        { label: "Size", heads: true, cell: ({ size }) => sizeLabel(size) },
        { label: "Decided", numeric: true, cell: ({ decided }) => decided },
        { label: "Parts admitted", numeric: true, cell: ({ admitted }) => admitted },
        { label: "Parts refused", numeric: true, cell: ({ refused }) => refused },
        { label: "Median days", numeric: true, cell: ({ times }) => daysLabel(times.median) },
        { label: "90th percentile", numeric: true, cell: ({ times }) => daysLabel(times.slowest) },
      ]}
    />
  );
}
