import { count } from "@/lib/core/values/format";
import { questionWords } from "../words";

type Search = { name: string; said: readonly string[] };

/** What the feeds of a saved search say. No price stands in any of it, and nothing of whose search it is. */
export const feedWords = {
  title: ({ name }: Search) => `Throughcare: ${name}`,
  subtitle: ({ said }: Search) => questionWords(said),
  begun: (title: string, organisation: string) => `${title}, from ${organisation}`,
  ended: (what: string) => `No longer answers: ${what}`,
  endedWhy: "It no longer fits what was asked, or it cannot be bought at the moment.",
  stock: ({ name }: Search, services: number) =>
    `“${name}” saved: ${count(services, "service answers", "services answer")}`,
  news: ({ name }: Search, services: number) =>
    `${count(services, "new service answers", "new services answer")} “${name}”`,
  named: (titles: readonly string[], more: number) =>
    [...titles, ...(more > 0 ? [`and ${count(more, "more service")}`] : [])].join("\n"),
  priceEnds: (title: string, organisation: string) => `Price list ends: ${title}, from ${organisation}`,
  priceEndsWhy: "This is its last day. Look whether the next price list is published.",
} as const;
