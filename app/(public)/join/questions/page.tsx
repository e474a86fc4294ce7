import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { visitor } from "@/lib/core/actor";
import { count } from "@/lib/core/format";
import { reference } from "@/lib/reference/queries";
import { questionsByPage } from "@/lib/register/eligibility/questions";
import { listConditions } from "@/lib/register/market/queries";
import { groundGroupWords } from "@/lib/register/profile/words";

export const metadata: Metadata = { title: "Every question" };

const groups = ["penalties", "convictions", "discretionary"] as const;

export default async function QuestionsPage() {
  const [conditions, { grounds, rules }] = await Promise.all([listConditions(visitor), reference()]);
  return (
    <>
      <BackLink href="/join">Join the register</BackLink>
      <PageHeader
        title="Every question"
        lead="All that you will be asked, so that you can get ready or share it with a colleague. Print this page if that helps."
        action={
          <ButtonLink href="/apply" kind="secondary">
            Start your application
          </ButtonLink>
        }
      />
      {questionsByPage.map(({ page, minutes, questions }) => (
        <Section key={page} title={page} lead={`About ${count(minutes, "minute")}.`}>
          <Bullets items={questions} />
        </Section>
      ))}
      <Section
        title="Conditions for membership"
        lead="Say whether you meet each one. Something equal always counts. The conditions do not change while the register runs."
      >
        {conditions.length === 0 ? (
          <EmptyState title="There is no register yet">
            The conditions will be here when a steward has established it.
          </EmptyState>
        ) : (
          <ol className="grid max-w-measure gap-7">
            {conditions.map(({ id, number, title, text, help, justification, ruleCode, minutes }) => (
              <li key={id}>
                <h3 className="font-bold">
                  {number}. {title}
                </h3>
                <p className="mt-1">{text}</p>
                <p className="mt-1 text-muted">{help}</p>
                <p className="mt-1 text-small text-muted">
                  Why we ask: {justification} {rules.find(ruleCode)?.source ?? ""} About {count(minutes, "minute")}.
                </p>
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Section
        title="Exclusion grounds"
        lead="The law asks about these. One page, and one answer if none applies. If one does, you say what happened and what you have put right."
      >
        <div className="grid gap-8">
          {groups.map((group) => (
            <div key={group}>
              <h3 className="mb-1 font-bold">{groundGroupWords[group].title}</h3>
              <p className="mb-2 max-w-measure text-muted">{groundGroupWords[group].lead}</p>
              <Bullets items={grounds.all.filter((ground) => ground.group === group).map(({ question }) => question)} />
            </div>
          ))}
        </div>
      </Section>
    </>
  );
}
