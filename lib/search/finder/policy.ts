import type { Actor } from "@/lib/core/actor";

/** Who sees the e-mail address that providers give to buyers: people of an authority. A website is for everybody. */
export const maySeeEmail = (actor: Actor): boolean => actor.kind === "authority" || actor.kind === "system";
