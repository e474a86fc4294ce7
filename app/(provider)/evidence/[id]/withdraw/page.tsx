import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { CheckPage } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { mayKeep } from "@/lib/register/evidence/policy";
import { findEvidence, holdingBack } from "@/lib/register/evidence/queries/own";
import { withdraw } from "../../actions";

export const metadata = { title: "Withdraw a file" };

export default async function WithdrawEvidencePage({ params }: PageProps<"/evidence/[id]/withdraw">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const file = (await findEvidence(actor, id)) ?? notFound();
  if (!mayKeep(actor, file) || file.withdrawnAt) notFound();
  const why = await holdingBack(actor, id);

  if (why.length > 0)
    return (
      <>
        <BackLink href={`/evidence/${id}`}>Back to the file</BackLink>
        <PageHeader title="This file cannot be withdrawn yet" caption={file.title} />
        <Bullets items={why} />
        <p className="mt-8">
          <TextLink href="/apply/conditions">Go to your answers</TextLink>
        </p>
      </>
    );
  return (
    <>
      <BackLink href={`/evidence/${id}`}>Back to the file</BackLink>
      <CheckPage
        title={`Withdraw “${file.title}”?`}
        happens={[
          "No answer can rest on it any more.",
          "Buyers can no longer open it.",
          "Stewards and auditors can still open it, because decisions were made with it.",
        ]}
        toWhom={["Nobody is told."]}
        cannotBeUndone={["A withdrawn file cannot come back. You can add it again as a new one."]}
      >
        <Form action={withdraw}>
          <HiddenFields values={{ evidenceId: id }} />
          <Buttons>
            <Submit kind="warning">Withdraw the file</Submit>
            <TextLink href={`/evidence/${id}`}>Keep it</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
