import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckboxGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { count } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { mayShare } from "@/lib/search/shortlist/policy";
import { findShortlist } from "@/lib/search/shortlist/queries/detail";
import { listOthers } from "@/lib/search/shortlist/queries/sharing";
import { sharingWords } from "@/lib/search/shortlist/words";
import { share } from "./actions";

export const metadata: Metadata = { title: "Share this shortlist" };

export default async function ShareShortlistPage({ params }: PageProps<"/shortlists/[id]/share">) {
  const { id } = await params;
  const actor = await requireMember("authority");
  const list = (await findShortlist(actor, id)) ?? notFound();
  if (!mayShare(actor, list)) notFound();
  const others = await listOthers(actor, id);
  const notes = list.entries.filter(({ note }) => note !== "").length;

  return (
    <>
      <BackLink href={`/shortlists/${id}`}>{list.name}</BackLink>
      <CheckPage
        title="Share this shortlist"
        caption={`${list.name}, ${list.reference}`}
        happens={[
          "Everyone at the authorities that you choose can read it, until you take it back.",
          `They will see ${count(list.kept, "service")} kept and ${count(list.dropped, "service")} dropped, with ${count(notes, "note")}.`,
          ...sharingWords.seen,
        ]}
        toWhom={["Their commissioners and approvers are told. Nobody else is, and no provider."]}
        cannotBeUndone={["You can take it back. What they have read or kept by then, they have."]}
      >
        {others.length === 0 ? (
          <p>It is shared with every authority already.</p>
        ) : (
          <Form action={share} idempotencyKey={newId()}>
            <HiddenFields values={{ shortlistId: id }} />
            <CheckboxGroup
              name="organisationIds"
              label="Which authorities?"
              options={others.map(({ id: value, name }) => ({ value, label: name }))}
            />
            <Buttons>
              <Submit>Share it</Submit>
              <TextLink href={`/shortlists/${id}`}>Do not share it</TextLink>
            </Buttons>
          </Form>
        )}
      </CheckPage>
    </>
  );
}
