import { whole } from "@/lib/core/format";

type Head = { key: string; label: string; href?: string };

type Props = {
  caption: string;
  /** What is counted, for the key: "services". */
  unit: string;
  rows: Head[];
  columns: Head[];
  value: (row: Head, column: Head) => number;
  /** Where a cell leads, when there is something there. */
  href?: (row: Head, column: Head) => string;
};

/** Rows by columns with the figure in each cell and a shade for its size. The table is its own data. */
export function HeatTable({ caption, unit, rows, columns, value, href }: Props) {
  const steps = shades(rows.flatMap((row) => columns.map((column) => value(row, column))));
  return (
    <figure className="heat-figure min-w-0">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
        <table className="heat">
          <caption>
            <span>{caption}</span>
          </caption>
          <thead>
            <tr>
              <td />
              {columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {columns.map((column) => {
                  const many = value(row, column);
                  return (
                    <td key={column.key} data-heat={step(many, steps)}>
                      {href && many > 0 ? <a href={href(row, column)}>{whole(many)}</a> : <span>{whole(many)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <figcaption className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-muted">
        <span>Number of {unit}:</span>
        {ranges(steps).map((range, at) => (
          <span key={range} className="flex items-center gap-2">
            <span className="heat-key" data-heat={at} aria-hidden="true" />
            {range}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** The lower edges of up to four shades, by rank among different figures, so that neither one large figure nor many alike hide the rest. */
function shades(figures: number[]): number[] {
  const some = [...new Set(figures.filter((figure) => figure > 0))].sort((a, b) => a - b);
  const edges = [0, 0.25, 0.5, 0.8].map((part) => some[Math.floor(part * some.length)] ?? 0);
  return [...new Set(edges)].filter((edge) => edge > 0);
}

const step = (figure: number, steps: number[]) => (figure > 0 ? steps.filter((edge) => figure >= edge).length : 0);

function ranges(steps: number[]): string[] {
  const edges = steps.map((edge, at) => {
    const last = (steps[at + 1] ?? Number.POSITIVE_INFINITY) - 1;
    if (last === edge) return whole(edge);
    return Number.isFinite(last) ? `${whole(edge)} to ${whole(last)}` : `${whole(edge)} or more`;
  });
  return ["none", ...edges];
}
