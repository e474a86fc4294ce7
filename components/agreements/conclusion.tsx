import { TextLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import { stateWords } from "@/lib/agreements/words";
import type { AgreementState } from "@/lib/core/prisma/enums";

type Lot = {
  id: string;
  number: number;
  title: string;
  award: {
    pricePence: bigint;
    vatPence: bigint;
    tender: { reference: string; organisation: { name: string } } | null;
  } | null;
};

/** Each lot with who won it and for how much. */
export function Winners({ lots }: { lots: readonly Lot[] }) {
  return (
    <DataTable
      caption="Who won each lot"
      rows={lots}
      rowKey={({ id }) => id}
      columns={[
        { label: "Lot", cell: ({ number, title }) => `${number}. ${title}` },
        { label: "Winner", cell: ({ award }) => award?.tender?.organisation.name ?? "Nobody" },
        { label: "Tender", cell: ({ award }) => award?.tender?.reference },
        {
          label: "Without VAT",
          numeric: true,
          cell: ({ award }) => award && <Money pence={award.pricePence} />,
        },
        {
          label: "With VAT",
          numeric: true,
          cell: ({ award }) => award && <Money pence={award.pricePence + award.vatPence} />,
        },
      ]}
    />
  );
}

type Row = { id: string; reference: string; title: string; state: AgreementState; supplier: { name: string } };

/** The agreements of a call-off, and how far each has come. */
export function Drafted({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      caption="The agreements of this call-off"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { label: "Agreement", cell: ({ id, title }) => <TextLink href={`/agreements/${id}`}>{title}</TextLink> },
        { label: "Reference", cell: ({ reference }) => reference },
        { label: "Provider", cell: ({ supplier }) => supplier.name },
        {
          label: "Standing",
          cell: ({ state }) => <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>,
        },
      ]}
    />
  );
}
