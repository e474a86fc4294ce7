import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BudgetsByYear } from "@/components/calloff/budget/by-year";
import { ConflictFields } from "@/components/calloff/conflict-fields";
import { PriceLines } from "@/components/calloff/price-lines";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/calloff/approval/policy";
import { listBudgetChoices } from "@/lib/calloff/budget/queries";
import { asideWords, splitWords } from "@/lib/calloff/budget/words";
import { byYear, termOf } from "@/lib/calloff/budget/years";
import { findPurchase } from "@/lib/calloff/purchase/queries/find";
import { pounds } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { keptIn } from "../../../budgets/way";
import { asked } from "../../reader";
import { approve } from "../actions";
import { linesOf } from "../view";

export const metadata: Metadata = { title: "Approve your share" };

export default async function ApprovePage({ params, searchParams }: PageProps<"/purchases/[id]/approve">) {
  const { id } = await params;
  const actor = await requireMember("authority");
  const purchase = (await findPurchase(actor, id)) ?? notFound();
  const share = purchase.funders.find((funder) => nextSteps(actor, funder).includes("approve")) ?? notFound();
  const parts = byYear(termOf(purchase.startsOn, purchase.endsOn), share.sharePence);
  const budgets = await listBudgetChoices(
    actor,
    parts.map(({ year }) => year),
  );
  const last = purchase.funders.every(({ id, state }) => id === share.id || state === "approved");

  return (
    <>
      <BackLink href={`/purchases/${id}`}>{purchase.title}</BackLink>
      <CheckPage
        title={`Approve ${pounds(share.sharePence)}?`}
        caption={`Purchase ${purchase.reference}`}
        happens={[
          asideWords(share.sharePence, parts.length),
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
        <Form action={approve} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          {parts.length > 1 && <p className="max-w-measure">{splitWords}</p>}
          <BudgetsByYear parts={parts} budgets={budgets} picked={keptIn(asked((await searchParams).budget))} />
          <ConflictFields />
          <Buttons>
            <Submit>Approve this share</Submit>
            <TextLink href={`/purchases/${id}/refuse`}>Refuse instead</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
