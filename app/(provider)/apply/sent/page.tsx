import { redirect } from "next/navigation";
import { ApplicationLine } from "@/components/register/provider/application-line";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Confirmation } from "@/components/ui/message";
import { Section } from "@/components/ui/page";
import { Day, Moment } from "@/components/ui/value";
import { count } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { findOwnApplication } from "@/lib/register/application/queries/own";
import { listBands } from "@/lib/register/market/queries";
import { bandReach } from "@/lib/register/market/words";

export const metadata = { title: "Application sent" };

export default async function SentPage() {
  const actor = await requireMember("provider");
  const application = (await findOwnApplication(actor)) ?? redirect("/apply");
  const bands = await listBands(actor);
  const { submittedAt, dueOn, reference } = application;
  if (!submittedAt || application.state === "withdrawn") redirect("/apply");

  return (
    <Confirmation
      title="Application sent"
      receipt={
        <>
          <p>
            Your reference is <strong>{reference}</strong>.
          </p>
          <p>
            Sent on <Moment at={submittedAt} />, for {count(application.parts.length, "part")},{" "}
            {bandReach(bands.find(({ number }) => number === application.band) ?? { upToPence: null })}.
          </p>
        </>
      }
    >
      <ApplicationLine {...application} />
      <Section title="What happens now" id="next">
        <Bullets
          items={[
            <>
              An assessor reads it. You have a decision{" "}
              {dueOn && (
                <>
                  by <Day on={dueOn.toISOString()} />
                </>
              )}
              , with reasons for each part.
            </>,
            "If there is a question, we tell you here and by email. The rest goes on meanwhile.",
            "When you are admitted, your services are published on the same day.",
          ]}
        />
        <p className="mt-6 flex flex-wrap items-center gap-6">
          <ButtonLink href="/apply">See your application</ButtonLink>
          <TextLink href="/people/invite">Invite a colleague</TextLink>
        </p>
      </Section>
    </Confirmation>
  );
}
