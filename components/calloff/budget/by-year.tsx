import { RadioGroup } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { Submit } from "@/components/form/submit";
import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import { leftOf } from "@/lib/calloff/budget/rules";
import { yearWords } from "@/lib/calloff/budget/words";
import type { YearPart } from "@/lib/calloff/budget/years";
import { pounds } from "@/lib/core/values/format";
import { sum } from "@/lib/core/values/money";

type Choice = { id: string; title: string; year: string; amountPence: bigint; committedPence: bigint };
type Props = {
  parts: readonly YearPart[];
  /** The body's own budgets of those years. */
  budgets: readonly Choice[];
  /** Budgets that were picked before, by id: another may have been made since. */
  picked?: readonly string[];
};

/**
 * What is set aside in each financial year, and from which budget: a table, and below it one question for each year. A year
 * with one budget has its answer; a year with none has the way to make one, which brings along what was picked. Stands in a `Form`.
 */
export function BudgetsByYear({ parts, budgets, picked = [] }: Props) {
  const rows = parts.map((part) => {
    const choices = budgets.filter(({ year }) => year === part.year);
    const only = choices.length === 1 ? choices[0] : undefined;
    return { ...part, choices, chosen: choices.find(({ id }) => picked.includes(id)) ?? only };
  });
  return (
    <>
      <DataTable
        caption="Your share by financial year"
        rows={rows}
        rowKey={({ year }) => year}
        columns={[
          {
            label: "Year",
            cell: ({ year }) => (
              <>
                {year} <span className="block text-small font-normal text-muted">{yearWords(year)}</span>
              </>
            ),
          },
          { label: "Amount", numeric: true, cell: ({ pence }) => <Money pence={pence} /> },
          {
            label: "Budget",
            cell: ({ choices, chosen }) => chosen?.title ?? (choices.length > 0 ? "Choose below" : "None yet"),
          },
          { label: "Left before", numeric: true, cell: ({ chosen }) => chosen && <Money pence={leftOf(chosen)} /> },
          {
            label: "Left after",
            numeric: true,
            cell: ({ chosen, pence }) => chosen && <After {...chosen} pence={pence} />,
          },
        ]}
        total={
          rows.length > 1
            ? ["Together", <Money key="total" pence={sum(parts.map(({ pence }) => pence))} />, "", "", ""]
            : undefined
        }
      />
      {rows.map(({ year, pence, choices, chosen }) =>
        choices.length > 0 ? (
          <RadioGroup
            key={year}
            name={`budgets.${year}`}
            label={`Which budget for ${year}?`}
            options={choices.map((budget) => ({ value: budget.id, label: budget.title, hint: hintOf(budget, pence) }))}
            defaultValue={chosen?.id}
          />
        ) : (
          <Fieldset key={year} name={`budgets.${year}`} label={`Which budget for ${year}?`}>
            <p id={`budgets.${year}`} tabIndex={-1} className="max-w-measure">
              Your organisation has no budget for {yearWords(year)}. What you pick for other years is kept while you
              make one.
            </p>
            <p className="mt-2">
              <Submit kind="secondary" value={`make-${year}`}>
                Make a budget for {year}
              </Submit>
            </p>
          </Fieldset>
        ),
      )}
    </>
  );
}

function After({ pence, ...budget }: Choice & { pence: bigint }) {
  const after = leftOf(budget) - pence;
  if (after >= 0n) return <Money pence={after} />;
  return <strong className="text-refuse">{pounds(-after)} too little</strong>;
}

function hintOf(budget: Choice, pence: bigint): string {
  const left = leftOf(budget);
  const said = `${pounds(left)} left of ${pounds(budget.amountPence)}`;
  return left < pence ? `${said}, which is too little.` : `${said}. ${pounds(left - pence)} after this.`;
}
