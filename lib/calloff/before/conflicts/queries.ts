import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { fileVisibleTo } from "../../record/policy";

const conflicts = {
  id: true,
  reference: true,
  title: true,
  state: true,
  version: true,
  organisationId: true,
  conflictsAssessment: true,
  conflictsAssessedAt: true,
  evaluators: { select: { userId: true, role: true } },
  funders: { select: { organisationId: true, state: true }, orderBy: { number: "asc" } },
} satisfies Prisma.CallOffSelect;

/** What somebody declared, newest first. `own` is the reader's own. */
export type Declared = {
  id: string;
  name: string;
  own: boolean;
  conflicted: boolean;
  detail: string;
  declaredAt: Date;
};

/**
 * The assessment of a call-off and what each person declared last; null when the actor may not see it. What a conflict is
 * about is shown to the authority that runs it and to the person who said it; a co-funder sees only that there is one.
 */
export async function findConflicts(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const row = await db.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: conflicts });
  if (!row) return null;
  const newest = await db.callOffDeclaration.findMany({
    where: { callOffId: id },
    select: { id: true, userId: true, conflicted: true, detail: true, declaredAt: true },
    distinct: ["userId"],
    orderBy: [{ declaredAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  const people = await db.user.findMany({
    where: { id: { in: newest.map(({ userId }) => userId) } },
    select: { id: true, name: true },
    take: 200,
  });
  const isLead = actor.organisationId === row.organisationId || actor.roles.some((role) => role === "auditor");
  const declarations: Declared[] = newest.map(({ userId, detail, ...said }) => ({
    ...said,
    name: people.find((person) => person.id === userId)?.name ?? "A person who has left",
    own: userId === actor.id,
    detail: isLead || userId === actor.id ? detail : "",
  }));
  return { ...row, declarations };
}
export type FoundConflicts = NonNullable<Awaited<ReturnType<typeof findConflicts>>>;
