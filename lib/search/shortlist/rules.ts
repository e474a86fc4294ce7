import { KeptCriteria } from "./schema";

/** How many are kept and how many are dropped. */
export const counted = (entries: { droppedAt: Date | null }[]) => ({
  kept: entries.filter(({ droppedAt }) => droppedAt === null).length,
  dropped: entries.filter(({ droppedAt }) => droppedAt !== null).length,
});

/** The question that a list keeps; everything where it cannot be read. */
export function keptOf({ criteria }: { criteria: unknown }): KeptCriteria {
  const read = KeptCriteria.safeParse(criteria);
  return read.success ? read.data : { query: "", said: [] };
}
