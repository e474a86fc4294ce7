import type { ReactNode } from "react";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { numbersSaid } from "@/lib/reference/identifiers";
import type { Associated, Connected } from "@/lib/register/connection/queries";
import { connectedWords } from "@/lib/register/connection/words";

type Ways<Row> = { /** A way to end it, where this person may. */ end?: ((row: Row) => ReactNode) | undefined };

/** Who has a hold over an organisation. */
export function ConnectedTable({ persons, end }: { persons: Connected[] } & Ways<Connected>) {
  return (
    <DataTable
      caption="Connected persons"
      rows={persons}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Name",
          heads: true,
          cell: ({ name, isBody, endedAt }) => (
            <>
              {name}
              {isBody && <span className="block text-small font-normal text-muted">An organisation</span>}
              {endedAt && <Tag>Ended</Tag>}
            </>
          ),
        },
        {
          label: "How",
          cell: ({ connectedAs, detail }) => (
            <>
              {connectedWords[connectedAs].label}
              {detail && <span className="block text-small whitespace-pre-line text-muted">{detail}</span>}
            </>
          ),
        },
        { label: "Since", cell: ({ since }) => (since ? <Day on={since} /> : "Not said") },
        ...(end
          ? []
          : [{ label: "Until", cell: ({ endedAt }: Connected) => (endedAt ? <Day on={endedAt} /> : "Still") }]),
        ...(end
          ? [{ label: "Change", cell: (row: Connected) => (row.endedAt ? <Ended on={row.endedAt} /> : end(row)) }]
          : []),
      ]}
      empty={<p className="text-muted">No connected person is on the list.</p>}
    />
  );
}

/** On whom an organisation relies. */
export function AssociatedTable({ associated, end }: { associated: Associated[] } & Ways<Associated>) {
  return (
    <DataTable
      caption="Associated organisations"
      rows={associated}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Name",
          heads: true,
          cell: ({ name, scheme, value, endedAt }) => (
            <>
              {name}
              {scheme && value && (
                <span className="block text-small font-normal text-muted">{numbersSaid([{ scheme, value }])}</span>
              )}
              {endedAt && <Tag>Ended</Tag>}
            </>
          ),
        },
        {
          label: "Relied on for",
          cell: ({ reliedOnFor }) => <span className="whitespace-pre-line">{reliedOnFor}</span>,
        },
        { label: "Added on", cell: ({ addedAt }) => <Day on={addedAt} /> },
        ...(end
          ? [{ label: "Change", cell: (row: Associated) => (row.endedAt ? <Ended on={row.endedAt} /> : end(row)) }]
          : []),
      ]}
      empty={<p className="text-muted">No associated organisation is on the list.</p>}
    />
  );
}

const Ended = ({ on }: { on: Date }) => (
  <span className="text-small text-muted">
    Ended on <Day on={on} />
  </span>
);
