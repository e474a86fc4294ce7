import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import type { ShortlistState } from "@/lib/core/prisma/enums";
import { mayEdit, sharedWith, visibleTo } from "../policy";
import { counted, keptOf } from "../rules";
import { type KeptCriteria, MOST_ENTRIES } from "../schema";

/** What every list of shortlists reads. */
export const summary = {
  id: true,
  reference: true,
  name: true,
  state: true,
  criteria: true,
  organisationId: true,
  organisation: { select: { name: true } },
  createdById: true,
  createdAt: true,
  frozenAt: true,
  frozenById: true,
  startedAtGeneration: true,
  frozenAtGeneration: true,
} satisfies Prisma.ShortlistSelect;

type Summary = Prisma.ShortlistGetPayload<{ select: typeof summary }>;
export type ShortlistSummary = Omit<Summary, "criteria"> & { criteria: KeptCriteria; kept: number; dropped: number };

type Which = { page?: number; state?: ShortlistState | undefined; shared?: "yes" | undefined };

/** The shortlists that the actor may see, newest first, 25 a page, with their number. */
export async function listShortlists(
  actor: Actor,
  { page = 1, state, shared }: Which = {},
): Promise<{ items: ShortlistSummary[]; total: number }> {
  const where = which(actor, { state, shared });
  const [items, total] = await Promise.all([
    summaries(where, { take: 25, skip: (Math.max(1, page) - 1) * 25 }),
    db.shortlist.count({ where }),
  ]);
  return { items, total };
}

/** The same for a file: up to 1,000. */
export const listForExport = (actor: Actor, { state, shared }: Omit<Which, "page"> = {}): Promise<ShortlistSummary[]> =>
  summaries(which(actor, { state, shared }), { take: 1_000, skip: 0 });

const which = (actor: Actor, { state, shared }: Omit<Which, "page">): Prisma.ShortlistWhereInput => ({
  AND: [visibleTo(actor), state ? { state } : {}, shared ? sharedWith(actor) : {}],
});

async function summaries(where: Prisma.ShortlistWhereInput, window: { take: number; skip: number }) {
  const rows = await db.shortlist.findMany({
    where,
    select: { ...summary, entries: { select: { droppedAt: true }, take: MOST_ENTRIES } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...window,
  });
  return rows.map(({ entries, ...row }) => ({ ...row, criteria: keptOf(row), ...counted(entries) }));
}

/** The open shortlists that the actor may add to, newest first. */
export async function listOpenShortlists(actor: Actor): Promise<{ id: string; name: string; reference: string }[]> {
  const rows = await db.shortlist.findMany({
    where: {
      state: "open",
      organisationId: { in: actor.organisationId ? [actor.organisationId] : [] },
      AND: visibleTo(actor),
    },
    select: { id: true, name: true, reference: true, organisationId: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 25,
  });
  return rows.filter((row) => mayEdit(actor, row));
}
