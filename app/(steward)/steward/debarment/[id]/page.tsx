import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Timeline } from "@/components/ui/progress";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { newId } from "@/lib/core/values/id";
import { numbersSaid } from "@/lib/reference/identifiers";
import { reference } from "@/lib/reference/queries";
import { stateWords as applicationWords } from "@/lib/register/application/words";
import { stateWords as memberWords } from "@/lib/register/membership/words";
import { mayCheck } from "@/lib/register/standing/policy";
import { findStanding } from "@/lib/register/standing/queries";
import { checkRule, debarmentList, standingWords, strengthWords } from "@/lib/register/standing/words";
import { requireReader } from "../../reader";
import { check } from "./actions";

export const metadata: Metadata = { title: "Debarment list" };

export default async function DebarmentPage({ params, searchParams }: PageProps<"/steward/debarment/[id]">) {
  const { id } = await params;
  const { recorded } = await searchParams;
  const actor = await requireReader();
  const found = (await findStanding(actor, id)) ?? notFound();
  const { on } = await reference();
  const { label, tone } = standingWords[found.standing];
  const open = found.applications.filter(({ state }) => state !== "decided" && state !== "withdrawn");

  return (
    <>
      <BackLink href="/steward/queue">Applications</BackLink>
      <PageHeader
        title={`Debarment list: ${found.name}`}
        caption={found.reference}
        lead={<p>{checkRule}</p>}
        aside={<Tag tone={tone}>{label}</Tag>}
      />
      {recorded === "yes" && found.looks[0] && (
        <Notice tone="good" title="Recorded">
          {open.map(({ id, reference }) => (
            <p key={id}>
              <TextLink href={`/steward/applications/${id}`}>{`Back to application ${reference}`}</TextLink>
            </p>
          ))}
        </Notice>
      )}
      {found.standing === "mandatory" && (
        <Notice tone="bad" title="It cannot be admitted, and must be removed">
          <p>It is on the list on a mandatory ground (Procurement Act 2023, sections 37(1) and 57(1)(b)).</p>
        </Notice>
      )}
      <Columns
        aside={
          <>
            <Facts
              facts={[
                {
                  label: "Numbers",
                  value: numbersSaid(found.identifiers) || "None",
                },
                { label: "The list", value: <TextLink href={debarmentList}>Open it on GOV.UK</TextLink> },
              ]}
            />
            {found.applications.length > 0 && (
              <div>
                <h2 className="mb-2 font-bold">Applications</h2>
                <Bullets
                  items={found.applications.map(({ id, reference, state }) => (
                    <span key={id}>
                      <TextLink href={`/steward/applications/${id}`}>{reference}</TextLink>,{" "}
                      {applicationWords[state].label.toLowerCase()}
                    </span>
                  ))}
                />
              </div>
            )}
            {found.memberships.length > 0 && (
              <div>
                <h2 className="mb-2 font-bold">Memberships</h2>
                <Bullets
                  items={found.memberships.map(({ id, part, state }) => (
                    <span key={id}>
                      <TextLink href={`/steward/members/${id}`}>{`${part.number}. ${part.title}`}</TextLink>,{" "}
                      {memberWords[state].label.toLowerCase()}
                    </span>
                  ))}
                />
              </div>
            )}
          </>
        }
      >
        {mayCheck(actor, { organisationId: id }) && (
          <Section
            title="Record a look"
            id="record"
            lead="Search by name and by every number, and for the people connected with it."
          >
            <Form action={check} idempotencyKey={newId()} label="Record a look">
              <HiddenFields values={{ organisationId: id }} />
              <DateField name="checkedOn" label="When did you look?" defaultValue={on} />
              <RadioGroup
                name="listed"
                label="Is it on the list?"
                options={[
                  { value: "no", label: "No" },
                  { value: "yes", label: "Yes", hint: "Then answer the next two questions." },
                ]}
              />
              <RadioGroup
                name="ground"
                label="If it is: on what kind of ground?"
                options={Object.entries(strengthWords).map(([value, words]) => ({ value, ...words }))}
              />
              <TextField name="entry" label="If it is: the entry, as it stands" optional />
              <TextArea name="note" label="Note" rows={3} optional />
              <Buttons>
                <Submit>Record it</Submit>
              </Buttons>
            </Form>
          </Section>
        )}
        <Section title="Looks at the list" id="looks">
          {found.looks.length > 0 ? (
            <Timeline
              label="Looks at the list, the newest first"
              entries={found.looks.map(({ id, ground, checkedOn, by, entry, note }) => ({
                id,
                what: standingWords[ground ?? "clear"].label,
                when: <Day on={checkedOn.toISOString()} />,
                who: by,
                ...(entry || note ? { more: [entry, note].filter(Boolean).join(". ") } : {}),
              }))}
            />
          ) : (
            <p className="text-muted">Nobody has looked yet.</p>
          )}
        </Section>
      </Columns>
    </>
  );
}
