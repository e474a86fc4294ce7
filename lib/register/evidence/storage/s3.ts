import "server-only";
import { AwsV4Signer } from "aws4fetch";
import { StorageAway, StorageFull } from "./full";
import type { FileFacts, Storage, StoredFile } from "./storage";

export type S3Settings = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Long enough for 10 MB over a slow line. */
const PATIENCE = 60_000;

/**
 * Files in a bucket that speaks S3 (signature version 4, the bucket in the path). The signature covers the SHA-256 of
 * the bytes, so that the bucket refuses what was changed on the way.
 */
export function s3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): Storage {
  const base = `${endpoint.replace(/\/$/, "")}/${bucket}`;

  const ask = async (method: string, path: string, headers: Record<string, string> = {}, body?: ReadableStream) => {
    const url = `${base}${path}`;
    const signer = new AwsV4Signer({ method, url, headers, accessKeyId, secretAccessKey, region, service: "s3" });
    const signed = await signer.sign();
    const request = { method, headers: signed.headers, body: body ?? null, duplex: "half", redirect: "error" } as const;
    try {
      return await fetch(signed.url, { ...request, signal: AbortSignal.timeout(PATIENCE) });
    } catch {
      throw new StorageAway(null);
    }
  };

  const put = async (key: string, bytes: ReadableStream<Uint8Array>, facts: FileFacts) => {
    const headers = {
      "content-length": String(facts.bytes),
      "content-type": facts.mediaType,
      "x-amz-content-sha256": facts.sha256,
    };
    const answer = await ask("PUT", `/${key}`, headers, bytes);
    await answer.body?.cancel();
    if (answer.status === 507) throw new StorageFull();
    if (!answer.ok) throw new StorageAway(answer.status);
  };

  const get = async (key: string) => {
    const answer = await ask("GET", `/${key}`);
    if (answer.ok) return answer.body;
    await answer.body?.cancel();
    if (answer.status === 404) return null;
    throw new StorageAway(answer.status);
  };

  const remove = async (key: string) => {
    const answer = await ask("DELETE", `/${key}`);
    await answer.body?.cancel();
    if (!answer.ok && answer.status !== 404) throw new StorageAway(answer.status);
  };

  async function* list(): AsyncGenerator<StoredFile> {
    let next: string | null = null;
    do {
      const query = new URLSearchParams({ "list-type": "2", ...(next !== null && { "continuation-token": next }) });
      const answer: Response = await ask("GET", `?${query}`);
      if (!answer.ok) throw new StorageAway(answer.status);
      const page = await answer.text();
      for (const [, one = ""] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
        const storedAt = new Date(inside(one, "LastModified"));
        if (!Number.isNaN(storedAt.getTime())) yield { key: inside(one, "Key"), storedAt };
      }
      next = inside(page, "NextContinuationToken") || null;
    } while (next !== null);
  }

  return { put, get, remove, list };
}

/** What stands in the first element of this name. Keys of ours hold nothing that XML would have to write otherwise. */
const inside = (text: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? "";
