// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on a phone takes a table's meaning away in some browsers, and the roles give it back.
import type { ReactNode } from "react";
import { count, whole } from "@/lib/core/values/format";
import { TextLink } from "./button";

export type Column<Row> = {
  label: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned figures of one width. */
  numeric?: boolean;
  /** Names the row: its first column, unless another is marked. */
  heads?: boolean;
};

type TableProps<Row> = {
  caption: ReactNode;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Cells of a last row, one for each column. */
  total?: ReactNode[];
  /** For when there are none: usually an `EmptyState`. */
  empty?: ReactNode;
};

/** Rows of alike things. On a phone each row stacks, with its column's name beside each value. */
export function DataTable<Row>({ caption, columns, rows, rowKey, total, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  const head = Math.max(
    columns.findIndex(({ heads }) => heads),
    0,
  );
  return (
    <table role="table" className="table">
      <caption>{caption}</caption>
      <thead>
        <tr role="row">
          {columns.map(({ label, numeric }) => (
            <th key={label} role="columnheader" scope="col" data-numeric={numeric}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map(({ label, cell, numeric }, at) =>
              at === head ? (
                <th key={label} role="rowheader" scope="row" data-numeric={numeric}>
                  {cell(row)}
                </th>
              ) : (
                <td key={label} role="cell" data-label={label} data-numeric={numeric}>
                  <span>{cell(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr role="row">
            {columns.map(({ label, numeric }, at) =>
              at === 0 ? (
                <th key={label} role="rowheader" scope="row">
                  {total[at]}
                </th>
              ) : (
                <td key={label} role="cell" data-label={label} data-numeric={numeric}>
                  <span>{total[at]}</span>
                </td>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

type PaginationProps = {
  page: number;
  total: number;
  /** How many on a page. */
  size?: number;
  /** What is listed: "service", or ["charity", "charities"]. */
  of: string | [string, string];
  /** The address of a page, filters and all. */
  href: (page: number) => string;
};

/** How many there are, which these are, and the way to the others. */
export function Pagination({ page, total, size = 25, of, href }: PaginationProps) {
  const pages = Math.max(1, Math.ceil(total / size));
  const [one, several] = [of].flat();
  const first = (page - 1) * size + 1;
  return (
    <nav aria-label="Pages" className="no-print mt-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
      <p className="text-muted tabular-nums">
        {pages > 1 && total > 0 && `${whole(first)} to ${whole(Math.min(total, page * size))} of `}
        {count(total, one ?? "", several)}
      </p>
      {pages > 1 && (
        <ul className="flex flex-wrap items-center gap-x-1">
          {page > 1 && <Turn href={href(page - 1)}>Previous</Turn>}
          {near(page, pages).map((at, position, all) => (
            <Step
              key={at}
              at={at}
              gap={position > 0 && at - (all[position - 1] ?? at) > 1}
              current={at === page}
              href={href(at)}
            />
          ))}
          {page < pages && <Turn href={href(page + 1)}>Next</Turn>}
        </ul>
      )}
    </nav>
  );
}

function Step({ at, gap, current, href }: { at: number; gap: boolean; current: boolean; href: string }) {
  return (
    <>
      {gap && (
        <li aria-hidden="true" className="px-1">
          …
        </li>
      )}
      <li className="tabular-nums">
        {current ? (
          <span
            aria-current="page"
            className="badge inline-block min-w-11 rounded-sm bg-ink px-3 py-2 text-center font-bold text-paper"
          >
            <span className="sr-only">Page </span>
            {at}
          </span>
        ) : (
          <TextLink href={href} className="inline-block min-w-11 px-3 py-2 text-center">
            <span className="sr-only">Page </span>
            {at}
          </TextLink>
        )}
      </li>
    </>
  );
}

function Turn({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <TextLink href={href} className="inline-block px-3 py-2">
        {children}
        <span className="sr-only"> page</span>
      </TextLink>
    </li>
  );
}

const near = (page: number, pages: number) =>
  [...new Set([1, page - 1, page, page + 1, pages])].filter((at) => at >= 1 && at <= pages).sort((a, b) => a - b);
