import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Day, Money } from "@/components/ui/value";
import { stateWords } from "@/lib/calloff/approval/words";
import type { ApprovalState } from "@/lib/core/prisma/enums";
import { percent } from "@/lib/core/values/format";

type Share = { name: string; shareBp: number; sharePence: bigint };
type Answered = Share & { state: ApprovalState; by: string | null; at: Date | null; reason: string | null };

const columns = [
  { label: "Organisation", cell: ({ name }: Share) => name },
  { label: "Part", numeric: true, cell: ({ shareBp }: Share) => percent(shareBp) },
  { label: "Share, with VAT", numeric: true, cell: ({ sharePence }: Share) => <Money pence={sharePence} /> },
];

/** Who pays, and how much each. */
export function Shares({ shares, total }: { shares: Share[]; total: bigint }) {
  return (
    <DataTable
      caption="Each share of the price"
      rows={shares}
      rowKey={({ name }) => name}
      columns={columns}
      total={["Total", percent(10_000), <Money key="total" pence={total} />]}
    />
  );
}

/** Who pays, how much each, and what each has answered. */
export function AnsweredShares({ shares, total }: { shares: Answered[]; total: bigint }) {
  return (
    <DataTable
      caption="Each share, and what its organisation has answered"
      rows={shares}
      rowKey={({ name }) => name}
      columns={[
        ...columns,
        {
          label: "Answer",
          cell: ({ state, by, at, reason }) => (
            <>
              <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>
              {at && (
                <span className="block text-small text-muted">
                  {by && `${by}, `}
                  <Day on={at} />
                </span>
              )}
              {reason && <span className="block text-small">{reason}</span>}
            </>
          ),
        },
      ]}
      total={["Total", percent(10_000), <Money key="total" pence={total} />, ""]}
    />
  );
}
