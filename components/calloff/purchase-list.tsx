import { ResultList } from "@/components/ui/list";
import { Tag } from "@/components/ui/status";
import { Day, Money } from "@/components/ui/value";
import type { PurchaseSummary } from "@/lib/calloff/purchase/queries/list";
import { instrumentWords, offerWords, stateWords } from "@/lib/calloff/purchase/words";

type Props = { rows: PurchaseSummary[]; side: "buyer" | "supplier"; own: string; place: (code: string) => string };

/** Purchases as their buyer sees them, or offers as the supplier does. */
export function PurchaseList({ rows, side, own, place }: Props) {
  const words = side === "buyer" ? stateWords : offerWords;
  return (
    <ResultList
      label={side === "buyer" ? "Purchases" : "Offers"}
      items={rows.map((row) => ({
        id: row.id,
        title: row.title,
        href: side === "buyer" ? `/purchases/${row.id}` : `/offers/${row.id}`,
        tag: <Tag tone={words[row.state].tone}>{words[row.state].label}</Tag>,
        under:
          side === "supplier"
            ? `From ${row.buyer.name}`
            : row.organisationId === own
              ? `From ${row.supplier.name}`
              : `${row.buyer.name} buys from ${row.supplier.name}`,
        facts: [
          row.reference,
          <span key="price">
            <Money pence={row.valuePence + row.vatPence} /> with VAT
          </span>,
          instrumentWords[row.instrument].label,
          place(row.placeCode),
          <Day key="day" on={row.answeredAt ?? row.offeredAt ?? row.proposedAt ?? row.createdAt} />,
        ],
      }))}
    />
  );
}
