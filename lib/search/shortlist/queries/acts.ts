import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/values/id";
import { visibleTo } from "../policy";
import { ActDetail } from "../schema";

const MOST = 2_000;

/** Something done to a list: what, when, by whom, to which entry, and with which authorities. */
export type Act = {
  id: string;
  event: string;
  at: Date;
  by: string;
  entryId: string | null;
  with: string[];
};

/** Everything that was done to a list, the first first, up to 2,000 acts. None for whoever may not see the list. */
export async function listActs(actor: Actor, shortlistId: string): Promise<Act[]> {
  if (!isId(shortlistId)) return [];
  const visible = await db.shortlist.findFirst({
    where: { id: shortlistId, AND: visibleTo(actor) },
    select: { id: true },
  });
  if (!visible) return [];
  const rows = await db.auditEvent.findMany({
    where: { subject: "shortlist", subjectId: shortlistId },
    select: { id: true, event: true, at: true, actorId: true, detail: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const acts = rows.map((row) => {
    const { entryId, to, from } = ActDetail.parse(row.detail);
    const authorities = row.event === "shortlist.share" ? to : row.event === "shortlist.unshare" ? from : [];
    return { ...row, entryId, with: authorities };
  });
  const [people, bodies] = await Promise.all([
    namesOf(acts.map(({ actorId }) => actorId)),
    namesOfBodies(acts.flatMap((act) => act.with)),
  ]);
  return acts.map(({ id, event, at, actorId, entryId, with: authorities }) => ({
    id: String(id),
    event,
    at,
    by: people.get(actorId ?? "") ?? gone,
    entryId,
    with: authorities.map((one) => bodies.get(one) ?? one),
  }));
}

/** For somebody whose account is no longer there. */
export const gone = "Somebody who has left";

/** The names of people by their ids. */
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

async function namesOfBodies(ids: string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  const bodies = await db.organisation.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
    take: wanted.length,
  });
  return new Map(bodies.map(({ id, name }) => [id, name]));
}
