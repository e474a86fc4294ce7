import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { buyable } from "@/lib/register/membership/policy";
import { PAGE } from "../queries/search";
import { maySeeEmail } from "./policy";

/** What must be known of a service to send somebody there. */
export type Referral = { exclusions: string; website: string | null; email: string | null };

/** How to refer to up to 25 services, by their ids. A service that is no longer to be found is left out. */
export async function listReferrals(actor: Actor, ids: readonly string[]): Promise<Map<string, Referral>> {
  const rows = await db.service.findMany({
    where: { AND: [buyable(), { id: { in: ids.slice(0, PAGE) } }] },
    select: {
      id: true,
      published: { select: { exclusions: true } },
      organisation: { select: { provider: { select: { website: true, contactEmail: true } } } },
    },
    orderBy: { id: "asc" },
    take: PAGE,
  });
  return new Map(
    rows.map(({ id, published, organisation: { provider } }) => [
      id,
      {
        exclusions: published?.exclusions ?? "",
        website: provider?.website ?? null,
        email: maySeeEmail(actor) ? (provider?.contactEmail ?? null) : null,
      },
    ]),
  );
}
