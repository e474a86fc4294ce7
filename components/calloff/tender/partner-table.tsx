import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { stateWords } from "@/lib/calloff/open/partner/words";
import type { QualityContent } from "@/lib/calloff/open/tender/content";
import type { TenderPartnerState } from "@/lib/core/prisma/enums";
import { percent } from "@/lib/core/values/format";

type Answered = {
  id: string;
  state: TenderPartnerState;
  answeredAt: Date | null;
  reason: string | null;
};

/** Who does a part of the work, for which share, and what each has answered. */
export function SubContractorTable({
  named,
  answered,
}: {
  named: QualityContent["partners"];
  answered: readonly Answered[];
}) {
  const own = 10_000 - named.reduce((sum, { shareBp }) => sum + shareBp, 0);
  return (
    <DataTable
      caption="Sub-contractors and their shares"
      rows={named}
      rowKey={({ partnerId }) => partnerId}
      columns={[
        { label: "Organisation", heads: true, cell: ({ name }) => name },
        { label: "What it does", cell: ({ does }) => does },
        { label: "Units", numeric: true, cell: ({ volume }) => volume ?? "–" },
        { label: "Share", numeric: true, cell: ({ shareBp }) => percent(shareBp) },
        { label: "Answer", cell: ({ partnerId }) => <Answer of={answered.find(({ id }) => id === partnerId)} /> },
      ]}
      total={["Your own organisation", "", "", percent(own), ""]}
    />
  );
}

function Answer({ of }: { of: Answered | undefined }) {
  if (!of) return null;
  return (
    <>
      <Tag tone={stateWords[of.state].tone}>{stateWords[of.state].label}</Tag>
      {of.answeredAt && (
        <span className="block text-small text-muted">
          <Day on={of.answeredAt} />
        </span>
      )}
      {of.reason && <span className="block text-small">{of.reason}</span>}
    </>
  );
}
