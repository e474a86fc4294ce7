import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgreementLine } from "@/components/agreements/agreement-line";
import { Rules } from "@/components/calloff/route-view";
import { Shares } from "@/components/calloff/shares";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Stat, Stats, Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { Day, Money } from "@/components/ui/value";
import { stateWords } from "@/lib/agreements/words";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { routeWords } from "@/lib/calloff/route/words";
import { currentActor } from "@/lib/identity/session";
import { type AwardDetail, findAward, listAwardStops } from "@/lib/openness/queries";
import { publicRoute } from "@/lib/openness/rules";
import { reference } from "@/lib/reference/queries";
import { complexityWords, unitWords } from "@/lib/register/service/words";

export const metadata: Metadata = { title: "Award" };

export default async function AwardPage({ params }: PageProps<"/awards/[reference]">) {
  const asked = await params;
  const actor = await currentActor();
  const award = (await findAward(actor, asked.reference)) ?? notFound();
  const [stops, { places, categories }] = await Promise.all([listAwardStops(actor, award), reference()]);
  const route = award.purchase && publicRoute(award.purchase);
  const total = award.valuePence + award.vatPence;

  return (
    <>
      <BackLink href="/awards">Awards</BackLink>
      <PageHeader
        title={award.title}
        caption={`${instrumentWords[award.instrument].label} ${award.reference}`}
        lead={`${award.buyer.name} and ${award.supplier.name}`}
        aside={
          <>
            <Tag tone={stateWords[award.state].tone}>{stateWords[award.state].label}</Tag>
            <span className="text-muted">{stateWords[award.state].meaning}</span>
          </>
        }
      />
      <AgreementLine state={award.state} endsOn={award.endsOn.toISOString().slice(0, 10)} passed={stops} />
      {award.endReason && (
        <Notice tone="note" title="Why it was stopped early">
          <p>{award.endReason}</p>
        </Notice>
      )}
      <Columns
        aside={
          <AwardFacts
            award={award}
            place={places.label(award.placeCode)}
            category={categories.name(award.categoryCode)}
          />
        }
      >
        <Stats>
          <Stat label="Value" value={<Money pence={award.valuePence} />} compare="without VAT" />
          <Stat
            label="With VAT"
            value={<Money pence={total} />}
            compare={award.vatPence === 0n ? "no VAT is due" : "what is paid in all"}
          />
        </Stats>
        <div className="mt-12">
          <Section title="What is delivered" lead="Unit prices are shown only to public authorities.">
            <Bullets
              items={award.payments.map(
                ({ what, unit, complexity }) =>
                  `${what}${unit ? `: ${unitWords[unit].several}` : ""}${complexity && complexity !== "any" ? `, ${complexityWords[complexity].toLowerCase()} complexity` : ""}`,
              )}
            />
          </Section>
          <Section title="Who pays">
            <Shares
              shares={(award.purchase?.funders ?? []).map(({ organisation, shareBp, sharePence }) => ({
                name: organisation.name,
                shareBp,
                sharePence,
              }))}
              total={total}
            />
          </Section>
          {route && (
            <Section title="Why it was awarded in this way">
              <p className="mb-6 max-w-measure">
                <strong>{routeWords[route.route].label}.</strong> {routeWords[route.route].meaning}
              </p>
              <Rules rules={route.because} label="The rules that allowed it" />
            </Section>
          )}
        </div>
      </Columns>
    </>
  );
}

function AwardFacts({ award, place, category }: { award: AwardDetail; place: string; category: string }) {
  const { buyer, supplier, purchase } = award;
  return (
    <Facts
      facts={[
        { label: "Buyer", value: buyer.name },
        {
          label: "Provider",
          value: <TextLink href={`/register/organisations/${supplier.reference}`}>{supplier.name}</TextLink>,
        },
        ...(purchase
          ? [
              {
                label: "Service",
                value: (
                  <>
                    <TextLink href={`/register/services/${purchase.service.reference}`}>
                      {purchase.serviceVersion.title}
                    </TextLink>
                    , version {purchase.serviceVersion.number}
                  </>
                ),
              },
            ]
          : []),
        { label: "Category", value: category },
        { label: "Place", value: place },
        {
          label: "Dates",
          value: (
            <>
              <Day on={award.startsOn.toISOString()} /> to <Day on={award.endsOn.toISOString()} />
            </>
          ),
        },
        ...(award.signedAt ? [{ label: "Signed", value: <Day on={award.signedAt} /> }] : []),
        ...(purchase?.offeredAt ? [{ label: "Offered", value: <Day on={purchase.offeredAt} /> }] : []),
      ]}
    />
  );
}
