import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Breadcrumbs, Columns, Details, PageHeader, Prose, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { isDemo } from "@/lib/core/process/mode";
import { FormExample } from "./form-example";
import { ListExample } from "./list-example";
import { StandingExample } from "./standing-example";

export const metadata: Metadata = { title: "Style guide", robots: { index: false } };

/** Every component, to look at and to check. It is not there in live mode. */
export default function StylePage() {
  if (!isDemo()) notFound();
  return (
    <>
      <BackLink href="/style" />
      <Breadcrumbs
        trail={[
          { label: "Home", href: "/" },
          { label: "Register", href: "/register" },
        ]}
      />
      <PageHeader
        title="Everything a page is drawn with"
        caption="Style guide"
        lead="Calm, exact, a little warm: a public record that a tired person can use at nine in the evening."
        aside={<Tag tone="note">Demo only</Tag>}
        action={<ButtonLink href="/style#form">See the form</ButtonLink>}
      />
      <Columns
        aside={
          <Facts
            facts={[
              { label: "Typeface", value: "Atkinson Hyperlegible Next" },
              { label: "Measure", value: "At most 66 characters" },
            ]}
          />
        }
      >
        <Notice tone="good">The purchase was sent to two approvers.</Notice>
        <Notice tone="note">Your organisation is also a co-funder here.</Notice>
        <Notice tone="wait" title="Insurance ends in 12 days">
          Upload the new certificate so that buyers keep seeing your services.
        </Notice>
        <Notice tone="bad" title="This offer was declined">
          The provider had no space before July.
        </Notice>
        <Prose>
          <p>Running text keeps to a measure. White space separates, and boxes rarely do.</p>
          <ul>
            <li>One clear next act, always in the same place</li>
            <li>Numbers large where they matter, with what they are compared to</li>
          </ul>
        </Prose>
        <div className="mt-6">
          <Details summary="Why are there only four sizes?">
            <p>Because rank is said by place and weight before it is said by size.</p>
          </Details>
        </div>
      </Columns>
      <div className="mt-14">
        <StandingExample />
        <ListExample />
        <Section title="Form" id="form">
          <FormExample />
        </Section>
      </div>
    </>
  );
}
