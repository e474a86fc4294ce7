import { notFound, redirect } from "next/navigation";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { ApplicationLine } from "@/components/register/provider/application-line";
import { ApplicationTasks } from "@/components/register/provider/application-tasks";
import { ApplicationView } from "@/components/register/provider/application-view";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import type { Member } from "@/lib/core/actor";
import { count } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireActor } from "@/lib/identity/session";
import { nextSteps } from "@/lib/register/application/policy";
import { listAskedAnswers } from "@/lib/register/application/queries/asked";
import { findOwnApplication, findOwnReadiness, type OwnApplication } from "@/lib/register/application/queries/own";
import { missing } from "@/lib/register/application/rules";
import { stateWords } from "@/lib/register/application/words";
import { weighed } from "@/lib/register/market/asked";
import { currentRegister, listBands, listConditions } from "@/lib/register/market/queries";
import { askedWords, bandName, bandReach } from "@/lib/register/market/words";
import { mayWrite } from "@/lib/register/profile/policy";
import { findProfile, listGroundAnswers } from "@/lib/register/profile/queries";
import { start } from "./actions";

export const metadata = { title: "Your application" };

/** Minutes for the profile and one service, beside those of the conditions. */
const ABOUT_YOU_AND_A_SERVICE = 15;

export default async function ApplyPage() {
  const actor = await requireActor();
  if (actor.kind === "person") redirect("/join/organisation");
  if (actor.kind !== "provider") notFound();
  const application = await findOwnApplication(actor);
  if (application?.state === "draft") return <Draft actor={actor} application={application} />;

  return application ? <Sent actor={actor} application={application} /> : <Start actor={actor} />;
}

async function Start({ actor }: { actor: Member }) {
  const [register, conditions, bands] = await Promise.all([
    currentRegister(actor),
    listConditions(actor),
    listBands(actor),
  ]);
  const loads = weighed(conditions, { bands, partNumbers: [] });
  const least = loads[0] ?? { conditions: 0, minutes: 0 };
  return (
    <>
      <PageHeader
        title="Join the register"
        lead={<p>Answer once. Every later buyer reads the same answers, so you need not write them again.</p>}
      />
      <Columns
        aside={
          <Facts
            facts={[
              { label: "Time", value: `About ${least.minutes + ABOUT_YOU_AND_A_SERVICE} minutes` },
              { label: "Cost", value: "Free" },
              { label: "Decision", value: `Within ${count(register?.decideWithin ?? 20, "working day")}` },
            ]}
          />
        }
      >
        <Section title="What you will do" id="what">
          <Bullets
            items={[
              "Say who you are: size, staff, what you do.",
              "Describe at least one service: who it is for, where it runs, what it costs.",
              "Choose the parts that you want, and the most that one piece of work may be worth.",
              `Answer ${count(least.conditions, "condition")}, more for larger work, and say whether any exclusion ground applies.`,
              "Check it, declare that it is true, and send it.",
            ]}
          />
          {bands.length > 1 && (
            <div className="mt-4">
              <Bullets
                items={bands.map((band, at) => (
                  <span key={band.number}>
                    For work {bandReach(band)}: {askedWords(loads[at] ?? least)}.
                  </span>
                ))}
              />
            </div>
          )}
          <p className="mt-4">
            You can stop at any time. Everything is kept, and colleagues can work on it too.{" "}
            <TextLink href="/join/questions">Read and print every question first</TextLink>.
          </p>
        </Section>
        {mayWrite(actor, actor) ? (
          <div className="mt-10">
            <Form action={start} idempotencyKey={newId()} label="Start your application">
              <div>
                <Submit>Start your application</Submit>
              </div>
            </Form>
          </div>
        ) : (
          <Notice title="A colleague must start it">
            <p>You can read what your organisation writes here, and not change it.</p>
          </Notice>
        )}
      </Columns>
    </>
  );
}

async function Draft({ actor, application }: { actor: Member; application: OwnApplication }) {
  const [readiness, profile, answers, grounds, bands] = await Promise.all([
    findOwnReadiness(actor, application),
    findProfile(actor),
    listAskedAnswers(actor, application),
    listGroundAnswers(actor),
    listBands(actor),
  ]);
  const signs = nextSteps(actor, application).includes("submit");
  return (
    <>
      <PageHeader
        caption={profile?.name}
        title="Your application"
        lead={<p>Do these in any order. Everything that you save is kept until you send it.</p>}
        aside={<Tag tone={stateWords.draft.tone}>{stateWords.draft.label}</Tag>}
        action={
          missing(readiness).length === 0 && <ButtonLink href="/apply/check">Check your answers and send</ButtonLink>
        }
      />
      <ApplicationLine {...application} />
      <ApplicationTasks
        readiness={readiness}
        answers={answers}
        hasProfile={profile?.provider !== null}
        groundsStarted={grounds.version > 0}
        signs={signs}
        value={bandName(bands, application.band)}
      />
      <p className="mt-10">
        <TextLink href="/apply/withdraw">Delete this application</TextLink>
      </p>
    </>
  );
}

async function Sent({ actor, application }: { actor: Member; application: OwnApplication }) {
  const { state, reference } = application;
  const steps = nextSteps(actor, application);
  const isOver = state === "decided" || state === "withdrawn";
  const open = application.queries.filter(({ repliedAt }) => repliedAt === null);
  return (
    <>
      <PageHeader
        caption={`Application ${reference}`}
        title="Your application"
        lead={<p>{stateWords[state].meaning}</p>}
        aside={<Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>}
        action={
          open[0] && mayWrite(actor, application) ? (
            <ButtonLink href={`/apply/queries/${open[0].id}`}>Answer the question</ButtonLink>
          ) : isOver ? (
            <ButtonLink href="/services">Your services</ButtonLink>
          ) : undefined
        }
      />
      <ApplicationLine {...application} />
      <ApplicationView application={application} />
      {isOver && mayWrite(actor, application) && (
        <Section title="Apply again" id="again" lead="You can ask for other parts on any day. Your answers are kept.">
          <Form action={start} idempotencyKey={newId()} label="Start another application">
            <div>
              <Submit kind="secondary">Start another application</Submit>
            </div>
          </Form>
        </Section>
      )}
      {steps.includes("withdraw") && (
        <p className="mt-10">
          <TextLink href="/apply/withdraw">Withdraw this application</TextLink>
        </p>
      )}
    </>
  );
}
