import { DataTable } from "@/components/ui/table";
import { count, listed } from "@/lib/core/values/format";
import { conditionKindWords } from "@/lib/register/application/words";

type Props = {
  caption: string;
  bands: readonly { number: number; title: string; upToPence: bigint | null }[];
  conditions: readonly {
    id: string;
    number: number;
    title: string;
    kind: keyof typeof conditionKindWords;
    minutes: number;
    bandFrom: number;
    partNumbers: readonly number[];
  }[];
};

/** Every condition, of whom it is asked, and how long it takes. */
export function AskedTable({ caption, bands, conditions }: Props) {
  return (
    <DataTable
      caption={caption}
      rows={conditions}
      rowKey={({ id }) => id}
      columns={[
        { label: "Condition", heads: true, cell: ({ number, title }) => `${number}. ${title}` },
        { label: "What kind", cell: ({ kind }) => conditionKindWords[kind].label },
        { label: "Asked from", cell: ({ bandFrom }) => fromBand(bands, bandFrom) },
        { label: "Asked for", cell: ({ partNumbers }) => forParts(partNumbers) },
        { label: "Time", numeric: true, cell: ({ minutes }) => count(minutes, "minute") },
      ]}
    />
  );
}

const fromBand = (bands: Props["bands"], number: number) => {
  const band = bands.find((one) => one.number === number);
  return number === 1 || !band ? "Every value" : `“${band.title}” up`;
};

const forParts = (numbers: readonly number[]) =>
  numbers.length === 0 ? "Every part" : `${numbers.length === 1 ? "Part" : "Parts"} ${listed(numbers.map(String))}`;
