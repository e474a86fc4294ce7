import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuseField } from "@/lib/core/door/result";
import { asDay } from "@/lib/core/values/moment";
import { hasRunOut } from "../expiry";
import { MOST_UNDER_AN_ANSWER } from "../rules";

/** A file as an answer rests on it. `expiresOn` is its last day. */
export type Resting = { id: string; title: string; expiresOn: string | null };

const columns = { id: true, title: true, expiresOn: true, seriesId: true } as const;

/**
 * The files that an answer is to rest on, those of the organisation's own that were chosen. Refuses one that is not there
 * to be chosen, has run out or was withdrawn.
 */
export async function chosenFiles(
  { tx }: Scene,
  { organisationId, today }: { organisationId: string; today: string },
  ids: readonly string[],
): Promise<Resting[]> {
  if (ids.length > MOST_UNDER_AN_ANSWER) refuseField("evidenceIds", `Choose ${MOST_UNDER_AN_ANSWER} files at the most`);
  // Held against somebody who withdraws one in the same moment.
  const held = await tx.$queryRaw<{ id: string }[]>`
    select id from "Evidence" where id = any(${[...ids]}::uuid[]) and "organisationId" = ${organisationId}::uuid
    and "withdrawnAt" is null order by id for share`;
  if (held.length !== new Set(ids).size) refuseField("evidenceIds", "Choose only from the files shown");
  const rows = await tx.evidence.findMany({
    where: { id: { in: held.map(({ id }) => id) } },
    select: columns,
    orderBy: { id: "asc" },
  });
  const files = rows.map(({ id, title, expiresOn }) => ({ id, title, expiresOn: asDay(expiresOn) }));
  const late = files.find(({ expiresOn }) => hasRunOut(expiresOn, today));
  if (late) refuseField("evidenceIds", `${late.title} has run out. Add a newer version of it first`);
  return files;
}

/** The files under an answer that was given before: each in its newest version that is still kept. */
export async function restingFiles({ tx }: Scene, profileAnswerId: string): Promise<Resting[]> {
  const rows = await tx.evidence.findMany({
    where: { answers: { some: { profileAnswerId } } },
    select: { seriesId: true },
  });
  const newest = await tx.evidence.findMany({
    where: { seriesId: { in: rows.map(({ seriesId }) => seriesId) }, withdrawnAt: null },
    distinct: ["seriesId"],
    orderBy: [{ seriesId: "asc" }, { version: "desc" }],
    select: columns,
  });
  return newest.map(({ id, title, expiresOn }) => ({ id, title, expiresOn: asDay(expiresOn) }));
}
