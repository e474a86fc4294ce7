import "server-only";
import { type Actor, system } from "@/lib/core/actor";
import { invalid, type Refusal, type Result } from "@/lib/core/door/result";
import { values } from "@/lib/core/values/form";
import { addEvidence } from "../commands/add";
import { isKept } from "../queries/files";
import { openScanner, type Scanner } from "../scan/scan";
import { SaidInput } from "../schema";
import { newStorageKey, openStorage, type Storage } from "../storage/storage";
import { readFileStream } from "../storage/stream";
import { fileProblems } from "../words";
import { inspect } from "./inspect";
import { type Arrived, discard, type Received } from "./receive";

type Means = { storage: Storage; scan: Scanner | null };

/**
 * Takes in what was received: judges the words and the file together, has the file scanned, stores it, and adds its row by
 * one command. Refusals are about the fields; whatever happens, no file stays without a row that was refused.
 */
export async function takeIn(
  actor: Actor,
  received: Received & { ok: true },
  means: Means = { storage: openStorage(), scan: openScanner() },
): Promise<Result<{ id: string }>> {
  const { file, fields, tooLarge } = received;
  const typed = values(fields);
  try {
    const said = SaidInput.safeParse(typed);
    const looked = file ? await inspect(file) : null;
    const problem = tooLarge ? fileProblems.tooLarge : !looked ? fileProblems.none : looked.ok ? null : looked.message;
    const refusal = problemsOf(said.success ? null : invalid(said.error), problem);
    if (refusal || !file || !looked?.ok) return { ok: false, refusal: refusal ?? atFile(fileProblems.broken) };
    const verdict = means.scan ? await means.scan(readFileStream(file.path)) : "notScanned";
    if (verdict === "infected") return { ok: false, refusal: atFile(fileProblems.harmful) };
    return await keep(actor, { typed, file, looked, verdict }, means.storage);
  } finally {
    if (file) await discard(file);
  }
}

type Looked = { mediaType: string; fileName: string };
type Kept = { typed: object; file: Arrived; looked: Looked; verdict: "clean" | "failed" | "notScanned" };

async function keep(actor: Actor, { typed, file, looked, verdict }: Kept, storage: Storage) {
  const { bytes, sha256, path } = file;
  const { mediaType, fileName } = looked;
  const storageKey = newStorageKey();
  await storage.put(storageKey, readFileStream(path), { bytes, sha256, mediaType });
  try {
    const result = await addEvidence(actor, {
      ...typed,
      ...{ fileName, mediaType, bytes, sha256, storageKey, scan: verdict },
    });
    if (!result.ok) await storage.remove(storageKey);
    return result;
  } catch (error) {
    // The fault may have come after the commit. What cannot be told apart now is swept later.
    const kept = await isKept(system, storageKey).catch(() => true);
    if (!kept) await storage.remove(storageKey).catch(() => {});
    throw error;
  }
}

const atFile = (message: string): Refusal => ({
  kind: "invalid",
  message: "There is a problem",
  fields: { file: [message] },
});

function problemsOf(words: Refusal | null, file: string | null): Refusal | null {
  if (!words) return file ? atFile(file) : null;
  return file && words.kind === "invalid" ? { ...words, fields: { ...words.fields, file: [file] } } : words;
}
