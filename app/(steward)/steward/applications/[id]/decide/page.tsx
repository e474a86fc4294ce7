import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { DecideForm } from "@/components/register/dossier/decide-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { listed } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { findDossier } from "@/lib/register/application/decision/queries";
import { isDecidable } from "@/lib/register/application/decision/rules";
import { offerWords } from "@/lib/register/application/decision/words";
import { nextSteps } from "@/lib/register/application/policy";
import { requireReader } from "../../../reader";
import { decide } from "./actions";

export const metadata: Metadata = { title: "Decide" };

export default async function DecidePage({ params }: PageProps<"/steward/applications/[id]/decide">) {
  const { id } = await params;
  const actor = await requireReader();
  const application = (await findDossier(actor, id)) ?? notFound();
  const steps = nextSteps(actor, application);
  if (!steps.includes("decide") && !steps.includes("propose")) notFound();
  const { offers, organisation, reference, needsSecond } = application;
  const parts = offers.map(({ partId, number, title, offer }) => {
    const before = application.parts.find((part) => part.partId === partId);
    return {
      partId,
      title: `${number}. ${title}`,
      offer,
      services: organisation.services.filter((service) => service.partId === partId && service.state === "inReview")
        .length,
      before: {
        decision: before?.proposed ?? null,
        codes: before?.proposedCodes ?? [],
        reasons: before?.proposedReasons ?? null,
      },
    };
  });
  const missing = [...new Set(offers.flatMap(({ offer }) => (offer.kind === "unfinished" ? offer.missing : [])))];
  const next = application.conditions.find(({ finding }) => finding === null)?.number;

  return (
    <>
      <BackLink href={`/steward/applications/${id}`}>{organisation.name}</BackLink>
      {isDecidable(offers) ? (
        <Form action={decide} idempotencyKey={newId()}>
          <HiddenFields values={{ applicationId: id }} />
          <DecideForm organisation={organisation.name} reference={reference} parts={parts} needsSecond={needsSecond} />
        </Form>
      ) : (
        <>
          <PageHeader title={offerWords.unfinished.title} caption={`Application ${reference}`} />
          {missing.length > 0 ? (
            <EmptyState
              title={offerWords.unfinished.body}
              action={
                <ButtonLink href={`/steward/applications/${id}/conditions/${next}`}>
                  Go to the first without one
                </ButtonLink>
              }
            >
              Missing: {listed(missing)}.
            </EmptyState>
          ) : (
            <EmptyState
              title={offerWords.unchecked.title}
              action={
                <ButtonLink href={`/steward/debarment/${application.organisationId}`}>
                  Look at the debarment list
                </ButtonLink>
              }
            >
              {offerWords.unchecked.body}
            </EmptyState>
          )}
        </>
      )}
    </>
  );
}
