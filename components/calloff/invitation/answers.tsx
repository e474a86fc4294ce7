import { BarList } from "@/components/picture/bar-list";
import { Bullets } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { Section } from "@/components/ui/page";
import { Stat, Stats } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import type { Answers } from "@/lib/calloff/open/invitation/queries";
import { count, whole } from "@/lib/core/values/format";
import { InvitedTable } from "./invited-table";

/** What came of the invitations: counts and reasons, never which organisation said what. */
export function AnswersView({ answers: { counts, reasons, words, invited, leftOut } }: { answers: Answers }) {
  return (
    <>
      <Stats>
        <Stat
          label="Invited"
          value={whole(counts.invited)}
          compare={counts.itself > 0 ? `and ${counts.itself} that came by themselves` : "by your authority"}
        />
        <Stat label="Mean to tender" value={whole(counts.intends)} compare="it binds them to nothing" />
        <Stat label="Declined" value={whole(counts.declined)} compare="with a reason" />
        <Stat label="No answer" value={whole(counts.noAnswer)} compare="counted at the close" />
      </Stats>
      <Section title="Why some decline">
        {reasons.length === 0 ? (
          <EmptyState title="Nobody has declined">Reasons are shown here as they come in.</EmptyState>
        ) : (
          <>
            <BarList
              caption="Reasons, by how often they were chosen"
              bars={reasons.map(({ label, count: value }) => ({ label, value, said: whole(value) }))}
            />
            {words.length > 0 && (
              <div className="mt-6">
                <h3 className="mb-2 font-bold">In their words</h3>
                <Bullets items={words} />
              </div>
            )}
          </>
        )}
      </Section>
      <Section title="Who was invited">
        {invited.length === 0 ? (
          <EmptyState title="Nobody was invited">Anybody who may tender finds it among the opportunities.</EmptyState>
        ) : (
          <InvitedTable rows={invited} />
        )}
      </Section>
      {leftOut.length > 0 && (
        <Section title="Who was left out">
          <DataTable
            caption={count(leftOut.length, "match", "matches")}
            rows={leftOut}
            rowKey={({ reference }) => reference}
            columns={[
              { label: "Organisation", heads: true, cell: ({ name }) => name },
              { label: "Why", cell: ({ reason }) => reason },
            ]}
          />
        </Section>
      )}
    </>
  );
}
