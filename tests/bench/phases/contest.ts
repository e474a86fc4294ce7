import { createBudget } from "@/lib/calloff/budget/commands";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Result } from "@/lib/core/door/result";
import { toPounds } from "@/lib/core/values/money";

export const COMPETITORS = 8;
export const AFFORDABLE = 3;

/** A service that can be bought, with one price of it and a place where it works. */
export type Offer = { serviceId: string; rateLineId: string; placeCode: string; pence: bigint };

/** Some services on sale, one price of each; the same ones in every run of a seed. */
export const listOffers = () =>
  db.$queryRaw<Offer[]>`
    select s."id" as "serviceId", l."id" as "rateLineId", v."placeCodes"[1] as "placeCode",
           l."pence" + (l."pence" * l."vatBp" + 5000) / 10000 as pence
      from "Service" s
      join "Membership" m on m."id" = s."membershipId" and m."state" = 'active'
      join "ServiceVersion" v on v."id" = s."publishedId"
      join "RateLine" l on l."rateCardId" = s."rateCardId" and l."number" = 1
     where s."state" = 'published'
     order by s."id" limit 500`;

/** A budget that can pay for three of the eight, and has something over that pays for none. */
export async function makeBudget(
  approver: Member,
  { year, offer, title }: { year: string; offer: Offer; title: string },
) {
  const amount = offer.pence * BigInt(AFFORDABLE) + offer.pence / 2n;
  const { id } = value(await createBudget(approver, { title, year, amount: toPounds(amount) }));
  return { id, amount, pence: offer.pence };
}

/** The value of a command that must not say no. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`A command of the bench was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** How a competitor was answered. A fault is an answer too, and a wrong one: over the web it would be a 500. */
export type Answer = { approved: boolean; said: string };

export const answerOf = (asked: Promise<Result<unknown>>): Promise<Answer> =>
  asked.then(
    (result) => ({ approved: result.ok, said: result.ok ? "approved" : result.refusal.kind }),
    (fault: unknown) => ({
      approved: false,
      said: `a fault: ${fault instanceof Error ? fault.message.trim() : fault}`,
    }),
  );

type Contest = {
  ids: string[];
  answers: Answer[];
  budget: { id: string; amount: bigint; pence: bigint };
};

/** What does not add up after a contest: exactly three winners, five who were told why, and money to the penny. */
export async function wrongIn({ ids, answers, budget }: Contest): Promise<string[]> {
  const wrong: string[] = [];
  const must = (so: boolean, said: string) => so || wrong.push(`budget ${budget.id}: ${said}`);
  const winners = ids.filter((_, at) => answers[at]?.approved);
  must(winners.length === AFFORDABLE, `${winners.length} approvals, not ${AFFORDABLE}`);
  for (const { approved, said } of answers)
    must(approved || said === "invalid", `a competitor was answered with ${said}`);

  const due = budget.pence * BigInt(AFFORDABLE);
  const now = await db.budget.findUniqueOrThrow({ where: { id: budget.id }, select: { committedPence: true } });
  must(now.committedPence === due, `${now.committedPence} pence committed, not ${due}`);
  const held = await db.commitment.findMany({
    where: { budgetId: budget.id, releasedAt: null },
    select: { purchaseId: true, pence: true },
  });
  const sum = held.reduce((total, { pence }) => total + pence, 0n);
  must(sum === due, `commitments come to ${sum} pence, not ${due}`);
  must(
    sameIds(
      held.flatMap(({ purchaseId }) => purchaseId ?? []),
      winners,
    ),
    "money is held for a purchase that was not approved",
  );

  const offered = await db.purchase.findMany({ where: { id: { in: ids }, state: "offered" }, select: { id: true } });
  must(
    sameIds(
      offered.map(({ id }) => id),
      winners,
    ),
    "the offers are not those that were approved",
  );
  const left = await db.purchase.count({ where: { id: { in: ids }, state: "proposed" } });
  must(left === COMPETITORS - AFFORDABLE, `${left} still wait for approval, not ${COMPETITORS - AFFORDABLE}`);
  return wrong;
}

const sameIds = (one: string[], other: string[]) => one.toSorted().join() === other.toSorted().join();
