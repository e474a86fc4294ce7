import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { EvaluatorRole } from "@/lib/core/prisma/enums";
import { fileVisibleTo, mayRun, nextSteps } from "../../../record/policy";
import { doubtsIn } from "../commands/start";

export type Panelist = {
  userId: string;
  name: string;
  organisation: string;
  role: EvaluatorRole;
  finishedAt: Date | null;
  /** What they said about conflicts of interest: nothing yet, none, or one. */
  declared: "no" | "clear" | "conflicted";
};

/**
 * The panel of a call-off, and for whoever runs it the people who may be on it and what stands against tenders before
 * scoring starts. Null for whoever may not see the file.
 */
export async function panelOf(actor: Actor, callOffId: string) {
  const row = await db.callOff.findFirst({
    where: { id: callOffId, AND: fileVisibleTo(actor) },
    select: {
      ...{ id: true, reference: true, title: true, state: true, organisationId: true, route: true, registerId: true },
      ...{ estimatePence: true, openedAt: true, lockedAt: true },
      evaluators: {
        select: { userId: true, role: true, finishedAt: true, user: { select: { name: true, email: true } } },
        orderBy: { appointedAt: "asc" },
      },
      declarations: {
        select: { userId: true, conflicted: true },
        orderBy: [{ declaredAt: "asc" }, { id: "asc" }],
      },
      funders: { select: { organisationId: true } },
    },
  });
  if (!row) return null;
  const { declarations, funders, evaluators, ...rest } = row;
  const said = new Map(declarations.map(({ userId, conflicted }) => [userId, conflicted]));
  const seats = await db.seat.findMany({
    where: {
      role: "evaluator",
      user: { disabledAt: null },
      organisationId: { in: [row.organisationId, ...funders.map(({ organisationId }) => organisationId)] },
    },
    select: {
      userId: true,
      user: { select: { name: true, email: true } },
      organisation: { select: { name: true } },
    },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    take: 500,
  });
  const runs = mayRun(actor, row);
  return {
    ...rest,
    evaluators: evaluators.map(({ user, ...one }): Panelist => {
      const conflicted = said.get(one.userId);
      return {
        ...one,
        name: user.name || user.email,
        organisation: seats.find(({ userId }) => userId === one.userId)?.organisation.name ?? "",
        declared: conflicted === undefined ? "no" : conflicted ? "conflicted" : "clear",
      };
    }),
    people: runs
      ? [...new Map(seats.map((seat) => [seat.userId, seat])).values()].map(({ userId, user, organisation }) => ({
          userId,
          name: user.name || user.email,
          organisation: organisation.name,
        }))
      : [],
    doubts: runs && row.state === "opened" ? await doubtsIn({ tx: db, actor }, row) : [],
    runs,
    mayStart: nextSteps(actor, row).includes("evaluate"),
  };
}
