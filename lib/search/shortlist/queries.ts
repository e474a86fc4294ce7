import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/id";
import type { Prisma } from "@/lib/core/prisma/client";
import type { ShortlistState } from "@/lib/core/prisma/enums";
import { mayEdit, visibleTo } from "./policy";
import { KeptCriteria, MOST_ENTRIES } from "./schema";
import { changeWords } from "./words";

const summary = {
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
} satisfies Prisma.ShortlistSelect;

type Summary = Prisma.ShortlistGetPayload<{ select: typeof summary }>;
export type ShortlistSummary = Omit<Summary, "criteria"> & { criteria: KeptCriteria; kept: number; dropped: number };

type Which = { page?: number; state?: ShortlistState | undefined };

/** The shortlists that the actor may see, newest first, 25 a page, with their number. */
export async function listShortlists(
  actor: Actor,
  { page = 1, state }: Which = {},
): Promise<{ items: ShortlistSummary[]; total: number }> {
  const where = which(actor, state);
  const [items, total] = await Promise.all([
    summaries(where, { take: 25, skip: (Math.max(1, page) - 1) * 25 }),
    db.shortlist.count({ where }),
  ]);
  return { items, total };
}

/** The same for a file: up to 1,000. */
export const listForExport = (actor: Actor, { state }: Pick<Which, "state"> = {}): Promise<ShortlistSummary[]> =>
  summaries(which(actor, state), { take: 1_000, skip: 0 });

const which = (actor: Actor, state: ShortlistState | undefined): Prisma.ShortlistWhereInput => ({
  AND: [visibleTo(actor), state ? { state } : {}],
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

const card = {
  id: true,
  version: true,
  lines: {
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      what: true,
      unit: true,
      complexity: true,
      pence: true,
      volumeFrom: true,
      volumeTo: true,
    },
  },
} satisfies Prisma.RateCardSelect;

const entry = {
  id: true,
  why: true,
  note: true,
  addedById: true,
  addedAt: true,
  droppedAt: true,
  dropReason: true,
  version: { select: { id: true, number: true, title: true, summary: true, placeCodes: true } },
  rateCard: { select: card },
  service: {
    select: {
      id: true,
      reference: true,
      state: true,
      openPlaces: true,
      places: true,
      waitDays: true,
      membership: { select: { state: true } },
      organisation: { select: { id: true, reference: true, name: true } },
      published: { select: { id: true, number: true } },
      rateCard: { select: { id: true, version: true } },
    },
  },
} satisfies Prisma.ShortlistEntrySelect;

type Row = Prisma.ShortlistEntryGetPayload<{ select: typeof entry }>;
export type ShortlistEntry = Omit<Row, "addedById"> & {
  addedBy: string;
  /** What has happened to the service since it was pinned, in sentences. */
  changes: string[];
  canBeBought: boolean;
};
export type ShortlistDetail = ShortlistSummary & {
  createdBy: string;
  frozenBy: string | null;
  entries: ShortlistEntry[];
};

/** A shortlist with everything on it, as it was pinned, and what has changed since. */
export async function findShortlist(actor: Actor, id: string): Promise<ShortlistDetail | null> {
  if (!isId(id)) return null;
  const row = await db.shortlist.findFirst({
    where: { id, AND: visibleTo(actor) },
    select: {
      ...summary,
      entries: { select: entry, orderBy: [{ addedAt: "asc" }, { id: "asc" }], take: MOST_ENTRIES },
    },
  });
  if (!row) return null;
  const { entries, ...list } = row;
  const names = await namesOf([list.createdById, list.frozenById, ...entries.map(({ addedById }) => addedById)]);
  const nameOf = (userId: string) => names.get(userId) ?? "Somebody who has left";
  return {
    ...list,
    ...counted(entries),
    criteria: keptOf(list),
    createdBy: nameOf(list.createdById),
    frozenBy: list.frozenById && nameOf(list.frozenById),
    entries: entries.map(({ addedById, ...item }) => ({
      ...item,
      addedBy: nameOf(addedById),
      changes: changesOf(item),
      canBeBought: canBeBought(item),
    })),
  };
}

const canBeBought = ({ service }: Pick<Row, "service">) =>
  service.state === "published" && service.membership?.state === "active";

function changesOf(item: Omit<Row, "addedById">): string[] {
  const { service, version, rateCard } = item;
  const { published, rateCard: current } = service;
  return [
    ...(canBeBought(item) ? [] : [changeWords.gone]),
    ...(published && published.id !== version.id ? [changeWords.version(version.number, published.number)] : []),
    ...(current && rateCard && current.id !== rateCard.id ? [changeWords.card(rateCard.version, current.version)] : []),
  ];
}

const counted = (entries: { droppedAt: Date | null }[]) => ({
  kept: entries.filter(({ droppedAt }) => droppedAt === null).length,
  dropped: entries.filter(({ droppedAt }) => droppedAt !== null).length,
});

function keptOf({ criteria }: { criteria: Prisma.JsonValue }): KeptCriteria {
  const read = KeptCriteria.safeParse(criteria);
  return read.success ? read.data : { query: "", said: [] };
}

async function namesOf(ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  const users = await db.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
    take: wanted.length,
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
