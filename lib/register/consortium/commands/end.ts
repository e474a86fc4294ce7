import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { londonDay } from "@/lib/core/values/moment";
import { step as stepMembership } from "../../membership/commands/step";
import { noticeOfChange } from "../../notice/commands";
import { EndConsortiumInput } from "../schema";
import { load, type Moved, step, tellPartners } from "./step";

/** The lead gives a consortium up before every partner has agreed. */
export const withdrawConsortium = step("withdraw", {
  input: EndConsortiumInput,
  load,
  run: async (scene, row, { reason }) => {
    await ended(scene, row.id, reason);
    await tellPartners(scene, row.id, { title: `Given up: ${row.organisation.name}`, body: reason }, row.leadId);
    return {};
  },
});

/** The lead ends a consortium that stands. It leaves every part; agreements that stand are not changed. */
export const dissolveConsortium = step("dissolve", {
  input: EndConsortiumInput,
  load,
  run: async (scene, row, { reason }) => leaveParts(scene, row, reason),
});

/** Ends a consortium as a part of another command, because a partner left. */
export async function endWithin(scene: Scene, row: Moved, reason: string) {
  await step.within(scene, "dissolve", row);
  await leaveParts(scene, row, reason);
}

async function leaveParts(scene: Scene, { id, organisation }: Moved, reason: string) {
  const standing = await scene.tx.membership.findMany({
    where: { organisationId: id, state: { in: ["active", "suspended", "lapsed", "removalProposed"] } },
    select: { id: true, state: true, partId: true },
    orderBy: { id: "asc" },
  });
  for (const membership of standing) await stepMembership.within(scene, "leave", membership, { consortiumId: id });
  if (standing.length > 0)
    await noticeOfChange(scene, { organisationId: id, partIds: standing.map(({ partId }) => partId), joined: false });
  await ended(scene, id, reason);
  await tellPartners(scene, id, { title: `Ended: ${organisation.name}`, body: reason });
  return { left: standing.length };
}

async function ended({ tx, now }: Scene, id: string, reason: string) {
  await tx.consortium.update({ where: { organisationId: id }, data: { endedAt: now, reason } });
  await tx.organisation.update({ where: { id }, data: { validTo: new Date(londonDay(now)) } });
}
