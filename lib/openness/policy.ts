import type { Actor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";

/** Every agreement is public once both sides have signed, and no draft is: who, what, where, when, how much and by which route. Nobody is shown less. */
export const visibleTo = (_actor: Actor): Prisma.AgreementWhereInput => ({ signedAt: { not: null } });
