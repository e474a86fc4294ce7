import type { Actor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";

/** A notice is public from the moment that it is made: everybody sees the same. */
export const visibleTo = (_actor: Actor): Prisma.NoticeWhereInput => ({});
