import type { CallOffRoute, CallOffState } from "@/lib/core/prisma/enums";
import { type CallOffKindCode, kindName } from "@/lib/register/notice/words";
import { advertised } from "../record/policy";
import { routeWords } from "../record/words";

const below = (route: CallOffRoute | null) => route === "belowThreshold";

const granted: readonly CallOffState[] = ["notified", "standstill", "concluded"];
const over: readonly CallOffState[] = ["withdrawn", "cancelled", "unsuccessful"];

const kindTitles: Record<CallOffKindCode, (route: CallOffRoute | null, state: CallOffState) => string> = {
  UK2: () => "Market engagement",
  UK4: (route) => (below(route) ? "Below-threshold tender notice" : "Tender notice"),
  UK5: () => "Transparency notice for a direct award",
  UK6: () => "Award notice",
  AWARD: () => "Award notice",
  UK7: (route) => (below(route) ? "Below-threshold contract details" : "Contract details"),
  UK12: () => "Procurement ended",
  // The Act has no notice for a grant, so one kind of ours opens a round, says who gets it, and ends it.
  GRANT: (_route, state) =>
    granted.includes(state) ? "Grant award notice" : over.includes(state) ? "Grant round ended" : "Grant notice",
};

/** The title of a notice of a call-off, as it stands in the list of them. */
export const noticeTitle = (
  kindCode: CallOffKindCode,
  {
    title,
    route,
    state,
    corrected,
  }: { title: string; route: CallOffRoute | null; state: CallOffState; corrected: boolean },
) => `${kindTitles[kindCode](route, state)}${corrected ? " (corrected)" : ""}: ${title}`;

/** How the route of a call-off is named in a notice; one that is not chosen yet is said so. */
export const routeNamed = (route: CallOffRoute | null) => (route ? routeWords[route].label : "Not decided yet");

/** How ending is said in public, for the person who ends it; null where nothing was advertised. */
export function endingSaid(notice: CallOffKindCode | null, route: CallOffRoute | null): string | null {
  if (notice) return `A notice says that it ended, and why (${kindName(notice)}).`;
  return route && advertised.includes(route)
    ? "Its public page says that it ended, and why. Below the threshold the Act asks for no notice."
    : null;
}
