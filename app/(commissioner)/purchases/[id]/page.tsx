import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordHistory } from "@/components/agreements/record-history";
import { PriceLines } from "@/components/calloff/price-lines";
import { PurchaseFacts } from "@/components/calloff/purchase-facts";
import { PurchaseLine } from "@/components/calloff/purchase-line";
import { RouteView } from "@/components/calloff/route-view";
import { AnsweredShares, Shares } from "@/components/calloff/shares";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { nextSteps as nextAnswers } from "@/lib/calloff/approval/policy";
import { mayEdit, nextSteps } from "@/lib/calloff/purchase/policy";
import { findPurchase, namesOf } from "@/lib/calloff/purchase/queries/find";
import { eventWords, instrumentWords, stateWords } from "@/lib/calloff/purchase/words";
import { isAuditor } from "@/lib/core/actor";
import { timelineOf } from "@/lib/core/history/history";
import { reference } from "@/lib/reference/queries";
import { asked, requireBuyer } from "../reader";
import { doneWords } from "./done";
import { answersOf, linesOf, routeOf } from "./view";

export async function generateMetadata({ params }: PageProps<"/purchases/[id]">): Promise<Metadata> {
  const found = await findPurchase(await requireBuyer(), (await params).id);
  return { title: found?.title ?? "Purchase" };
}

export default async function PurchasePage({ params, searchParams }: PageProps<"/purchases/[id]">) {
  const { id } = await params;
  const actor = await requireBuyer();
  const { organisationId } = actor;
  const purchase = (await findPurchase(actor, id)) ?? notFound();
  const { title, state, funders } = purchase;
  const [names, lines, { places }] = await Promise.all([
    namesOf(actor, [
      purchase.createdById,
      purchase.proposedById,
      purchase.answeredById,
      ...funders.map(({ decidedById }) => decidedById),
    ]),
    timelineOf(actor, [{ subject: "purchase", id }, ...funders.map(({ id }) => ({ subject: "approval", id }))]),
    reference(),
  ]);
  const own = isAuditor(actor) ? null : organisationId;
  const steps = nextSteps(actor, purchase);
  const answers = funders.flatMap((share) => nextAnswers(actor, share));
  const route = routeOf(purchase);
  const done = doneWords[asked((await searchParams).done)];
  const total = purchase.valuePence + purchase.vatPence;

  return (
    <>
      <BackLink href="/purchases">Purchases</BackLink>
      <PageHeader
        title={title}
        caption={`Purchase ${purchase.reference}`}
        aside={
          <>
            <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>
            <span className="text-muted">{stateWords[state].meaning}</span>
          </>
        }
        action={
          <>
            {steps.includes("propose") && (
              <ButtonLink href={`/purchases/${id}/${purchase.lines.length === 0 ? "lines" : "check"}`}>
                {purchase.lines.length === 0 ? "Say how much you need" : "Check and propose"}
              </ButtonLink>
            )}
            {answers.includes("approve") && (
              <ButtonLink href={`/purchases/${id}/approve`}>Approve your share</ButtonLink>
            )}
            {answers.includes("refuse") && (
              <ButtonLink href={`/purchases/${id}/refuse`} kind="secondary">
                Refuse
              </ButtonLink>
            )}
            {purchase.agreement && (
              <ButtonLink href={`/agreements/${purchase.agreement.id}`}>Open the agreement</ButtonLink>
            )}
          </>
        }
      />
      {done && (
        <Notice tone={done.tone} title={done.title}>
          <p>{done.text}</p>
        </Notice>
      )}
      <PurchaseLine purchase={purchase} side="buyer" />
      {purchase.answerReason && (
        <Notice
          tone="note"
          title={state === "declined" ? `Why ${purchase.supplier.name} declined` : "The reason given"}
        >
          <p>{purchase.answerReason}</p>
        </Notice>
      )}
      <Columns
        aside={
          <>
            <PurchaseFacts
              purchase={purchase}
              place={places.label(purchase.placeCode)}
              proposedBy={names.get(purchase.proposedById ?? "") ?? null}
            />
            {steps.includes("withdraw") && (
              <p className="no-print">
                <TextLink href={`/purchases/${id}/withdraw`}>{eventWords.withdraw.act}</TextLink>
              </p>
            )}
          </>
        }
      >
        <Section title="What is needed">
          <p className="max-w-measure whitespace-pre-line">{purchase.need}</p>
          {purchase.reason && (
            <p className="mt-4 max-w-measure whitespace-pre-line">
              <strong>Why {instrumentWords[purchase.instrument].article} for this service.</strong> {purchase.reason}
            </p>
          )}
        </Section>
        <Section title="What is bought">
          {purchase.lines.length > 0 ? (
            <PriceLines {...purchase} lines={linesOf(purchase)} />
          ) : (
            <EmptyState
              title="Nothing yet"
              action={
                mayEdit(actor, purchase) && (
                  <ButtonLink href={`/purchases/${id}/lines`}>Say how much you need</ButtonLink>
                )
              }
            >
              Say how much you need of each price.
            </EmptyState>
          )}
        </Section>
        <Section title="Who pays">
          {state === "draft" ? (
            <Shares shares={answersOf(purchase, names)} total={total} />
          ) : (
            <AnsweredShares shares={answersOf(purchase, names)} total={total} />
          )}
        </Section>
        {route && (
          <Section title="How it may be bought" lead="As it was judged when this was proposed.">
            <RouteView {...route} />
          </Section>
        )}
        <Section title="What has happened">
          <RecordHistory lines={lines} own={own} />
        </Section>
      </Columns>
    </>
  );
}
