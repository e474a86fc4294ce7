import { db } from "@/lib/core/db";
import type { World } from "./world";

/** How often each word is there. */
export const counted = (words: string[]): Record<string, number> =>
  Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((other) => other === word).length]));

/** The share of a purchase that has one funder. */
export async function shareOf(purchaseId: string): Promise<bigint> {
  const { sharePence } = await db.funder.findFirstOrThrow({ where: { purchaseId }, select: { sharePence: true } });
  return sharePence;
}

/** How many of these purchases stand in each state. */
export const states = async (ids: string[]) =>
  counted(
    (await db.purchase.findMany({ where: { id: { in: ids } }, select: { state: true } })).map(({ state }) => state),
  );

/** What a budget says is set aside, what is held of it, and whether it is within its amount. */
export async function moneyOf(budgetId: string) {
  const { committedPence, amountPence, commitments } = await db.budget.findUniqueOrThrow({
    where: { id: budgetId },
    select: {
      committedPence: true,
      amountPence: true,
      commitments: { where: { releasedAt: null }, select: { pence: true } },
    },
  });
  const held = commitments.reduce((sum, { pence }) => sum + pence, 0n);
  return { committed: committedPence, held, within: committedPence <= amountPence };
}

/** In the whole database: what is held is what is committed, no budget is passed, and every limit is used by what still counts. */
export async function wrongSums(world: World): Promise<unknown[]> {
  const { rows } = await world.client.query(`
    select 'budget' as what, b.id::text from "Budget" b
      where b."committedPence" > b."amountPence" or b."committedPence" <>
        (select coalesce(sum(c.pence), 0) from "Commitment" c where c."budgetId" = b.id and c."releasedAt" is null)
    union all
    select 'limit', a."organisationId"::text || ' ' || a.year from "SpotAllowance" a
      where a."usedPence" > a."capPence" or a."usedPence" <> (select coalesce(sum(p."valuePence" + p."vatPence"), 0)
        from "Purchase" p where p."organisationId" = a."organisationId" and p.year = a.year
          and p.state in ('proposed', 'offered', 'accepted'))
    union all
    select 'shares', p.id::text from "Purchase" p where p.state <> 'draft' and p."valuePence" + p."vatPence" <>
        (select sum(f."sharePence") from "Funder" f where f."purchaseId" = p.id)
    union all
    select 'held for what is over', c.id::text from "Commitment" c join "Purchase" p on p.id = c."purchaseId"
      where c."releasedAt" is null and p.state in ('refused', 'declined', 'withdrawn')`);
  return rows;
}
