import "server-only";
import type { Actor } from "../../core/actor";
import { db } from "../../core/db";
import type { Postcode } from "./rules";

const MOST_ASKED = 3_000;
const MOST_HALVES = 50;
const MOST_FOUND = 20;

/**
 * The council areas of postcodes: one for a whole postcode, all that a first half touches. Empty for one that is not
 * known. Public facts, the same for every actor. At most 3,000 postcodes at once, and 50 first halves.
 */
export async function findAreas(_actor: Actor, asked: readonly Postcode[]): Promise<Map<string, string[]>> {
  const some = asked.slice(0, MOST_ASKED);
  const whole = some.filter(({ isWhole }) => isWhole).map(({ text }) => text);
  const found = new Map<string, string[]>();
  if (whole.length > 0) {
    const rows = await db.postcode.findMany({
      where: { postcode: { in: whole } },
      select: { postcode: true, placeCode: true },
      orderBy: { postcode: "asc" },
      take: MOST_ASKED,
    });
    for (const { postcode, placeCode } of rows) found.set(postcode, [placeCode]);
  }
  const halves = new Set(some.filter(({ isWhole }) => !isWhole).map(({ text }) => text));
  for (const text of [...halves].slice(0, MOST_HALVES)) {
    const rows = await db.$queryRaw<{ placeCode: string }[]>`
      select "placeCode" from "Postcode"
      where "postcode" like ${`${text}%`} and length("postcode") = ${text.length + 3}
      group by 1 order by count(*) desc, 1 limit ${MOST_FOUND}`;
    if (rows.length > 0)
      found.set(
        text,
        rows.map(({ placeCode }) => placeCode),
      );
  }
  return found;
}

/** Whether an operator has loaded any postcodes at all. */
export async function hasPostcodes(_actor: Actor): Promise<boolean> {
  return (await db.postcode.findFirst({ select: { postcode: true } })) !== null;
}
