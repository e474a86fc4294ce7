import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { CheckPage, Notice } from "@/components/ui/message";
import { BackLink, Section } from "@/components/ui/page";
import { panelOf } from "@/lib/calloff/decide/scoring/queries/panel";
import { problems } from "@/lib/calloff/decide/scoring/words";
import { isId, newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { start } from "../actions";

export const metadata: Metadata = { title: "Start the scoring?" };

export default async function StartPage({ params }: PageProps<"/call-offs/[id]/evaluators/start">) {
  const { id } = await params;
  const actor = await requireMember("authority");
  const panel = (isId(id) && (await panelOf(actor, id))) || notFound();
  if (!panel.mayStart) notFound();
  const { doubts } = panel;
  const waiting = doubts.filter(({ undecided }) => undecided.length > 0);
  const shut = doubts.filter((tender) => tender.undecided.length === 0 && tender.shut.length > 0);
  const unsure = doubts.filter(({ undecided, whole, unmet }) => undecided.length === 0 && !whole && unmet.length > 0);

  return (
    <>
      <BackLink href={`/call-offs/${id}/evaluators`}>Evaluators</BackLink>
      <CheckPage
        title="Start the scoring?"
        caption={`Call-off ${panel.reference}`}
        happens={["Each evaluator can read the answers once they have declared, and scores them alone."]}
        toWhom={[
          "Each evaluator.",
          ...(doubts.length > 0 ? ["Whoever’s tender is not considered, with the reason."] : []),
        ]}
        cannotBeUndone={["A tender that is not considered stays out."]}
      >
        {waiting.map(({ id: tenderId, reference, undecided }) => (
          <Notice key={tenderId} tone="wait" title={`Tender ${reference} must wait`}>
            {problems.undecided(reference, undecided)}
          </Notice>
        ))}
        {shut.length > 0 && (
          <Section title="Not considered" lead="These organisations are not active members of the part (section 34).">
            <Bullets
              items={shut.flatMap(({ reference, whole, shut: lots }) =>
                whole ? [`${reference}: ${whole}`] : lots.map(({ reason }) => `${reference}: ${reason}`),
              )}
            />
          </Section>
        )}
        <div className="mt-10">
          {waiting.length === 0 && (
            <Form action={start} idempotencyKey={newId()}>
              <HiddenFields values={{ id }} />
              {unsure.map(({ id: tenderId, reference, unmet }, at) => (
                <Fieldset key={tenderId} label={`Tender ${reference}`}>
                  <HiddenFields values={{ [`decisions.${at}.tenderId`]: tenderId }} />
                  <Bullets items={unmet} />
                  <div className="mt-5 grid gap-6">
                    <RadioGroup
                      name={`decisions.${at}.what`}
                      label="Is it considered?"
                      options={[
                        { value: "consider", label: "Yes", hint: "It is scored like the others." },
                        {
                          value: "disregard",
                          label: "No",
                          hint: "It is disregarded, and its organisation is told why.",
                        },
                      ]}
                    />
                    <TextArea name={`decisions.${at}.reason`} label="Why?" rows={3} />
                  </div>
                </Fieldset>
              ))}
              <Buttons>
                <Submit>Start the scoring</Submit>
                <TextLink href={`/call-offs/${id}/evaluators`}>Not yet</TextLink>
              </Buttons>
            </Form>
          )}
        </div>
      </CheckPage>
    </>
  );
}
