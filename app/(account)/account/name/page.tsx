import type { Metadata } from "next";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text";
import { PageHeader } from "@/components/ui/page";
import { localPath } from "@/lib/identity/rules";
import { requireActor, signedIn } from "@/lib/identity/session";
import { rename } from "../actions";

export const metadata: Metadata = { title: "What is your name?" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function NamePage({ searchParams }: Props) {
  const { next } = await searchParams;
  await requireActor();
  const who = await signedIn();

  return (
    <>
      <PageHeader title="What is your name?" lead="Colleagues and the people you deal with here will see it." />
      <Form action={rename}>
        <HiddenFields values={{ next: next && localPath(next) }} />
        <TextField name="name" label="Full name" autoComplete="name" defaultValue={who?.name} width={20} />
        <Buttons>
          <Submit>Save</Submit>
        </Buttons>
      </Form>
    </>
  );
}
