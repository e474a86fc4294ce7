import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import { stateWords } from "@/lib/calloff/before/funding/words";
import type { FundingState } from "@/lib/core/prisma/enums";
import { percent } from "@/lib/core/values/format";
import { sum } from "@/lib/core/values/money";
import { bpOf } from "@/lib/core/values/share";

type Part = {
  id: string;
  state: FundingState;
  organisation: { name: string };
  shares: readonly { sharePence: bigint; awardPence: bigint | null }[];
};

/** Each body that pays: the most that it pays of all budgets together, and what it has answered. */
export function WhoPays({ funders }: { funders: readonly Part[] }) {
  const most = ({ shares }: Part) => sum(shares.map(({ sharePence }) => sharePence));
  const total = sum(funders.map(most));
  return (
    <DataTable
      caption="Shares of all budgets for the first term, with VAT"
      columns={[
        { label: "Body", cell: ({ organisation }) => organisation.name },
        { label: "Standing", cell: ({ state }) => <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag> },
        { label: "Share", numeric: true, cell: (row) => percent(bpOf(most(row), total) ?? 0) },
        { label: "At the most", numeric: true, cell: (row) => <Money pence={most(row)} /> },
      ]}
      rows={funders}
      rowKey={({ id }) => id}
      total={["Together", "", "", <Money key="total" pence={total} />]}
    />
  );
}
