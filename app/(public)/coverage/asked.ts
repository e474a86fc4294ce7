import { type Measure, measures } from "@/lib/market/words";

/** What the address asks to see; anything not understood is the whole country, and services. */
export function askedFor({ region, count }: Record<string, string | string[] | undefined>) {
  const measure: Measure = measures.find((known) => known === count) ?? "services";
  return { region: typeof region === "string" ? region : null, measure };
}
