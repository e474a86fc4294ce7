import type { PriceMethod } from "@/lib/core/prisma/enums";
import { pounds, whole } from "@/lib/core/values/format";

/** Points in thousandths as they are read: 100,000 is "100", 27,273 is "27.273". */
export function pointsSaid(thousandths: number): string {
  const part = String(thousandths % 1000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return `${whole(Math.trunc(thousandths / 1000))}${part && `.${part}`}`;
}

/** Why a price got the points that it got. */
export function priceSaid(method: PriceMethod, pence: bigint, suitable: boolean): string {
  if (!suitable) return "The tender could not win, so its price was given no points.";
  if (method === "fixedPrice") return "The price was fixed, so it gives no points.";
  if (method === "qualityPerPound")
    return `Tenders were ranked by quality points for each pound. The price without VAT is ${pounds(pence)}.`;
  return `The lowest price divided by this price of ${pounds(pence)} without VAT, times the weight.`;
}

export const outcomeWords = {
  won: { label: "You won this lot", tone: "good" },
  lost: { label: "You did not win this lot", tone: "neutral" },
  nobody: { label: "Nobody won this lot", tone: "wait" },
} as const;

/** What tenderers are told at the moment at which all are told. */
export const told = {
  summary: (authority: string, title: string) => ({
    title: "Your assessment summary is here",
    body: `${authority} has decided about "${title}". Your scores, the winner's and the reasons are in your summary.`,
  }),
  disregarded: (authority: string, title: string, reason: string) => ({
    title: "Your tender was not considered",
    body: `${authority} could not consider your tender for "${title}". ${reason}`.trim(),
  }),
  funders: (title: string) => ({
    title: "Tenderers have been told",
    body: `Everyone who tendered for "${title}" now has an assessment summary.`,
  }),
};
