import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/values/id";
import { fileVisibleTo } from "../../record/policy";

/** The questions about a call-off, as its authority reads them: unanswered ones first. Who asked is not in it. */
export async function listQuestions(actor: Actor, callOffId: string) {
  if (!isId(callOffId)) return [];
  const rows = await db.clarification.findMany({
    where: { callOff: { id: callOffId, AND: fileVisibleTo(actor) } },
    select: { id: true, number: true, question: true, askedAt: true, answer: true, answeredAt: true },
    orderBy: { number: "asc" },
    take: 1_000,
  });
  return rows.toSorted((one, other) => Number(one.answer !== null) - Number(other.answer !== null));
}
