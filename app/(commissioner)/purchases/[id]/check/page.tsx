import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ConflictFields } from "@/components/calloff/conflict-fields";
import { PriceLines } from "@/components/calloff/price-lines";
import { RouteView } from "@/components/calloff/route-view";
import { Shares } from "@/components/calloff/shares";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { findRoute } from "@/lib/calloff/purchase/queries/route";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { pounds } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { propose } from "../actions";
import { dayOf, requireDraft } from "../draft";
import { linesOf, sharesOf } from "../view";

export const metadata: Metadata = { title: "Check before you propose" };

export default async function CheckPurchasePage({ params }: PageProps<"/purchases/[id]/check">) {
  const { id } = await params;
  const { actor, purchase } = await requireDraft(id);
  if (purchase.lines.length === 0) redirect(`/purchases/${id}/lines`);
  const [route, { places }] = await Promise.all([findRoute(actor, id), reference()]);
  const { allowed } = route ?? notFound();
  const total = purchase.valuePence + purchase.vatPence;
  const change = `/purchases/${id}/details`;

  return (
    <>
      <BackLink href={`/purchases/${id}`}>{purchase.title}</BackLink>
      <PageHeader title="Check before you propose" caption="Step 4 of 4" />
      <SummaryList
        rows={[
          { label: "Purchase", value: purchase.title, change },
          { label: "Service", value: `${purchase.serviceVersion.title}, ${purchase.supplier.name}` },
          { label: "What is needed", value: purchase.need, change },
          { label: "Kind", value: instrumentWords[purchase.instrument].label, change },
          { label: "Where", value: places.label(purchase.placeCode), change },
          {
            label: "When",
            value: (
              <>
                <Day on={dayOf(purchase.startsOn)} /> to <Day on={dayOf(purchase.endsOn)} />
              </>
            ),
            change,
          },
          { label: "Why this service", value: purchase.reason || "Nothing more was said", change },
        ]}
      />
      <Section
        title="What is bought"
        action={<TextLink href={`/purchases/${id}/lines?from=check`}>Change volumes</TextLink>}
      >
        <PriceLines {...purchase} lines={linesOf(purchase)} />
      </Section>
      <Section title="Who pays" action={<TextLink href={`/purchases/${id}/funders`}>Change who pays</TextLink>}>
        <Shares shares={sharesOf(purchase)} total={total} />
      </Section>
      <Section title="How you may buy it" id="route">
        <RouteView {...(route ?? notFound())} />
      </Section>
      {allowed ? (
        <Section title="Propose it" id="propose">
          <Bullets
            items={[
              `${pounds(total)} is taken from your yearly limit for ${purchase.year}.`,
              `Each organisation that pays is asked to approve its share. You cannot approve it yourself.`,
              "Once all have approved, the provider is offered it. You can take it back until it accepts.",
            ]}
          />
          <div className="mt-8">
            <Form action={propose} idempotencyKey={newId()}>
              <HiddenFields values={{ id }} />
              <ConflictFields />
              <Buttons>
                <Submit>Propose this purchase</Submit>
                <TextLink href={`/purchases/${id}`}>Finish later</TextLink>
              </Buttons>
            </Form>
          </div>
        </Section>
      ) : (
        <div className="mt-10">
          <ButtonLink href={`/purchases/${id}/lines?from=check`}>Change volumes</ButtonLink>
        </div>
      )}
    </>
  );
}
