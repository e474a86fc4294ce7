import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { fingerprint } from "@/lib/core/values/canonical";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { nextReference } from "@/lib/core/values/reference-number";
import { mayShare, visibleTo } from "./policy";
import { composeSnapshot } from "./queries";
import { EndInput, ShareInput, TakeInput } from "./schema";

/** Takes a snapshot of the actor's own profile as it stands. Refuses while there is no profile, and when nothing has changed since the last one. */
export const takeSnapshot = command({
  event: "snapshot.take",
  input: TakeInput,
  load: async ({ tx, actor }) => {
    if (actor.kind !== "provider") return null;
    // Two presses at once: the second waits here, and then finds the first one's snapshot.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`snapshot:${actor.organisationId}`}))`;
    return { organisationId: actor.organisationId };
  },
  allow: mayShare,
  run: async (scene, { organisationId }) => {
    const { tx, actor, now } = scene;
    const content = await composeSnapshot(actor, londonDay(now), tx);
    if (!content) return refuse("conflict", "Fill in your profile first. There is nothing to take a snapshot of yet.");
    const mark = fingerprint(content);
    const last = await tx.profileSnapshot.findFirst({
      where: { organisationId },
      orderBy: [{ takenAt: "desc" }, { id: "desc" }],
      select: { reference: true, fingerprint: true },
    });
    if (last?.fingerprint === mark) refuse("conflict", `Nothing has changed since ${last.reference}. Share that one.`);
    const id = newId();
    const reference = await nextReference(scene, "TP");
    await tx.profileSnapshot.create({
      data: { id, reference, organisationId, takenAt: now, takenById: actor.id ?? "", content, fingerprint: mark },
    });
    return { value: { id, reference }, id, detail: { reference, fingerprint: mark } };
  },
});

/** Shares a snapshot with authorities, and tells their people. One that reads it already is left as it is. */
export const shareSnapshot = command({
  event: "snapshot.share",
  input: ShareInput,
  load: ({ tx, actor }, { snapshotId }) =>
    tx.profileSnapshot.findFirst({
      where: { AND: [visibleTo(actor), { id: snapshotId }] },
      select: { id: true, reference: true, organisationId: true, organisation: { select: { name: true } } },
    }),
  allow: mayShare,
  run: async (scene, { id, reference, organisation }, { organisationIds }) => {
    const { tx, actor, now } = scene;
    const authorities = await tx.organisation.findMany({
      where: { id: { in: organisationIds }, kind: "authority", validTo: null },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    if (authorities.length !== new Set(organisationIds).size)
      refuseField("organisationIds", "Choose only from the authorities shown");
    const shared: string[] = [];
    for (const { id: organisationId } of authorities) {
      const said = { sharedAt: now, sharedById: actor.id ?? "" };
      const made = await tx.snapshotShare.createMany({
        data: [{ snapshotId: id, organisationId, ...said }],
        skipDuplicates: true,
      });
      const again = await tx.snapshotShare.updateMany({
        where: { snapshotId: id, organisationId, endedAt: { not: null } },
        data: { ...said, endedAt: null },
      });
      if (made.count + again.count === 0) continue;
      shared.push(organisationId);
      await tell(
        scene,
        { organisationId, roles: ["commissioner", "approver", "evaluator", "admin"] },
        {
          title: `${organisation.name} shared its profile with you`,
          body: `Snapshot ${reference}: the profile, its answers and the list of its files.`,
          href: `/snapshots/shared/${id}`,
        },
      );
    }
    return { value: { id }, id, detail: { reference, shared } };
  },
});

/** Takes a snapshot back from an authority: from now on its people find nothing there. */
export const endShare = command({
  event: "snapshot.end",
  input: EndInput,
  load: ({ tx, actor }, { snapshotId }) =>
    tx.profileSnapshot.findFirst({
      where: { AND: [visibleTo(actor), { id: snapshotId }] },
      select: { id: true, reference: true, organisationId: true },
    }),
  allow: mayShare,
  run: async ({ tx, now }, { id, reference }, { organisationId }) => {
    const { count } = await tx.snapshotShare.updateMany({
      where: { snapshotId: id, organisationId, endedAt: null },
      data: { endedAt: now },
    });
    if (count === 0) refuse("conflict", "It is not shared with them now.");
    return { value: { id }, id, detail: { reference, from: organisationId } };
  },
});
