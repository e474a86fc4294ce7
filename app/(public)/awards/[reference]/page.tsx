import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgreementLine } from "@/components/agreements/agreement-line";
import { AwardFacts, AwardShares, Competition } from "@/components/agreements/award-parts";
import { Rules } from "@/components/calloff/route-view";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Stat, Stats, Tag } from "@/components/ui/status";
import { Money } from "@/components/ui/value";
import { stateWords } from "@/lib/agreements/words";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { currentActor } from "@/lib/identity/session";
import { findAward, listAwardStops } from "@/lib/openness/queries";
import { publicCallOffRoute, publicRoute } from "@/lib/openness/rules";
import { reference } from "@/lib/reference/queries";
import { complexityWords, unitWords } from "@/lib/register/service/words";

export async function generateMetadata({ params }: PageProps<"/awards/[reference]">): Promise<Metadata> {
  const award = await findAward(await currentActor(), (await params).reference);
  return { title: award?.title ?? "Award" };
}

export default async function AwardPage({ params }: PageProps<"/awards/[reference]">) {
  const asked = await params;
  const actor = await currentActor();
  const award = (await findAward(actor, asked.reference)) ?? notFound();
  const [stops, { places, categories }] = await Promise.all([listAwardStops(actor, award), reference()]);
  const route = award.purchase ? publicRoute(award.purchase) : award.callOff && publicCallOffRoute(award.callOff);
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
          {award.callOff && (
            <Section title="What was needed">
              <p className="max-w-measure whitespace-pre-line">{award.callOff.need}</p>
              {award.lot?.description && (
                <p className="mt-4 max-w-measure whitespace-pre-line">{award.lot.description}</p>
              )}
            </Section>
          )}
          <Section title="What is delivered" lead="Unit prices are shown only to public authorities.">
            <Bullets
              items={award.payments.map(
                ({ what, unit, complexity }) =>
                  `${what}${unit ? `, counted in ${unitWords[unit].several}` : ""}${complexity && complexity !== "any" ? `, ${complexityWords[complexity].toLowerCase()} complexity` : ""}`,
              )}
            />
          </Section>
          <Section title="Who pays">
            <AwardShares award={award} />
          </Section>
          {route && (
            <Section title="Why it was awarded in this way">
              <p className="mb-6 max-w-measure">
                <strong>{route.label}.</strong> {route.meaning}
              </p>
              <Rules rules={route.because} label="The rules that allowed it" />
            </Section>
          )}
          <Competition award={award} />
        </div>
      </Columns>
    </>
  );
}
