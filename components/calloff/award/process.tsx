import { YearsAside } from "@/components/calloff/budget/years";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Day, Money } from "@/components/ui/value";
import { stateWords as fundingWords } from "@/lib/calloff/before/funding/words";
import type { Aside } from "@/lib/calloff/budget/queries";
import type { AwardPack } from "@/lib/calloff/decide/award/queries/find";
import { stateWords as invitationWords } from "@/lib/calloff/open/invitation/words";
import { sum } from "@/lib/core/values/money";
import { kindName } from "@/lib/register/notice/words";

type Said = { name: string; conflicted: boolean; detail: string; declaredAt: Date };

type Props = {
  pack: AwardPack;
  declared: readonly Said[];
  /** What the reader's own body has set aside, by year. */
  aside: readonly Aside[];
};

/** Who was asked, who judged, who pays and what was published: how the decision came about. */
export function AwardProcess({ pack, declared, aside }: Props) {
  const { invitations, leftOut, evaluators, openings, funders, notices, conflictsAssessment } = pack;
  return (
    <>
      <Section title="Who was asked" id="asked">
        <div className="grid gap-8">
          {invitations.length > 0 ? (
            <DataTable
              caption="Invitations"
              rows={invitations}
              rowKey={({ organisation }) => organisation.name}
              columns={[
                { label: "Organisation", cell: ({ organisation }) => organisation.name },
                { label: "Answer", cell: ({ state }) => invitationWords[state].label },
                { label: "Reason", cell: ({ reason }) => reason ?? "" },
              ]}
            />
          ) : (
            <p>Nobody was invited by name.</p>
          )}
          {leftOut.length > 0 && (
            <div>
              <h3 className="mb-2 font-bold">Matched, and not invited</h3>
              <Bullets items={leftOut.map(({ organisation, reason }) => `${organisation.name}: ${reason}`)} />
            </div>
          )}
        </div>
      </Section>
      <Section title="Who judged" id="judged">
        <div className="grid gap-8">
          <DataTable
            caption="Evaluators"
            rows={evaluators}
            rowKey={({ userId }) => userId}
            empty={<p>No evaluator was appointed.</p>}
            columns={[
              { label: "Person", cell: ({ user }) => user.name },
              { label: "Part", cell: ({ role }) => (role === "moderator" ? "Moderator" : "Evaluator") },
              {
                label: "Scores finished",
                cell: ({ finishedAt }) => (finishedAt ? <Day on={finishedAt.toISOString()} /> : ""),
              },
            ]}
          />
          {openings.length > 0 && <p>Opened by {openings.map(({ user }) => user.name).join(" and ")}.</p>}
          <DataTable
            caption="Conflicts of interest, as declared"
            rows={declared}
            rowKey={({ name, declaredAt }) => `${name}${declaredAt.toISOString()}`}
            empty={<p>Nobody has declared anything.</p>}
            columns={[
              { label: "Person", cell: ({ name }) => name },
              {
                label: "Declared",
                cell: ({ conflicted, detail }) => (conflicted ? `A conflict. ${detail}`.trim() : "No conflict"),
              },
              { label: "On", cell: ({ declaredAt }) => <Day on={declaredAt.toISOString()} /> },
            ]}
          />
          {conflictsAssessment && <p className="max-w-measure whitespace-pre-line">{conflictsAssessment}</p>}
        </div>
      </Section>
      <Section title="Who pays, and has approved" id="pays">
        <DataTable
          caption="Shares of the award, with VAT"
          rows={funders}
          rowKey={({ id }) => id}
          columns={[
            { label: "Body", cell: ({ organisation }) => organisation.name },
            {
              label: "Answer",
              cell: ({ state, reason }) => (
                <>
                  <Tag tone={fundingWords[state].tone}>{fundingWords[state].label}</Tag> {reason}
                </>
              ),
            },
            { label: "On", cell: ({ decidedAt }) => (decidedAt ? <Day on={decidedAt.toISOString()} /> : "") },
            {
              label: "Share",
              numeric: true,
              cell: ({ shares }) => <Money pence={sum(shares.map(({ awardPence }) => awardPence ?? 0n))} />,
            },
          ]}
        />
        {aside.length > 0 && (
          <div className="mt-8">
            <YearsAside rows={aside} />
          </div>
        )}
      </Section>
      <Section title="Notices" id="notices">
        {notices.length === 0 ? (
          <p>No notice has been published.</p>
        ) : (
          <Bullets
            items={notices.map(({ reference, kindCode, publishedAt }) => (
              <span key={reference}>
                <TextLink href={`/notices/${reference}`}>{kindName(kindCode)}</TextLink>,{" "}
                <Day on={publishedAt.toISOString()} />
              </span>
            ))}
          />
        )}
      </Section>
    </>
  );
}
