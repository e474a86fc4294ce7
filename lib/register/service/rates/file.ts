import Papa from "papaparse";
import type { Complexity, RateUnit } from "@/lib/core/prisma/enums";
import { type Column, csv } from "@/lib/core/values/csv";
import { count } from "@/lib/core/values/format";
import { toPounds } from "@/lib/core/values/money";
import { toPercent } from "@/lib/core/values/share";
import { rateFaults } from "../rules";
import { complexityWords, unitWords } from "../words";
import type { PricedLine } from "./changes";
import { MOST_PRICES, RateLineInput, type RateLineTyped } from "./schema";

/** The most that a file of prices may hold: a megabyte, and so many rows under its header. */
export const MOST_BYTES = 1_000_000;

type Field = "what" | "unit" | "complexity" | "price" | "vatBp" | "volumeFrom" | "volumeTo";

const headers: Record<Field, string> = {
  what: "What it is for",
  unit: "One unit is",
  complexity: "Level of need",
  price: "Price before VAT",
  vatBp: "VAT percent",
  volumeFrom: "From how many",
  volumeTo: "To how many",
};
const fields: readonly Field[] = ["what", "unit", "complexity", "price", "vatBp", "volumeFrom", "volumeTo"];
const needed: readonly Field[] = ["what", "unit", "price"];

const columns: Column<PricedLine>[] = [
  { header: headers.what, value: ({ what }) => what },
  { header: headers.unit, value: ({ unit }) => unitWords[unit].one },
  { header: headers.complexity, value: ({ complexity }) => complexityWords[complexity] },
  { header: headers.price, value: ({ pence }) => toPounds(pence) },
  { header: headers.vatBp, value: ({ vatBp }) => toPercent(vatBp) },
  { header: headers.volumeFrom, value: ({ volumeFrom }) => volumeFrom },
  { header: headers.volumeTo, value: ({ volumeTo }) => volumeTo },
];

/** The prices as a file to change and send back. With none, its header alone. */
export const ratesFile = (lines: readonly PricedLine[]): string => csv(columns, lines);

/** A fault in a file: the row as a spreadsheet counts it, the header being 1, and the column by its header. */
export type FileFault = { row: number; column: string; message: string };
export type FileRead = { lines: RateLineTyped[]; faults: FileFault[] };

/**
 * Reads prices from the text of a file, or from cells that were pasted. Commas, semicolons and tabs are all understood.
 * Either every row can be read and there are no faults, or every fault is told and no line is given.
 */
