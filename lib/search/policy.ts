import { type Actor, holds } from "@/lib/core/actor";

/** Whose search shows prices: buyers alone. What somebody may not read they may not search or sort by either. */
export const maySeePrices = (actor: Actor): boolean => actor.kind === "authority" || actor.kind === "system";

/** Who keeps shortlists and buys: a page offers it to nobody else. */
export const mayShortlist = (actor: Actor): boolean => holds(actor, "authority", "commissioner");
