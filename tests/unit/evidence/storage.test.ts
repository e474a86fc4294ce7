import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scanByClamd, verdictOf } from "@/lib/register/evidence/scan/clamd";
import { folderStorage } from "@/lib/register/evidence/storage/folder";
import { isFull, StorageAway, StorageFull } from "@/lib/register/evidence/storage/full";
import { s3Storage } from "@/lib/register/evidence/storage/s3";
import { isStorageKey, newStorageKey, type Storage } from "@/lib/register/evidence/storage/storage";
import { read, streamed } from "@/tests/support/evidence/form";
import { fakeClamd, fakeS3 } from "@/tests/support/evidence/servers";

const folder = mkdtempSync(join(tmpdir(), "throughcare-storage-"));
const bytes = Buffer.from("a file ".repeat(30_000));
const facts = {
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  mediaType: "application/pdf",
};
const settings = { bucket: "files", region: "eu-west-2", accessKeyId: "id", secretAccessKey: "secret" };
let bucket: Awaited<ReturnType<typeof fakeS3>>;
let full: Awaited<ReturnType<typeof fakeS3>>;
const keysOf = async (storage: Storage) => {
  const keys: string[] = [];
  for await (const { key } of storage.list()) keys.push(key);
  return keys.toSorted();
};

beforeAll(async () => {
  bucket = await fakeS3({ pageOf: 2 });
  full = await fakeS3({ full: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  bucket.close();
  full.close();
});

describe.each([
  ["a folder", () => folderStorage(folder)],
  ["a bucket", () => s3Storage({ ...settings, endpoint: bucket.endpoint })],
])("%s", (_name, open) => {
  test("keeps, gives, lists and takes away", async () => {
    const storage = open();
    const keys = [newStorageKey(), newStorageKey(), newStorageKey()].toSorted();
    for (const key of keys) await storage.put(key, streamed(bytes), facts);
    expect(await keysOf(storage)).toEqual(keys);
    const [first = "", second = ""] = keys;
    expect(await read(await storage.get(first))).toEqual(bytes);
    await storage.remove(first);
    await storage.remove(first);
    expect(await storage.get(first)).toBeNull();
    expect(await read(await storage.get(second))).toEqual(bytes);
    for (const key of keys) await storage.remove(key);
    expect(await keysOf(storage)).toEqual([]);
  });

  test.each([
    ["stops short", () => streamed(bytes.subarray(0, 5_000))],
    ["breaks off", () => streamed(bytes.subarray(0, 5_000), { breaks: true })],
  ])("keeps nothing of a file that %s", async (_how, stream) => {
    const storage = open();
    const key = newStorageKey();
    await expect(storage.put(key, stream(), facts)).rejects.toThrow();
    expect(await storage.get(key)).toBeNull();
    expect(await keysOf(storage)).toEqual([]);
  });
});

test("in a folder nobody else may read, and nothing but whole files lies there", async () => {
  const storage = folderStorage(folder);
  const key = newStorageKey();
  await storage.put(key, streamed(bytes), facts);
  expect(statSync(join(folder, key)).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, key.slice(0, 2)))).toEqual([key.slice(3)]);
  await storage.remove(key);
});

test("a bucket that is full, wrong or away says which", async () => {
  const put = (storage: Storage) => storage.put(newStorageKey(), streamed(bytes), facts);
  await expect(put(s3Storage({ ...settings, endpoint: full.endpoint }))).rejects.toThrow(StorageFull);
  const stranger = s3Storage({ ...settings, accessKeyId: "other", endpoint: bucket.endpoint });
  await expect(put(stranger)).rejects.toThrow(StorageAway);
  await expect(stranger.get(newStorageKey())).rejects.toThrow(StorageAway);
  await expect(put(s3Storage({ ...settings, endpoint: "http://127.0.0.1:9" }))).rejects.toThrow(StorageAway);
});

test("a full disk is known by its code", () => {
  expect(["ENOSPC", "EDQUOT", "EACCES"].map((code) => isFull(Object.assign(new Error("no"), { code })))).toEqual([
    true,
    true,
    false,
  ]);
  expect(isFull(null)).toBe(false);
});

test("a key is 256 random bits, and no other text is one", () => {
  const keys = Array.from({ length: 200 }, newStorageKey);
  expect(new Set(keys).size).toBe(200);
  expect(keys.every(isStorageKey)).toBe(true);
  expect(isStorageKey(`${keys[0]}.part`)).toBe(true);
  for (const text of ["", "../../etc/passwd", "ab/..", `${keys[0]}/x`, `/${keys[0]}`, keys[0]?.toUpperCase() ?? ""])
    if (text !== keys[0]) expect(isStorageKey(text)).toBe(false);
});

describe("ClamAV's daemon", () => {
  test("finds nothing, or finds something, in a file that it was given whole", async () => {
    const daemon = await fakeClamd();
    expect(await scanByClamd(daemon.address, streamed(bytes))).toBe("clean");
    expect(await scanByClamd(daemon.address, streamed(Buffer.from("X5O EICAR test")))).toBe("infected");
    expect(daemon.received[0]).toEqual(bytes);
    daemon.close();
  });

  test.each(["INSTREAM size limit exceeded. ERROR", "", "stream: OK and FOUND nothing", "nonsense"])(
    "that answers %j gives no verdict",
    async (says) => {
      const daemon = await fakeClamd(says);
      expect(await scanByClamd(daemon.address, streamed(bytes))).toBe("failed");
      daemon.close();
    },
  );

  test("that is away gives no verdict, and neither does a file that breaks off", async () => {
    expect(await scanByClamd("127.0.0.1:9", streamed(bytes))).toBe("failed");
    expect(await scanByClamd("unix:/nowhere/clamd.sock", streamed(bytes))).toBe("failed");
    const daemon = await fakeClamd();
    expect(await scanByClamd(daemon.address, streamed(bytes, { breaks: true }))).toBe("failed");
    daemon.close();
  });

  test("speaks in whole sentences", () => {
    expect(verdictOf("stream: OK\0")).toBe("clean");
    expect(verdictOf("stream: Win.Test.EICAR_HDB-1 FOUND\0")).toBe("infected");
    expect(verdictOf("stream: OK FOUND\0stream: OK")).toBe("infected");
    expect(verdictOf("1: stream: OK")).toBe("failed");
  });
});
