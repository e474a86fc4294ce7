import { redirect } from "next/navigation";
import { Checkbox } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { AnswersToCheck } from "@/components/register/provider/answers-to-check";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { count } from "@/lib/core/values/format";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { nextSteps } from "@/lib/register/application/policy";
import { listAskedAnswers } from "@/lib/register/application/queries/asked";
import { findOwnApplication, findOwnReadiness } from "@/lib/register/application/queries/own";
import { goesAlong, missing } from "@/lib/register/application/rules";
import { currentRegister, listBands } from "@/lib/register/market/queries";
import { bandName } from "@/lib/register/market/words";
import { findProfile, listGroundAnswers } from "@/lib/register/profile/queries";
import { send } from "../actions";

export const metadata = { title: "Check your answers" };

export default async function CheckPage() {
  const actor = await requireMember("provider");
  const application = (await findOwnApplication(actor)) ?? redirect("/apply");
  if (application.state !== "draft") redirect("/apply");
  const [readiness, profile, answers, { grounds }, register, bands, { organisationTypes }] = await Promise.all([
    findOwnReadiness(actor, application),
    findProfile(actor),
    listAskedAnswers(actor, application),
    listGroundAnswers(actor),
    currentRegister(actor),
    listBands(actor),
    reference(),
  ]);
  const left = missing(readiness);
  const signs = nextSteps(actor, application).includes("submit");

  return (
    <>
      <BackLink href="/apply">Your application</BackLink>
      <PageHeader
        title="Check your answers"
        lead={<p>Read everything once more. You can change any answer before you send it.</p>}
      />
      {left.length > 0 && (
        <Notice tone="wait" title="Finish these first">
          <Bullets
            items={left.map(({ message, href }) => (
              <TextLink key={message} href={href}>
                {message}
              </TextLink>
            ))}
          />
        </Notice>
      )}
      <AnswersToCheck
        profile={profile}
        type={profile?.typeCode ? organisationTypes.name(profile.typeCode) : null}
        application={application}
        value={bandName(bands, application.band)}
        going={goesAlong(readiness)}
        answers={answers}
        grounds={grounds}
      />
      <Section title="Declare and send" id="send">
        {left.length > 0 && <p>You can send it when everything is finished.</p>}
        {left.length === 0 && !signs && (
          <Notice title="A signatory sends it">
            <p>Everything is ready. Ask somebody who signs for your organisation to open this page and send it.</p>
          </Notice>
        )}
        {left.length === 0 && signs && (
          <>
            <div className="mb-8">
              <Bullets
                items={[
                  `An assessor reads it and decides within ${count(register?.decideWithin ?? 20, "working day")}.`,
                  "Your answers are kept as they stand now. Your services are locked until the decision.",
                  "If you meet the conditions and nothing excludes you, the law says that you must be admitted.",
                  "You can withdraw it until it is decided.",
                ]}
              />
            </div>
            <Form action={send}>
              <HiddenFields values={{ applicationId: application.id }} />
              <Checkbox
                name="declared"
                label="I have the authority to send this, and to the best of my knowledge it is true and complete."
                hint="You must tell us if something that you said stops being true."
              />
              <Buttons>
                <Submit>Send the application</Submit>
                <TextLink href="/apply">Not yet</TextLink>
              </Buttons>
            </Form>
          </>
        )}
      </Section>
    </>
  );
}
