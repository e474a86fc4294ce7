import type { Actor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";

/** Every agreement is public once it is signed: who, what, where, when, how much and by which route. Nobody is shown less. */
export const visibleTo = (_actor: Actor): Prisma.AgreementWhereInput => ({});
