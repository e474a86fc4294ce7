import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { start } from "@/app/(provider)/tenders/actions";
import { OpportunityBody } from "@/components/calloff/opportunity/body";
import { OpportunityFacts } from "@/components/calloff/opportunity/facts";
import { OwnPart } from "@/components/calloff/opportunity/own-part";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { nextSteps } from "@/lib/calloff/open/invitation/policy";
import { countTenders, findOpportunity, findOwnPart } from "@/lib/calloff/open/opportunity/queries/find";
import { clockOf } from "@/lib/calloff/open/opportunity/queries/list";
import { noticeOfWinner } from "@/lib/calloff/open/opportunity/rules";
import { daysLeft, howToTender } from "@/lib/calloff/open/opportunity/words";
import { isOpen } from "@/lib/calloff/open/rules";
import { findOwnEntry } from "@/lib/calloff/open/tender/queries/own";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { stateAt } from "@/lib/calloff/record/rules";
import { stateWords } from "@/lib/calloff/record/words";
import { holds, isAuditor } from "@/lib/core/actor";
import type { CallOffState } from "@/lib/core/prisma/enums";
import { day, moment } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { daysBetween, londonDay } from "@/lib/core/values/moment";
import { currentActor } from "@/lib/identity/session";
import { reference as facts } from "@/lib/reference/queries";
import { intend } from "./actions";
import { doneWords } from "./done";

export async function generateMetadata({ params }: PageProps<"/opportunities/[reference]">): Promise<Metadata> {
  const found = await findOpportunity(await currentActor(), (await params).reference);
  return { title: found?.title ?? "Opportunity" };
}

export default async function OpportunityPage({ params, searchParams }: PageProps<"/opportunities/[reference]">) {
  const [{ reference }, { done }, actor] = await Promise.all([params, searchParams, currentActor()]);
  const found = (await findOpportunity(actor, reference)) ?? notFound();
  const [own, entry, tenders, names] = await Promise.all([
    findOwnPart(actor, found.id),
    findOwnEntry(actor, found.id),
    countTenders(actor, found),
    facts(),
  ]);
  const now = clockOf();
  const open = isOpen(found, now);
  const winner = noticeOfWinner(found.state, found.notices);
  const standing = stateWords[stateAt(found, now)];
  const outside = actor.kind !== "provider";
  const writes = holds(actor, "provider", "signatory", "editor");
  const said = doneWords[String(done ?? "")];
  const asked = own.invitation ?? { state: "invited" as const, organisationId: actor.organisationId ?? "" };
  const answers = open && writes ? nextSteps(actor, asked).filter((event) => event !== "close") : [];
  // Who was not invited, and may not tender, is asked nothing.
  const counts = own.invitation || entry?.mayBegin || entry?.tenderId;

  return (
    <>
      <BackLink href="/opportunities">Opportunities</BackLink>
      <PageHeader
        title={found.title}
        caption={`${instrumentWords[found.instrument].label}, ${reference}`}
        lead={
          found.closesAt ? `${found.organisation.name}. ${closing(found.closesAt, now, open)}` : found.organisation.name
        }
        action={
          isAuditor(actor) ? (
            <ButtonLink href={`/call-offs/${found.id}`} kind="secondary">
              Read the whole file
            </ButtonLink>
          ) : (
            winner && (
              <ButtonLink href={`/notices/${winner.reference}`} kind="secondary">
                See who won
              </ButtonLink>
            )
          )
        }
        aside={
          open ? (
            <Tag tone="good">Open</Tag>
          ) : (
            <>
              <Tag tone={standing.tone}>{standing.label}</Tag>
              {!found.endReason && <span>{standing.meaning}</span>}
            </>
          )
        }
      />
      {said && (
        <Notice tone="good" title={said.title}>
          <p>{said.text}</p>
        </Notice>
      )}
      {found.endReason && (
        <Notice tone="wait" title={endedTitle(found)}>
          <p className="whitespace-pre-line">{found.endReason}</p>
        </Notice>
      )}
      <Columns
        first={
          open && (
            <Section title="How to tender" id="tender" lead={howToTender[found.route ?? "belowThreshold"]}>
              {writes ? (
                <OwnPart
                  callOff={found}
                  invitation={own.invitation}
                  answers={counts ? answers : []}
                  entry={entry}
                  asks={found.clarifyUntil !== null && now < found.clarifyUntil}
                  start={{ action: start, key: newId() }}
                  intend={{ action: intend, key: newId() }}
                />
              ) : (
                outside && (
                  <p>
                    <TextLink href="/sign-in">Sign in for your organisation</TextLink> to tender, or{" "}
                    <TextLink href="/join">join the register</TextLink>.
                  </p>
                )
              )}
            </Section>
          )
        }
        aside={<OpportunityFacts found={found} now={now} tenders={tenders} />}
      >
        <OpportunityBody found={found} names={names} now={now} />
      </Columns>
    </>
  );
}

/** That it ended, when, and with what: a notice says it too where the Act asks for one. */
const endedTitle = ({ state, endedAt }: { state: CallOffState; endedAt: Date | null }) =>
  `${stateWords[state].label}${endedAt ? ` on ${day(endedAt)}` : ""}. Nothing is awarded`;

/** When tenders close, and how far off that is while they can still be sent. */
function closing(at: Date, now: Date, open: boolean): string {
  return open
    ? `Tenders close on ${moment(at)}, ${daysLeft(daysBetween(londonDay(now), londonDay(at)))}.`
    : `Tenders closed on ${moment(at)}.`;
}
