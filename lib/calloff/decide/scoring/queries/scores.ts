import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { allFinished, mayReadScoresOf } from "../policy";
import { isWide, toScore } from "../rules";
import { type Reading, readingOf } from "./reading";

/** A score as it stands: its newest version. */
export type Given = { tenderId: string; criterionId: string; score: number; reason: string };

/**
 * What the actor has scored of a call-off, beside its questions and tenders: what is left, and whether it is final. Only
 * their own scores. Null for whoever may not read the answers.
 */
export async function scoringOf(actor: Actor, callOffId: string) {
  const reading = await readingOf(actor, callOffId);
  if (!reading) return null;
  const rows = await db.score.findMany({
    where: { userId: actor.id ?? { in: [] }, tender: { callOffId } },
    select: { tenderId: true, criterionId: true, score: true, reason: true },
    orderBy: { version: "asc" },
    take: 20_000,
  });
  const own = [...new Map(rows.map((row) => [`${row.tenderId} ${row.criterionId}`, row])).values()];
  const here = toScore(reading.tenders, reading.criteria);
  const done = here.filter(({ tender, criterion }) => given(own, tender.id, criterion.id)).length;
  const finishedAt = reading.evaluators.find(({ userId }) => userId === actor.id)?.finishedAt ?? null;
  return {
    ...reading,
    ...{ own, done, all: here.length, finishedAt },
    open: reading.scores && reading.mayRead && reading.state === "evaluating" && finishedAt === null,
  };
}
export type Scoring = NonNullable<Awaited<ReturnType<typeof scoringOf>>>;

const given = <T extends { tenderId: string; criterionId: string }>(
  rows: readonly T[],
  tender: string,
  criterion: string,
) => rows.find(({ tenderId, criterionId }) => tenderId === tender && criterionId === criterion) ?? null;

export type Version = Given & { version: number; changedFor: string | null; at: Date };

/** One answer as it is moderated: what each evaluator gave, how far they are apart, and what was agreed, oldest first. */
export type Cell = {
  tenderId: string;
  criterionId: string;
  scores: { userId: string; name: string; score: number; reason: string }[];
  wide: boolean;
  consensus: Version | null;
  versions: Version[];
};

/**
 * Every answer with its scores and its consensus. Scores of others are there only for whoever may read them by then:
 * `mayReadScoresOf` says who. Scores of somebody who left the panel do not count. Null for whoever may not read answers.
 */
export async function moderationOf(actor: Actor, callOffId: string) {
  const reading = await readingOf(actor, callOffId);
  if (!reading) return null;
  const judges = reading.evaluators.filter(({ role }) => role === "evaluator");
  const readable = judges.filter(({ userId }) => mayReadScoresOf(actor, reading, userId));
  const [rows, versions] = await Promise.all([
    db.score.findMany({
      where: { tender: { callOffId }, userId: { in: readable.map(({ userId }) => userId) } },
      select: { tenderId: true, criterionId: true, userId: true, score: true, reason: true },
      orderBy: { version: "asc" },
      take: 50_000,
    }),
    db.consensus.findMany({
      where: { tender: { callOffId } },
      select: {
        ...{ tenderId: true, criterionId: true, version: true, score: true, reason: true },
        ...{ changedFor: true, at: true },
      },
      orderBy: { version: "asc" },
      take: 50_000,
    }),
  ]);
  const newest = [...new Map(rows.map((row) => [`${row.tenderId} ${row.criterionId} ${row.userId}`, row])).values()];
  const cells = toScore(reading.tenders, reading.criteria).map(({ tender, criterion }) =>
    cellOf(reading, { tenderId: tender.id, criterionId: criterion.id }, newest, versions),
  );
  return {
    ...reading,
    cells,
    allFinished: allFinished(reading),
    waitingFor: judges.filter(({ finishedAt }) => finishedAt === null).map(({ name }) => name),
    agreed: cells.filter(({ consensus }) => consensus !== null).length,
    open: reading.moderates && reading.mayRead && reading.state === "evaluating" && allFinished(reading),
    mayRevise: reading.moderates && reading.mayRead && reading.state === "moderated",
  };
}
export type Moderation = NonNullable<Awaited<ReturnType<typeof moderationOf>>>;

function cellOf(
  { evaluators }: Reading,
  at: { tenderId: string; criterionId: string },
  rows: readonly (Given & { userId: string })[],
  versions: readonly Version[],
): Cell {
  const here = <T extends { tenderId: string; criterionId: string }>(all: readonly T[]) =>
    all.filter(({ tenderId, criterionId }) => tenderId === at.tenderId && criterionId === at.criterionId);
  const scores = evaluators.flatMap(({ userId, name }) =>
    here(rows)
      .filter((row) => row.userId === userId)
      .map(({ score, reason }) => ({ userId, name, score, reason })),
  );
  const agreed = here(versions);
  return {
    ...at,
    scores,
    wide: isWide(scores.map(({ score }) => score)),
    consensus: agreed.at(-1) ?? null,
    versions: agreed,
  };
}
