import { DataTable } from "@/components/ui/table";
import { listed } from "@/lib/core/values/format";

type Row = { name: string; reference: string; lotNumbers: readonly number[]; because: string };

/** Who is invited, for which lots, and why. */
export function InvitedTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      caption="Invited, by name"
      rows={[...rows]}
      rowKey={({ reference }) => reference}
      columns={[
        { label: "Organisation", heads: true, cell: ({ name }) => name },
        { label: "Lots", cell: ({ lotNumbers }) => (lotNumbers.length > 0 ? listed(lotNumbers.map(String)) : "–") },
        { label: "Why", cell: ({ because }) => because },
      ]}
    />
  );
}
