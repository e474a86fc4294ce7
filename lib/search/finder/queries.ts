import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { buyable } from "@/lib/register/membership/policy";
import { PAGE, search } from "../queries/search";
import type { Criteria } from "../schema";
import { maySeeEmail } from "./policy";
import { without, withSpace } from "./schema";
import { type FinderQuestion, finderQuestions } from "./words";

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

/** A question that could be left out whole, and how many services with space that would give. */
export type Skip = { question: FinderQuestion; answers: Criteria; count: number };

/** For when leaving out one answer helps nothing: which question to leave out whole, the most services first. */
export async function listSkips(actor: Actor, answers: Criteria): Promise<Skip[]> {
  const skips = await Promise.all(
    finderQuestions.map(async (question) => {
      const left = without(answers, question);
      const { total } = await search(actor, withSpace(left), { take: 1, facets: [] });
      return { question, answers: left, count: total };
    }),
  );
  return skips.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count);
}
