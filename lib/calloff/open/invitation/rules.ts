import type { CallOffRoute } from "@/lib/core/prisma/enums";

/** Routes on which only those invited may tender. */
export const onlyInvited: readonly CallOffRoute[] = ["quotes", "directAward", "directGrant"];

/** Routes on which one organisation is chosen, so that no match is invited by itself. */
export const oneChosen: readonly CallOffRoute[] = ["directAward", "directGrant"];

/** Fewer than this are too few to compare, on the route of invited quotes. */
export const ENOUGH_QUOTES = 3;

/** What stops a publication, by route and by how many would be invited; null when nothing does. `why` is what was said about there being few. */
export function invitationFault(
  route: CallOffRoute | null,
  invited: number,
  why: string,
): "oneOnly" | "few" | "none" | null {
  if (route === null || !onlyInvited.includes(route)) return null;
  if (oneChosen.includes(route)) return invited === 1 ? null : "oneOnly";
  if (invited === 0) return "none";
  return invited < ENOUGH_QUOTES && why.trim() === "" ? "few" : null;
}
