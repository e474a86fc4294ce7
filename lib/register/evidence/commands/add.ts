import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { asDay, londonDay } from "@/lib/core/values/moment";
import { renewAnswersWithin } from "@/lib/register/profile/commands/answers";
import { mayKeep, ownedBy } from "../policy";
import { MOST_FILES } from "../rules";
import { AddInput } from "../schema";

/**
 * Adds a file that is already stored, or the next version of one (`renews`); then every newest answer that rested on an
 * older version is given again, resting on this one. Refuses a file that the organisation has already (but for the next
 * version of itself, with something new said about it), and more files than one organisation may keep.
 */
export const addEvidence = command({
  event: "evidence.add",
  input: AddInput,
  load: async (scene, { renews }) => {
    const { tx, actor } = scene;
    const organisationId = actor.organisationId ?? "";
    if (actor.kind !== "provider") return null;
    // Two presses at once: the second waits here, and then finds the first one's file.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`evidence:${organisationId}`}))`;
    if (!renews) return { organisationId, before: null };
    const before = await newestOf(scene, renews);
    return before && { organisationId, before };
  },
  allow: mayKeep,
  run: async (scene, { organisationId, before }, { renews: _renews, expiresOn, ...said }) => {
    const { tx, actor, now } = scene;
    const today = londonDay(now);
    if (expiresOn && expiresOn <= today) refuseField("expiresOn", "The day it runs out must be in the future");
    const twin = await twinOf(scene, { ...said, organisationId, expiresOn, seriesId: before?.seriesId ?? null });
    if (twin) refuseField("file", `You have added this file already, as "${twin.title}"`);
    if ((await tx.evidence.count({ where: { organisationId } })) >= MOST_FILES)
      refuseField("file", `An organisation can keep ${MOST_FILES} files. Write to us if you need more`);
    const id = newId();
    await tx.evidence.create({
      data: {
        ...said,
        id,
        organisationId,
        seriesId: before?.seriesId ?? id,
        version: (before?.version ?? 0) + 1,
        expiresOn: expiresOn ? new Date(expiresOn) : null,
        scannedAt: said.scan === "clean" ? now : null,
        addedById: actor.id ?? "",
        addedAt: now,
      },
    });
    const answers = before ? await renewAnswersWithin(scene, { organisationId, seriesId: before.seriesId }) : 0;
    return {
      value: { id },
      id,
      detail: { kind: said.kind, readers: said.readers, bytes: said.bytes, renews: before?.id ?? null, answers },
    };
  },
});

type Facts = {
  organisationId: string;
  seriesId: string | null;
  sha256: string;
  title: string;
  kind: string;
  readers: string;
  expiresOn: string | null;
};

/** The same file under another title; or, where it is renewed, with nothing said about it that is new. */
async function twinOf({ tx }: Scene, { organisationId, sha256, seriesId, title, kind, readers, expiresOn }: Facts) {
  const same = await tx.evidence.findMany({
    where: { organisationId, sha256, withdrawnAt: null },
    select: { seriesId: true, title: true, kind: true, readers: true, expiresOn: true },
    orderBy: { addedAt: "desc" },
  });
  return same.find(
    (one) =>
      one.seriesId !== seriesId ||
      (one.title === title && one.kind === kind && one.readers === readers && asDay(one.expiresOn) === expiresOn),
  );
}

/** The newest version of the series that a file of the actor's own belongs to. */
async function newestOf({ tx, actor }: Scene, id: string) {
  const one = await tx.evidence.findFirst({ where: { AND: [ownedBy(actor), { id }] }, select: { seriesId: true } });
  return (
    one &&
    tx.evidence.findFirst({
      where: { AND: [ownedBy(actor), { seriesId: one.seriesId }] },
      orderBy: { version: "desc" },
      select: { id: true, seriesId: true, version: true },
    })
  );
}