export function readRatesFile(text: string): FileRead {
  const whole = (message: string): FileRead => ({ lines: [], faults: [{ row: 1, column: "", message }] });
  if (text.length > MOST_BYTES) return whole("The file is larger than 1 MB");
  const lines = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const parsed = Papa.parse<string[]>(lines, { newline: "\n", delimiter: delimiterOf(lines) });
  const broken = parsed.errors.find(({ type }) => type === "Quotes");
  if (broken)
    return {
      lines: [],
      faults: [{ row: (broken.row ?? 0) + 1, column: "", message: "A quotation mark is opened and not closed" }],
    };
  const [head = [], ...body] = parsed.data;
  const places = readHeader(head);
  if ("faults" in places) return { lines: [], faults: places.faults };
  const rows = body
    .map((cells, at) => ({ row: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (rows.length === 0) return whole("There are no prices under the header");
  if (rows.length > MOST_PRICES) return whole(`There are ${rows.length} prices. You can have up to ${MOST_PRICES}`);
  return readRows(rows, places.at);
}

/** What divides the cells: whatever divides the header most often. */
const delimiterOf = (text: string): string => {
  const [head = ""] = text.split("\n", 1);
  const many = (sign: string) => head.split(sign).length;
  return many("\t") > many(",") ? "\t" : many(";") > many(",") ? ";" : ",";
};

function readHeader(head: readonly string[]): { at: Map<Field, number> } | { faults: FileFault[] } {
  const names = head.map(plain);
  const unknown = names.flatMap((name, at) =>
    name === "" || fields.some((field) => plain(headers[field]) === name)
      ? []
      : [{ row: 1, column: head[at]?.trim() ?? "", message: "This column is not one of ours" }],
  );
  const twice = fields.flatMap((field) =>
    names.filter((name) => name === plain(headers[field])).length > 1
      ? [{ row: 1, column: headers[field], message: "This column is there twice" }]
      : [],
  );
  const missing = needed.flatMap((field) =>
    names.includes(plain(headers[field]))
      ? []
      : [{ row: 1, column: headers[field], message: "This column is missing" }],
  );
  const faults = [...missing, ...unknown, ...twice].map((fault) => ({ ...fault, column: fault.column.slice(0, 80) }));
  if (faults.length > 0) return { faults };
  return { at: new Map(fields.map((field) => [field, names.indexOf(plain(headers[field]))])) };
}

function readRows(rows: readonly { row: number; cells: string[] }[], at: ReadonlyMap<Field, number>): FileRead {
  const faults: FileFault[] = [];
  const read = rows.map(({ row, cells }) => {
    const beyond = cells.slice(Math.max(...at.values()) + 1).some((cell) => cell.trim() !== "");
    if (beyond) faults.push({ row, column: "", message: "There are more cells here than columns in the header" });
    const typed = Object.fromEntries(fields.map((field) => [field, cells[at.get(field) ?? -1] ?? ""]));
    for (const field of fields)
      if (isFormula(typed[field] ?? ""))
        faults.push({ row, column: headers[field], message: "This starts like a formula. Write it another way" });
    const line = RateLineInput.safeParse({
      ...typed,
      what: asText(typed.what ?? ""),
      unit: unitOf(typed.unit ?? ""),
      complexity: levelOf(typed.complexity ?? ""),
      vatBp: vatOf(typed.vatBp ?? ""),
    });
    for (const { path, message } of line.error?.issues ?? [])
      faults.push({
        row,
        column: headers[fields.find((field) => field === path[0]) ?? "what"],
        message: said(path[0], message),
      });
    return line.data;
  });
  if (faults.length > 0) return { lines: [], faults };
  const lines = read.flatMap((line) => line ?? []);
  const clashes = rateFaults(lines).map(({ line, field, message }) => ({
    row: rows[line]?.row ?? 1,
    column: headers[field],
    message,
  }));
  return clashes.length > 0 ? { lines: [], faults: clashes } : { lines, faults: [] };
}

const said = (field: unknown, message: string): string =>
  field === "unit"
    ? `Write one of: ${units.map(([, one]) => one).join(", ")}`
    : field === "complexity"
      ? `Write one of: ${levels.map(([, label]) => label).join(", ")}`
      : field === "vatBp"
        ? "Write 0 or 20"
        : message;

const units: [RateUnit, string][] = [
  ["referral", unitWords.referral.one],
  ["session", unitWords.session.one],
  ["hour", unitWords.hour.one],
  ["week", unitWords.week.one],
  ["placeNight", unitWords.placeNight.one],
  ["outcome", unitWords.outcome.one],
];
const levels: [Complexity, string][] = [
  ["any", complexityWords.any],
  ["low", complexityWords.low],
  ["medium", complexityWords.medium],
  ["high", complexityWords.high],
];

const unitOf = (cell: string) =>
  units.find(([code, one]) => [plain(code), plain(one)].includes(plain(cell)))?.[0] ?? "";
const levelOf = (cell: string) =>
  cell.trim() === ""
    ? "any"
    : (levels.find(([code, label]) => [plain(code), plain(label)].includes(plain(cell)))?.[0] ?? "unknown");
const vatOf = (cell: string) => {
  const rate = cell.trim().replace(/\s*%$/, "");
  return rate === "" || /^0+(\.0+)?$/.test(rate) ? "0" : /^20(\.0+)?$/.test(rate) ? "2000" : "unknown";
};

/** What we ourselves put before a formula, so that no spreadsheet runs it, is taken off again. */
const asText = (cell: string) => (/^'[\s\p{C}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]/u.test(cell) ? cell.slice(1) : cell);
const isFormula = (cell: string) =>
  /^[\s\p{C}]*[=+@＝＋＠﹢﹦﹫]/u.test(cell) || /^[\s\p{C}]*[-−－﹣](?!\d+(\.\d+)?$)/u.test(cell);

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ");

/** The faults of a file as sentences, the first so many, and how many more there are. */
export function faultSentences(faults: readonly FileFault[], most = 200): string[] {
  const told = faults
    .slice(0, most)
    .map(({ row, column, message }) => [`Row ${row}`, ...(column ? [column] : []), message].join(": "));
  return faults.length > most ? [...told, `And ${count(faults.length - most, "more fault")}.`] : told;
}

/** The text of a file: UTF-8, or as older spreadsheets write it. Null for what is no text at all. */
export function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
