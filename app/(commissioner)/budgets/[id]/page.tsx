import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordHistory } from "@/components/agreements/record-history";
import { BudgetBar } from "@/components/calloff/budget-bar";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { MoneyField } from "@/components/form/text";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, Details, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Day, Money } from "@/components/ui/value";
import { maySet } from "@/lib/calloff/budget/policy";
import { findBudget } from "@/lib/calloff/budget/queries";
import { yearWords } from "@/lib/calloff/budget/words";
import { stateWords } from "@/lib/calloff/purchase/words";
import { stateWords as callOffWords } from "@/lib/calloff/record/words";
import { isAuditor } from "@/lib/core/actor";
import { timelineOf } from "@/lib/core/history/history";
import { toPounds } from "@/lib/core/values/money";
import { asked, requireBuyer } from "../../purchases/reader";
import { change } from "../actions";

export const metadata: Metadata = { title: "Budget" };

export default async function BudgetPage({ params, searchParams }: PageProps<"/budgets/[id]">) {
  const { id } = await params;
  const actor = await requireBuyer();
  const { organisationId: ownId } = actor;
  const budget = (await findBudget(actor, id)) ?? notFound();
  const lines = await timelineOf(actor, [{ subject: "budget", id }]);
  const own = isAuditor(actor) ? null : ownId;

  return (
    <>
      <BackLink href="/budgets">Budgets</BackLink>
      <PageHeader title={budget.title} caption={`${budget.organisation.name}, ${yearWords(budget.year)}`} />
      {asked((await searchParams).done) === "changed" && <Notice tone="good" title="The amount is changed" />}
      <div className="mb-10 max-w-measure">
        <BudgetBar label="Committed" {...budget} />
      </div>
      {maySet(actor, budget) && (
        <Details summary="Change the amount">
          <Form action={change}>
            <HiddenFields values={{ id }} />
            <MoneyField
              name="amount"
              label="The new amount"
              hint="Not below what is committed."
              defaultValue={toPounds(budget.amountPence)}
            />
            <Buttons>
              <Submit>Change the amount</Submit>
            </Buttons>
          </Form>
        </Details>
      )}
      <div className="mt-14">
        <Section title="What it is set aside for">
          <DataTable
            caption="Shares set aside, newest first"
            rows={budget.commitments}
            rowKey={({ id }) => id}
            columns={[
              {
                label: "Purchase or call-off",
                cell: ({ purchase, callOff }) => (
                  <>
                    {purchase && <TextLink href={`/purchases/${purchase.id}`}>{purchase.title}</TextLink>}
                    {callOff && <TextLink href={`/call-offs/${callOff.id}`}>{callOff.title}</TextLink>}
                    <span className="block text-small font-normal text-muted">
                      {purchase?.reference ?? callOff?.reference}
                    </span>
                  </>
                ),
              },
              { label: "Provider", cell: ({ purchase }) => purchase?.supplier.name ?? "By lot" },
              {
                label: "Standing",
                cell: ({ purchase, callOff }) => {
                  const words = purchase ? stateWords[purchase.state] : callOff && callOffWords[callOff.state];
                  return words && <Tag tone={words.tone}>{words.label}</Tag>;
                },
              },
              { label: "Set aside", cell: ({ committedAt }) => <Day on={committedAt} /> },
              { label: "Let go", cell: ({ releasedAt }) => (releasedAt ? <Day on={releasedAt} /> : "No") },
              { label: "Share", numeric: true, cell: ({ pence }) => <Money pence={pence} /> },
            ]}
            empty={
              <EmptyState
                title="Nothing is set aside yet"
                action={<ButtonLink href="/purchases?view=mine">See what waits for you</ButtonLink>}
              >
                A share is set aside here when an approver chooses this budget.
              </EmptyState>
            }
          />
        </Section>
        <Section title="What has happened">
          <RecordHistory lines={lines} own={own} />
        </Section>
      </div>
    </>
  );
}
