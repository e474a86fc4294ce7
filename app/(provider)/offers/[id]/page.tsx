import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PriceLines } from "@/components/calloff/price-lines";
import { PurchaseLine } from "@/components/calloff/purchase-line";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { nextSteps } from "@/lib/calloff/purchase/policy";
import { findOffer, type Offer } from "@/lib/calloff/purchase/queries/find";
import { instrumentWords, offerWords } from "@/lib/calloff/purchase/words";
import { listed } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { asked } from "../address";
import { offeredLines } from "./lines";

export const metadata: Metadata = { title: "Offer" };

export default async function OfferPage({ params, searchParams }: PageProps<"/offers/[id]">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const offer = (await findOffer(actor, id)) ?? notFound();
  const { places } = await reference();
  const steps = nextSteps(actor, offer);
  const words = offerWords[offer.state];

  return (
    <>
      <BackLink href="/offers">Offers</BackLink>
      <PageHeader
        title={offer.title}
        caption={`Offer ${offer.reference} from ${offer.buyer.name}`}
        aside={
          <>
            <Tag tone={words.tone}>{words.label}</Tag>
            <span className="text-muted">{words.meaning}</span>
          </>
        }
        action={
          <>
            {steps.includes("accept") && <ButtonLink href={`/offers/${id}/accept`}>Accept this offer</ButtonLink>}
            {steps.includes("decline") && (
              <ButtonLink href={`/offers/${id}/decline`} kind="secondary">
                Decline
              </ButtonLink>
            )}
            {offer.agreement && <ButtonLink href={`/agreements/${offer.agreement.id}`}>Open the agreement</ButtonLink>}
          </>
        }
      />
      {asked((await searchParams).done) === "declined" && (
        <Notice tone="good" title="You have declined">
          <p>The buyer has been told, and can read your reason.</p>
        </Notice>
      )}
      <PurchaseLine purchase={{ ...offer, proposedAt: offer.proposedAt }} side="supplier" />
      {offer.state === "offered" && steps.length === 0 && (
        <Notice tone="note" title="Someone who signs must answer">
          <p>A person with the role of signatory in your organisation accepts or declines this.</p>
        </Notice>
      )}
      <Columns aside={<OfferFacts offer={offer} place={places.label(offer.placeCode)} />}>
        <Section title="What is asked">
          <p className="max-w-measure whitespace-pre-line">{offer.need}</p>
        </Section>
        <Section title="What you are paid">
          <PriceLines {...offer} lines={offeredLines(offer)} />
        </Section>
        {offer.answerReason && (
          <Section title={offer.state === "declined" ? "Your reason" : "The buyer's reason"}>
            <p className="max-w-measure whitespace-pre-line">{offer.answerReason}</p>
          </Section>
        )}
      </Columns>
    </>
  );
}

function OfferFacts({ offer, place }: { offer: Offer; place: string }) {
  return (
    <Facts
      facts={[
        { label: "Buyer", value: offer.buyer.name },
        { label: "Who pays", value: listed(offer.funders.map(({ organisation }) => organisation.name)) },
        { label: "Kind", value: instrumentWords[offer.instrument].label },
        {
          label: "Your service",
          value: (
            <>
              <TextLink href={`/register/services/${offer.service.reference}`}>{offer.serviceVersion.title}</TextLink>,
              version {offer.serviceVersion.number}
            </>
          ),
        },
        { label: "Your prices", value: `Rate card ${offer.rateCard.version}` },
        { label: "Place", value: place },
        {
          label: "Dates",
          value: (
            <>
              <Day on={offer.startsOn.toISOString()} /> to <Day on={offer.endsOn.toISOString()} />
            </>
          ),
        },
        ...(offer.offeredAt ? [{ label: "Offered on", value: <Day on={offer.offeredAt} /> }] : []),
      ]}
    />
  );
}
