import "server-only";
import { type FileHandle, open } from "node:fs/promises";

const CHUNK = 64 * 1024;

/** A file of this machine as a stream that is read as fast as it is taken, 64 KB at a time; opened when it is first read. */
export const readFileStream = (path: string): ReadableStream<Uint8Array> => streamOf(() => open(path, "r"));

/** The same of a file that is open already, and closed once it is read or given up. */
export const readHandle = (handle: FileHandle): ReadableStream<Uint8Array> => streamOf(async () => handle, handle);

function streamOf(opening: () => Promise<FileHandle>, opened?: FileHandle): ReadableStream<Uint8Array> {
  let handle = opened;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          handle ??= await opening();
          const { bytesRead, buffer } = await handle.read(new Uint8Array(CHUNK), 0, CHUNK);
          if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
          await handle.close();
          controller.close();
        } catch (error) {
          await handle?.close().catch(() => {});
          controller.error(error);
        }
      },
      cancel: () => handle?.close(),
    },
    { highWaterMark: 0 },
  );
}

/** The chunks of a stream, one after another. Whoever stops early leaves the rest where it is. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
