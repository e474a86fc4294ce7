import { whole } from "@/lib/core/values/format";
import { ShadeKey } from "./shade-key";
import { shadeOf, shades } from "./shades";

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
                    <td key={column.key} data-heat={shadeOf(many, steps)}>
                      {href && many > 0 ? <a href={href(row, column)}>{whole(many)}</a> : <span>{whole(many)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ShadeKey unit={unit} steps={steps} />
    </figure>
  );
}
