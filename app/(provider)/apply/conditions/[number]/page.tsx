import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { AnswerFields } from "@/components/register/provider/answer-fields";
import { Versioned } from "@/components/register/provider/versioned";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import { count } from "@/lib/core/format";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { conditionKindWords } from "@/lib/register/application/words";
import { mayWrite } from "@/lib/register/profile/policy";
import { listAnswers } from "@/lib/register/profile/queries";
import { answer } from "../../actions";

export async function generateMetadata({ params }: PageProps<"/apply/conditions/[number]">) {
  return { title: `Condition ${Number((await params).number) || ""}` };
}

export default async function ConditionPage({ params }: PageProps<"/apply/conditions/[number]">) {
  const { number } = await params;
  const actor = await requireMember("provider");
  const conditions = await listAnswers(actor);
  const condition = conditions.find((one) => String(one.number) === number) ?? notFound();
  if (!mayWrite(actor, actor)) notFound();
  const rule = (await reference()).rules.find(condition.ruleCode);

  return (
    <>
      <BackLink href="/apply/conditions">All conditions</BackLink>
      <PageHeader
        caption={`Condition ${condition.number} of ${conditions.length}`}
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
              ...(condition.answer
                ? [{ label: "Last answered", value: <Moment at={condition.answer.answeredAt} /> }]
                : []),
            ]}
          />
        }
      >
        {condition.answer && (
          <Notice title="You have answered this">
            <p>If you change it, the earlier answer stays wherever it was sent.</p>
          </Notice>
        )}
        <Form action={answer} key={condition.id}>
          <HiddenFields values={{ conditionId: condition.id, number: condition.number }} />
          <Versioned name="version" version={condition.answer?.version ?? 0} />
          <AnswerFields kind={condition.kind} answer={condition.answer} />
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
