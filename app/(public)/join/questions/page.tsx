import type { Metadata } from "next";
import { CheckboxGroup } from "@/components/form/choice";
import { AskedTable } from "@/components/register/asked-table";
import { BandField } from "@/components/register/provider/band-field";
import { Button, ButtonLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { BackLink, Details, PageHeader, Section } from "@/components/ui/page";
import { visitor } from "@/lib/core/actor";
import { count, listed } from "@/lib/core/values/format";
import { reference } from "@/lib/reference/queries";
import { questionsByPage } from "@/lib/register/eligibility/questions";
import { askedFor } from "@/lib/register/market/asked";
import { listBands, listConditions, listParts } from "@/lib/register/market/queries";
import { minutesIn } from "@/lib/register/market/rules";
import { QuestionsFilter } from "@/lib/register/market/schema";
import { bandName } from "@/lib/register/market/words";
import { groundGroupWords } from "@/lib/register/profile/words";

export const metadata: Metadata = { title: "Every question" };

const groups = ["penalties", "convictions", "discretionary"] as const;
/** Minutes for the exclusion grounds where none applies. */
const GROUNDS = 5;

export default async function QuestionsPage({ searchParams }: PageProps<"/join/questions">) {
  const chosen = QuestionsFilter.parse(await searchParams);
  const [all, parts, bands, { grounds, rules }] = await Promise.all([
    listConditions(visitor),
    listParts(visitor),
    listBands(visitor),
    reference(),
  ]);
  const wanted = parts.filter(({ number }) => chosen.part.includes(number));
  const partNumbers = (wanted.length > 0 ? wanted : parts).map(({ number }) => number);
  const conditions = askedFor(all, { band: chosen.band, partNumbers });
  const minutes = minutesIn(conditions) + minutesIn(questionsByPage) + GROUNDS;

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
      {all.length > 0 && (
        <form method="get" action="/join/questions" className="no-print grid max-w-measure gap-8">
          <CheckboxGroup
            name="part"
            label="Which parts do you want to join?"
            hint="Leave them empty to see what any of them asks."
            columns
            options={parts.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` }))}
            defaultValue={chosen.part.map(String)}
          />
          {bands.length > 0 && (
            <BandField bands={bands} conditions={all} partNumbers={chosen.part} defaultValue={chosen.band} />
          )}
          <div>
            <Button>Show what I will be asked</Button>
          </div>
        </form>
      )}
      <Section
        title="In short"
        lead={`About ${count(minutes, "minute")} in all, for one service${
          all.length > 0
            ? `, ${wanted.length > 0 ? `in ${listed(wanted.map(({ title }) => title))}` : "in any part"}, for work of this size: ${bandName(bands, chosen.band)}`
            : ""
        }.`}
      >
        <Bullets
          items={[
            ...questionsByPage.map((page) => `${page.page}: about ${count(page.minutes, "minute")}.`),
            `${count(conditions.length, "condition")}: about ${count(minutesIn(conditions), "minute")}.`,
            `Exclusion grounds: about ${count(GROUNDS, "minute")}, if none applies.`,
          ]}
        />
      </Section>
      {questionsByPage.map((page) => (
        <Section key={page.page} title={page.page} lead={`About ${count(page.minutes, "minute")}.`}>
          <Bullets items={page.questions} />
        </Section>
      ))}
      <Section
        title="Conditions for membership"
        lead="Say whether you meet each one. Something equal always counts. The conditions do not change while the register runs."
      >
        {all.length === 0 ? (
          <EmptyState title="There is no register yet">
            The conditions will be here when a steward has published it.
          </EmptyState>
        ) : (
          <>
            <ol className="grid max-w-measure gap-7">
              {conditions.map(({ id, number, title, text, help, justification, ruleCode, minutes: each }) => (
                <li key={id}>
                  <h3 className="font-bold">
                    {number}. {title}
                  </h3>
                  <p className="mt-1">{text}</p>
                  <p className="mt-1 text-muted">{help}</p>
                  <p className="mt-1 text-small text-muted">
                    Why we ask: {justification} {rules.find(ruleCode)?.source ?? ""} About {count(each, "minute")}.
                  </p>
                </li>
              ))}
            </ol>
            <div className="no-print mt-8">
              <Details summary="Compare what each value asks">
                <AskedTable caption="Every condition of the register" bands={bands} conditions={all} />
              </Details>
            </div>
          </>
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
