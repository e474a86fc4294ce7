import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckboxGroup, Select } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Moment } from "@/components/ui/value";
import { panelOpen } from "@/lib/calloff/decide/scoring/policy";
import { type Panelist, panelOf } from "@/lib/calloff/decide/scoring/queries/panel";
import { SMALL_PENCE } from "@/lib/calloff/decide/scoring/rules";
import { declaredWords, roleWords } from "@/lib/calloff/decide/scoring/words";
import { isId, newId } from "@/lib/core/values/id";
import { requireBuyer } from "../../../purchases/reader";
import { appoint } from "./actions";

export const metadata: Metadata = { title: "Evaluators" };

export default async function EvaluatorsPage({ params, searchParams }: PageProps<"/call-offs/[id]/evaluators">) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const actor = await requireBuyer();
  const panel = (isId(id) && (await panelOf(actor, id))) || notFound();
  const { evaluators, people, runs, state, mayStart, estimatePence } = panel;
  const scoring = state === "evaluating";
  const small = estimatePence < SMALL_PENCE;

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{panel.title}</BackLink>
      <PageHeader
        title="Evaluators"
        caption={`Call-off ${panel.reference}`}
        lead="Evaluators score alone. One moderator, who does not score, writes down what they agree."
        action={
          mayStart &&
          evaluators.length > 0 && <ButtonLink href={`/call-offs/${id}/evaluators/start`}>Start the scoring</ButtonLink>
        }
      />
      {done === "appointed" && <Notice tone="good">The panel was saved, and those who are new to it were told.</Notice>}
      {done === "started" && <Notice tone="good">Scoring has begun. Each evaluator was told.</Notice>}
      <DataTable<Panelist>
        caption="Who judges the tenders"
        rows={evaluators}
        rowKey={({ userId }) => userId}
        columns={[
          { label: "Name", cell: ({ name }) => name },
          { label: "Organisation", cell: ({ organisation }) => organisation },
          { label: "Part", cell: ({ role }) => roleWords[role].label },
          {
            label: "Conflicts of interest",
            cell: ({ declared }) => <Tag tone={declaredWords[declared].tone}>{declaredWords[declared].label}</Tag>,
          },
          {
            label: "Scores",
            cell: ({ role, finishedAt }) =>
              role === "moderator" ? (
                "Does not score"
              ) : finishedAt ? (
                <>
                  All in, <Moment at={finishedAt} />
                </>
              ) : (
                "Not all in yet"
              ),
          },
        ]}
        empty={<EmptyState title="Nobody was appointed yet">Choose the panel below.</EmptyState>}
      />
      {runs && panelOpen.includes(state) && (
        <Section title={evaluators.length > 0 ? "Change the panel" : "Choose the panel"} id="panel">
          {people.length < 2 ? (
            <EmptyState title="Too few people can be chosen">
              Ask an administrator of your authority, or of a funder, to give people an evaluator’s seat.
            </EmptyState>
          ) : (
            <Form action={appoint} idempotencyKey={newId()}>
              <HiddenFields values={{ id }} />
              <CheckboxGroup
                name="evaluators"
                label="Who scores?"
                hint={small ? "Two or more. One is enough below £30,000, with a reason." : "Two or more."}
                options={people.map(({ userId, name, organisation }) => ({
                  value: userId,
                  label: name,
                  hint: organisation,
                }))}
                defaultValue={evaluators.filter(({ role }) => role === "evaluator").map(({ userId }) => userId)}
              />
              <Select
                name="moderator"
                label="Who moderates?"
                hint="Somebody who does not score."
                empty="Choose one"
                options={people.map(({ userId, name, organisation }) => ({
                  value: userId,
                  label: `${name}, ${organisation}`,
                }))}
                defaultValue={evaluators.find(({ role }) => role === "moderator")?.userId}
              />
              {(scoring || small) && (
                <TextArea
                  name="reason"
                  label={scoring ? "Why does the panel change?" : "Why is one evaluator enough?"}
                  hint={
                    scoring
                      ? "Scores of somebody who leaves no longer count."
                      : "Only if you choose one evaluator. It is kept on the file."
                  }
                  rows={3}
                  optional={!scoring}
                />
              )}
              <Buttons>
                <Submit kind={mayStart && evaluators.length > 0 ? "secondary" : "primary"}>Save the panel</Submit>
              </Buttons>
            </Form>
          )}
        </Section>
      )}
    </>
  );
}
