import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { fileVisibleTo } from "../../record/policy";
import { boardVisibleTo } from "./policy";

const PAGE = 25;

const board = {
  id: true,
  reference: true,
  title: true,
  state: true,
  organisationId: true,
  engagementIntro: true,
  engagementOpenedAt: true,
  publishedAt: true,
  need: true,
  forWhom: true,
  startsOn: true,
  route: true,
  organisation: { select: { name: true } },
  lots: {
    select: { number: true, title: true, categoryCode: true, placeCodes: true },
    orderBy: { number: "asc" },
  },
  _count: { select: { posts: true } },
} satisfies Prisma.CallOffSelect;

const post = {
  id: true,
  text: true,
  postedAt: true,
  organisationId: true,
  organisation: { select: { name: true } },
} satisfies Prisma.EngagementPostSelect;

export type Board = Prisma.CallOffGetPayload<{ select: typeof board }>;
export type Post = Prisma.EngagementPostGetPayload<{ select: typeof post }>;

/** Every board that was opened, the newest first; open ones, or closed ones. */
export async function listBoards(actor: Actor, { open, page = 1 }: { open: boolean; page?: number }) {
  const taking: Prisma.CallOffWhereInput = {
    publishedAt: null,
    state: { in: ["draft", "conflictsAssessed", "funded"] },
  };
  const where: Prisma.CallOffWhereInput = { AND: [boardVisibleTo(actor), open ? taking : { NOT: taking }] };
  const [rows, total] = await Promise.all([
    db.callOff.findMany({
      where,
      select: board,
      orderBy: [{ engagementOpenedAt: "desc" }, { id: "desc" }],
      take: PAGE,
      skip: (page - 1) * PAGE,
    }),
    db.callOff.count({ where }),
  ]);
  return { rows, total };
}

/** A board by its reference with a page of its words, the oldest first; null when there is none. */
export async function findBoard(actor: Actor, reference: string, { page = 1 }: { page?: number } = {}) {
  const found = await db.callOff.findFirst({ where: { reference, AND: boardVisibleTo(actor) }, select: board });
  if (!found) return null;
  const posts = await db.engagementPost.findMany({
    where: { callOffId: found.id },
    select: post,
    orderBy: [{ postedAt: "asc" }, { id: "asc" }],
    take: PAGE,
    skip: (page - 1) * PAGE,
  });
  return { ...found, posts, total: found._count.posts };
}

/** The board of a call-off for its own authority, opened or not. */
export async function findOwnBoard(actor: Actor, id: string): Promise<Board | null> {
  if (!isId(id)) return null;
  return db.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: board });
}
