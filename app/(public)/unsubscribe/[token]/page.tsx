import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { Confirmation, Notice } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { currentActor } from "@/lib/identity/session";
import { findByStopToken } from "@/lib/search/saved/queries";
import { doneWords, paceWords } from "@/lib/search/saved/words";
import { resume, stop } from "./actions";

export const metadata: Metadata = {
  title: "Stop these e-mails",
  robots: { index: false, follow: false },
};

/** A mail scanner follows links, so following this one changes nothing. */
export default async function UnsubscribePage({ params, searchParams }: PageProps<"/unsubscribe/[token]">) {
  const [{ token }, { was, done }, actor] = await Promise.all([params, searchParams, currentActor()]);
  const { name, pace } = (await findByStopToken(actor, token)) ?? notFound();

  if (pace === "off")
    return (
      <Confirmation title={`We no longer write to you about “${name}”`}>
        <div className="grid max-w-measure gap-6">
          <p>
            The search itself is kept, and so are its feeds. To delete it, sign in and open{" "}
            <TextLink href="/searches">your saved searches</TextLink>.
          </p>
          <Form action={resume} label="Start these e-mails again">
            <HiddenFields values={{ token, pace: was === "weekly" ? "weekly" : "daily" }} />
            <Buttons>
              <Submit kind="secondary">
                Undo: write to me {paceWords[was === "weekly" ? "weekly" : "daily"].label.toLowerCase()}
              </Submit>
            </Buttons>
          </Form>
        </div>
      </Confirmation>
    );

  return (
    <>
      {typeof done === "string" && doneWords(done) && <Notice tone="good" title={doneWords(done) ?? ""} />}
      <PageHeader
        title="Stop these e-mails"
        lead={`We write to you ${paceWords[pace].label.toLowerCase()} when new services answer “${name}”.`}
      />
      <Form action={stop} label="Stop these e-mails">
        <HiddenFields values={{ token }} />
        <Buttons>
          <Submit>Stop these e-mails</Submit>
        </Buttons>
      </Form>
    </>
  );
}
