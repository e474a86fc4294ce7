import type { Metadata } from "next";
import { TenderTasks } from "@/components/calloff/tender/tender-tasks";
import { TenderView } from "@/components/calloff/tender/tender-view";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import { daysLeft } from "@/lib/calloff/open/opportunity/words";
import { mayEdit, nextSteps } from "@/lib/calloff/open/tender/policy";
import { missingIn } from "@/lib/calloff/open/tender/progress";
import type { TenderFile } from "@/lib/calloff/open/tender/queries/own";
import { eventWords, stateWords } from "@/lib/calloff/open/tender/words";
import { moment } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { daysBetween, londonDay } from "@/lib/core/values/moment";
import { act } from "../actions";
import { requireTender } from "../reader";

export async function generateMetadata({ params }: PageProps<"/tenders/[id]">): Promise<Metadata> {
  const { tender } = await requireTender((await params).id);
  return { title: tender.callOff.title };
}

export default async function TenderPage({ params, searchParams }: PageProps<"/tenders/[id]">) {
  const { id } = await params;
  const { saved, done } = await searchParams;
  const { actor, tender } = await requireTender(id);
  const { state, callOff, content, tasks, partners, isOpen } = tender;
  const steps = isOpen ? nextSteps(actor, tender) : [];
  const isDraft = isOpen && (state === "draft" || state === "submitted") && content !== null;
  const ready = isDraft && missingIn(tasks).length === 0 && (state === "draft" || tender.isChanged);
  const words = stateWords[state];
  const decided = state === "successful" || state === "unsuccessful";

  return (
    <>
      <BackLink href="/tenders">Tenders</BackLink>
      {saved === "yes" && <Notice tone="good" title="Saved" />}
      {(done === "withdraw" || done === "resume") && <Notice tone="good" title={eventWords[done].done} />}
      <PageHeader
        title={callOff.title}
        caption={`Tender ${tender.reference}`}
        lead={isDraft ? `${words.meaning} ${progress(tender)}` : words.meaning}
        aside={<Tag tone={words.tone}>{words.label}</Tag>}
        action={
          ready ? (
            <ButtonLink href={`/tenders/${id}/check`}>Check and submit</ButtonLink>
          ) : (
            decided && <ButtonLink href={`/tenders/${id}/summary`}>Your assessment summary</ButtonLink>
          )
        }
      />
      <Columns
        aside={
          <>
            <TenderFacts tender={tender} />
            <ul className="no-print mt-6 grid gap-1">
              <li>
                <TextLink href={`/opportunities/${callOff.reference}`}>What the authority asks for</TextLink>
              </li>
              {tender.submissions.length > 0 && (
                <li>
                  <TextLink href={`/tenders/${id}/receipt`}>Your receipts</TextLink>
                </li>
              )}
              {steps.includes("withdraw") && (
                <li>
                  <TextLink href={`/tenders/${id}/withdraw`}>{eventWords.withdraw.act}</TextLink>
                </li>
              )}
            </ul>
          </>
        }
      >
        <Standing tender={tender} />
        {steps.includes("resume") && (
          <Form action={act} idempotencyKey={newId()}>
            <HiddenFields values={{ id, event: "resume" }} />
            <Buttons>
              <Submit>{eventWords.resume.act}</Submit>
            </Buttons>
          </Form>
        )}
        {isDraft && (
          <TenderTasks
            tenderId={id}
            tasks={tasks}
            mayEdit={mayEdit(actor, tender)}
            signs={steps.includes("submit") || steps.includes("withdraw")}
            ready={ready}
            sent={state === "submitted" && !tender.isChanged}
          />
        )}
        {!isDraft && content && <TenderView callOff={callOff} content={content} partners={partners} />}
      </Columns>
    </>
  );
}

/** How much of it is done, and until when the rest can be. */
function progress({ tasks, state, isChanged, callOff: { closesAt } }: TenderFile): string {
  if (state === "submitted" && !isChanged && closesAt)
    return `You can change it until ${moment(closesAt)}, and submit it again.`;
  const needed = tasks.filter(({ optional, done }) => !(optional && done));
  const done = `${needed.filter((task) => task.done).length} of ${needed.length} tasks are done.`;
  const left = closesAt && daysLeft(daysBetween(londonDay(new Date()), londonDay(closesAt)));
  return closesAt ? `${done} Tenders close on ${moment(closesAt)}, ${left}.` : done;
}

function TenderFacts({ tender: { callOff, submittedAt, isOpen, state } }: { tender: TenderFile }) {
  return (
    <Facts
      facts={[
        { label: "For", value: callOff.organisation.name },
        ...(callOff.closesAt ? [{ label: isOpen ? "Closes" : "Closed", value: <Moment at={callOff.closesAt} /> }] : []),
        ...(submittedAt ? [{ label: "Submitted", value: <Moment at={submittedAt} /> }] : []),
        ...(state === "draft" || state === "submitted"
          ? [
              {
                label: "Who can read it",
                value: "Your organisation. Others only after two officers open it, after the close.",
              },
            ]
          : []),
      ]}
    />
  );
}

/** What this person must know of it now: that what counts is what was sent, that it is too late, that nobody can read it. */
function Standing({ tender: { content, isOpen, isChanged, state, reason } }: { tender: TenderFile }) {
  if (!content)
    return (
      <Notice tone="note" title="Nobody can read this tender any more">
        <p>
          The call-off ended before the tenders were opened, so its keys were destroyed. Your receipts are still here.
        </p>
      </Notice>
    );
  if (reason && !isOpen) return <Notice title="The reason">{reason}</Notice>;
  if (state === "submitted" && isOpen && isChanged)
    return (
      <Notice tone="wait" title="You have changed your draft since you submitted">
        <p>What you submitted still counts. To replace it, check the draft and submit again.</p>
      </Notice>
    );
  if (state === "draft" && !isOpen)
    return (
      <Notice tone="wait" title="It was not submitted before the close">
        <p>It stays sealed, and nobody else will read it.</p>
      </Notice>
    );
  return null;
}
