import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text";
import { QrCode } from "@/components/identity/qr-code";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { openSecret } from "@/lib/identity/commands/factor";
import { findFactor } from "@/lib/identity/queries";
import { localPath } from "@/lib/identity/rules";
import { requireSignedIn } from "@/lib/identity/session";
import { secretAddress } from "@/lib/identity/totp";
import { begin, confirm, giveUp } from "./actions";

export const metadata: Metadata = { title: "Your second step" };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SecondStepPage({ searchParams }: Props) {
  const next = localPath((await searchParams).next, "/account");
  const { who, actor } = await requireSignedIn();
  if (who.secondStep === "code") redirect(`/sign-in/second-step?${new URLSearchParams({ next })}`);
  const factor = await findFactor(actor);
  const needed = who.secondStep === "enrol";

  return (
    <>
      <PageHeader
        title="Your second step"
        lead="Besides the link in your e-mail, a code from an app on your telephone. Nobody who reads your e-mail can then sign in as you."
      />
      {needed && (
        <Notice tone="wait" title="Set this up to go on">
          <p>You work with public money or with applications, so your role needs a second step.</p>
        </Notice>
      )}
      {factor?.confirmedAt ? (
        <GiveUp />
      ) : factor ? (
        <Confirm secret={openSecret(factor.sealedSecret, who.userId)} email={who.email} next={next} />
      ) : (
        <Begin next={next} />
      )}
    </>
  );
}

function Begin({ next }: { next: string }) {
  return (
    <Form action={begin}>
      <HiddenFields values={{ next }} />
      <p>You need an app that shows codes, such as Google Authenticator, Microsoft Authenticator or 2FAS.</p>
      <Buttons>
        <Submit>Set it up</Submit>
      </Buttons>
    </Form>
  );
}

function Confirm({ secret, email, next }: { secret: string; email: string; next: string }) {
  return (
    <>
      <Section title="1. Add Throughcare to your app" lead="Point the app’s camera at this picture.">
        <QrCode text={secretAddress(secret, email)} label="A picture that your app reads" />
        <p className="mt-4">Or type this key into the app:</p>
        <p className="font-semibold tracking-wide break-all">{secret.match(/.{1,4}/g)?.join(" ")}</p>
      </Section>
      <Section title="2. Type the code it shows">
        <Form action={confirm} label="Confirm the code">
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
            <Submit>Confirm</Submit>
            <TextLink href="/sign-out">Sign out</TextLink>
          </Buttons>
        </Form>
      </Section>
      <Section title="Start again" lead="Makes a new key. The one above stops working.">
        <Form action={begin} label="Start again">
          <HiddenFields values={{ next }} />
          <div>
            <Submit kind="secondary">Make a new key</Submit>
          </div>
        </Form>
      </Section>
    </>
  );
}

function GiveUp() {
  return (
    <>
      <Notice tone="good" title="Your second step is set up" />
      <Section
        title="Move to another telephone"
        lead="Type a code from the old one. You then set up the new one. Your other sessions end."
      >
        <Form action={giveUp}>
          <TextField
            name="code"
            label="Code"
            inputMode="numeric"
            autoComplete="one-time-code"
            width={8}
            spellCheck={false}
          />
          <Buttons>
            <Submit kind="warning">Remove this second step</Submit>
            <TextLink href="/account">Keep it</TextLink>
          </Buttons>
        </Form>
      </Section>
    </>
  );
}
