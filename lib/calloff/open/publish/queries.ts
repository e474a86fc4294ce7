import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { fileVisibleTo } from "../../record/policy";

/** Call-offs whose close has passed and that still say they are open: for the clock alone. */
export async function listDue(actor: Actor, now: Date): Promise<{ id: string }[]> {
  if (actor.kind !== "system") return [];
  return db.callOff.findMany({
    where: { state: "published", closesAt: { lte: now }, AND: fileVisibleTo(actor) },
    select: { id: true },
    orderBy: [{ closesAt: "asc" }, { id: "asc" }],
    take: 500,
  });
}
