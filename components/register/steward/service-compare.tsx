import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { listed } from "@/lib/core/format";
import type { ServiceFacts } from "@/lib/register/service/facts";
import {
  accessName,
  ageWords,
  deliveredByWords,
  languageName,
  methodWords,
  settingWords,
  sexWords,
} from "@/lib/register/service/words";

type Row = { label: string; before: string; after: string };

/** What was sent beside what buyers see now, line by line, with what has changed marked in a word. */
export function ServiceCompare({ before, after }: { before: ServiceFacts; after: ServiceFacts }) {
  const earlier = new Map(lines(before));
  const rows = lines(after).map(([label, said]) => ({ label, before: earlier.get(label) ?? "", after: said }));
  return (
    <DataTable<Row>
      caption="What was sent, beside what buyers see now"
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        { label: "Question", heads: true, cell: ({ label }) => label },
        { label: "Now", cell: ({ before }) => <span className="whitespace-pre-line">{before || "Nothing"}</span> },
        {
          label: "As sent",
          cell: ({ before, after }) =>
            before === after ? (
              <span className="text-muted">The same</span>
            ) : (
              <>
                <Tag tone="wait">Changed</Tag>
                <span className="mt-1 block whitespace-pre-line">{after || "Nothing"}</span>
              </>
            ),
        },
      ]}
    />
  );
}

function lines({ version }: ServiceFacts): [string, string][] {
  const names = (list: { name: string }[]) => listed(list.map(({ name }) => name));
  return [
    ["Title", version.title],
    ["In one line", version.summary],
    ["What happens", version.description],
    ["What people get from it", names(version.outcomes)],
    ["People", `${sexWords[version.sex]}, aged ${ageWords(version)}`],
    ["Made for", names(version.cohorts)],
    ["Needs", names(version.needs)],
    ["Who it cannot take", version.exclusions],
    ["Places", names(version.places)],
    ["Setting", listed(version.settings.map((setting) => settingWords[setting].label))],
    ["Method", methodWords[version.method].label],
    ["Who does the work", deliveredByWords[version.deliveredBy].label],
    ["Languages", listed(version.languages.map(languageName))],
    ["Access", listed(version.access.map(accessName))],
  ];
}
