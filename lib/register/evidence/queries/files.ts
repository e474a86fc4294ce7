import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { visibleTo as applicationsVisibleTo } from "@/lib/register/application/policy";
import { isClock, visibleTo } from "../policy";

/** What a download needs to know of a file. Its key never leaves the server. */
export type FileToOpen = {
  storageKey: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  scan: "waiting" | "notScanned" | "clean" | "infected" | "failed";
};

/** A file to be given out; null for whoever may not see it. */
export async function findFile(actor: Actor, id: string): Promise<FileToOpen | null> {
  if (!isId(id)) return null;
  return db.evidence.findFirst({
    where: { AND: [visibleTo(actor), { id }] },
    select: { storageKey: true, fileName: true, mediaType: true, bytes: true, scan: true },
  });
}

const line = {
  id: true,
  kind: true,
  title: true,
  version: true,
  expiresOn: true,
  fileName: true,
  mediaType: true,
  bytes: true,
  scan: true,
  withdrawnAt: true,
} satisfies Prisma.EvidenceSelect;

/** A file as it is listed under an answer. */
export type EvidenceLine = Prisma.EvidenceGetPayload<{ select: typeof line }>;

/** The files under the answers that an application was sent with, by condition, for whoever may read both. */
export async function listPinnedEvidence(actor: Actor, applicationId: string): Promise<Map<string, EvidenceLine[]>> {
  if (!isId(applicationId)) return new Map();
  const pinned = await db.applicationAnswer.findMany({
    where: { applicationId, application: applicationsVisibleTo(actor) },
    select: {
      conditionId: true,
      profileAnswer: {
        select: {
          evidence: {
            where: { evidence: visibleTo(actor) },
            select: { evidence: { select: line } },
            orderBy: { evidence: { title: "asc" } },
          },
        },
      },
    },
  });
  return new Map(
    pinned.map(({ conditionId, profileAnswer }) => [
      conditionId,
      profileAnswer.evidence.map(({ evidence }) => evidence),
    ]),
  );
}

/** Whether a stored file has a row. For the system alone. */
export async function isKept(actor: Actor, storageKey: string): Promise<boolean> {
  return isClock(actor) && (await db.evidence.count({ where: { storageKey } })) > 0;
}

/** Which of these stored files have a row. For the system alone. */
export async function listKept(actor: Actor, keys: readonly string[]): Promise<Set<string>> {
  if (!isClock(actor)) return new Set(keys);
  const rows = await db.evidence.findMany({ where: { storageKey: { in: [...keys] } }, select: { storageKey: true } });
  return new Set(rows.map(({ storageKey }) => storageKey));
}

/** Whether there are any files at all. For the system alone. */
export async function hasFiles(actor: Actor): Promise<boolean> {
  return isClock(actor) && (await db.evidence.findFirst({ select: { id: true } })) !== null;
}
