import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { DecidedParts, effects } from "@/components/register/dossier/decided-parts";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink, Section } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { findDossier } from "@/lib/register/application/decision/queries";
import { nextSteps } from "@/lib/register/application/policy";
import { eventWords } from "@/lib/register/application/words";
import { requireReader } from "../../../reader";
import { agree, disagree } from "./actions";

export const metadata: Metadata = { title: "Second assessor" };

export default async function SecondPage({ params }: PageProps<"/steward/applications/[id]/second">) {
  const { id } = await params;
  const actor = await requireReader();
  const application = (await findDossier(actor, id)) ?? notFound();
  if (!nextSteps(actor, application).includes("agree")) notFound();
  const { organisation, reference, proposer } = application;
  const parts = application.parts.flatMap(({ partId, part, proposed, proposedCodes, proposedReasons }) =>
    proposed
      ? [
          {
            partId,
            title: `${part.number}. ${part.title}`,
            decision: proposed,
            codes: proposedCodes,
            reasons: proposedReasons ?? "",
            services: organisation.services.filter((one) => one.partId === partId && one.state === "inReview").length,
          },
        ]
      : [],
  );

  return (
    <>
      <BackLink href={`/steward/applications/${id}`}>{organisation.name}</BackLink>
      <CheckPage
        title={`Second assessor: ${organisation.name}`}
        caption={`Application ${reference}`}
        happens={effects(organisation.name, parts)}
        toWhom={[`The people of ${organisation.name}, with these reasons.`, `${proposer ?? "The assessor"}.`]}
        cannotBeUndone={[
          "The decision stays in the record. A member can be removed later, but only as the law allows.",
        ]}
      >
        <div className="grid gap-8">
          <p>
            {proposer ?? "An assessor"} proposes this. Read the{" "}
            <TextLink href={`/steward/applications/${id}`}>application</TextLink> first: you decide together, and both
            names stay in the record.
          </p>
          <DecidedParts parts={parts} />
          <Form action={agree} idempotencyKey={newId()} label={eventWords.agree.act}>
            <HiddenFields values={{ applicationId: id }} />
            <Buttons>
              <Submit>{eventWords.agree.act}</Submit>
            </Buttons>
          </Form>
        </div>
      </CheckPage>
      <Section title="Or send it back" id="back" lead="The assessor reads your reason, and decides again.">
        <Form action={disagree} idempotencyKey={newId()} label={eventWords.disagree.act}>
          <HiddenFields values={{ applicationId: id }} />
          <TextArea name="reason" label="What is not right?" hint="It is kept as a note inside the office." rows={5} />
          <Buttons>
            <Submit kind="secondary">{eventWords.disagree.act}</Submit>
          </Buttons>
        </Form>
      </Section>
    </>
  );
}
