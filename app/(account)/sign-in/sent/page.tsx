import type { Metadata } from "next";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Confirmation } from "@/components/ui/message";
import { Section } from "@/components/ui/page";
import { isDemo } from "@/lib/core/process/mode";
import { linkMinutes } from "@/lib/identity/rules";

export const metadata: Metadata = { title: "Check your email" };

export default function SentPage() {
  return (
    <Confirmation
      title="Check your email"
      receipt={`We have sent you a link. It works once, for ${linkMinutes} minutes.`}
    >
      <Section title="If it does not come">
        <Bullets
          items={[
            "Look in your junk folder.",
            "Check that you typed the address as your colleagues write it.",
            <TextLink key="again" href="/sign-in">
              Ask for another link
            </TextLink>,
          ]}
        />
      </Section>
      {isDemo() && (
        <Section title="In this demo">
          <p>
            Without a mail server, e-mails are kept here:{" "}
            <TextLink href="/demo/mailbox">open the demo’s mailbox</TextLink>.
          </p>
        </Section>
      )}
    </Confirmation>
  );
}
