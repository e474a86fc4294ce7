import { type Actor, holds } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import { readsQueue } from "../application/policy";

/** Only the steward's admin designs a register and lets it stand. */
export const mayDesign = (actor: Actor) => holds(actor, "steward", "admin");

/** Only the clock ends a register. */
export const mayEnd = (actor: Actor) => actor.kind === "system";

/** Who reads a register while it is still being designed. */
const readsDrafts = (actor: Actor) => actor.kind === "system" || readsQueue(actor);

/** A register that stands, or that has stood, is public: everybody sees the same. A draft is the stewards' own. */
export const visibleTo = (actor: Actor): Prisma.RegisterWhereInput =>
  readsDrafts(actor) ? {} : { frozenAt: { not: null } };
