import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { DossierConditions } from "@/components/register/dossier/conditions";
import { DossierGrounds } from "@/components/register/dossier/grounds";
import { ApplicationLine } from "@/components/register/dossier/line";
import { DossierParts, DossierServices } from "@/components/register/dossier/parts";
import { DossierProfile } from "@/components/register/dossier/profile";
import { DossierQueries } from "@/components/register/dossier/queries";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import { reference } from "@/lib/reference/queries";
import { findDossier } from "@/lib/register/application/decision/queries";
import { aboutNames, offerWords } from "@/lib/register/application/decision/words";
import { nextSteps } from "@/lib/register/application/policy";
import { eventWords, stateWords } from "@/lib/register/application/words";
import { listPinnedEvidence } from "@/lib/register/evidence/queries/files";
import { requireReader } from "../../reader";
import { handBack, take } from "./actions";

export const metadata: Metadata = { title: "An application" };

export default async function ApplicationPage({ params }: PageProps<"/steward/applications/[id]">) {
  const { id } = await params;
  const actor = await requireReader();
  const application = (await findDossier(actor, id)) ?? notFound();
  const steps = nextSteps(actor, application);
  const { organisation, offer, state } = application;
  const { organisationTypes } = await reference();
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
            {steps.includes("decide") && (
              <ButtonLink
                href={
                  first
                    ? `/steward/applications/${id}/conditions/${first.number}`
                    : `/steward/applications/${id}/decide`
                }
              >
                {first ? "Record findings" : eventWords.decide.act}
              </ButtonLink>
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
      {open && (
        <Notice
          tone={offer.kind === "mustAdmit" ? "good" : offer.kind === "unfinished" ? "note" : "wait"}
          title={offerWords[offer.kind].title}
        >
          <p>{offerWords[offer.kind].body}</p>
          <p className="text-small">{offerWords[offer.kind].source}</p>
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
              ]}
            />
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
          <DossierGrounds grounds={application.grounds} />
        </Section>
        <Section title="Questions and replies" id="questions">
          <DossierQueries queries={application.queries} names={aboutNames(application)} />
        </Section>
        <Section title="About the organisation" id="organisation">
          <DossierProfile
            organisation={organisation}
            type={organisation.typeCode && organisationTypes.name(organisation.typeCode)}
          />
        </Section>
      </Columns>
    </>
  );
}
