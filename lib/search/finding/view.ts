import { hrefOf } from "../address";
import type { Asked, Criteria } from "../schema";
import { isSection, type SectionName } from "./filters";

/** How the page shows its answer: as a list or as a picture, and with which of the folded filters open. */
export type View = { shown: "list" | "map"; more: SectionName[] };

/** Reads the view from an address. What is not known is left out. */
export function readView({ view, more }: Asked): View {
  return { shown: view === "map" ? "map" : "list", more: [...new Set([more ?? []].flat())].filter(isSection) };
}

/** The address of these criteria, seen as they are seen now. */
export const findHref = (
  criteria: Criteria,
  { shown }: Pick<View, "shown">,
  more: Record<string, string> = {},
): string => hrefOf("/find", criteria, shown === "map" ? { view: "map", ...more } : more);
