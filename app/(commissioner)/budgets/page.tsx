import type { Metadata } from "next";
import { YearsOfCallOffs } from "@/components/calloff/budget/years";
import { BudgetBar, Gauge } from "@/components/calloff/budget-bar";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Stat, Stats } from "@/components/ui/status";
import { DataTable, Pagination } from "@/components/ui/table";
import { Money, RoundMoney } from "@/components/ui/value";
import { mayMake } from "@/lib/calloff/budget/policy";
import { listAllowances, listBudgets, listCallOffYears } from "@/lib/calloff/budget/queries";
import { leftOf } from "@/lib/calloff/budget/rules";
import { yearWords } from "@/lib/calloff/budget/words";
import { isAuditor } from "@/lib/core/actor";
import { financialYear, londonDay } from "@/lib/core/values/moment";
import { asked, askedPage, requireBuyer } from "../purchases/reader";

export const metadata: Metadata = { title: "Budgets" };

const said: Readonly<Record<string, string>> = { limit: "Your yearly limit is set.", made: "Your budget is made." };

export default async function BudgetsPage({ searchParams }: PageProps<"/budgets">) {
  const params = await searchParams;
  const actor = await requireBuyer();
  const auditor: boolean = isAuditor(actor);
  const page = askedPage(params.page);
  const [{ rows, total, amountPence, committedPence }, allowances, callOffs] = await Promise.all([
    listBudgets(actor, { page }),
    listAllowances(actor),
    listCallOffYears(actor),
  ]);
  const year = financialYear(londonDay(new Date()));
  const done = said[asked(params.done)];
  const sets = mayMake(actor);

  return (
    <>
      <PageHeader
        title="Budgets"
        lead="What your organisation may commit, and what it lets itself buy without a competition."
        action={sets && <ButtonLink href="/budgets/new">Make a budget</ButtonLink>}
      />
      {done && <Notice tone="good" title={done} />}
      <Stats>
        <Stat label="Set aside in budgets" value={<RoundMoney pence={amountPence} />} compare="all years together" />
        <Stat label="Committed" value={<RoundMoney pence={committedPence} />} compare="to purchases and call-offs" />
        <Stat
          label="Left"
          value={<RoundMoney pence={leftOf({ amountPence, committedPence })} />}
          compare="not committed to anything"
        />
      </Stats>
      <div className="mt-14">
        <Section title="Budgets by year">
          <DataTable
            caption="Budgets, the newest year first"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { label: "Budget", cell: ({ id, title }) => <TextLink href={`/budgets/${id}`}>{title}</TextLink> },
              ...(auditor
                ? [{ label: "Organisation", cell: (row: (typeof rows)[number]) => row.organisation.name }]
                : []),
              { label: "Year", cell: ({ year }) => year },
              { label: "Amount", numeric: true, cell: ({ amountPence }) => <Money pence={amountPence} /> },
              { label: "Committed", numeric: true, cell: ({ committedPence }) => <Money pence={committedPence} /> },
              { label: "So far", cell: (row) => <Gauge part={row.committedPence} whole={row.amountPence} /> },
              { label: "Left", numeric: true, cell: (row) => <Money pence={leftOf(row)} /> },
            ]}
            empty={
              <EmptyState
                title="There is no budget yet"
                action={sets && <ButtonLink href="/budgets/new">Make a budget</ButtonLink>}
              >
                An approver makes a budget. Shares of purchases and call-offs are set aside in it.
              </EmptyState>
            }
          />
          {rows.length > 0 && (
            <>
              <Pagination page={page} total={total} of="budget" href={(at) => `/budgets?page=${at}`} />
              <p className="no-print mt-6">
                <Download href="/budgets/csv" kind="CSV">
                  These budgets
                </Download>
              </p>
            </>
          )}
        </Section>
        {callOffs.length > 0 && (
          <Section
            title="Call-offs by year"
            lead="Each share is split over the financial years of its first term. Those approved last come first."
          >
            <YearsOfCallOffs rows={callOffs} />
          </Section>
        )}
        <Section
          title="Buying without a competition"
          lead="Your own yearly limit for rate card purchases and direct grants. Each counts whole, with VAT, in the year it starts."
          action={sets && <TextLink href={`/budgets/limit?year=${year}`}>Set a limit</TextLink>}
        >
          {allowances.length > 0 ? (
            <ul className="grid max-w-measure gap-6">
              {allowances.map(({ organisationId, year, capPence, usedPence, organisation }) => (
                <li key={`${organisationId} ${year}`}>
                  <BudgetBar
                    label={auditor ? `${organisation.name}, ${yearWords(year)}` : yearWords(year)}
                    amountPence={capPence}
                    committedPence={usedPence}
                    verb="used"
                  />
                </li>
              ))}
            </ul>
          ) : (
            <EmptyState
              title="No limit is set"
              action={sets && <ButtonLink href={`/budgets/limit?year=${year}`}>Set a limit</ButtonLink>}
            >
              Until an approver sets one, nothing can be bought without a competition.
            </EmptyState>
          )}
        </Section>
      </div>
    </>
  );
}
