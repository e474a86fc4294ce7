import Papa from "papaparse";

export type Cell = string | number | bigint | boolean | Date | null | undefined;
export type Column<Row> = { header: string; value: (row: Row) => Cell };

// A sign that starts a formula in some spreadsheet, in its narrow, small and full-width forms, after anything that does not show.
const FORMULA = /^[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]/u;
const HIDDEN_START = /^[\t\r\n]/;
const PLAIN_NUMBER = /^-\d+(\.\d+)?$/;

/**
 * Rows as CSV (RFC 4180: CRLF, quotes where needed) with a header line. Numbers stay numbers, instants are ISO UTC,
 * `null` is empty, and text that a spreadsheet would run is made to stay text.
 * Begins with a byte order mark, without which Excel misreads "£"; a reader that is a program can be spared it.
 */
export function csv<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>, { bom = true }: { bom?: boolean } = {}) {
  const fields = columns.map(({ header }) => neutralise(header));
  const data = Array.from(rows, (row) => columns.map(({ value }) => cell(value(row))));
  const table = Papa.unparse([fields, ...data], { newline: "\r\n", quotes: needsQuotes });
  return `${bom ? "\uFEFF" : ""}${table}\r\n`;
}

/** Text that no spreadsheet will run: an apostrophe goes before anything that could start a formula. A plain negative number is left alone. */
export function neutralise(text: string): string {
  const risky = HIDDEN_START.test(text) || (FORMULA.test(text) && !PLAIN_NUMBER.test(text));
  return risky ? `'${text}` : text;
}

/** A download of CSV text under a file name; a browser can neither show it as a page nor guess that it is something else. */
export function csvResponse(
  name: string,
  text: string,
  { cacheControl = "private, no-store" }: { cacheControl?: string } = {},
): Response {
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": attachment(name),
      "x-content-type-options": "nosniff",
      "cache-control": cacheControl,
    },
  });
}

function cell(value: Cell): string | number | boolean {
  if (value === null || value === undefined) return "";
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return Number.isFinite(value) ? value : "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  return typeof value === "string" ? neutralise(value) : value;
}

// Excel splits at semicolons in some countries and at tabs on pasting, and a part split off could start a formula.
const needsQuotes = (value: unknown): boolean => typeof value === "string" && /[;\t]/.test(value);

function attachment(name: string): string {
  const stem = name
    .normalize("NFKD")
    .replace(/\.csv$/i, "")
    .replace(/[^A-Za-z0-9 ._-]/g, "")
    .trim()
    .slice(0, 100);
  return `attachment; filename="${stem || "export"}.csv"`;
}
