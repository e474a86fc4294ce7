import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/values/id";
import { fileVisibleTo } from "../../record/policy";

/** The amendments of a call-off, as its authority reads them, the newest first. */
export const listAmendments = async (actor: Actor, callOffId: string) =>
  isId(callOffId)
    ? db.amendment.findMany({
        where: { callOff: { id: callOffId, AND: fileVisibleTo(actor) } },
        select: { id: true, number: true, text: true, closesAtBefore: true, closesAtAfter: true, publishedAt: true },
        orderBy: { number: "desc" },
        take: 100,
      })
    : [];
