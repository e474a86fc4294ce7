import type { Typed } from "@/lib/core/values/form";
import { isId } from "@/lib/core/values/id";

/** The budget that a form picked for each financial year: `budgets.2027-28` and so on. */
export const pickedIn = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith("budgets.") ? [[name.slice("budgets.".length), String(value)]] : [],
    ),
  );

/** The budgets that an address brings along: ids with commas between. */
export const keptIn = (asked: string): string[] => asked.split(",").filter(isId).slice(0, 50);

/**
 * Where a budget is made that a form lacks, with the way back and what was picked; null when the form was sent for good.
 * `back` is the page that it came from.
 */
export function toMakeBudget(typed: Typed, back: string): string | null {
  const year = /^make-(20\d\d-\d\d)$/.exec(String(typed.intent ?? ""))?.[1];
  if (!year) return null;
  const kept = Object.values(pickedIn(typed)).filter(isId).join(",");
  return `/budgets/new?${new URLSearchParams({ year, back, budget: kept })}`;
}

/** The page to go back to once a budget is made: an approval, and nothing else that an address might ask for. */
export function wayBack(asked: string): string | null {
  const id = /^\/(?:call-offs|purchases)\/([^/]+)\/approve$/.exec(asked)?.[1];
  return id && isId(id) ? asked : null;
}
