import "server-only";
import type { Tx } from "@/lib/core/db";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { maySet, visibleTo } from "./policy";
import { AllowanceInput, AmountInput, BudgetInput } from "./schema";
import { budgetProblems } from "./words";

/** The organisation that the actor acts for, if it is an authority: what its budgets and its limit belong to. */
const ownAuthority = ({ tx, actor }: Scene) =>
  tx.organisation.findFirst({
    where: { id: { in: actor.organisationId ? [actor.organisationId] : [] }, kind: "authority" },
    select: { id: true },
  });

/** Sets money aside for a year, under a name. */
export const createBudget = command({
  event: "budget.create",
  input: BudgetInput,
  load: ownAuthority,
  allow: (actor, { id }) => maySet(actor, { organisationId: id }),
  run: async ({ tx, actor, now }, { id: organisationId }, { title, year, amount }) => {
    const same = await tx.budget.findFirst({ where: { organisationId, year, title }, select: { id: true } });
    if (same) refuseField("title", budgetProblems.twice(year));
    const id = newId();
    await tx.budget.create({
      data: {
        id,
        organisationId,
        title,
        year,
        amountPence: amount,
        createdAt: now,
        createdById: actor.id ?? refuse("forbidden", "You cannot do that."),
      },
      select: { id: true },
    });
    return { value: { id }, id, detail: { year, amountPence: String(amount) } };
  },
});

/** Changes the amount of a budget, never to less than is committed. */
export const changeBudget = command({
  event: "budget.change",
  input: AmountInput,
  load: ({ tx, actor }, { id }) =>
    tx.budget.findFirst({
      where: { id, AND: visibleTo(actor) },
      select: { id: true, organisationId: true, amountPence: true },
    }),
  allow: maySet,
  run: async ({ tx }, { id, amountPence: before }, { amount }) => {
    const { count } = await tx.budget.updateMany({
      where: { id, committedPence: { lte: amount } },
      data: { amountPence: amount },
    });
    if (count === 0) refuseField("amount", budgetProblems.committed((await budgetNow(tx, id)).committedPence));
    return { value: { id }, id, detail: { before: String(before), amountPence: String(amount) } };
  },
});

/** Sets what the authority lets itself buy without a competition in a year, never to less than it has used. */
export const setSpotAllowance = command({
  event: "allowance.set",
  input: AllowanceInput,
  load: ownAuthority,
  allow: (actor, { id }) => maySet(actor, { organisationId: id }),
  run: async ({ tx }, { id: organisationId }, { year, cap }) => {
    const set = await tx.$executeRaw`
      insert into "SpotAllowance" ("organisationId", "year", "capPence") values (${organisationId}::uuid, ${year}, ${cap})
      on conflict ("organisationId", "year") do update set "capPence" = ${cap} where "SpotAllowance"."usedPence" <= ${cap}`;
    if (set === 0) refuseField("cap", budgetProblems.used((await allowanceWithin(tx, organisationId, year)).usedPence));
    return { value: { organisationId, year }, id: organisationId, detail: { year, capPence: String(cap) } };
  },
});

/** What an authority's limit for a year is and how much of it is used; nothing where none is set. */
export async function allowanceWithin(tx: Tx, organisationId: string, year: string) {
  const found = await tx.spotAllowance.findUnique({
    where: { organisationId_year: { organisationId, year } },
    select: { capPence: true, usedPence: true },
  });
  return found ?? { capPence: 0n, usedPence: 0n };
}

/**
 * Takes a purchase's price from its buyer's limit, as part of another command: true when it fitted. The limit's row stays
 * locked until the end, so that two purchases of one authority and year are judged one after the other.
 */
export async function takeAllowanceWithin({ tx }: Scene, { organisationId, year, pence }: Taken): Promise<boolean> {
  const taken = await tx.$executeRaw`
    update "SpotAllowance" set "usedPence" = "usedPence" + ${pence}
    where "organisationId" = ${organisationId}::uuid and "year" = ${year} and "usedPence" + ${pence} <= "capPence"`;
  return taken === 1;
}
type Taken = { organisationId: string; year: string; pence: bigint };

/** Gives back what a purchase had taken from the limit. */
export async function returnAllowanceWithin({ tx }: Scene, { organisationId, year, pence }: Taken) {
  await tx.$executeRaw`
    update "SpotAllowance" set "usedPence" = "usedPence" - ${pence}
    where "organisationId" = ${organisationId}::uuid and "year" = ${year}`;
}

const budgetNow = (tx: Tx, id: string) =>
  tx.budget.findUniqueOrThrow({ where: { id }, select: { amountPence: true, committedPence: true } });
