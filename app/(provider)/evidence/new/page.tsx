import { notFound } from "next/navigation";
import { HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { EvidenceFields } from "@/components/register/evidence/fields";
import { UploadForm } from "@/components/register/evidence/upload-form";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { mayKeep } from "@/lib/register/evidence/policy";
import { findAnswerGround, findEvidence } from "@/lib/register/evidence/queries/own";
import { listAnswers } from "@/lib/register/profile/queries";
import { cameBack } from "../came-back";

export async function generateMetadata({ searchParams }: PageProps<"/evidence/new">) {
  const { back } = await searchParams;
  return { title: `${(await cameBack(back)).refusal ? "Error: " : ""}Add a file` };
}

export default async function NewEvidencePage({ searchParams }: PageProps<"/evidence/new">) {
  const actor = await requireMember("provider");
  if (!mayKeep(actor, actor)) notFound();
  const { back, for: number, renews } = await searchParams;
  const state = await cameBack(back);
  const before = typeof renews === "string" ? await findEvidence(actor, renews) : null;
  if (renews && before?.organisationId !== actor.organisationId) notFound();
  const condition = number ? (await listAnswers(actor)).find((one) => String(one.number) === number) : undefined;
  const ground = condition && (await findAnswerGround(actor, condition.id));
  const from = condition ? `/apply/conditions/${condition.number}` : before ? `/evidence/${before.id}` : "/evidence";

  return (
    <>
      <BackLink href={from}>{condition ? condition.title : before ? before.title : "Your files"}</BackLink>
      <PageHeader
        title={before ? "Add a newer version" : "Add a file"}
        {...(condition && { caption: condition.title })}
        lead={
          before ? (
            <p>
              It takes the place of “{before.title}”. Every answer that rests on that file rests on this one at once.
              What was sent before keeps the file that it was sent with. To change only who may see it, choose the same
              file again.
            </p>
          ) : (
            <p>One file at a time. You can use it for every answer that needs it, now and later.</p>
          )
        }
      />
      <UploadForm state={state}>
        <HiddenFields values={{ for: condition?.number, renews: before?.id }} />
        <EvidenceFields
          cameBack={state.refusal !== undefined}
          start={before ?? { kind: ground?.evidenceKind ?? undefined }}
        />
        <Buttons>
          <Submit>Add the file</Submit>
          <TextLink href={from}>Cancel</TextLink>
        </Buttons>
      </UploadForm>
    </>
  );
}
