import { type Actor, holds } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";

/** Only the steward's admin sets up a register. */
export const mayEstablish = (actor: Actor) => holds(actor, "steward", "admin");

/** A register, its parts and its conditions are public: everybody sees the same. */
export const visibleTo = (_actor: Actor): Prisma.RegisterWhereInput => ({ frozenAt: { not: null } });
