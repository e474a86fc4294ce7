import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import { day } from "@/lib/core/values/format";
import { addDays, londonDay } from "@/lib/core/values/moment";
import { isAsked } from "@/lib/register/market/asked";
import { visibleTo as membershipsVisibleTo } from "@/lib/register/membership/policy";
import { answersVisibleTo } from "@/lib/register/profile/policy";
import { REMIND_AT } from "../expiry";

/** What waits for whoever writes for a member: answers that its memberships rest on and that are out of date, or soon will be, with the file to renew. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (!holds(actor, "provider", "editor", "signatory")) return [];
  const today = londonDay(new Date());
  const { organisationId } = actor;
  const [memberships, answers] = await Promise.all([
    db.membership.findMany({
      where: {
        AND: [membershipsVisibleTo(actor), { organisationId, state: { in: ["active", "suspended", "lapsed"] } }],
      },
      select: { band: true, part: { select: { number: true, registerId: true } } },
      take: 200,
    }),
    db.profileAnswer.findMany({
      where: { AND: [answersVisibleTo(actor), { organisationId }] },
      distinct: ["conditionId"],
      orderBy: [{ conditionId: "asc" }, { version: "desc" }],
      select: {
        ...{ id: true, expiresOn: true, answeredAt: true },
        condition: {
          select: { number: true, title: true, registerId: true, bandFrom: true, partNumbers: true },
        },
        evidence: { select: { evidence: { select: { id: true, title: true, expiresOn: true } } } },
      },
    }),
  ]);
  return answers.flatMap(({ id, expiresOn, answeredAt, condition, evidence }) => {
    const on = expiresOn?.toISOString().slice(0, 10);
    if (!expiresOn || !on || on > addDays(today, REMIND_AT[0])) return [];
    const rests = memberships.some(
      ({ band, part }) =>
        part.registerId === condition.registerId && isAsked(condition, { band, partNumber: part.number }),
    );
    if (!rests) return [];
    const file = evidence.find((one) => one.evidence.expiresOn?.getTime() === expiresOn.getTime())?.evidence;
    return [
      {
        id,
        title: `${on < today ? "Out of date" : `Runs out on ${day(on)}`}: ${condition.title}`,
        detail: file ? `Add a newer version of “${file.title}”.` : "Check your answer and save it again.",
        href: file ? `/evidence/${file.id}` : `/apply/conditions/${condition.number}`,
        since: answeredAt,
        due: expiresOn,
      },
    ];
  });
}
