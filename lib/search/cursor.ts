import { isId } from "@/lib/core/id";
import type { Sort } from "./schema";

/** A place between two results: what stands before or after the one with this key and id. */
export type Cursor = { towards: "after" | "before"; key: string; id: string };

const TEXT_KEY: readonly Sort[] = ["title"];
const WHOLE = /^-?\d{1,18}$/;

/** A cursor as an address holds it. */
export const writeCursor = ({ towards, key, id }: Cursor): string =>
  `${towards}.${id}.${Buffer.from(key).toString("base64url")}`;

/** Reads a cursor for an order; null for one that was made up, or made for another order. Then the first page is shown. */
export function readCursor(typed: string | string[] | undefined, order: Sort): Cursor | null {
  const [towards, id, code = "", ...more] = typeof typed === "string" && typed.length < 1200 ? typed.split(".") : [];
  if ((towards !== "after" && towards !== "before") || !isId(id) || more.length > 0) return null;
  const key = Buffer.from(code, "base64url").toString();
  const fits = TEXT_KEY.includes(order) ? !/[\p{Cc}\p{Cs}]/u.test(key) : WHOLE.test(key);
  return fits ? { towards, key, id } : null;
}
