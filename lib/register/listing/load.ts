import "server-only";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { appendFile, rename, rm, stat } from "node:fs/promises";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import { system } from "@/lib/core/actor";
import { Refused, type Result } from "@/lib/core/door/result";
import { neutralise } from "@/lib/core/values/csv";
import { finishLoad, openLoad, storeBatch } from "./commands";
import { type Batch, batches, type Chunks, inspect } from "./reading";

/** How many rows are stored together. */
const BATCH = 2_000;

/** How far a load is: bytes read of all bytes, rows taken and refused. */
export type Progress = { done: number; of: number; loaded: number; refused: number };

type How = {
  /** For the invented extract of the demo. */
  isFiction?: boolean;
  tell?: (progress: Progress) => void;
  /** Gives the bytes of the file from a position on; a test gives some that break off. */
  read?: (path: string, position: number) => Chunks;
  batch?: number;
};

/** What a load came to. `isDone` when the same file had been loaded before, so nothing was. */
export type Loaded = {
  source: string;
  lines: number;
  loaded: number;
  refused: number;
  /** The first byte that was read this time; above nought when an earlier load went on. */
  from: number;
  isDone: boolean;
  errors: string | null;
};

/** Where the lines that were refused are written: beside the file. */
export const errorsBeside = (path: string) => `${path}.errors.csv`;

/**
 * Loads an extract of a public register, from its beginning or from where an earlier load of the same bytes was cut off.
 * Lines that cannot be read are written beside the file. Throws `NotAnExtract` for another kind of file, and `Refused`
 * when a command says no.
 */
export async function loadFile(
  path: string,
  { isFiction = false, tell, read = bytesOf, batch = BATCH }: How = {},
): Promise<Loaded> {
  const extract = await inspect(path);
  const { size } = await stat(path);
  const opened = must(
    await openLoad(system, { source: basename(path), sha256: await digest(path), isFiction: isFiction ? "yes" : "" }),
  );
  const source = extract.source.name;
  let { loaded, refused, lines } = opened;
  if (opened.isDone)
    return {
      source,
      lines,
      loaded,
      refused,
      from: size,
      isDone: true,
      errors: refused > 0 ? errorsBeside(path) : null,
    };
  const start = opened.position > 0n ? { position: Number(opened.position), lines } : extract;
  await keepErrors(errorsBeside(path), opened.position > 0n ? lines : 0);

  for await (const one of batches(extract, read(path, start.position), start, batch)) {
    await writeErrors(errorsBeside(path), one.faults);
    must(await storeBatch(system, inputOf(opened.id, one, opened.position === 0n && one.from === start.position)));
    loaded += one.rows.length;
    refused += one.faults.length;
    lines = one.lines;
    tell?.({ done: one.to, of: size, loaded, refused });
  }
  const ended = must(await finishLoad(system, { loadId: opened.id }));
  return {
    source,
    ...ended,
    from: start.position,
    isDone: false,
    errors: refused > 0 ? errorsBeside(path) : null,
  };
}

/** The first stretch of a file takes its header with it. */
const inputOf = (loadId: string, { rows, faults, from, to, lines }: Batch, isFirst: boolean) => ({
  loadId,
  rows,
  refused: faults.length,
  from: isFirst ? 0n : BigInt(from),
  to: BigInt(to),
  lines,
});

const bytesOf = (path: string, position: number): Chunks =>
  createReadStream(path, { start: position, highWaterMark: 1 << 20 });

async function digest(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of bytesOf(path, 0)) hash.update(chunk);
  return hash.digest("hex");
}

const HEADER = "line,what is wrong\n";

/** The errors that an earlier part of this load wrote; those after the line from which it goes on are found again. */
async function keepErrors(path: string, lines: number) {
  if (lines === 0) return rm(path, { force: true });
  const kept = `${path}.part`;
  const out = createWriteStream(kept);
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
      if (!/^\d/.test(line) || Number.parseInt(line, 10) <= lines) out.write(`${line}\n`);
  } catch (error) {
    // There were none.
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  await new Promise<void>((resolve, reject) => out.once("error", reject).end(resolve));
  return rename(kept, path);
}

async function writeErrors(path: string, faults: Batch["faults"]) {
  if (faults.length === 0) return;
  const lines = faults.map(({ line, message }) => `${line},"${neutralise(message).replaceAll('"', '""')}"\n`);
  const isNew = (await stat(path).catch(() => null))?.size ?? 0;
  await appendFile(path, `${isNew === 0 ? HEADER : ""}${lines.join("")}`);
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.refusal);
  return result.value;
}
