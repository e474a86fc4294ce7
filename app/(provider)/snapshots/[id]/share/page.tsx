import { notFound } from "next/navigation";
import { CheckboxGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { mayShare } from "@/lib/register/profile/snapshot/policy";
import { findSnapshot, listAuthorities } from "@/lib/register/profile/snapshot/queries";
import { snapshotWords } from "@/lib/register/profile/snapshot/words";
import { share } from "../../actions";

export const metadata = { title: "Share a snapshot" };

export default async function ShareSnapshotPage({ params }: PageProps<"/snapshots/[id]/share">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const snapshot = (await findSnapshot(actor, id)) ?? notFound();
  if (!mayShare(actor, snapshot)) notFound();
  const authorities = await listAuthorities(actor, id);

  return (
    <>
      <BackLink href={`/snapshots/${id}`}>Back to the snapshot</BackLink>
      <CheckPage
        title={`Share snapshot ${snapshot.reference}?`}
        happens={[
          "Everybody at the authorities that you choose can read it, until you take it back.",
          snapshotWords.files,
        ]}
        toWhom={["The people who buy and approve there. They are told that it is there to read."]}
        cannotBeUndone={["You can take it back. What they have read or kept by then, they have."]}
      >
        {authorities.length === 0 ? (
          <p>It is shared with every authority already.</p>
        ) : (
          <Form action={share}>
            <HiddenFields values={{ snapshotId: id }} />
            <CheckboxGroup
              name="organisationIds"
              label="Which authorities?"
              options={authorities.map((authority) => ({ value: authority.id, label: authority.name }))}
            />
            <Buttons>
              <Submit>Share it</Submit>
              <TextLink href={`/snapshots/${id}`}>Do not share it</TextLink>
            </Buttons>
          </Form>
        )}
      </CheckPage>
    </>
  );
}
