/** One part of a form as a browser, or somebody who pretends to be one, sends it. */
export type Part = { name: string; value?: string; fileName?: string; type?: string; bytes?: Uint8Array };

export const BOUNDARY = "----throughcare-test";
export const formType = `multipart/form-data; boundary=${BOUNDARY}`;

/** A whole multipart form, byte by byte. */
export function form(parts: readonly Part[], { end = true } = {}): Buffer {
  const pieces = parts.flatMap(({ name, value, fileName, type = "application/pdf", bytes }) => [
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"`),
    Buffer.from(fileName === undefined ? "\r\n\r\n" : `; filename="${fileName}"\r\nContent-Type: ${type}\r\n\r\n`),
    Buffer.from(bytes ?? Buffer.from(value ?? "")),
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...pieces, ...(end ? [Buffer.from(`--${BOUNDARY}--\r\n`)] : [])]);
}

/** Bytes as a stream in pieces of a size, which may stop short or break off. */
export function streamed(bytes: Uint8Array, { size = 1_000, breaks = false } = {}): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.byteLength) return breaks ? controller.error(new Error("gone")) : controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

/** Everything that a stream gives, as bytes. */
export async function read(stream: ReadableStream<Uint8Array> | null): Promise<Buffer | null> {
  return stream && Buffer.from(await new Response(stream).arrayBuffer());
}

export const said = { title: "Our accounts", kind: "accounts", expiresOn: "", readers: "stewards" };
export const saidParts = (more: Partial<typeof said> = {}): Part[] =>
  Object.entries({ ...said, ...more }).map(([name, value]) => ({ name, value }));
