import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Confirmation } from "@/components/ui/message";
import { Section } from "@/components/ui/page";
import { Moment } from "@/components/ui/value";
import { isDemo } from "@/lib/core/process/mode";

export const metadata: Metadata = { title: "A confirmation" };

export default function DoneExample() {
  if (!isDemo()) notFound();
  return (
    <Confirmation
      title="Your application is submitted"
      receipt={
        <p>
          Reference <strong>TC-2027-00412</strong>, received <Moment at={new Date("2027-06-03T16:00:00Z")} />
        </p>
      }
    >
      <Section title="What happens next">
        <Bullets
          items={[
            "A steward reads each answer.",
            "You hear by 1 July 2027.",
            "If one answer is not clear, they ask about that answer only.",
          ]}
        />
        <div className="mt-6">
          <ButtonLink href="/style">See your application</ButtonLink>
        </div>
      </Section>
    </Confirmation>
  );
}
