import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { mayShare } from "@/lib/register/profile/snapshot/policy";
import { findSnapshot } from "@/lib/register/profile/snapshot/queries";
import { end } from "../../actions";

export const metadata = { title: "Take a snapshot back" };

export default async function EndSharePage({ params, searchParams }: PageProps<"/snapshots/[id]/end">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const snapshot = (await findSnapshot(actor, id)) ?? notFound();
  if (!mayShare(actor, snapshot)) notFound();
  const { from } = await searchParams;
  const share =
    snapshot.shares.find(({ organisation, endedAt }) => organisation.id === from && endedAt === null) ?? notFound();

  return (
    <>
      <BackLink href={`/snapshots/${id}`}>Back to the snapshot</BackLink>
      <CheckPage
        title={`Take snapshot ${snapshot.reference} back from ${share.organisation.name}?`}
        happens={["Their people can no longer read it here, from now on."]}
        toWhom={["Nobody is told. They find that it is not there."]}
        cannotBeUndone={["You can share it again. What they have read or kept by now, they have."]}
      >
        <Form action={end}>
          <HiddenFields values={{ snapshotId: id, organisationId: share.organisation.id }} />
          <Buttons>
            <Submit kind="warning">Take it back</Submit>
            <TextLink href={`/snapshots/${id}`}>Leave it shared</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
