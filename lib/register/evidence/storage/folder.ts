import "server-only";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf, isFull, StorageFull } from "./full";
import type { FileFacts, Storage, StoredFile } from "./storage";
import { chunksOf, readHandle } from "./stream";

/**
 * Files in a folder of this machine, or of a disk that several machines share. A file is written under another name, put
 * on the disk for good (fsync) and only then given its own, so that no half of a file is ever found.
 */
export function folderStorage(folder: string): Storage {
  const at = (key: string) => join(folder, key);

  const put = async (key: string, bytes: ReadableStream<Uint8Array>, { bytes: length }: FileFacts) => {
    const path = at(key);
    const written = `${path}.part`;
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const size = await write(written, bytes);
      if (size !== length) throw new Error("A file came short while it was being kept");
      await rename(written, path);
      await settle(dirname(path));
    } catch (error) {
      await rm(written, { force: true }).catch(() => {});
      if (!bytes.locked) await bytes.cancel().catch(() => {});
      throw isFull(error) ? new StorageFull() : error;
    }
  };

  const get = async (key: string) => {
    try {
      return readHandle(await open(at(key), "r"));
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    }
  };

  return { put, get, remove: (key) => rm(at(key), { force: true }), list: () => listed(folder) };
}

async function write(path: string, bytes: ReadableStream<Uint8Array>): Promise<number> {
  const handle = await open(path, "wx", 0o600);
  try {
    let size = 0;
    for await (const chunk of chunksOf(bytes)) {
      await handle.writeFile(chunk);
      size += chunk.byteLength;
    }
    await handle.sync();
    return size;
  } finally {
    await handle.close();
  }
}

/** A new name is safe only once its folder is on the disk too. Not every file system lets a folder be opened. */
async function settle(folder: string) {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

async function* listed(folder: string): AsyncGenerator<StoredFile> {
  for (const part of await names(folder))
    for (const name of await names(join(folder, part))) {
      const found = await stat(join(folder, part, name)).catch(() => null);
      if (found?.isFile()) yield { key: `${part}/${name}`, storedAt: found.mtime };
    }
}

const names = (folder: string) => readdir(folder).catch((): string[] => []);
