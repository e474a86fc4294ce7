import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { asDay, londonDay } from "@/lib/core/values/moment";
import { answersVisibleTo } from "@/lib/register/profile/policy";
import { hasRunOut } from "../expiry";
import { ownedBy, visibleTo } from "../policy";
import { MOST_FILES } from "../rules";

const summary = {
  id: true,
  seriesId: true,
  version: true,
  kind: true,
  title: true,
  expiresOn: true,
  readers: true,
  fileName: true,
  mediaType: true,
  bytes: true,
  scan: true,
  addedAt: true,
  withdrawnAt: true,
} satisfies Prisma.EvidenceSelect;

type Row = Prisma.EvidenceGetPayload<{ select: typeof summary }>;
export type UsedBy = { conditionId: string; number: number; title: string };
/** A file in its newest version, and the conditions whose newest answers rest on it. */
export type EvidenceSummary = Row & { usedBy: UsedBy[] };

/** Every file of the actor's own organisation in its newest version, by title; the withdrawn ones instead, when asked. */
export async function listEvidence(
  actor: Actor,
  show: "current" | "withdrawn" = "current",
): Promise<EvidenceSummary[]> {
  const rows = await db.evidence.findMany({
    where: ownedBy(actor),
    distinct: ["seriesId"],
    orderBy: [{ seriesId: "asc" }, { version: "desc" }],
    select: summary,
    take: MOST_FILES,
  });
  const used = await listUses(
    actor,
    rows.map(({ id }) => id),
  );
  return rows
    .filter(({ withdrawnAt }) => (withdrawnAt === null) === (show === "current"))
    .map((row) => ({ ...row, usedBy: used.get(row.id) ?? [] }))
    .toSorted((one, other) => one.title.localeCompare(other.title, "en-GB") || (one.id < other.id ? -1 : 1));
}

/** The files that an answer of the actor's organisation can rest on today: newest versions that have not run out, those of a kind first. */
export async function listChoices(actor: Actor, kind: Row["kind"] | null = null): Promise<EvidenceSummary[]> {
  const today = londonDay(new Date());
  const files = (await listEvidence(actor)).filter(
    ({ expiresOn, scan }) => !hasRunOut(asDay(expiresOn), today) && scan !== "infected",
  );
  return [...files.filter((file) => file.kind === kind), ...files.filter((file) => file.kind !== kind)];
}

const detail = {
  ...summary,
  organisationId: true,
  sha256: true,
  scannedAt: true,
  addedById: true,
  organisation: { select: { name: true, reference: true } },
} satisfies Prisma.EvidenceSelect;

export type EvidenceDetail = Prisma.EvidenceGetPayload<{ select: typeof detail }> & {
  addedBy: string | null;
  usedBy: UsedBy[];
  /** All versions of it that the actor may see, newest first. */
  versions: Pick<Row, "id" | "version" | "title" | "addedAt" | "expiresOn" | "scan">[];
};

/** One file with its versions and what rests on it. Null for whoever may not see it. */
export async function findEvidence(actor: Actor, id: string): Promise<EvidenceDetail | null> {
  if (!isId(id)) return null;
  const row = await db.evidence.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: detail });
  if (!row) return null;
  const [used, versions, person] = await Promise.all([
    listUses(actor, [id]),
    db.evidence.findMany({
      where: { AND: [visibleTo(actor), { seriesId: row.seriesId }] },
      orderBy: { version: "desc" },
      select: { id: true, version: true, title: true, addedAt: true, expiresOn: true, scan: true },
      take: MOST_FILES,
    }),
    db.user.findUnique({ where: { id: row.addedById }, select: { name: true } }),
  ]);
  return { ...row, addedBy: person?.name ?? null, usedBy: used.get(id) ?? [], versions };
}

