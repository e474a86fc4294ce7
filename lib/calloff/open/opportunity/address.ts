import type { OpportunityFilter } from "./schema";

/** The filter as an address says it, without what is empty or usual. `page` is left out unless it is given. */
export function opportunityQuery(filter: OpportunityFilter, change: Partial<OpportunityFilter> = {}): string {
  const { page: _, ...rest } = filter;
  const entries = Object.entries({ ...rest, ...change }).filter(
    ([name, value]) => value !== "" && !(name === "standing" && value === "open") && !(name === "page" && value === 1),
  );
  const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `?${query}` : "";
}
