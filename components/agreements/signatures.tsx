import { DataTable } from "@/components/ui/table";
import { Moment, Money } from "@/components/ui/value";

export type Signature = {
  key: string;
  organisation: string;
  as: string;
  person: string | null;
  at: Date | null;
  sharePence: bigint | null;
};

/** Who bound each side, and when. */
export function Signatures({ signatures }: { signatures: readonly Signature[] }) {
  return (
    <DataTable
      caption="Who signed"
      rows={signatures}
      rowKey={({ key }) => key}
      columns={[
        { label: "Organisation", cell: ({ organisation }) => organisation },
        { label: "As", cell: ({ as }) => as },
        { label: "Person", cell: ({ person, at }) => person ?? (at ? "A person of that organisation" : "") },
        { label: "When", cell: ({ at }) => (at ? <Moment at={at} /> : "Not yet") },
        {
          label: "Share",
          numeric: true,
          cell: ({ sharePence }) => (sharePence === null ? "" : <Money pence={sharePence} />),
        },
      ]}
    />
  );
}
