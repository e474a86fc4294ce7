import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { listed } from "@/lib/core/values/format";
import { type Compared, compareServices } from "@/lib/register/service/compare";
import type { ServiceFacts } from "@/lib/register/service/facts";

/** What was sent beside what was approved: only what differs, each difference in words. What is the same is named below. */
export function ServiceCompare({ before, after }: { before: ServiceFacts; after: ServiceFacts }) {
  const rows = compareServices(before, after);
  const changed = rows.filter((row) => row.changed);
  const same = rows.filter((row) => !row.changed).map(({ label }) => label);
  if (changed.length === 0) return <p>Nothing differs from what buyers read now.</p>;
  return (
    <>
      <DataTable<Compared>
        caption="What was sent, beside what was approved"
        rows={changed}
        rowKey={({ label }) => label}
        columns={[
          { label: "Question", heads: true, cell: ({ label }) => label },
          {
            label: "Approved",
            cell: ({ before }) => <span className="whitespace-pre-line">{before || "Nothing"}</span>,
          },
          { label: "As sent", cell: ({ after }) => <span className="whitespace-pre-line">{after || "Nothing"}</span> },
          { label: "What differs", cell: (row) => <Difference of={row} /> },
        ]}
      />
      {same.length > 0 && <p className="mt-4 text-muted">The same as before: {listed(same)}.</p>}
    </>
  );
}

function Difference({ of: { added, gone, before, after } }: { of: Compared }) {
  if (added.length === 0 && gone.length === 0) return <Tag tone="wait">Put in another order</Tag>;
  if (before === "") return <Tag tone="good">New</Tag>;
  if (after === "") return <Tag tone="bad">Taken out</Tag>;
  return (
    <div className="grid gap-3">
      <Part title="Added" tone="good" parts={added} />
      <Part title="Taken out" tone="bad" parts={gone} />
    </div>
  );
}

function Part({ title, tone, parts }: { title: string; tone: "good" | "bad"; parts: string[] }) {
  if (parts.length === 0) return null;
  return (
    <div>
      <Tag tone={tone}>{title}</Tag>
      <ul className="mt-1 grid gap-1">
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </div>
  );
}