/** Which conditions' newest answers rest on each of these files; answers that the actor may not see are left out. */
async function listUses(actor: Actor, ids: readonly string[], tx: Tx = db): Promise<Map<string, UsedBy[]>> {
  const rows = await tx.answerEvidence.findMany({
    where: { evidenceId: { in: [...ids] }, profileAnswer: answersVisibleTo(actor) },
    select: {
      evidenceId: true,
      profileAnswer: {
        select: {
          version: true,
          conditionId: true,
          organisationId: true,
          condition: { select: { number: true, title: true } },
        },
      },
    },
    orderBy: [{ evidenceId: "asc" }, { profileAnswer: { condition: { number: "asc" } } }],
  });
  const newest = await tx.profileAnswer.groupBy({
    by: ["organisationId", "conditionId"],
    where: {
      AND: [answersVisibleTo(actor), { conditionId: { in: rows.map((row) => row.profileAnswer.conditionId) } }],
    },
    _max: { version: true },
  });
  const uses = new Map<string, UsedBy[]>();
  for (const { evidenceId, profileAnswer } of rows) {
    const { conditionId, organisationId, version, condition } = profileAnswer;
    const stands = newest.some(
      (one) => one.organisationId === organisationId && one.conditionId === conditionId && one._max.version === version,
    );
    if (stands) uses.set(evidenceId, [...(uses.get(evidenceId) ?? []), { conditionId, ...condition }]);
  }
  return uses;
}

/** Why a file of the actor's cannot be withdrawn now, in sentences; empty when it can. Reads inside a transaction where one is given. */
export async function holdingBack(actor: Actor, id: string, tx: Tx = db): Promise<string[]> {
  const used = (await listUses(actor, [id], tx)).get(id) ?? [];
  const pinned = await tx.application.findMany({
    where: {
      state: { in: ["submitted", "inReview", "clarifying", "seconding"] },
      organisationId: actor.organisationId ?? { in: [] },
      answers: { some: { profileAnswer: { evidence: { some: { evidenceId: id } } } } },
    },
    select: { reference: true },
    orderBy: { reference: "asc" },
  });
  return [
    ...used.map(({ title }) => `Your answer about "${title}" rests on it. Change that answer first.`),
    ...pinned.map(({ reference }) => `Application ${reference} was sent with it. Wait for the decision first.`),
  ];
}

/** `series`: the files that it rested on, whatever their versions. */
export type EarlierAnswer = { met: boolean; text: string; answeredAt: Date; series: string[] };

/**
 * What the actor's organisation answered to the same condition (by its code) of an earlier register, where it has not
 * answered this one: offered to be checked and saved, and never taken over unseen.
 */
export async function findEarlierAnswer(actor: Actor, conditionId: string): Promise<EarlierAnswer | null> {
  const condition = await db.condition.findUnique({ where: { id: conditionId }, select: { code: true } });
  if (!condition?.code) return null;
  const last = await db.profileAnswer.findFirst({
    where: {
      AND: [answersVisibleTo(actor), { conditionId: { not: conditionId }, condition: { code: condition.code } }],
    },
    orderBy: [{ answeredAt: "desc" }, { version: "desc" }],
    select: {
      ...{ met: true, text: true, answeredAt: true },
      evidence: { select: { evidence: { select: { seriesId: true } } } },
    },
  });
  if (!last) return null;
  const { evidence, ...said } = last;
  return { ...said, series: evidence.map((one) => one.evidence.seriesId) };
}

export type AnswerGround = {
  /** For how many months the condition lets an answer hold. */
  validMonths: number | null;
  evidenceKind: Row["kind"] | null;
  /** The files under the newest answer. */
  resting: { id: string; expiresOn: Date | null }[];
};

/** What the page of a condition needs besides the condition and its answer. */
export async function findAnswerGround(actor: Actor, conditionId: string): Promise<AnswerGround> {
  const [condition, last] = await Promise.all([
    db.condition.findUnique({ where: { id: conditionId }, select: { validMonths: true, evidenceKind: true } }),
    db.profileAnswer.findFirst({
      where: { AND: [answersVisibleTo(actor), { conditionId }] },
      orderBy: { version: "desc" },
      select: { evidence: { select: { evidence: { select: { id: true, expiresOn: true } } } } },
    }),
  ]);
  return {
    validMonths: condition?.validMonths ?? null,
    evidenceKind: condition?.evidenceKind ?? null,
    resting: last?.evidence.map(({ evidence }) => evidence) ?? [],
  };
}
