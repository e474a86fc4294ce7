import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { isDemo } from "@/lib/core/process/mode";
import { openIdName } from "@/lib/identity/next-auth/options";
import { localPath } from "@/lib/identity/rules";
import { currentActor } from "@/lib/identity/session";
import { signInProblem } from "@/lib/identity/words";
import { askForLink } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, error } = await searchParams;
  const onwards = localPath(next);
  const problem = signInProblem([error].flat()[0]);
  const openId = openIdName();
  if ((await currentActor()).kind !== "visitor") redirect(onwards);

  return (
    <>
      <PageHeader title="Sign in" lead="We send you a link by e-mail. There is no password to remember." />
      {problem && (
        <Notice tone="bad" title={problem.title}>
          <p>{problem.text}</p>
        </Notice>
      )}
      <Form action={askForLink}>
        <HiddenFields values={{ next: onwards }} />
        <TextField
          name="email"
          label="Your email address"
          hint="Use your work address. If you are new here, this is how you begin."
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
        <Buttons>
          <Submit>Send me a link</Submit>
        </Buttons>
      </Form>
      {openId && (
        <Section title="Or use an account you have">
          <form method="post" action="/api/auth/signin/openid">
            <input type="hidden" name="next" value={onwards} />
            <Button kind="secondary">Sign in with {openId}</Button>
          </form>
        </Section>
      )}
      {isDemo() && (
        <Section title="Or look around first" lead="In this demo you can be anyone, with one press and no e-mail.">
          <ButtonLink href="/demo" kind="secondary">
            Choose a demo person
          </ButtonLink>
        </Section>
      )}
    </>
  );
}
