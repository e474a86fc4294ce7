import { z } from "zod";
import type { Reference } from "@/lib/reference/snapshot";

export const overlapShows = ["mixed", "several"] as const;

const Filter = z.object({
  pdu: z.string().max(80).catch(""),
  category: z.string().max(80).catch(""),
  show: z.enum(overlapShows).catch("mixed"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Which overlaps are asked for. Empty is every delivery unit, or every category. */
export type OverlapFilter = z.output<typeof Filter>;

/** Reads the filter from an address: what is not known is left out. */
export function readOverlapFilter(
  asked: Record<string, string | string[] | undefined>,
  { places, categories }: Pick<Reference, "places" | "categories">,
): OverlapFilter {
  const filter = Filter.parse(asked);
  return {
    ...filter,
    pdu: places.find(filter.pdu)?.kind === "pdu" ? filter.pdu : "",
    category: categories.all.some(({ code }) => code === filter.category) ? filter.category : "",
  };
}
