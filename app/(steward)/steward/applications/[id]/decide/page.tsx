import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { DecideForm } from "@/components/register/dossier/decide-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { listed } from "@/lib/core/format";
import { newId } from "@/lib/core/id";
import { findDossier } from "@/lib/register/application/decision/queries";
import { offerWords } from "@/lib/register/application/decision/words";
import { nextSteps } from "@/lib/register/application/policy";
import { requireReader } from "../../../reader";
import { decide } from "./actions";

export const metadata: Metadata = { title: "Decide" };

export default async function DecidePage({ params }: PageProps<"/steward/applications/[id]/decide">) {
  const { id } = await params;
  const actor = await requireReader();
  const application = (await findDossier(actor, id)) ?? notFound();
  if (!nextSteps(actor, application).includes("decide")) notFound();
  const { offer, organisation, reference } = application;
  const parts = application.parts.map(({ partId, part }) => ({
    partId,
    title: `${part.number}. ${part.title}`,
    services: organisation.services.filter((service) => service.partId === partId && service.state === "inReview")
      .length,
  }));
  const next = application.conditions.find(({ finding }) => finding === null)?.number;

  return (
    <>
      <BackLink href={`/steward/applications/${id}`}>{organisation.name}</BackLink>
      {offer.kind === "unfinished" ? (
        <>
          <PageHeader title={offerWords.unfinished.title} caption={`Application ${reference}`} />
          <EmptyState
            title={offerWords.unfinished.body}
            action={
              <ButtonLink href={`/steward/applications/${id}/conditions/${next}`}>
                Go to the first without one
              </ButtonLink>
            }
          >
            Missing: {listed(offer.missing)}.
          </EmptyState>
        </>
      ) : (
        <Form action={decide} idempotencyKey={newId()}>
          <HiddenFields values={{ applicationId: id }} />
          <DecideForm organisation={organisation.name} reference={reference} offer={offer} parts={parts} />
        </Form>
      )}
    </>
  );
}
