import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { londonDay, startOfLondonDay } from "@/lib/core/values/moment";
import { NoticeFacts } from "./facts";
import { visibleTo } from "./policy";
import { isNoticeReference, type NoticeFilter } from "./schema";

const listed = {
  id: true,
  reference: true,
  number: true,
  kindCode: true,
  title: true,
  publishedAt: true,
  register: { select: { code: true, title: true } },
  callOff: { select: { reference: true, title: true } },
} satisfies Prisma.NoticeSelect;

const whole = { ...listed, registerId: true, facts: true } satisfies Prisma.NoticeSelect;

export type ListedNotice = Prisma.NoticeGetPayload<{ select: typeof listed }>;
export type WholeNotice = Omit<Prisma.NoticeGetPayload<{ select: typeof whole }>, "facts"> & { facts: NoticeFacts };

const SIZE = 25;
const order = [{ publishedAt: "desc" }, { number: "desc" }] satisfies Prisma.NoticeOrderByWithRelationInput[];

/** One page of the notices, the newest first, and how many there are. */
export async function listNotices(
  actor: Actor,
  filter: NoticeFilter,
): Promise<{ rows: ListedNotice[]; total: number }> {
  const where = matching(actor, filter);
  const [rows, total] = await Promise.all([
    db.notice.findMany({ where, select: listed, orderBy: order, take: SIZE, skip: (filter.page - 1) * SIZE }),
    db.notice.count({ where }),
  ]);
  return { rows, total };
}

/** Every notice that matches, for a file; ten thousand at the most. */
export const listAllNotices = (actor: Actor, filter: NoticeFilter): Promise<ListedNotice[]> =>
  db.notice.findMany({ where: matching(actor, filter), select: listed, orderBy: order, take: 10_000 });

/** The years in which notices were published, the newest first. */
export async function listNoticeYears(actor: Actor): Promise<number[]> {
  const { _min, _max } = await db.notice.aggregate({
    where: visibleTo(actor),
    _min: { publishedAt: true },
    _max: { publishedAt: true },
  });
  if (!_min.publishedAt || !_max.publishedAt) return [];
  const [first, last] = [yearOf(_min.publishedAt), yearOf(_max.publishedAt)];
  return Array.from({ length: last - first + 1 }, (_, at) => last - at);
}

/** A notice with everything that it says. */
export async function findNotice(actor: Actor, reference: string): Promise<WholeNotice | null> {
  if (!isNoticeReference(reference)) return null;
  const row = await db.notice.findFirst({ where: { reference, AND: visibleTo(actor) }, select: whole });
  return row && { ...row, facts: NoticeFacts.parse(row.facts) };
}

/** A member of one part, as it was listed when it joined. */
export type MemberAt = {
  organisationId: string;
  organisation: string;
  part: number;
  partTitle: string;
  name: string;
  address: string;
  email: string;
  identifier: string;
  sme: boolean;
  vcse: boolean;
};

/**
 * The members of a register as at a notice: of every organisation and part, the newest line up to that notice, where it
 * joined. `most` rows from `from`, in the order of parts and names, and how many there are in all; none at a notice of a call-off.
 */
export async function membersAt(
  actor: Actor,
  { registerId, number }: Pick<WholeNotice, "registerId" | "number">,
  { most = 10_000, from = 0 }: { most?: number; from?: number } = {},
): Promise<{ rows: MemberAt[]; total: number }> {
  if (registerId === null) return { rows: [], total: 0 };
  const seen = await db.notice.findFirst({
    where: { registerId, number, AND: visibleTo(actor) },
    select: { id: true },
  });
  if (!seen) return { rows: [], total: 0 };
  const rows = await db.$queryRaw<(MemberAt & { total: bigint })[]>`
    select o."id" as "organisationId", o."reference" as "organisation", p."number" as "part", p."title" as "partTitle",
      m."name", m."address", m."email", m."identifier", m."sme", m."vcse", count(*) over () as total
    from (
      select distinct on (m."organisationId", m."partId") m.*
      from "NoticeMember" m join "Notice" n on n."id" = m."noticeId"
      where n."registerId" = ${registerId}::uuid and n."number" <= ${number}
      order by m."organisationId", m."partId", n."number" desc
    ) m
    join "Part" p on p."id" = m."partId"
    join "Organisation" o on o."id" = m."organisationId"
    where m."joined"
    order by p."number", m."name", o."id"
    limit ${most} offset ${from}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: Number(rows[0]?.total ?? 0) };
}

/** Who joined or left with one notice. */
export const changedIn = (actor: Actor, reference: string) =>
  db.noticeMember.findMany({
    where: { notice: { reference, AND: visibleTo(actor) } },
    select: {
      joined: true,
      name: true,
      address: true,
      email: true,
      identifier: true,
      sme: true,
      vcse: true,
      organisation: { select: { reference: true } },
      part: { select: { number: true, title: true } },
    },
    orderBy: [{ part: { number: "asc" } }, { organisationId: "asc" }],
    take: 100,
  });

function matching(actor: Actor, { kind, year }: NoticeFilter): Prisma.NoticeWhereInput {
  return {
    AND: [
      visibleTo(actor),
      kind ? { kindCode: kind } : {},
      year
        ? { publishedAt: { gte: startOfLondonDay(`${year}-01-01`), lt: startOfLondonDay(`${year + 1}-01-01`) } }
        : {},
    ],
  };
}

const yearOf = (at: Date) => Number(londonDay(at).slice(0, 4));
