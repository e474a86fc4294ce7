import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { Refused } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { visibleTo } from "./policy";
import { leftOf } from "./rules";
import type { Picked } from "./schema";
import { budgetProblems } from "./words";
import type { YearPart } from "./years";

/** What money is set aside for: a purchase from the rate card, or a call-off. */
type For = { purchaseId: string } | { callOffId: string };

type Aside = {
  /** Whose money it is. */
  organisationId: string;
  /** How much of each financial year. */
  parts: readonly YearPart[];
  /** The budget that was picked for each year. */
  picked: Picked;
  what: For;
};

/**
 * Sets a body's share aside in a budget of each financial year that it falls into, as part of another command: all of them
 * or none, whoever asks at the same time. Budgets are taken in one order, so that two approvals never wait for each other.
 * Refuses (invalid) at `budgets.<year>` of every year without a budget of that body and year, or whose budget has too little.
 */
export async function setAsideWithin(scene: Scene, { organisationId, parts, picked, what }: Aside): Promise<void> {
  const budgets = await scene.tx.budget.findMany({
    where: {
      id: { in: parts.flatMap(({ year }) => picked[year] ?? []) },
      organisationId,
      AND: visibleTo(scene.actor),
    },
    select: { id: true, year: true },
  });
  const chosen = parts.map((part) => ({ ...part, budget: budgets.find(({ id }) => id === picked[part.year]) }));
  refuseAt(chosen.flatMap(({ year, budget }) => (budget?.year === year ? [] : [[year, noBudget(year, budget)]])));
  const ordered = chosen
    .flatMap(({ budget, ...part }) => (budget ? [{ ...part, budgetId: budget.id }] : []))
    .toSorted((one, other) => (one.budgetId < other.budgetId ? -1 : 1));
  const short: [string, string][] = [];
  for (const { year, budgetId, pence } of ordered) {
    const left = await hold(scene, { budgetId, pence, what });
    if (left !== null) short.push([year, budgetProblems.tooLittle(left, pence)]);
  }
  refuseAt(short);
}

const noBudget = (year: string, other: { year: string } | undefined) =>
  other ? budgetProblems.otherYear(year) : budgetProblems.choose(year);

function refuseAt(faults: readonly (readonly [string, string])[]) {
  if (faults.length === 0) return;
  const fields = Object.fromEntries(faults.map(([year, said]) => [`budgets.${year}`, [said]]));
  throw new Refused({ kind: "invalid", message: "There is a problem", fields });
}

/** Holds money of one budget under guard: null when it is held, or what the budget has left when that is too little. */
async function hold(
  { tx, now, record }: Scene,
  { budgetId, pence, what }: { budgetId: string; pence: bigint; what: For },
) {
  const held = await tx.$executeRaw`
    update "Budget" set "committedPence" = "committedPence" + ${pence}
    where "id" = ${budgetId}::uuid and "committedPence" + ${pence} <= "amountPence"`;
  if (held === 0)
    return leftOf(
      await tx.budget.findUniqueOrThrow({
        where: { id: budgetId },
        select: { amountPence: true, committedPence: true },
      }),
    );
  await tx.commitment.create({
    data: { id: newId(), budgetId, ...what, pence, committedAt: now },
    select: { id: true },
  });
  record({ event: "budget.commit", subject: "budget", subjectId: budgetId, detail: { ...what, pence: String(pence) } });
  return null;
}

/**
 * Lets go of everything that is held for a purchase or a call-off, of every year and by every body, as part of another
 * command. Budgets are taken in one order, so that two releases never wait for each other.
 */
export async function releaseWithin({ tx, now, record }: Scene, what: For): Promise<void> {
  const held = await tx.commitment.findMany({
    where: { ...what, releasedAt: null },
    select: { id: true, budgetId: true, pence: true },
    orderBy: [{ budgetId: "asc" }, { id: "asc" }],
    take: 1000,
  });
  for (const { id, budgetId, pence } of held) {
    const { count } = await tx.commitment.updateMany({ where: { id, releasedAt: null }, data: { releasedAt: now } });
    if (count === 0) continue;
    await tx.budget.update({
      where: { id: budgetId },
      data: { committedPence: { decrement: pence } },
      select: { id: true },
    });
    record({
      event: "budget.release",
      subject: "budget",
      subjectId: budgetId,
      detail: { ...what, pence: String(pence) },
    });
  }
}
