import type { Actor } from "@/lib/core/actor";

/** An operator loads an extract from the command line; nobody does so from a page. */
export const mayLoad = (actor: Actor): boolean => actor.kind === "system";

/** Whoever is signed in may ask what a public register says, one number at a time. */
export const mayLookUp = (actor: Actor): boolean => actor.kind !== "visitor";
