import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { CallOffState } from "@/lib/core/prisma/enums";
import { waitingWords } from "../words";

const asked = ["moderated", "approved", "notified"] as const satisfies readonly CallOffState[];

/** What waits for a commissioner here: awards to propose, summaries to send, notices to publish, challenges to answer. The oldest first. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (!holds(actor, "authority", "commissioner")) return [];
  const { organisationId } = actor;
  const [rows, challenges] = await Promise.all([
    db.callOff.findMany({
      where: { organisationId, state: { in: [...asked] } },
      select: {
        id: true,
        title: true,
        state: true,
        lockedAt: true,
        approvedAt: true,
        notifiedAt: true,
        createdAt: true,
      },
      orderBy: [{ lockedAt: "asc" }, { id: "asc" }],
      take: 10,
    }),
    db.challenge.findMany({
      where: { state: "open", callOff: { organisationId } },
      select: { id: true, receivedAt: true, callOff: { select: { id: true, title: true } } },
      orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
      take: 10,
    }),
  ]);
  return [
    ...challenges.map(({ id, receivedAt, callOff }) => ({
      ...{ id, since: receivedAt, href: `/call-offs/${callOff.id}/challenges/${id}` },
      title: `Answer a challenge: ${callOff.title}`,
      detail: "Nothing is concluded before you have.",
    })),
    ...rows.flatMap(({ id, title, state, lockedAt, approvedAt, notifiedAt, createdAt }) => {
      const known = asked.find((each) => each === state);
      if (!known) return [];
      const { act, detail, where } = waitingWords[known];
      const since = { moderated: lockedAt, approved: approvedAt, notified: notifiedAt }[known] ?? createdAt;
      return [{ id, title: `${act}: ${title}`, detail, href: `/call-offs/${id}/${where}`, since }];
    }),
  ];
}
