import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { DossierDifferences } from "@/components/register/again/differences";
import { DossierDuplicates } from "@/components/register/again/duplicates";
import { DossierConditions } from "@/components/register/dossier/conditions";
import { DossierConnections } from "@/components/register/dossier/connections";
import { DossierGrounds } from "@/components/register/dossier/grounds";
import { ApplicationLine } from "@/components/register/dossier/line";
import { DossierNotes } from "@/components/register/dossier/notes";
import { DossierOffers, DossierParts, DossierServices } from "@/components/register/dossier/parts";
import { DossierProfile } from "@/components/register/dossier/profile";
import { DossierQueries } from "@/components/register/dossier/queries";
import { DebarmentStanding } from "@/components/register/steward/standing";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { reference } from "@/lib/reference/queries";
import { findDossier } from "@/lib/register/application/decision/queries";
import { findDifferences } from "@/lib/register/application/decision/queries/differences";
import { listDuplicates } from "@/lib/register/application/decision/queries/duplicates";
import { aboutNames } from "@/lib/register/application/decision/words";
import { nextSteps, readsNotes, writesNotes } from "@/lib/register/application/policy";
import { eventWords, nextWords, stateWords } from "@/lib/register/application/words";
import { findBehind } from "@/lib/register/connection/queries";
import { listPinnedEvidence } from "@/lib/register/evidence/queries/files";
import { requireReader } from "../../reader";
import { addNote, handBack, take } from "./actions";

export const metadata: Metadata = { title: "An application" };

export default async function ApplicationPage({ params }: PageProps<"/steward/applications/[id]">) {
  const { id } = await params;
  const actor = await requireReader();
  const application = (await findDossier(actor, id)) ?? notFound();
  const steps = nextSteps(actor, application);
  const { organisation, offers, state } = application;
  const [{ organisationTypes }, differences, duplicates] = await Promise.all([
    reference(),
    findDifferences(actor, id),
    listDuplicates(actor, application.organisationId),
  ]);
  const first = application.conditions.find(({ finding }) => finding === null);
  const open = state === "inReview" || state === "clarifying";

  return (
    <>
      <BackLink href="/steward/queue">Applications</BackLink>
      <PageHeader
        title={organisation.name}
        caption={`Application ${application.reference}`}
        aside={<Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>}
        action={
          <>
            {steps.includes("take") && (
              <Form action={take} label={eventWords.take.act}>
                <HiddenFields values={{ applicationId: id }} />
                <Submit>{eventWords.take.act}</Submit>
              </Form>
            )}
            {(steps.includes("decide") || steps.includes("propose")) && (
              <ButtonLink
                href={
                  first
                    ? `/steward/applications/${id}/conditions/${first.number}`
                    : `/steward/applications/${id}/decide`
                }
              >
                {first ? "Record findings" : eventWords[application.needsSecond ? "propose" : "decide"].act}
              </ButtonLink>
            )}
            {steps.includes("agree") && (
              <ButtonLink href={`/steward/applications/${id}/second`}>Look at the decision</ButtonLink>
            )}
            {steps.includes("ask") && (
              <ButtonLink kind="secondary" href={`/steward/applications/${id}/ask`}>
                {eventWords.ask.act}
              </ButtonLink>
            )}
          </>
        }
      />
      <ApplicationLine application={application} side="steward" />
      {open && <DossierOffers offers={offers} organisationId={application.organisationId} />}
      {state === "seconding" && (
        <Notice tone="wait" title={stateWords.seconding.label}>
          <p>
            {application.proposer ?? "An assessor"} has proposed a decision. {nextWords.seconding.steward}
          </p>
        </Notice>
      )}
      <Columns
        aside={
          <>
            <Facts
              facts={[
                { label: "Who has it", value: application.assessor ?? "Nobody yet" },
                ...(application.submittedAt ? [{ label: "Sent", value: <Day on={application.submittedAt} /> }] : []),
                ...(application.dueOn ? [{ label: "Due", value: <Day on={application.dueOn.toISOString()} /> }] : []),
                ...(application.decidedAt ? [{ label: "Decided", value: <Day on={application.decidedAt} /> }] : []),
                { label: "Organisation", value: organisation.reference },
                ...(application.bandTitle
                  ? [
                      {
                        label: "For work worth",
                        value: `${application.bandTitle}${application.needsSecond ? ". A second assessor agrees" : ""}`,
                      },
                    ]
                  : []),
                {
                  label: "Debarment list",
                  value: (
                    <DebarmentStanding organisationId={application.organisationId} standing={application.standing} />
                  ),
                },
              ]}
            />
            {steps.includes("handOver") && (
              <p>
                <TextLink href={`/steward/applications/${id}/hand-over`}>{eventWords.handOver.act}</TextLink>
              </p>
            )}
            {steps.includes("handBack") && (
              <Form action={handBack} label={eventWords.handBack.act}>
                <HiddenFields values={{ applicationId: id }} />
                <Buttons>
                  <Submit kind="quiet">{eventWords.handBack.act}</Submit>
                </Buttons>
              </Form>
            )}
          </>
        }
      >
        {differences && <DossierDifferences {...differences} />}
        <DossierDuplicates found={duplicates} />
        <Section title="What it asks for" id="parts">
          <DossierParts parts={application.parts} />
        </Section>
        <Section title="Services" id="services">
          <DossierServices services={organisation.services} parts={application.parts} />
        </Section>
        <Section title="Conditions" id="conditions" lead="Read each answer and say what you found.">
          <DossierConditions
            applicationId={id}
            conditions={application.conditions}
            files={await listPinnedEvidence(actor, id)}
          />
        </Section>
        <Section title="Exclusion grounds" id="grounds">
          <DossierGrounds applicationId={id} grounds={application.grounds} />
        </Section>
        <Section title="Questions and replies" id="questions">
          <DossierQueries queries={application.queries} names={aboutNames(application)} />
        </Section>
        {readsNotes(actor) && (
          <Section title="Notes inside the office" id="notes" lead="The organisation never reads these.">
            <DossierNotes
              applicationId={id}
              notes={application.notes}
              add={writesNotes(actor, application) ? addNote : null}
            />
          </Section>
        )}
        <Section title="About the organisation" id="organisation">
          <DossierProfile
            organisation={organisation}
            type={organisation.typeCode && organisationTypes.name(organisation.typeCode)}
          />
        </Section>
        <DossierConnections {...(await findBehind(actor, application.organisationId))} />
      </Columns>
    </>
  );
}
