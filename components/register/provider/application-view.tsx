import { TextLink } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { Timeline } from "@/components/ui/progress";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Moment } from "@/components/ui/value";
import type { OwnApplication } from "@/lib/register/application/queries/own";
import { decisionWords } from "@/lib/register/application/words";

/** An application that was sent, as its organisation reads it: the questions, then each part with its decision. */
export function ApplicationView({ application: { queries, parts, state } }: { application: OwnApplication }) {
  return (
    <>
      {queries.length > 0 && (
        <Section title="Questions from the assessor" id="questions">
          <Timeline
            label="Questions"
            entries={queries.map(({ id, question, askedAt, reply, repliedAt }) => ({
              id,
              what: question,
              when: <Moment at={askedAt} />,
              more: repliedAt ? (
                <p>
                  <strong>Your reply:</strong> {reply}
                </p>
              ) : state === "clarifying" ? (
                <TextLink href={`/apply/queries/${id}`}>Reply to this question</TextLink>
              ) : (
                "No reply was needed any more."
              ),
            }))}
          />
        </Section>
      )}
      <Section title={state === "decided" ? "The decision on each part" : "Parts that you asked for"} id="parts">
        <DataTable
          caption="Parts of the register"
          rows={parts}
          rowKey={({ partId }) => partId}
          columns={[
            { label: "Part", cell: ({ part }) => `${part.number}. ${part.title}` },
            {
              label: "Decision",
              cell: ({ decision }) =>
                decision ? <Tag tone={decisionWords[decision].tone}>{decisionWords[decision].label}</Tag> : "None yet",
            },
            { label: "Reasons", cell: ({ reasons }) => reasons ?? "Given with the decision" },
          ]}
        />
      </Section>
    </>
  );
}
