import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import { stateWords } from "@/lib/calloff/before/funding/words";
import type { FundingState } from "@/lib/core/prisma/enums";
import { percent } from "@/lib/core/values/format";
import { sum } from "@/lib/core/values/money";
import { bpOf } from "@/lib/core/values/share";

type Share = { lotId: string; shareBp: number; sharePence: bigint; awardPence: bigint | null };
export type Part = {
  id: string;
  state: FundingState;
  reason: string | null;
  organisation: { name: string };
  shares: readonly Share[];
};
type Lot = { id: string; number: number; title: string; budgetPence: bigint };

/** Each body, what it has answered and why, and the most that it pays of all lots together. */
export function Answers({ funders, awarded }: { funders: readonly Part[]; awarded: boolean }) {
  const paid = ({ shares }: Part) =>
    sum(shares.map(({ sharePence, awardPence }) => (awarded ? (awardPence ?? 0n) : sharePence)));
  const total = sum(funders.map(paid));
  return (
    <DataTable
      caption={awarded ? "Shares of the award, with VAT" : "Shares of all lots for the first term, with VAT"}
      rows={funders}
      rowKey={({ id }) => id}
      columns={[
        { label: "Body", heads: true, cell: ({ organisation }) => organisation.name },
        {
          label: "Answer",
          cell: ({ state, reason }) => (
            <>
              <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>
              {reason && <span className="mt-1 block max-w-measure text-small">{reason}</span>}
            </>
          ),
        },
        { label: "Share", numeric: true, cell: (part) => percent(bpOf(paid(part), total) ?? 0) },
        { label: awarded ? "Pays" : "At the most", numeric: true, cell: (part) => <Money pence={paid(part)} /> },
      ]}
      total={["Together", "", "", <Money key="total" pence={total} />]}
    />
  );
}

/** Who pays what of each lot, to the penny. */
export function LotShares({ lots, funders }: { lots: readonly Lot[]; funders: readonly Part[] }) {
  return (
    <div className="grid gap-10">
      {lots.map(({ id, number, title, budgetPence }) => {
        const paying = funders.flatMap((funder) =>
          funder.shares
            .filter(({ lotId, sharePence }) => lotId === id && sharePence > 0n)
            .map((share) => ({ ...share, name: funder.organisation.name })),
        );
        return (
          <DataTable
            key={id}
            caption={`Lot ${number}: ${title}`}
            rows={paying}
            rowKey={({ name }) => name}
            columns={[
              { label: "Body", heads: true, cell: ({ name }) => name },
              { label: "Share", numeric: true, cell: ({ shareBp }) => percent(shareBp) },
              { label: "At the most", numeric: true, cell: ({ sharePence }) => <Money pence={sharePence} /> },
            ]}
            total={["Budget of the lot", "", <Money key="total" pence={budgetPence} />]}
          />
        );
      })}
    </div>
  );
}
