import { Prisma } from "@/lib/core/prisma/client";

/**
 * Services s under memberships m that anybody can find and buy: the same that `buyable()` of
 * lib/register/membership/policy.ts says. Each of them has a search document, and no other service has. A test holds the three together.
 */
export const buyableSql = Prisma.sql`s."state" = 'published' and s."publishedId" is not null and m."state" = 'active'`;
