import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { fingerprint } from "@/lib/core/values/canonical";
import { isId } from "@/lib/core/values/id";
import { asDay } from "@/lib/core/values/moment";
import { visibleTo as evidenceVisibleTo } from "@/lib/register/evidence/policy";
import { answersVisibleTo, visibleTo as profilesVisibleTo } from "../policy";
import { sharedWith, visibleTo } from "./policy";
import { Content } from "./schema";

/** What a snapshot of the actor's own organisation would hold on a day; null while there is no profile. Reads inside a transaction where one is given. */
export async function composeSnapshot(actor: Actor, today: string, tx: Tx = db): Promise<Content | null> {
  const organisation = await tx.organisation.findFirst({
    where: { AND: [profilesVisibleTo(actor), { id: actor.organisationId ?? { in: [] } }] },
    select: {
      ...{ reference: true, name: true, typeCode: true, address: true },
      identifiers: { select: { scheme: true, value: true }, orderBy: [{ scheme: "asc" }, { value: "asc" }] },
      provider: {
        select: {
          ...{ size: true, incomePence: true, incomeYear: true, staffFte: true, vcse: true, website: true },
          ...{ ledByLivedExperience: true, about: true, areaOfBenefit: true, coDesign: true, contactEmail: true },
        },
      },
    },
  });
  if (!organisation?.provider) return null;
  const on = new Date(today);
  const answers = await tx.profileAnswer.findMany({
    where: {
      AND: [
        answersVisibleTo(actor),
        { condition: { register: { frozenAt: { not: null }, opensOn: { lte: on }, closesOn: { gte: on } } } },
      ],
    },
    distinct: ["conditionId"],
    orderBy: [{ conditionId: "asc" }, { version: "desc" }],
    select: {
      ...{ met: true, text: true, expiresOn: true, answeredAt: true },
      condition: { select: { number: true, title: true } },
      evidence: { select: { evidence: { select: file } }, orderBy: { evidenceId: "asc" } },
    },
  });
  const files = new Map(answers.flatMap(({ evidence }) => evidence.map((one) => [one.evidence.id, one.evidence])));
  const { provider, ...who } = organisation;
  return {
    organisation: who,
    profile: { ...provider, incomePence: String(provider.incomePence), staffFte: provider.staffFte.toString() },
    answers: answers
      .toSorted((one, other) => one.condition.number - other.condition.number)
      .map(({ condition, evidence, expiresOn, answeredAt, ...said }) => ({
        ...condition,
        ...said,
        expiresOn: asDay(expiresOn),
        answeredAt: answeredAt.toISOString(),
        evidence: evidence.map((one) => one.evidence.id),
      })),
    evidence: [...files.values()]
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map((one) => ({ ...one, expiresOn: asDay(one.expiresOn) })),
  };
}

const file = {
  ...{ id: true, title: true, kind: true, version: true, expiresOn: true, fileName: true, sha256: true },
} satisfies Prisma.EvidenceSelect;

const summary = {
  id: true,
  reference: true,
  takenAt: true,
  fingerprint: true,
  organisation: { select: { id: true, name: true, reference: true } },
} satisfies Prisma.ProfileSnapshotSelect;

export type SnapshotSummary = Prisma.ProfileSnapshotGetPayload<{ select: typeof summary }> & { shared: number };

/** The snapshots of the actor's own organisation, newest first, with how many authorities read each now. */
export async function listSnapshots(actor: Actor): Promise<SnapshotSummary[]> {
  const rows = await db.profileSnapshot.findMany({
    where: { AND: [visibleTo(actor), { organisationId: actor.organisationId ?? { in: [] } }] },
    select: { ...summary, shares: { where: { endedAt: null }, select: { organisationId: true } } },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return rows.map(({ shares, ...row }) => ({ ...row, shared: shares.length }));
}

/** The snapshots that are shared with the actor's authority now, newest first. */
export async function listSharedSnapshots(actor: Actor) {
  if (actor.kind !== "authority") return [];
  const { organisationId } = actor;
  return db.profileSnapshot.findMany({
    where: { AND: [visibleTo(actor), sharedWith(organisationId)] },
    select: {
      ...summary,
      shares: { where: { organisationId }, select: { sharedAt: true } },
    },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
    take: 200,
  });
}

/** One snapshot with its content, whether its fingerprint still fits it, whom it was shared with, and the files that the actor can open. */
export async function findSnapshot(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const row = await db.profileSnapshot.findFirst({
    where: { AND: [visibleTo(actor), { id }] },
    select: {
      ...summary,
      ...{ organisationId: true, content: true, takenById: true },
      shares: {
        select: {
          ...{ sharedAt: true, endedAt: true },
          organisation: { select: { id: true, name: true } },
        },
        orderBy: [{ sharedAt: "asc" }, { organisationId: "asc" }],
      },
    },
  });
  if (!row) return null;
  const content = Content.parse(row.content);
  const [files, person] = await Promise.all([
    db.evidence.findMany({
      where: { AND: [evidenceVisibleTo(actor), { id: { in: content.evidence.map((one) => one.id) } }] },
      select: { id: true, scan: true },
    }),
    db.user.findUnique({ where: { id: row.takenById }, select: { name: true } }),
  ]);
  const own = row.organisationId === actor.organisationId;
  return {
    ...row,
    content,
    // Whom else it is shared with is the organisation's own business.
    shares: own ? row.shares : [],
    takenBy: person?.name ?? null,
    isWhole: fingerprint(row.content) === row.fingerprint,
    opens: files.filter(({ scan }) => scan !== "infected").map((one) => one.id),
  };
}

export type Snapshot = NonNullable<Awaited<ReturnType<typeof findSnapshot>>>;

/** The authorities that a snapshot can still be shared with, by name. */
export async function listAuthorities(actor: Actor, snapshotId: string): Promise<{ id: string; name: string }[]> {
  if (!isId(snapshotId) || !(await findSnapshot(actor, snapshotId))) return [];
  return db.organisation.findMany({
    where: {
      ...{ kind: "authority", validTo: null },
      snapshotsSeen: { none: { snapshotId, endedAt: null } },
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 1_000,
  });
}
