import "server-only";
import { open } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { type ArchiveEntry, type ArchiveFault, judgeArchive, limits } from "../archive";
import { agrees, displayName, type FileKind, kindByName, kindByType, mediaTypeOf } from "../rules";
import { fileProblems } from "../words";
import type { Arrived } from "./receive";

export type Inspected = { ok: true; mediaType: string; fileName: string } | { ok: false; message: string };

const no = (problem: keyof typeof fileProblems): Inspected => ({ ok: false, message: fileProblems[problem] });

/**
 * Looks at a file that arrived: that it is of a kind we take, that its first bytes, its name and its declared type say
 * the same, and, where it is an archive, that it holds a document and nothing more. Nothing in it is run or unpacked.
 */
export async function inspect({ path, fileName, declared, bytes }: Arrived): Promise<Inspected> {
  if (bytes === 0) return no("empty");
  if (!kindByName(fileName) || kindByType(declared) === null) return no("type");
  const found = await kindOf(path);
  if (typeof found !== "object") return no(found);
  if (!agrees(found.kind, { fileName, declared })) return no("mismatch");
  return { ok: true, mediaType: mediaTypeOf(found.kind), fileName: displayName(fileName, found.kind) };
}

async function kindOf(path: string): Promise<{ kind: FileKind } | "mismatch" | ArchiveFault> {
  const head = await beginning(path);
  if (head.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))) {
    const judged = await measure(await openPromise(path, options).catch(() => null), 0);
    return judged.ok ? { kind: judged.kind } : judged.fault;
  }
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  // What Office wraps a document with a password in, and what it wrote before 2007.
  if (type?.mime === "application/x-cfb") return "locked";
  const kind = type && kindByType(type.mime);
  return kind && kind !== "unsaid" && kind !== "docx" && kind !== "xlsx" ? { kind } : "mismatch";
}

async function beginning(path: string): Promise<Buffer> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4_100), 0, 4_100, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const options = { autoClose: false, strictFileNames: true } as const;

type Measured =
  | { ok: true; kind: "docx" | "xlsx"; unpacked: number; entries: number }
  | { ok: false; fault: ArchiveFault };

/** Judges an archive by its central directory, and the documents within it the same way, as if they were one. */
async function measure(zip: ZipFile | null, depth: number): Promise<Measured> {
  if (!zip) return { ok: false, fault: "damaged" };
  try {
    const entries = await entriesOf(zip);
    if (!Array.isArray(entries)) return { ok: false, fault: entries };
    const judged = judgeArchive(entries.map(told));
    if (!judged.ok) return judged;
    let { unpacked, entries: count } = judged;
    for (const name of judged.nested) {
      const inner = depth < limits.depth ? entries.find(({ fileName }) => fileName === name) : undefined;
      const bytes = inner && (await contentOf(zip, inner));
      if (!bytes) return { ok: false, fault: "archive" };
      const within = await measure(await fromBufferPromise(bytes, options).catch(() => null), depth + 1);
      if (!within.ok) return { ok: false, fault: within.fault };
      unpacked += within.unpacked;
      count += within.entries;
    }
    const tooMuch = unpacked > limits.unpacked || count > limits.entries;
    return tooMuch ? { ok: false, fault: "archive" } : { ok: true, kind: judged.kind, unpacked, entries: count };
  } finally {
    zip.close();
  }
}

const told = (entry: Entry): ArchiveEntry => ({
  name: entry.fileName,
  packed: entry.compressedSize,
  unpacked: entry.uncompressedSize,
  encrypted: entry.isEncrypted(),
  at: entry.relativeOffsetOfLocalHeader,
});

function entriesOf(zip: ZipFile): Promise<Entry[] | ArchiveFault> {
  if (zip.entryCount > limits.entries) return Promise.resolve("archive");
  return new Promise((resolve) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.once("end", () => resolve(entries));
    zip.once("error", ({ message }: Error) => resolve(faultOf(message)));
    zip.readEntry();
  });
}

/** Which fault the reader of archives means: a name that leads elsewhere, a password, or a file that is broken. */
const faultOf = (message: string): ArchiveFault =>
  /encrypt/.test(message) ? "locked" : /path|characters in fileName/.test(message) ? "archive" : "damaged";

/** A document within the document, in memory; null when it is larger than it said. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > limits.nested) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
}
