import "server-only";
import { db } from "@/lib/core/db";

/** How many generations back an index can be caught up; one that is older is loaded anew. */
const REMEMBERED = 100_000;

/** Forgets which services changed long ago. The database does it by itself; nothing that anybody reads is changed. */
export async function keepSearch(): Promise<{ forgotten: number }> {
  const [row] = await db.$queryRaw<{ forgotten: bigint }[]>`
    select forget_search_changes(${REMEMBERED}::bigint) as forgotten`;
  return { forgotten: Number(row?.forgotten ?? 0) };
}
