import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { type PriceChange, priceChanges } from "@/lib/register/service/rates/changes";
import { rateColumns } from "@/lib/register/service/rates/columns";
import { visibleTo } from "../policy";
import { counted, keptOf } from "../rules";
import { MOST_ENTRIES } from "../schema";
import { changeWords } from "../words";
import { type Act, gone, listActs } from "./acts";
import { type ShortlistSummary, summary } from "./lists";

const card = {
  id: true,
  version: true,
  lines: rateColumns.lines,
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
      capacityAsOf: true,
      rateCard: { select: card },
    },
  },
} satisfies Prisma.ShortlistEntrySelect;

type Row = Prisma.ShortlistEntryGetPayload<{ select: typeof entry }>;
export type ShortlistEntry = Omit<Row, "addedById"> & {
  addedBy: string;
  /** Who dropped it, and who last changed its note; null while nobody has. */
  droppedBy: string | null;
  notedBy: string | null;
  /** What has happened to the service since it was pinned, in sentences. */
  changes: string[];
  /** What the prices of today are against those pinned: only what differs. */
  prices: PriceChange[];
  canBeBought: boolean;
};
export type ShortlistShared = { organisationId: string; name: string; sharedAt: Date };
export type ShortlistDetail = ShortlistSummary & {
  /** Whether the actor acts for the authority whose list it is. */
  isOurs: boolean;
  createdBy: string;
  frozenBy: string | null;
  entries: ShortlistEntry[];
  /** Who else may read it now. Those who only read it see themselves alone. */
  shares: ShortlistShared[];
  /** Everything that was done to it, the first first. */
  acts: Act[];
};

/** A shortlist with everything on it, as it was pinned, what has changed since, and who did what. */
export async function findShortlist(actor: Actor, id: string): Promise<ShortlistDetail | null> {
  if (!isId(id)) return null;
  const [row, acts] = await Promise.all([
    db.shortlist.findFirst({
      where: { id, AND: visibleTo(actor) },
      select: {
        ...summary,
        entries: { select: entry, orderBy: [{ addedAt: "asc" }, { id: "asc" }], take: MOST_ENTRIES },
        shares: {
          where: { endedAt: null },
          select: { organisationId: true, sharedAt: true, organisation: { select: { name: true } } },
          orderBy: [{ sharedAt: "asc" }, { organisationId: "asc" }],
        },
      },
    }),
    listActs(actor, id),
  ]);
  if (!row) return null;
  const { entries, shares, ...list } = row;
  const isOurs = list.organisationId === actor.organisationId;
  const by = (event: string, entryId: string | null = null) =>
    acts.findLast((act) => act.event === event && act.entryId === entryId)?.by ?? null;
  return {
    ...list,
    ...counted(entries),
    isOurs,
    criteria: keptOf(list),
    createdBy: by("shortlist.create") ?? gone,
    frozenBy: by("shortlist.freeze"),
    entries: entries.map(({ addedById: _, ...item }) => ({
      ...item,
      addedBy: by("shortlist.add", item.id) ?? gone,
      droppedBy: item.droppedAt && by("shortlist.drop", item.id),
      notedBy: by("shortlist.note", item.id),
      changes: changesOf(item),
      prices: pricesOf(item),
      canBeBought: canBeBought(item),
    })),
    shares: shares
      .filter(({ organisationId }) => isOurs || actor.kind !== "authority" || organisationId === actor.organisationId)
      .map(({ organisation: { name }, ...share }) => ({ ...share, name })),
    acts,
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

function pricesOf({ service: { rateCard: current }, rateCard }: Omit<Row, "addedById">): PriceChange[] {
  if (!current || !rateCard || current.id === rateCard.id) return [];
  return priceChanges(rateCard.lines, current.lines).filter(({ kind }) => kind !== "same");
}
