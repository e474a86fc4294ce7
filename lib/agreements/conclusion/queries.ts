import "server-only";
import { concludesFrom, isOver } from "@/lib/calloff/decide/standstill/rules";
import { fileVisibleTo } from "@/lib/calloff/record/policy";
import { type Actor, holds } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { asDate, asDay, londonDay } from "@/lib/core/values/moment";

const select = {
  id: true,
  reference: true,
  title: true,
  state: true,
  instrument: true,
  organisationId: true,
  standstillDays: true,
  standstillEndsOn: true,
  evaluators: { select: { userId: true, role: true } },
  lots: {
    select: {
      id: true,
      number: true,
      title: true,
      awards: {
        select: {
          pricePence: true,
          vatPence: true,
          tender: { select: { reference: true, organisation: { select: { name: true } } } },
        },
        orderBy: { version: "desc" },
        take: 1,
      },
    },
    orderBy: { number: "asc" },
  },
  agreements: {
    select: { id: true, reference: true, title: true, state: true, supplier: { select: { name: true } } },
    orderBy: { lot: { number: "asc" } },
  },
  _count: { select: { challenges: { where: { state: "open" } } } },
} satisfies Prisma.CallOffSelect;

/** A call-off as its conclusion needs it: who won each lot, what is in the way, and what was drawn up. Null for whoever may not see its file. */
export async function findConclusion(actor: Actor, id: string, now = new Date()) {
  if (!isId(id)) return null;
  const row = await db.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select });
  if (!row) return null;
  const { lots, standstillEndsOn, standstillDays, _count, ...rest } = row;
  const endsOn = asDay(standstillEndsOn);
  return {
    ...rest,
    lots: lots.map(({ awards, ...lot }) => ({ ...lot, award: awards[0]?.tender ? awards[0] : null })),
    challenges: _count.challenges,
    /** The first day on which it may be concluded; null while there is no standstill. */
    from: endsOn && concludesFrom(endsOn, standstillDays),
    over: endsOn !== null && isOver(endsOn, standstillDays, londonDay(now)),
  };
}

/** Call-offs of this commissioner's authority whose standstill is over, with no challenge open: they can be concluded. The longest over first. */
export async function listWaiting(actor: Actor, now = new Date()): Promise<Waiting[]> {
  if (!holds(actor, "authority", "commissioner")) return [];
  const today = asDate(londonDay(now));
  const rows = await db.callOff.findMany({
    where: {
      organisationId: actor.organisationId,
      state: "standstill",
      challenges: { none: { state: "open" } },
      OR: [{ standstillEndsOn: { lt: today } }, { standstillDays: 0, standstillEndsOn: { lte: today } }],
      AND: fileVisibleTo(actor),
    },
    select: { id: true, title: true, standstillEndsOn: true, createdAt: true },
    orderBy: [{ standstillEndsOn: "asc" }, { id: "asc" }],
    take: 10,
  });
  return rows.map(({ id, title, standstillEndsOn, createdAt }) => ({
    id,
    title: `Conclude: ${title}`,
    detail: "The standstill is over. Agreements can be drawn up for both sides to sign.",
    href: `/call-offs/${id}/conclude`,
    since: standstillEndsOn ?? createdAt,
  }));
}
