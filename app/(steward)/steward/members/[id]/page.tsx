import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Representations } from "@/components/register/steward/representations";
import { DebarmentStanding } from "@/components/register/steward/standing";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Timeline } from "@/components/ui/progress";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Day, Moment } from "@/components/ui/value";
import { numbersSaid } from "@/lib/reference/identifiers";
import { reference } from "@/lib/reference/queries";
import { nextSteps } from "@/lib/register/membership/policy";
import { findMember, listMemberEvents } from "@/lib/register/membership/queries";
import { eventDone, eventWords, stateWords } from "@/lib/register/membership/words";
import { sizeWords } from "@/lib/register/profile/words";
import { stateWords as serviceWords } from "@/lib/register/service/words";
import { requireReader } from "../../reader";

export const metadata: Metadata = { title: "A member" };

export default async function MemberPage({ params }: PageProps<"/steward/members/[id]">) {
  const { id } = await params;
  const actor = await requireReader();
  const member = (await findMember(actor, id)) ?? notFound();
  const [events, { organisationTypes }] = await Promise.all([listMemberEvents(actor, id), reference()]);
  const { organisation, part, state, reason, endsOn } = member;
  const words = stateWords[state];
  const others = organisation.memberships.filter((other) => other.id !== id);

  return (
    <>
      <BackLink href="/steward/members">Members</BackLink>
      <PageHeader
        title={organisation.name}
        caption={`Part ${part.number}: ${part.title}`}
        aside={<Tag tone={words.tone}>{words.label}</Tag>}
        action={nextSteps(actor, member).map((event, at) => (
          <ButtonLink key={event} kind={at === 0 ? "secondary" : "quiet"} href={`/steward/members/${id}/${event}`}>
            {eventWords[event].act}
          </ButtonLink>
        ))}
      />
      {state !== "active" && (
        <Notice tone={words.tone} title={words.label}>
          <p>{words.meaning}</p>
          {reason && <p>Reason: {reason}</p>}
          {endsOn && (
            <p>
              Until <Day on={endsOn.toISOString()} />
            </p>
          )}
        </Notice>
      )}
      <Columns
        aside={
          <Facts
            facts={[
              { label: "Member since", value: <Day on={member.since} /> },
              { label: "Next review", value: <Day on={member.reviewDueOn.toISOString()} /> },
              ...(member.reviewedAt
                ? [
                    {
                      label: "Last review",
                      value: (
                        <>
                          <Day on={member.reviewedAt} />
                          {member.reviewNote && <span className="block">{member.reviewNote}</span>}
                        </>
                      ),
                    },
                  ]
                : []),
              {
                label: "Debarment list",
                value: <DebarmentStanding organisationId={member.organisationId} standing={member.standing} />,
              },
              { label: "Reference", value: organisation.reference },
              {
                label: "Kind",
                value: organisation.typeCode ? organisationTypes.name(organisation.typeCode) : "Not said",
              },
              ...(organisation.provider ? [{ label: "Size", value: sizeWords[organisation.provider.size].label }] : []),
              {
                label: "Numbers",
                value: numbersSaid(organisation.identifiers) || "None",
              },
            ]}
          />
        }
      >
        {(state === "removalProposed" || member.representations.length > 0) && (
          <Section title="What the organisation says" id="answer">
            <Representations said={member.representations} empty="It has not answered yet." />
          </Section>
        )}
        <Section title="Services in this part">
          <DataTable
            caption="Services under this membership"
            rows={member.services}
            rowKey={(service) => service.id}
            empty={<p className="text-muted">It has no service in this part.</p>}
            columns={[
              {
                label: "Service",
                heads: true,
                cell: ({ id, draft, published }) => (
                  <TextLink href={`/steward/services/${id}`}>
                    {published?.title ?? draft?.title ?? "A service"}
                  </TextLink>
                ),
              },
              { label: "Reference", cell: ({ reference }) => reference },
              {
                label: "Standing",
                cell: ({ state }) => <Tag tone={serviceWords[state].tone}>{serviceWords[state].label}</Tag>,
              },
            ]}
          />
        </Section>
        {others.length > 0 && (
          <Section title="Its other parts">
            <DataTable
              caption="Other memberships of this organisation"
              rows={others}
              rowKey={(other) => other.id}
              columns={[
                {
                  label: "Part",
                  heads: true,
                  cell: ({ id, part }) => (
                    <TextLink href={`/steward/members/${id}`}>{`${part.number}. ${part.title}`}</TextLink>
                  ),
                },
                {
                  label: "Standing",
                  cell: ({ state }) => <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>,
                },
              ]}
            />
          </Section>
        )}
        <Section title="What has happened">
          <Timeline
            label="History of this membership"
            entries={events.map(({ id, event, at, who }) => ({
              id,
              what: eventDone(event),
              when: <Moment at={at} />,
              who: who ?? "the clock",
            }))}
          />
        </Section>
      </Columns>
    </>
  );
}
