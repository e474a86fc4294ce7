import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { fileVisibleTo } from "../record/policy";
import { routesFor, splitAcross, togetherPence } from "./chooser";
import { chooserQuestion, judgedOn } from "./facts";

const asked = {
  id: true,
  reference: true,
  title: true,
  state: true,
  version: true,
  organisationId: true,
  instrument: true,
  estimatePence: true,
  extensionMonths: true,
  registerId: true,
  startsOn: true,
  route: true,
  routeReason: true,
  routeFacts: true,
  organisation: { select: { name: true, isCentral: true } },
} satisfies Prisma.CallOffSelect;

/** Every way to meet the need of a call-off, judged as things stand today; null when the actor may not see it. */
export async function findRoutes(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const callOff = await db.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: asked });
  if (!callOff) return null;
  const question = await chooserQuestion(actor, callOff, { tx: db, on: judgedOn(new Date()) });
  return {
    callOff,
    question: { ...question, split: splitAcross(question), togetherPence: togetherPence(question) },
    choices: routesFor(question),
  };
}
export type FoundRoutes = NonNullable<Awaited<ReturnType<typeof findRoutes>>>;
