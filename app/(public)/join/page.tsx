import type { Metadata } from "next";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Columns, PageHeader, Prose, Section } from "@/components/ui/page";
import { Line } from "@/components/ui/progress";

export const metadata: Metadata = { title: "Join the register" };

export default function JoinPage() {
  return (
    <>
      <PageHeader
        title="Join the register"
        lead="List your organisation and your services once. Probation regions and the bodies that fund with them can then find you and buy from you."
        action={<ButtonLink href="/apply">Start or go back to your application</ButtonLink>}
      />
      <Line
        label="Joining, step by step"
        stops={[
          { label: "Check you can join", state: "current", note: "2 minutes, no account" },
          { label: "Tell us about you", state: "next", note: "About 10 minutes" },
          { label: "Describe a service", state: "next", note: "About 15 minutes each" },
          { label: "Answer the conditions", state: "next", note: "About 30 minutes" },
          { label: "A steward decides", state: "next", note: "Within 20 working days" },
        ]}
        next="You can stop at any time and come back. What you typed is kept."
      />
      <Columns
        aside={
          <>
            <Section title="Before you start">
              <Bullets
                items={[
                  <TextLink key="check" href="/join/check">
                    Check that you can join
                  </TextLink>,
                  <TextLink key="questions" href="/join/questions">
                    See and print every question
                  </TextLink>,
                ]}
              />
            </Section>
            <Section title="What you will need">
              <Bullets
                items={[
                  "Your charity or company number, if you have one",
                  "Your income for the last full year",
                  "Your prices, or what an hour of your work costs",
                  "Someone who can sign for the organisation",
                ]}
              />
            </Section>
          </>
        }
      >
        <Prose>
          <h2>Who can join</h2>
          <p>
            Any organisation that helps people on probation in England and Wales to leave crime behind. You do not need
            to be large. You do not need to have had a contract before.
          </p>
          <h2>You must be admitted if you meet the conditions</h2>
          <p>
            There is no closing date and no limit on numbers. If you meet every condition and nothing excludes you, the
            law says you must be admitted (<b>conditions for membership</b>, Procurement Act 2023, section 36). You
            always get reasons.
          </p>
          <h2>What we do not ask for</h2>
          <p>
            We do not ask for audited accounts that the law does not already require. We do not ask for insurance before
            you win work. We do not ask for an earlier contract with anyone.
          </p>
          <h2>Answer once</h2>
          <p>Your answers are kept and used again. When a buyer asks, you will not have to write them a second time.</p>
          <h2>What it costs</h2>
          <p>Joining is free.</p>
        </Prose>
      </Columns>
    </>
  );
}
