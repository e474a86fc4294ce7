import { ResultList } from "@/components/ui/list";
import { Tag } from "@/components/ui/status";
import { Day, Money } from "@/components/ui/value";
import type { AgreementSummary } from "@/lib/agreements/queries";
import { stateWords } from "@/lib/agreements/words";
import { instrumentWords } from "@/lib/calloff/purchase/words";

type Props = { rows: AgreementSummary[]; place: (code: string) => string };

/** Agreements as either side sees them. */
export function AgreementList({ rows, place }: Props) {
  return (
    <ResultList
      label="Agreements"
      items={rows.map((row) => ({
        id: row.id,
        title: row.title,
        href: `/agreements/${row.id}`,
        tag: <Tag tone={stateWords[row.state].tone}>{stateWords[row.state].label}</Tag>,
        under: `${row.buyer.name} and ${row.supplier.name}`,
        facts: [
          row.reference,
          instrumentWords[row.instrument].label,
          <span key="price">
            <Money pence={row.valuePence + row.vatPence} />
            {row.instrument !== "grant" && " with VAT"}
          </span>,
          place(row.placeCode),
          <span key="days">
            <Day on={row.startsOn.toISOString()} /> to <Day on={row.endsOn.toISOString()} />
          </span>,
        ],
      }))}
    />
  );
}
