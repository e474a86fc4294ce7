import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { pretendedNow } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { reference } from "@/lib/reference/queries";
import { opportunityVisibleTo } from "../../../record/policy";
import type { OpportunityFilter } from "../schema";
import { bands } from "../words";

export const PAGE = 25;

const summary = {
  id: true,
  reference: true,
  title: true,
  state: true,
  route: true,
  instrument: true,
  need: true,
  estimatePence: true,
  startsOn: true,
  endsOn: true,
  publishedAt: true,
  clarifyUntil: true,
  closesAt: true,
  organisation: { select: { name: true, reference: true } },
  lots: { select: { categoryCode: true, placeCodes: true }, orderBy: { number: "asc" } },
} satisfies Prisma.CallOffSelect;

export type OpportunitySummary = Prisma.CallOffGetPayload<{ select: typeof summary }>;

/** The clock that a list is drawn by. Whether a tender still comes in is judged by the database when it comes. */
export const clockOf = () => pretendedNow() ?? new Date();

/** One page of what was published, those that close soonest first, and how many there are in all. */
export async function listOpportunities(actor: Actor, filter: OpportunityFilter) {
  const where = await matching(actor, filter);
  const [rows, total] = await Promise.all([
    db.callOff.findMany({
      where,
      select: summary,
      orderBy: orderOf(filter),
      take: PAGE,
      skip: (filter.page - 1) * PAGE,
    }),
    db.callOff.count({ where }),
  ]);
  return { rows, total };
}

/** Every opportunity that fits, for a file or a feed; bounded. */
export const exportOpportunities = async (
  actor: Actor,
  filter: OpportunityFilter,
  most = 5_000,
): Promise<OpportunitySummary[]> =>
  db.callOff.findMany({
    where: await matching(actor, filter),
    select: summary,
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: most,
  });

const orderOf = ({ standing }: OpportunityFilter): Prisma.CallOffOrderByWithRelationInput[] =>
  standing === "open" ? [{ closesAt: "asc" }, { id: "asc" }] : [{ publishedAt: "desc" }, { id: "desc" }];

async function matching(actor: Actor, filter: OpportunityFilter): Promise<Prisma.CallOffWhereInput> {
  const { words, category, place, route, instrument, band, standing, fits } = filter;
  const now = clockOf();
  const text = { contains: words.replace(/[%_\\]/g, "\\$&"), mode: "insensitive" as const };
  const near = place ? (await reference()).places.around(place) : [];
  const open: Prisma.CallOffWhereInput = { state: "published", closesAt: { gt: now } };
  const lot: Prisma.LotWhereInput[] = [
    ...(category ? [{ categoryCode: category }] : []),
    ...(place ? [{ placeCodes: { hasSome: near } }] : []),
  ];
  const own = fits ? await ownReach(actor) : null;
  return {
    AND: [
      opportunityVisibleTo(actor),
      ...(standing === "all" ? [] : [standing === "open" ? open : { NOT: open }]),
      ...(words ? [{ OR: [{ title: text }, { reference: text }, { organisation: { name: text } }] }] : []),
      ...(route ? [{ route }] : []),
      ...(instrument ? [{ instrument }] : []),
      ...(band ? [{ estimatePence: withinBand(band) }] : []),
      ...(lot.length > 0 ? [{ lots: { some: { AND: lot } } }] : []),
      ...(own ? [own.length > 0 ? { OR: own.map((reach) => ({ lots: { some: reach } })) } : { id: { in: [] } }] : []),
    ],
  };
}

function withinBand(band: keyof typeof bands): Prisma.BigIntFilter {
  const { from, below } = bands[band];
  return { gte: from, ...(below === null ? {} : { lt: below }) };
}

/** Where the asking provider's published services reach, by category. Nothing for anybody else: nothing fits them. */
async function ownReach(actor: Actor): Promise<Prisma.LotWhereInput[]> {
  if (!holds(actor, "provider", "editor", "signatory", "viewer", "auditor")) return [];
  const [services, { places }] = await Promise.all([
    db.service.findMany({
      where: { organisationId: actor.organisationId, state: "published" },
      select: { part: { select: { categoryCode: true } }, published: { select: { placeCodes: true } } },
      orderBy: { id: "asc" },
      take: 500,
    }),
    reference(),
  ]);
  const reach = new Map<string, Set<string>>();
  for (const { part, published } of services) {
    const near = reach.get(part.categoryCode) ?? new Set<string>();
    for (const code of published?.placeCodes ?? []) for (const one of places.around(code)) near.add(one);
    reach.set(part.categoryCode, near);
  }
  return [...reach].map(([categoryCode, near]) => ({ categoryCode, placeCodes: { hasSome: [...near] } }));
}

/** The alerts that somebody has switched on; null when they are off. */
export const findWatch = (actor: Actor) =>
  db.opportunityWatch.findFirst({
    where: { userId: actor.id ?? "00000000-0000-0000-0000-000000000000" },
    select: { categoryCodes: true, placeCodes: true, startedAt: true },
  });
