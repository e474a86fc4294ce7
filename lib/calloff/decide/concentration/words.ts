import { percent, whole } from "@/lib/core/values/format";
import { levelOf } from "./rules";

/** What each measure is, for somebody who has not met it. */
export const measureWords = {
  share: { label: "Share of this supplier", meaning: "Its part of all the money awarded here." },
  topSix: { label: "Share of the six largest", meaning: "The part that the six with most hold together." },
  hhi: {
    label: "Concentration index (HHI)",
    meaning: "From 0, many small suppliers, to 10,000, one supplier. Above 2,000 a market is highly concentrated.",
  },
} as const;

const levels = { open: "not concentrated", concentrated: "concentrated", high: "highly concentrated" };

export const shareSaid = (bp: number | null) => (bp === null ? "Nothing awarded yet" : percent(bp));
export const indexSaid = (index: number | null) =>
  index === null ? "Nothing awarded yet" : `${whole(index)} (${levels[levelOf(index)]})`;

/** One sentence that says what an award does to a market. */
export function effectSaid({ before, after }: { before: number | null; after: number | null }): string {
  if (after === null) return "Nothing is awarded here.";
  if (before === null) return "This would be the first award here.";
  if (before === after) return "The award would leave the index as it is.";
  return `The award would ${after > before ? "raise" : "lower"} the index from ${whole(before)} to ${whole(after)}.`;
}
