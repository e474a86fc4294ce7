/** A postcode as it is kept: no space, capitals. `isWhole` is false for its first half alone, such as "ME14". */
export type Postcode = { text: string; isWhole: boolean };

const WHOLE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/;
const FIRST_HALF = /^[A-Z]{1,2}\d[A-Z\d]?$/;

/** Reads what somebody typed as a postcode, or as its first half; null for anything else. */
export function readPostcode(typed: string): Postcode | null {
  if (typed.length > 20) return null;
  const text = typed
    .normalize("NFKC")
    .replace(/[\s.-]+/g, "")
    .toUpperCase();
  // A half with a space in it is no half: "E1 1" is the beginning of something else.
  if (WHOLE.test(text)) return { text, isWhole: true };
  return FIRST_HALF.test(text) && !/\s/.test(typed.trim()) ? { text, isWhole: false } : null;
}

/** A postcode as people write it: "ME14 1XX". */
export const postcodeWords = ({ text, isWhole }: Postcode): string =>
  isWhole ? `${text.slice(0, -3)} ${text.slice(-3)}` : text;

/** Whatever in a list of lines reads as a postcode: what to ask for before the list is read. */
export const postcodesIn = (list: string): Postcode[] =>
  list.split(/[\n;,]/).flatMap((entry) => readPostcode(entry.trim()) ?? []);

/** Where the columns of a postcode file are that we read; null when one of them is missing. */
export type Columns = { postcode: number; authority: number; ended: number; country: number };

// One file has several spellings of each postcode. All read alike, so the first found will do.
const postcodeNames = ["pcds", "pcd8", "pcd7", "pcd"];
// The statistics office puts the year into some names: lad25cd, ctry25cd.
const names: Record<Exclude<keyof Columns, "postcode">, RegExp> = {
  authority: /^(oslaua|laua|lad\d\dcd|laua\d\dcd)$/,
  ended: /^doterm$/,
  country: /^(ctry|ctry\d\dcd)$/,
};

/** Finds the columns of the ONS Postcode Directory or the National Statistics Postcode Lookup in a header line. */
export function columnsOf(header: string): Columns | null {
  const cells = cellsOf(header.replace(/^\uFEFF/, "")).map((cell) => cell.trim().toLowerCase());
  const at = (name: RegExp) => cells.findIndex((cell) => name.test(cell));
  const columns = {
    postcode: postcodeNames.map((name) => cells.indexOf(name)).find((column) => column >= 0) ?? -1,
    authority: at(names.authority),
    ended: at(names.ended),
    country: at(names.country),
  };
  return Object.values(columns).includes(-1) ? null : columns;
}

/** What one line of the file says: a living postcode with its council, one to leave out, or a fault. */
export type Line =
  | { kind: "living"; postcode: string; gss: string }
  | { kind: "ended"; postcode: string }
  | { kind: "elsewhere" }
  | { kind: "fault"; message: string };

const COUNTRIES = new Set(["E92000001", "W92000004"]);

/** Reads one line after the header. Only England and Wales are kept. */
export function readLine(line: string, columns: Columns): Line {
  const cells = cellsOf(line);
  const at = (column: number) => (cells[column] ?? "").trim();
  if (cells.length <= Math.max(...Object.values(columns))) return { kind: "fault", message: "cells are missing" };
  if (!COUNTRIES.has(at(columns.country))) return { kind: "elsewhere" };
  const read = readPostcode(at(columns.postcode));
  if (!read?.isWhole) return { kind: "fault", message: `"${at(columns.postcode).slice(0, 20)}" is no postcode` };
  if (at(columns.ended) !== "") return { kind: "ended", postcode: read.text };
  const gss = at(columns.authority);
  if (gss === "") return { kind: "fault", message: `${read.text} has no council` };
  return { kind: "living", postcode: read.text, gss };
}

/** The cells of one line of CSV. The postcode files have no line ends inside quotes. */
export function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (quoted && sign === '"' && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === "," && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell];
}
