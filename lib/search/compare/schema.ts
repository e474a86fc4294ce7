import { wholeNumber } from "@/lib/core/values/text";
import type { Reference } from "@/lib/reference/snapshot";
import { fromQuery } from "../address";
import { type Asked, type Criteria, type Remark, readCriteria } from "../schema";
import { nothingAsked, type PriceAsk } from "./prices";

/** What the address of a comparison asks. */
export type Comparison = {
  references: string[];
  onlyDifferences: boolean;
  prices: PriceAsk;
  /** The question that it came from, and its address; null when it came from none. */
  from: { criteria: Criteria; query: string } | null;
  remarks: Remark[];
};

const volumes = wholeNumber({ min: 1, max: 1_000_000, label: "how many" });
const levels = ["low", "medium", "high"] as const;

/** Reads a comparison from its address. The place of the question holds for the prices, unless another is asked. */
export function readComparison(asked: Asked, lists: Reference): Comparison {
  const query = one(asked.from);
  const from = query === "" ? null : { query, criteria: readCriteria(fromQuery(query), lists).criteria };
  const place = readCriteria({ place: asked.place }, lists);
  const volume = volumes.safeParse(one(asked.volume));
  return {
    references: [asked.s ?? []].flat(),
    onlyDifferences: one(asked.differences) === "yes",
    prices: {
      ...nothingAsked,
      volume: volume.success ? volume.data : null,
      level: levels.find((level) => level === one(asked.level)) ?? null,
      place: asked.place === undefined ? (from?.criteria.place ?? null) : place.criteria.place,
    },
    from,
    remarks: place.remarks,
  };
}

/** The address of a comparison, always in one order. Without a question it is as short as its services. */
export function compareHref(
  path: string,
  references: readonly string[],
  { onlyDifferences = false, prices = nothingAsked, from = null }: Partial<Omit<Comparison, "references">> = {},
): string {
  const query = new URLSearchParams(references.map((reference) => ["s", reference]));
  if (onlyDifferences) query.set("differences", "yes");
  if (prices.volume !== null) query.set("volume", String(prices.volume));
  if (prices.level !== null) query.set("level", prices.level);
  if (prices.place !== (from?.criteria.place ?? null)) query.set("place", prices.place ?? "");
  if (from) query.set("from", from.query);
  return `${path}?${query}`;
}

const one = (value: string | string[] | undefined): string => [value ?? ""].flat()[0] ?? "";
