import "server-only";
import { randomBytes } from "node:crypto";
import { isAbsolute, join } from "node:path";
import { environment } from "@/lib/core/process/environment";
import { folderStorage } from "./folder";
import { s3Storage } from "./s3";

/** What a storage is told about a file: its length in bytes, its SHA-256 as hex, and its media type. */
export type FileFacts = { bytes: number; sha256: string; mediaType: string };
export type StoredFile = { key: string; storedAt: Date };

/** Where files are kept. A key says nothing of what it opens, and is never shown. */
export type Storage = {
  /** Keeps a file whole, or throws and keeps nothing. `StorageFull` when there is no room. */
  put: (key: string, bytes: ReadableStream<Uint8Array>, facts: FileFacts) => Promise<void>;
  /** The file as a stream; null when it is not there. */
  get: (key: string) => Promise<ReadableStream<Uint8Array> | null>;
  /** Takes a file away. That it was not there is no fault. */
  remove: (key: string) => Promise<void>;
  list: () => AsyncIterable<StoredFile>;
};

/** A random name for a file: 256 bits, spread over folders by its first two letters. */
export function newStorageKey(): string {
  const name = randomBytes(32).toString("hex");
  return `${name.slice(0, 2)}/${name.slice(2)}`;
}

/** Whether a name in a storage is one of ours, whole or broken off, and no file of somebody else. */
export const isStorageKey = (key: string): boolean => /^[0-9a-f]{2}\/[0-9a-f]{62}(\.part)?$/.test(key);

const dataFolder = () => {
  const { DATA_DIR } = environment();
  return isAbsolute(DATA_DIR) ? DATA_DIR : join(/* turbopackIgnore: true */ process.cwd(), DATA_DIR);
};

/** Where a file lies while it is read in and looked at, before it is kept. */
export const incomingFolder = (): string => join(dataFolder(), "incoming");

/** The storage that the environment names: S3 where a bucket is given, else a folder of this machine. */
export function openStorage(): Storage {
  const { EVIDENCE_DIR, S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = environment();
  if (S3_BUCKET && S3_ENDPOINT && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY)
    return s3Storage({
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      region: S3_REGION,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
    });
  return folderStorage(EVIDENCE_DIR ?? join(dataFolder(), "evidence"));
}
