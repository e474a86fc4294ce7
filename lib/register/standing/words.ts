import type { ExclusionStrength } from "@/lib/core/prisma/enums";
import { CHECK_HOLDS_DAYS, type Standing } from "./rules";

/** How an organisation stands on the debarment list, as far as we looked. */
export const standingWords: Record<Standing, { label: string; tone: "wait" | "good" | "bad" }> = {
  unchecked: { label: "Not looked up yet", tone: "wait" },
  old: { label: `Looked up more than ${CHECK_HOLDS_DAYS} days ago`, tone: "wait" },
  clear: { label: "Not on the list", tone: "good" },
  discretionary: { label: "On the list: discretionary ground", tone: "bad" },
  mandatory: { label: "On the list: mandatory ground", tone: "bad" },
};

/** The kinds of ground on which somebody is put on the list. */
export const strengthWords: Record<ExclusionStrength, { label: string; hint: string }> = {
  mandatory: { label: "A mandatory ground", hint: "It cannot be admitted, and a member must be removed (section 37)." },
  discretionary: { label: "A discretionary ground", hint: "You consider whether to admit or remove it." },
};

/** Why a look is needed, and where the number comes from. */
export const checkRule = `A look at the list holds for ${CHECK_HOLDS_DAYS} days. The Act names no number: this one is ours.`;

/** Where the public list is found. */
export const debarmentList = "https://www.gov.uk/search/all?keywords=debarment+list";

/** What each event is called in a history. */
export const eventWords = {
  "debarment.check": "Debarment list looked up",
  "exclusionReport.arise": "A report of an exclusion became due",
  "exclusionReport.send": "Exclusion reported",
} as const;
