import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { Versioned } from "@/components/form/versioned";
import { AttachFields } from "@/components/register/evidence/attach-fields";
import { AnswerFields } from "@/components/register/provider/answer-fields";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { Day, Moment } from "@/components/ui/value";
import { count } from "@/lib/core/values/format";
import { londonDay } from "@/lib/core/values/moment";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { conditionKindWords } from "@/lib/register/application/words";
import { typedExpiry } from "@/lib/register/evidence/expiry";
import {
  type AnswerGround,
  findAnswerGround,
  findEarlierAnswer,
  listChoices,
} from "@/lib/register/evidence/queries/own";
import { mayWrite } from "@/lib/register/profile/policy";
import { listAnswers } from "@/lib/register/profile/queries";
import { answer } from "../../actions";

export async function generateMetadata({ params }: PageProps<"/apply/conditions/[number]">) {
  return { title: `Condition ${Number((await params).number) || ""}` };
}

export default async function ConditionPage({ params, searchParams }: PageProps<"/apply/conditions/[number]">) {
  const { number } = await params;
  const actor = await requireMember("provider");
  const conditions = await listAnswers(actor);
  const condition = conditions.find((one) => String(one.number) === number) ?? notFound();
  if (!mayWrite(actor, actor)) notFound();
  const rule = (await reference()).rules.find(condition.ruleCode);
  const [ground, earlier] = await Promise.all([
    findAnswerGround(actor, condition.id),
    condition.answer ? null : findEarlierAnswer(actor, condition.id),
  ]);
  const choices = condition.kind === "evidence" ? await listChoices(actor, ground.evidenceKind) : [];
  const { with: brought } = await searchParams;
  const start = condition.answer
    ? { ...condition.answer, expiresOn: typedBefore(condition.answer, ground) }
    : earlier && { ...earlier, expiresOn: null };

  return (
    <>
      <BackLink href="/apply/conditions">All conditions</BackLink>
      <PageHeader
        caption={`Condition ${condition.number}`}
        title={condition.title}
        lead={
          <>
            <p>{condition.text}</p>
            <p className="mt-3 text-muted">{condition.help}</p>
          </>
        }
      />
      <Columns
        aside={
          <Facts
            facts={[
              { label: "Why we ask", value: condition.justification },
              ...(rule ? [{ label: "The rule behind it", value: `${rule.name} ${rule.source}.` }] : []),
              ...(condition.orEquivalent
                ? [{ label: "Something equal", value: "Counts just as much. Say what you have." }]
                : []),
              {
                label: "Kind",
                value: `${conditionKindWords[condition.kind].label}. ${conditionKindWords[condition.kind].meaning}`,
              },
              { label: "Time", value: `About ${count(condition.minutes, "minute")}` },
              ...(ground.validMonths !== null
                ? [
                    {
                      label: "How long it holds",
                      value: `${count(ground.validMonths, "month")}, then you look at it again`,
                    },
                  ]
                : []),
              ...(condition.answer
                ? [{ label: "Last answered", value: <Moment at={condition.answer.answeredAt} /> }]
                : []),
              ...(condition.answer?.expiresOn
                ? [{ label: "In date until", value: <Day on={condition.answer.expiresOn.toISOString()} /> }]
                : []),
            ]}
          />
        }
      >
        {earlier && (
          <Notice tone="note" title="You answered this before">
            <p>
              You answered this on <Day on={earlier.answeredAt} />, for an earlier register. Check it and save it.
            </p>
          </Notice>
        )}
        {typeof brought === "string" && choices.some(({ id }) => id === brought) && (
          <Notice tone="good" title="The file is added">
            <p>It is ticked below. Save the answer, so that it rests on the file.</p>
          </Notice>
        )}
        {condition.answer && (
          <Notice title="You have answered this">
            <p>If you change it, the earlier answer stays wherever it was sent.</p>
          </Notice>
        )}
        <Form action={answer} key={condition.id}>
          <HiddenFields values={{ conditionId: condition.id, number: condition.number }} />
          <Versioned name="version" version={condition.answer?.version ?? 0} />
          <AnswerFields kind={condition.kind} answer={start} />
          {condition.kind === "evidence" && (
            <AttachFields
              choices={choices}
              chosen={[
                ...ground.resting.map(({ id }) => id),
                ...choices.filter(({ seriesId }) => earlier?.series.includes(seriesId)).map(({ id }) => id),
                ...(typeof brought === "string" ? [brought] : []),
              ]}
            />
          )}
          <Buttons>
            <Submit>Save and continue</Submit>
            <Submit kind="secondary" value="later">
              Save and go to the list
            </Submit>
          </Buttons>
        </Form>
      </Columns>
    </>
  );
}

/** The day that was typed for an answer, to be shown again; an end that follows from its files is worked out anew. */
function typedBefore(answer: { expiresOn: Date | null; answeredAt: Date }, { validMonths, resting }: AnswerGround) {
  const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
  const evidence = resting.map(({ expiresOn }) => dayOf(expiresOn));
  const answeredOn = londonDay(answer.answeredAt);
  const typed = typedExpiry(dayOf(answer.expiresOn), { validMonths, answeredOn, evidence }, londonDay(new Date()));
  return typed === null ? null : new Date(typed);
}
