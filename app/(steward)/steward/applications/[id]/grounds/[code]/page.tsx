import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Checkbox, RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { GroundTag, saidOf } from "@/components/register/dossier/grounds";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { reference } from "@/lib/reference/queries";
import { findDossier } from "@/lib/register/application/decision/queries";
import { groundKindWords, hearFirst } from "@/lib/register/application/decision/words";
import { mayFind, nextSteps } from "@/lib/register/application/policy";
import { requireReader } from "../../../../reader";
import { findGround } from "./actions";

export const metadata: Metadata = { title: "An exclusion ground" };

export default async function GroundPage({ params }: PageProps<"/steward/applications/[id]/grounds/[code]">) {
  const { id, code } = await params;
  const actor = await requireReader();
  const application = (await findDossier(actor, id)) ?? notFound();
  const ground = application.grounds.find((one) => one.code === code) ?? notFound();
  const asked = (await reference()).grounds.find(code);
  const about = `ground:${code}`;
  const heard = application.queries.filter((query) => query.about === about);
  const open = application.state === "inReview" || application.state === "clarifying";
  const mustAsk = !ground.applies && !heard.some(({ repliedAt }) => repliedAt);

  return (
    <>
      <BackLink href={`/steward/applications/${id}#grounds`}>{application.organisation.name}</BackLink>
      <PageHeader
        title={ground.name}
        caption={groundKindWords[ground.kind]}
        lead={asked && <p>{asked.question}</p>}
        aside={<GroundTag ground={ground} />}
      />
      <Section title="What the organisation says" id="answer">
        <SummaryList
          rows={[
            ...saidOf(ground),
            ...heard.map(({ question, reply }) => ({ label: `Asked: ${question}`, value: reply ?? "No reply yet" })),
          ]}
        />
        {nextSteps(actor, application).includes("ask") && (
          <p className="mt-4">
            <TextLink href={`/steward/applications/${id}/ask?about=${about}`}>Ask about this ground</TextLink>
          </p>
        )}
      </Section>
      <Section title="What you found" id="finding">
        {open && mayFind(actor, application) ? (
          <>
            {mustAsk && (
              <Notice tone="note" title="It says that this does not apply">
                <p>{hearFirst}</p>
              </Notice>
            )}
            <Form action={findGround}>
              <HiddenFields values={{ applicationId: id, groundCode: code }} />
              <RadioGroup
                name="applies"
                label="Does it apply?"
                defaultValue={ground.finding && (ground.finding.applies ? "yes" : "no")}
                options={[
                  { value: "yes", label: "Yes, it applies" },
                  { value: "no", label: "No, it does not" },
                ]}
              />
              <Checkbox
                name="selfCleaned"
                label="It was put right, and is not likely to happen again"
                hint="Then the ground does not stand in the way (Procurement Act 2023, sections 57 and 58)."
                defaultChecked={ground.finding?.selfCleaned}
              />
              <TextArea
                name="note"
                label="What did you find, and why?"
                hint="The organisation reads this only as a part of your reasons."
                defaultValue={ground.finding?.note}
                rows={6}
              />
              <Buttons>
                <Submit>Save</Submit>
                <TextLink href={`/steward/applications/${id}#grounds`}>Cancel</TextLink>
              </Buttons>
            </Form>
          </>
        ) : (
          <p>{ground.finding?.note ?? "There is no finding."}</p>
        )}
      </Section>
    </>
  );
}
