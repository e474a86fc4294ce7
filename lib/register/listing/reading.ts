import { open } from "node:fs/promises";
import { columnName, type ListedRow, type Read, type Source, sourceOf } from "./columns";
import { type Format, fieldsOf, formatOf, type Piece, Splitter } from "./splitter";

/** Why a file cannot be loaded at all, in a sentence for the operator. */
export class NotAnExtract extends Error {}

/** What a file is: how it is written, whose extract it is, and where its first record begins. */
export type Extract = { format: Format; source: Source; columns: readonly string[]; position: number; lines: number };

/** Records read in one go, and where reading goes on after them. */
export type Batch = {
  rows: ListedRow[];
  faults: { line: number; message: string }[];
  from: number;
  to: number;
  lines: number;
};

/** Chunks of a file from a byte on. */
export type Chunks = AsyncIterable<Buffer>;

const BEGINNING = 256 * 1024;

/** Looks at the beginning of a file. Throws `NotAnExtract` when its columns are those of no register that we know. */
export async function inspect(path: string): Promise<Extract> {
  const beginning = await head(path);
  const format = formatOf(beginning.toString("utf8", 0, 4096));
  const splitter = new Splitter(format);
  const [first] = [...splitter.push(beginning), ...splitter.end()];
  if (!first) throw new NotAnExtract("The file is empty.");
  const columns = columnsOf(first, format);
  const source = sourceOf(columns);
  if (!source)
    throw new NotAnExtract("The first line names the columns of no register that we know. See docs/loading.md.");
  const start = format === "json" ? { position: 0, lines: 0 } : { position: first.end, lines: first.lines };
  return { format, source, columns, ...start };
}

async function head(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(BEGINNING);
    const { bytesRead } = await file.read(bytes, 0, BEGINNING, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function columnsOf(first: Piece, format: Format): string[] {
  if (format !== "json") return (fieldsOf(first.text, format) ?? []).map(columnName);
  const object = objectOf(first.text);
  return object ? [...object.keys()] : [];
}

/**
 * Reads the records of an extract from a byte on, in batches of at most `size`, holding one batch at a time. What is wrong
 * with a record is in the batch's faults, by the line on which it begins; it never ends the reading.
 */
export async function* batches(
  extract: Extract,
  chunks: Chunks,
  from: { position: number; lines: number },
  size: number,
): AsyncGenerator<Batch> {
  const splitter = new Splitter(extract.format, from);
  const read = readerOf(extract);
  let batch = emptyBatch(from);
  let held = 0;
  const take = function* (pieces: readonly Piece[]) {
    for (const piece of pieces) {
      const found = piece.fault ? { fault: piece.fault } : read(piece.text);
      if ("row" in found) batch.rows.push(found.row);
      else batch.faults.push({ line: piece.line, message: found.fault });
      batch.to = piece.end;
      batch.lines = piece.lines;
      held += 1;
      if (held < size) continue;
      yield batch;
      batch = emptyBatch({ position: piece.end, lines: piece.lines });
      held = 0;
    }
  };
  for await (const chunk of chunks) yield* take(splitter.push(chunk));
  yield* take(splitter.end());
  if (held > 0) yield batch;
}

const emptyBatch = ({ position, lines }: { position: number; lines: number }): Batch => ({
  rows: [],
  faults: [],
  from: position,
  to: position,
  lines,
});

/** Made once for a file, so that a row costs no search for its columns. */
function readerOf({ format, source, columns }: Extract): (text: string) => Read {
  if (format === "json")
    return (text) => {
      const object = objectOf(text);
      return object ? source.read((column) => object.get(column) ?? "") : { fault: "This is not a JSON object" };
    };
  const places = new Map(columns.map((column, at) => [column, at]));
  return (text) => {
    const fields = fieldsOf(text, format);
    if (!fields) return { fault: "A quote stands where none may" };
    if (fields.length !== columns.length)
      return { fault: `There are ${fields.length} fields, and the first line names ${columns.length}` };
    return source.read((column) => {
      const place = places.get(column);
      return place === undefined ? "" : (fields[place] ?? "").trim();
    });
  };
}

/** The texts and figures of an object, by the names of its columns. */
function objectOf(text: string): Map<string, string> | null {
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== "object" || given === null || Array.isArray(given)) return null;
    return new Map(
      Object.entries(given).map(([name, value]) => [
        columnName(name),
        typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "",
      ]),
    );
  } catch {
    return null;
  }
}
