import type { Metadata } from "next";
import { RadioGroup } from "@/components/form/choice";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { requireActor, requireSignedIn } from "@/lib/identity/session";
import { roleList } from "@/lib/identity/words";
import { actFor } from "./actions";

export const metadata: Metadata = { title: "Who do you act for?" };

export default async function SwitchPage() {
  await requireActor();
  const { who } = await requireSignedIn();

  return (
    <>
      <PageHeader title="Who do you act for?" lead="What you see and may do is that of one organisation at a time." />
      {who.workplaces.length === 0 ? (
        <EmptyState
          title="You have no organisation here yet"
          action={<TextLink href="/invitations">Your invitations</TextLink>}
        >
          Ask a colleague to invite you, or add your own organisation.
        </EmptyState>
      ) : (
        <Form action={actFor}>
          <RadioGroup
            name="organisationId"
            label="Organisation"
            defaultValue={who.workplace?.id}
            options={who.workplaces.map(({ id, name, roles }) => ({ value: id, label: name, hint: roleList(roles) }))}
          />
          <Buttons>
            <Submit>Continue</Submit>
          </Buttons>
        </Form>
      )}
    </>
  );
}
