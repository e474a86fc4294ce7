import "server-only";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { newId } from "@/lib/core/values/id";
import { MOST_BYTES } from "../rules";
import { codeOf, isFull, StorageFull } from "../storage/full";
import { chunksOf } from "../storage/stream";

/** A file that lies in the incoming folder, not yet looked at. Whoever has it must `discard` it. */
export type Arrived = { path: string; fileName: string; declared: string; bytes: number; sha256: string };

export type Received =
  | { ok: true; fields: FormData; file: Arrived | null; tooLarge: boolean }
  /** The body was no form, or ended too soon. Nothing is left of it. */
  | { ok: false };

type Sent = {
  body: ReadableStream<Uint8Array> | null;
  contentType: string /** As declared, in bytes. */;
  length: number;
};

/** How far from the end of a body its last line may stand. */
const TAIL = 512;
/** What the texts around a file may weigh. */
const AROUND = 64 * 1024;
const limits = { fields: 30, fieldSize: 4_096, fieldNameSize: 100, files: 4, parts: 40, headerPairs: 20 };

/**
 * Reads a form with one file named "file", as it comes: the file goes to the disk in small pieces, counted and hashed on
 * the way, and is never whole in memory. One that is too large, or says so, is not kept, and the rest of the form is read
 * past, so that the browser hears the answer. Throws `StorageFull` when the disk has no room.
 */
export async function receive({ body, contentType, length }: Sent, folder: string): Promise<Received> {
  if (!body) return { ok: false };
  const parser = parserOf(contentType);
  const end = endOf(contentType);
  if (!parser || !end) {
    await readPast(body);
    return { ok: false };
  }
  const fields = new FormData();
  const seen = { tooLarge: false };
  const streams: Readable[] = [];
  let kept: Promise<Arrived | null> = Promise.resolve(null);
  let named = false;
  parser.on("field", (name, value) => {
    if (typeof name === "string" && name !== "file") fields.append(name, String(value));
  });
  parser.on("file", (name, stream, fileName, _encoding, declared) => {
    // Told of at once, because a form may break off before anybody reads its file.
    stream.on("error", (error) => stream.destroy(error));
    streams.push(stream);
    const wanted = name === "file" && !named && typeof fileName === "string" && fileName !== "";
    if (wanted && length <= MOST_BYTES + AROUND) {
      named = true;
      stream.once("limit", () => {
        seen.tooLarge = true;
      });
      kept = spool(stream, { folder, fileName, declared });
      kept.catch(() => stream.resume());
      return;
    }
    seen.tooLarge ||= wanted;
    stream.resume();
  });

  const whole = await feed(parser, body, end);
  if (!whole) for (const stream of streams) stream.destroy(new Error("The form broke off"));
  await readPast(body);
  const file = await kept.catch((error: unknown) => {
    // A fault of the disk is ours and is told as one; whatever else is wrong came with the form.
    if (error instanceof StorageFull || (whole && codeOf(error) !== "")) throw error;
    return "broken" as const;
  });
  if (!whole || file === "broken") {
    if (file && file !== "broken") await discard(file);
    return { ok: false };
  }
  if (seen.tooLarge && file) await discard(file);
  return { ok: true, fields, file: seen.tooLarge ? null : file, tooLarge: seen.tooLarge };
}

/** Takes what arrived off the disk; that it is gone already is no fault. */
export const discard = ({ path }: Pick<Arrived, "path">) => rm(path, { force: true });

function parserOf(contentType: string): BusboyInstance | null {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return null;
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      limits: { ...limits, fileSize: MOST_BYTES },
      isPartAFile: (_name: string | undefined, _type: string | undefined, fileName: string | undefined) =>
        fileName !== undefined,
    });
  } catch {
    return null;
  }
}

/** The line that every whole form ends with; null where the type names no boundary. */
function endOf(contentType: string): Buffer | null {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  return boundary ? Buffer.from(`--${boundary}--`, "latin1") : null;
}

/** Hands the body to the parser piece by piece. Gives whether the form came to its proper end. */
async function feed(parser: BusboyInstance, body: ReadableStream<Uint8Array>, end: Buffer): Promise<boolean> {
  let tail = Buffer.alloc(0);
  let broken = false;
  let finished = false;
  const ended = new Promise<void>((resolve) => {
    parser.once("finish", () => {
      finished = true;
      resolve();
    });
    parser.once("error", () => {
      broken = true;
      resolve();
    });
  });
  parser.on("error", () => {});
  try {
    for await (const chunk of chunksOf(body)) {
      if (broken || finished) break;
      const piece = Buffer.from(chunk);
      tail = Buffer.concat([tail, piece]).subarray(-TAIL);
      if (!parser.write(piece)) await Promise.race([once(parser, "drain"), ended]);
    }
  } catch {
    broken = true;
  }
  if (broken || !tail.includes(end)) {
    parser.destroy();
    return false;
  }
  if (!finished) parser.end();
  await Promise.race([ended, late()]);
  return finished && !broken;
}

/** A parser that neither finishes nor fails has lost its way in what it was sent. */
const late = () => new Promise<void>((resolve) => setTimeout(resolve, 5_000).unref());

/** Reads what is left and keeps none of it: a browser hears an answer only once it has sent everything. */
async function readPast(body: ReadableStream<Uint8Array>) {
  if (body.locked) return;
  try {
    for await (const _ of chunksOf(body));
  } catch {
    // The sender went away; nobody is left to hear.
  }
}

type Where = { folder: string; fileName: string; declared: string };

async function spool(stream: Readable, { folder, fileName, declared }: Where): Promise<Arrived> {
  const path = join(folder, newId());
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(path, "wx", 0o600);
    try {
      for await (const chunk of stream) {
        hash.update(chunk);
        bytes += chunk.length;
        await handle.writeFile(chunk);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    await discard({ path });
    throw isFull(error) ? new StorageFull() : error;
  }
  return { path, fileName, declared, bytes, sha256: hash.digest("hex") };
}
