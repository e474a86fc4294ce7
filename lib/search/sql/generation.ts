import "server-only";
import type { Tx } from "@/lib/core/db";

/** The state of the register as it is committed now, or as a transaction sees it: counted up by each change of what can be found. */
export async function readGeneration(within: Pick<Tx, "searchState">): Promise<bigint> {
  const { generation } = await within.searchState.findUniqueOrThrow({ where: { id: 1 }, select: { generation: true } });
  return generation;
}
