import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { GroundFields } from "@/components/register/provider/ground-fields";
import { TextLink } from "@/components/ui/button";
import { BackLink, Details, PageHeader, Section } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { mayWrite } from "@/lib/register/profile/policy";
import { type GroundsWithAnswers, listGroundAnswers } from "@/lib/register/profile/queries";
import { groundGroupWords } from "@/lib/register/profile/words";
import { declareGrounds } from "../actions";

export const metadata = { title: "Exclusion grounds" };

const groups = ["penalties", "convictions", "discretionary"] as const;

export default async function GroundsPage() {
  const actor = await requireMember("provider");
  if (!mayWrite(actor, actor)) notFound();
  const { version, grounds } = await listGroundAnswers(actor);
  const isAnswered = grounds.every(({ answer }) => answer !== null);
  const some = grounds.some(({ answer }) => answer?.applies);

  return (
    <>
      <BackLink href="/apply">Your application</BackLink>
      <PageHeader
        title="Exclusion grounds"
        lead={
          <>
            <p>
              The law names {grounds.length} things that can rule an organisation out of public work. Read the list,
              then say whether any applies.
            </p>
            <p className="mt-3 text-muted">
              “You” means your organisation, and the people and companies that control it or that it controls. One that
              applies need not end your application: say what you have done since. Keep{" "}
              <TextLink href="/organisation/connections">the list of who is connected with you</TextLink> up to date
              too.
            </p>
          </>
        }
      />
      <Form action={declareGrounds}>
        <Versioned name="version" version={version} />
        <div className="grid gap-10">
          {groups.map((group, at) => (
            <Section key={group} title={groundGroupWords[group].title} id={group} lead={groundGroupWords[group].lead}>
              <GroundFields grounds={inGroup(grounds, group)} isFirst={at === 0} />
            </Section>
          ))}
        </div>
        <RadioGroup
          name="any"
          label="So, do any of these apply to you?"
          options={[
            { value: "no", label: "No, none of these apply", hint: "This answers all of them." },
            {
              value: "yes",
              label: "Yes, at least one does",
              hint: "Tick each one in the list above, and say what happened.",
            },
          ]}
          defaultValue={isAnswered ? (some ? "yes" : "no") : undefined}
        />
        <Details summary="Where this list comes from">
          <p>
            Schedules 6 and 7 of the Procurement Act 2023. The questions here are a plain summary; the Act decides. This
            is not legal advice.
          </p>
        </Details>
        <Buttons>
          <Submit>Save and continue</Submit>
          <TextLink href="/apply">Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}

const inGroup = (grounds: GroundsWithAnswers["grounds"], group: string) =>
  grounds
    .filter((ground) => ground.group === group)
    .map(({ code, name, question, answer }) => ({
      code,
      name,
      question,
      applies: answer?.applies ?? false,
      about: answer?.applies ? answer.about : null,
      whatHappened: answer?.whatHappened ?? "",
      happenedOn: answer?.happenedOn?.toISOString().slice(0, 10) ?? "",
      putRight: answer?.putRight ?? "",
      putRightOn: answer?.putRightOn?.toISOString().slice(0, 10) ?? "",
    }));
