import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { readsStanding, reportsVisibleTo, visibleTo } from "./policy";
import { standingIn } from "./rules";
import type { ReportFilter } from "./schema";

const check = {
  id: true,
  checkedOn: true,
  checkedAt: true,
  listed: true,
  ground: true,
  entry: true,
  note: true,
  checkedById: true,
} satisfies Prisma.DebarmentCheckSelect;

export type DebarmentLook = Prisma.DebarmentCheckGetPayload<{ select: typeof check }> & { by: string };

/** The newest look at the debarment list for an organisation, as a command asks it inside its transaction; null before there is one. */
export const newestCheck = (actor: Actor, organisationId: string, tx: Tx = db) =>
  tx.debarmentCheck.findFirst({
    where: { AND: [visibleTo(actor), { organisationId }] },
    select: { checkedOn: true, listed: true, ground: true, entry: true },
    orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
  });

/** An organisation with every look at the list, newest first, its applications and its memberships: for stewards and auditors. */
export async function findStanding(actor: Actor, organisationId: string) {
  if (!isId(organisationId) || !readsStanding(actor)) return null;
  const organisation = await db.organisation.findFirst({
    where: { id: organisationId, kind: "provider" },
    select: {
      id: true,
      name: true,
      reference: true,
      identifiers: { select: { scheme: true, value: true }, orderBy: { scheme: "asc" } },
      debarmentChecks: {
        where: visibleTo(actor),
        select: check,
        orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
        take: 50,
      },
      applications: {
        where: { submittedAt: { not: null } },
        select: { id: true, reference: true, state: true },
        orderBy: { submittedAt: "desc" },
        take: 10,
      },
      memberships: {
        select: { id: true, state: true, part: { select: { number: true, title: true } } },
        orderBy: { part: { number: "asc" } },
        take: 50,
      },
    },
  });
  if (!organisation) return null;
  const { debarmentChecks, ...rest } = organisation;
  const people = await namesOf(debarmentChecks.map(({ checkedById }) => checkedById));
  const looks: DebarmentLook[] = debarmentChecks.map((look) => ({ ...look, by: people.get(look.checkedById) ?? "" }));
  return { ...rest, looks, standing: standingIn(looks[0] ?? null, londonDay(new Date())) };
}

const report = {
  id: true,
  why: true,
  arisenAt: true,
  dueOn: true,
  sentOn: true,
  note: true,
  applicationId: true,
  membershipId: true,
  organisationId: true,
  organisation: { select: { name: true, reference: true } },
} satisfies Prisma.ExclusionReportSelect;

export type Report = Prisma.ExclusionReportGetPayload<{ select: typeof report }>;

/** Reports of exclusions, those that have to be sent or those that were; the soonest due first. */
export const listReports = (actor: Actor, { show }: ReportFilter): Promise<Report[]> =>
  db.exclusionReport.findMany({
    where: { AND: [reportsVisibleTo(actor), { sentOn: show === "open" ? null : { not: null } }] },
    select: report,
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 200,
  });

/** One report, for whoever may see it. */
export async function findReport(actor: Actor, id: string): Promise<Report | null> {
  return isId(id)
    ? db.exclusionReport.findFirst({ where: { id, AND: reportsVisibleTo(actor) }, select: report })
    : null;
}

/** What waits for a steward here: exclusions that have to be reported. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (!holds(actor, "steward", "assessor", "admin")) return [];
  const open = await listReports(actor, { show: "open" });
  return open.slice(0, 10).map(({ id, organisation, arisenAt, dueOn }) => ({
    id,
    title: `Report an exclusion: ${organisation.name}`,
    detail: "The law gives 30 days (Procurement Act 2023, section 59).",
    href: `/steward/reports/${id}`,
    since: arisenAt,
    due: dueOn,
  }));
}

async function namesOf(ids: string[]) {
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true }, take: 100 });
  return new Map(people.map(({ id, name }) => [id, name]));
}
