import { isId } from "@/lib/core/values/id";
import { isDay } from "@/lib/core/values/moment";
import { mayReadOn } from "./order";
import type { Sort } from "./schema";

/**
 * A place between two results: what stands before or after the one with this key, turn and id, in the order of a day.
 * The key is text for the order by title, and a whole number for the others.
 */
export type Cursor = { towards: "after" | "before"; order: Sort; day: string; key: string; turn: number; id: string };

const TEXT_KEY: readonly Sort[] = ["title"];
const WHOLE = /^-?\d{1,15}$/;
const TURN = /^\d{1,10}$/;

/** A cursor as an address holds it. */
export const writeCursor = ({ towards, order, day, key, turn, id }: Cursor): string =>
  `${towards}.${order}.${day}.${turn}.${id}.${Buffer.from(key).toString("base64url")}`;

/**
 * Reads a cursor for an order; null for one that was made up, made for another order, or for an order of days ago. Then the
 * first page is shown.
 */
export function readCursor(typed: string | string[] | undefined, order: Sort, today: string): Cursor | null {
  const [towards, ordered, day = "", turn = "", id, code = "", ...more] =
    typeof typed === "string" && typed.length < 1200 ? typed.split(".") : [];
  if ((towards !== "after" && towards !== "before") || !isId(id) || more.length > 0) return null;
  if (ordered !== order) return null;
  if (!TURN.test(turn) || Number(turn) > 0x7fff_ffff || !isDay(day) || !mayReadOn(day, today)) return null;
  const key = Buffer.from(code, "base64url").toString();
  const fits = TEXT_KEY.includes(order) ? !/[\p{Cc}\p{Cs}]/u.test(key) : WHOLE.test(key);
  return fits ? { towards, order, day, key, turn: Number(turn), id: id.toLowerCase() } : null;
}
