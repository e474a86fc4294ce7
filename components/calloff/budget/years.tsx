import { TextLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import type { Aside, CallOffYears } from "@/lib/calloff/budget/queries";
import { sum } from "@/lib/core/values/money";

/** What is set aside for each call-off, a column for each financial year. */
export function YearsOfCallOffs({ rows }: { rows: readonly CallOffYears[] }) {
  const years = [...new Set(rows.flatMap(({ parts }) => parts.map(({ year }) => year)))].toSorted();
  const inYear = ({ parts }: CallOffYears, year: string) => parts.find((part) => part.year === year)?.pence;
  const all = ({ parts }: CallOffYears) => sum(parts.map(({ pence }) => pence));
  return (
    <DataTable
      caption="Set aside for call-offs, by financial year"
      rows={rows}
      rowKey={({ callOff }) => callOff.id}
      columns={[
        {
          label: "Call-off",
          cell: ({ callOff }) => (
            <>
              <TextLink href={`/call-offs/${callOff.id}`}>{callOff.title}</TextLink>
              <span className="block text-small font-normal text-muted">{callOff.reference}</span>
            </>
          ),
        },
        ...years.map((year) => ({
          label: year,
          numeric: true,
          cell: (row: CallOffYears) => {
            const pence = inYear(row, year);
            return pence === undefined ? "" : <Money pence={pence} />;
          },
        })),
        { label: "Together", numeric: true, cell: (row) => <Money pence={all(row)} /> },
      ]}
      total={[
        "Together",
        ...years.map((year) => <Money key={year} pence={sum(rows.map((row) => inYear(row, year) ?? 0n))} />),
        <Money key="all" pence={sum(rows.map(all))} />,
      ]}
    />
  );
}

/** What one's own body has set aside for a call-off, and in which budgets. */
export function YearsAside({ rows }: { rows: readonly Aside[] }) {
  return (
    <DataTable
      caption="Set aside, by financial year"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: "Year", heads: true, cell: ({ budget }) => budget.year },
        { label: "Body", cell: ({ budget }) => budget.organisation.name },
        { label: "Budget", cell: ({ budget }) => <TextLink href={`/budgets/${budget.id}`}>{budget.title}</TextLink> },
        { label: "Amount", numeric: true, cell: ({ pence }) => <Money pence={pence} /> },
      ]}
      total={["Together", "", "", <Money key="all" pence={sum(rows.map(({ pence }) => pence))} />]}
    />
  );
}
