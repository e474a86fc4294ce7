import { randomBytes } from "node:crypto";

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether text is an id. Postgres throws at what is not a uuid, and a stranger's typing deserves "not found" instead. */
export const isId = (text: unknown): text is string => typeof text === "string" && shape.test(text);

/** A new UUID version 7 (RFC 9562): 48 bits of milliseconds, then chance, so that ids sort by birth. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
