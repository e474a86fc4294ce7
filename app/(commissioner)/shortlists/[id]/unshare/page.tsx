import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { mayShare } from "@/lib/search/shortlist/policy";
import { findShortlist } from "@/lib/search/shortlist/queries/detail";
import { text } from "../../asked";
import { unshare } from "../share/actions";

export const metadata: Metadata = { title: "Take this shortlist back" };

export default async function UnshareShortlistPage({ params, searchParams }: PageProps<"/shortlists/[id]/unshare">) {
  const { id } = await params;
  const actor = await requireMember("authority");
  const list = (await findShortlist(actor, id)) ?? notFound();
  if (!mayShare(actor, list)) notFound();
  const from = text((await searchParams).from);
  const { organisationId, name } = list.shares.find((share) => share.organisationId === from) ?? notFound();

  return (
    <>
      <BackLink href={`/shortlists/${id}`}>{list.name}</BackLink>
      <CheckPage
        title={`Take this shortlist back from ${name}`}
        caption={`${list.name}, ${list.reference}`}
        happens={["Their people can no longer read it here, from now on."]}
        toWhom={["Their commissioners and approvers are told."]}
        cannotBeUndone={["You can share it again. What they have read or kept by now, they have."]}
      >
        <Form action={unshare} idempotencyKey={newId()}>
          <HiddenFields values={{ shortlistId: id, organisationId }} />
          <Buttons>
            <Submit kind="warning">Take it back</Submit>
            <TextLink href={`/shortlists/${id}`}>Leave it shared</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
