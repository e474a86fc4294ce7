import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import { visibleTo } from "./policy";
import { stateWords } from "./words";

const row = {
  id: true,
  reference: true,
  state: true,
  createdAt: true,
  submittedAt: true,
  dueOn: true,
  organisation: { select: { name: true } },
} satisfies Prisma.ApplicationSelect;

const order = [
  { dueOn: { sort: "asc", nulls: "last" } },
  { submittedAt: "asc" },
  { id: "asc" },
] satisfies Prisma.ApplicationOrderByWithRelationInput[];

/** What waits for this person: for a steward the queue, what they have and what a second assessor must look at; for an applicant what stops the application. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  const steward: boolean = holds(actor, "steward", "assessor", "admin");
  if (!steward && !holds(actor, "provider", "editor", "signatory")) return [];
  const rows = await db.application.findMany({
    where: {
      AND: [
        visibleTo(actor),
        steward
          ? {
              OR: [
                { state: "submitted" },
                { state: "inReview", assessorId: actor.id ?? undefined },
                { state: "seconding", proposedById: { not: actor.id } },
              ],
            }
          : { organisationId: actor.organisationId ?? undefined, state: { in: ["draft", "clarifying"] } },
      ],
    },
    select: row,
    orderBy: order,
    take: 10,
  });
  return rows.map((one) => ({
    id: one.id,
    title: steward
      ? `Assess the application of ${one.organisation.name}`
      : applicantTitles[one.state === "clarifying" ? "clarifying" : "draft"],
    detail: `${one.reference}: ${stateWords[one.state].label.toLowerCase()}`,
    href: steward ? `/steward/applications/${one.id}` : "/apply",
    since: one.submittedAt ?? one.createdAt,
    ...(one.dueOn && steward ? { due: one.dueOn } : {}),
  }));
}

const applicantTitles = { draft: "Finish your application", clarifying: "Answer a question about your application" };
