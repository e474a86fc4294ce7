import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { Details, PageHeader } from "@/components/ui/page";
import { localPath } from "@/lib/identity/rules";
import { requireSignedIn } from "@/lib/identity/session";
import { giveCode } from "./actions";

export const metadata: Metadata = { title: "Enter your code" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SecondStepPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next);
  const { who } = await requireSignedIn();
  if (who.secondStep === "enrol") redirect(`/account/second-step?${new URLSearchParams({ next })}`);
  if (who.secondStep !== "code") redirect(next);

  return (
    <>
      <PageHeader title="Enter your code" lead="Open the app on your telephone that shows codes for Throughcare." />
      <Form action={giveCode}>
        <HiddenFields values={{ next }} />
        <TextField
          name="code"
          label="Code"
          hint="6 digits. A new one comes every 30 seconds."
          inputMode="numeric"
          autoComplete="one-time-code"
          width={8}
          spellCheck={false}
        />
        <Buttons>
          <Submit>Continue</Submit>
          <TextLink href="/sign-out">Sign out</TextLink>
        </Buttons>
      </Form>
      <div className="mt-10">
        <Details summary="I do not have my telephone">
          <p>
            Ask an administrator of your organisation to reset your second step. They find you on their list of people.
            You then set it up again when you next sign in.
          </p>
        </Details>
      </div>
    </>
  );
}
