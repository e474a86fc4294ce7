import type { Metadata } from "next";
import { AgreementFacts } from "@/components/agreements/agreement-facts";
import { AgreementLine } from "@/components/agreements/agreement-line";
import { Clauses } from "@/components/agreements/clauses";
import { RecordHistory } from "@/components/agreements/record-history";
import { Signatures } from "@/components/agreements/signatures";
import { PriceLines } from "@/components/calloff/price-lines";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { nextSteps } from "@/lib/agreements/policy";
import { eventWords, refusalWords, standingOf, stateWords } from "@/lib/agreements/words";
import { namesOf } from "@/lib/calloff/purchase/queries/find";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { isAuditor } from "@/lib/core/actor";
import { timelineOf } from "@/lib/core/history/history";
import { reference } from "@/lib/reference/queries";
import { requireAgreement } from "./reader";
import { clausesFor, dayOf, dueSteps, noticesOf, passedFrom, signaturesOf, signersOf } from "./view";

export async function generateMetadata({ params }: PageProps<"/agreements/[id]">): Promise<Metadata> {
  return { title: (await requireAgreement((await params).id)).found.title };
}

const doneWords: Readonly<Record<string, string>> = {
  signed: "You have accepted. The agreement is below.",
  one: "You have signed. The other side has been told, and signs next.",
  bound: "Both sides have signed. It is binding now.",
  moved: "The record says so now.",
  stopped: "It has been stopped, and the other side has been told.",
};

export default async function AgreementPage({ params, searchParams }: PageProps<"/agreements/[id]">) {
  const { id } = await params;
  const { actor, found } = await requireAgreement(id);
  const { organisationId } = actor;
  const [names, lines, { places, categories }] = await Promise.all([
    namesOf(actor, signersOf(found)),
    timelineOf(actor, [{ subject: "agreement", id }]),
    reference(),
  ]);
  const steps = nextSteps(actor, found);
  const [next] = dueSteps(found, steps);
  const done = doneWords[String((await searchParams).done ?? "")];
  const own = isAuditor(actor) ? null : organisationId;
  const place = places.label(found.placeCode);

  return (
    <>
      <BackLink href="/agreements">Agreements</BackLink>
      <PageHeader
        title={found.title}
        caption={`${instrumentWords[found.instrument].label} ${found.reference}`}
        aside={
          <>
            <Tag tone={stateWords[found.state].tone}>{stateWords[found.state].label}</Tag>
            <span className="text-muted">{stateWords[found.state].meaning}</span>
          </>
        }
        action={
          next && (
            <ButtonLink href={`/agreements/${id}/${next === "sign" ? "sign" : "move"}`}>
              {eventWords[next].act}
            </ButtonLink>
          )
        }
      />
      {done && <Notice tone="good" title={done} />}
      <AgreementLine state={found.state} endsOn={dayOf(found.endsOn)} passed={passedFrom(lines)} />
      {found.endReason && (
        <Notice tone="bad" title={found.signedAt ? "Why it was stopped early" : "Why it was not signed"}>
          <p>{found.endReason}</p>
        </Notice>
      )}
      <Columns
        aside={
          <>
            <AgreementFacts
              agreement={found}
              place={place}
              category={categories.name(found.categoryCode)}
              notices={noticesOf(found)}
              buys={actor.kind === "authority" || isAuditor(actor)}
            />
            {steps.includes("terminate") && (
              <p className="no-print">
                <TextLink href={`/agreements/${id}/terminate`}>
                  {found.state === "drafting" ? refusalWords.act : eventWords.terminate.act}
                </TextLink>
              </p>
            )}
            <p className="no-print">
              <TextLink href={`/agreements/${id}/print`}>A copy to print</TextLink>
            </p>
          </>
        }
      >
        <Section title="What is needed">
          <p className="max-w-measure whitespace-pre-line">{found.purchase?.need ?? found.callOff?.need}</p>
        </Section>
        <Section title="What is paid">
          <PriceLines
            {...found}
            lines={found.payments.map((line) => ({ key: String(line.number), ...line }))}
            caption="Each payment line: the rate, the volume, and what they come to"
          />
        </Section>
        <Section title="What is agreed" id="clauses">
          <Clauses clauses={clausesFor(found, place)} />
        </Section>
        <Section title="Signatures">
          {found.state === "drafting" && <p className="mb-6 max-w-measure">{standingOf(found)}</p>}
          <Signatures signatures={signaturesOf(found, names)} />
        </Section>
        <div className="no-print mt-14">
          <Section title="What has happened">
            <RecordHistory lines={lines} own={own} />
          </Section>
        </div>
      </Columns>
    </>
  );
}
