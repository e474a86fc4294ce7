import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConflictFields } from "@/components/calloff/conflict-fields";
import { PriceLines } from "@/components/calloff/price-lines";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { CheckPage, EmptyState } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/calloff/approval/policy";
import { listBudgetChoices } from "@/lib/calloff/budget/queries";
import { leftOf } from "@/lib/calloff/budget/rules";
import { findPurchase } from "@/lib/calloff/purchase/queries/find";
import { pounds } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { approve } from "../actions";
import { linesOf } from "../view";

export const metadata: Metadata = { title: "Approve your share" };

export default async function ApprovePage({ params }: PageProps<"/purchases/[id]/approve">) {
  const { id } = await params;
  const actor = await requireMember("authority");
  const purchase = (await findPurchase(actor, id)) ?? notFound();
  const share = purchase.funders.find((funder) => nextSteps(actor, funder).includes("approve")) ?? notFound();
  const budgets = await listBudgetChoices(actor, purchase.year);
  const last = purchase.funders.every(({ id, state }) => id === share.id || state === "approved");

  return (
    <>
      <BackLink href={`/purchases/${id}`}>{purchase.title}</BackLink>
      <CheckPage
        title={`Approve ${pounds(share.sharePence)}?`}
        caption={`Purchase ${purchase.reference}`}
        happens={[
          `${pounds(share.sharePence)} is set aside in the budget that you choose.`,
          last
            ? `Every funder has then approved, so ${purchase.supplier.name} is offered it at once.`
            : `${purchase.supplier.name} is offered it when the other funders have approved too.`,
        ]}
        toWhom={
          last ? [purchase.supplier.name, "The person who proposed it."] : ["Nobody, until every funder has answered."]
        }
        cannotBeUndone={[
          "You cannot take your approval back. The buyer can withdraw the purchase until it is accepted.",
        ]}
      >
        <div className="mb-10">
          <PriceLines {...purchase} lines={linesOf(purchase)} />
        </div>
        {budgets.length === 0 ? (
          <EmptyState
            title={`You have no budget for ${purchase.year}`}
            action={<ButtonLink href={`/budgets/new?year=${purchase.year}`}>Make a budget</ButtonLink>}
          >
            The share must be set aside in a budget of the year that the purchase starts in.
          </EmptyState>
        ) : (
          <Form action={approve} idempotencyKey={newId()}>
            <HiddenFields values={{ id }} />
            <RadioGroup
              name="budgetId"
              label="From which budget?"
              options={budgets.map((budget) => ({
                value: budget.id,
                label: budget.title,
                hint: `${pounds(leftOf(budget))} left of ${pounds(budget.amountPence)} for ${budget.year}.`,
              }))}
              defaultValue={budgets.length === 1 ? budgets[0]?.id : undefined}
            />
            <ConflictFields />
            <Buttons>
              <Submit>Approve this share</Submit>
              <TextLink href={`/purchases/${id}/refuse`}>Refuse instead</TextLink>
            </Buttons>
          </Form>
        )}
      </CheckPage>
    </>
  );
}
