import { DataTable } from "@/components/ui/table";
import { count, whole } from "@/lib/core/values/format";
import { ShadeKey } from "./shade-key";
import { shadeOf, shades } from "./shades";

export type MapTile = {
  key: string;
  label: string;
  /** The name as it fits in a square, of at most nine letters. */
  short: string;
  column: number;
  row: number;
  value: number;
  /** Where the square leads. */
  href: string;
  current?: boolean;
};

type Props = {
  caption: string;
  /** What is counted: "service". Its plural ends in s. */
  unit: string;
  tiles: MapTile[];
  /** The head of the names in the table beneath. */
  places: string;
};

const SIZE = 72;
const GAP = 4;

/** A map of equal squares, each about where its place lies, shaded by its figure; the figures stand in it and in a table beneath. */
export function TileMap({ caption, unit, tiles, places }: Props) {
  const steps = shades(tiles.map(({ value }) => value));
  const side = (at: (tile: MapTile) => number) => (Math.max(...tiles.map(at)) + 1) * (SIZE + GAP) + GAP;
  return (
    <figure className="heat-figure min-w-0">
      <p className="mb-3 font-bold">{caption}</p>
      <nav aria-label={caption}>
        <svg viewBox={`0 0 ${side(({ column }) => column)} ${side(({ row }) => row)}`} className="tiles">
          <title>{caption}</title>
          {tiles.map(({ key, label, short, column, row, value, href, current }) => (
            <g key={key} transform={`translate(${column * (SIZE + GAP) + GAP} ${row * (SIZE + GAP) + GAP})`}>
              <a
                href={href}
                aria-current={current ? "true" : undefined}
                aria-label={`${label}: ${count(value, unit)}`}
                data-heat={shadeOf(value, steps)}
              >
                <title>{`${label}: ${count(value, unit)}`}</title>
                <rect width={SIZE} height={SIZE} rx="3" />
                <text x={SIZE / 2} y="29">
                  {short}
                </text>
                <text x={SIZE / 2} y="56">
                  {whole(value)}
                </text>
              </a>
            </g>
          ))}
        </svg>
      </nav>
      <ShadeKey unit={`${unit}s`} steps={steps} />
      <details className="mt-4">
        <summary>The same as a table</summary>
        <DataTable
          caption={caption}
          columns={[
            { label: places, cell: ({ label, href }: MapTile) => <a href={href}>{label}</a> },
            {
              label: `${unit.charAt(0).toUpperCase()}${unit.slice(1)}s`,
              cell: ({ value }) => whole(value),
              numeric: true,
            },
          ]}
          rows={tiles.toSorted((one, other) => one.label.localeCompare(other.label, "en-GB"))}
          rowKey={({ key }) => key}
        />
      </details>
    </figure>
  );
}
