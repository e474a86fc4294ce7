import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { Instrument } from "@/lib/core/prisma/enums";
import { isId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import type { Day } from "@/lib/reference/calendar";
import { reference } from "@/lib/reference/queries";
import { type RouteAnswer, routeFor } from "../../route/rules";
import { fileVisibleTo } from "../policy";

type Judged = {
  id: string;
  organisationId: string;
  supplierId: string;
  serviceId: string;
  year: string;
  instrument: Instrument;
  valuePence: bigint;
  vatPence: bigint;
  reason: string;
  buyer: { isCentral: boolean };
  service: { part: { cpvCode: string } };
};
type When = { tx: Pick<Tx, "purchase">; on: Day; allowance: { capPence: bigint; usedPence: bigint } };

/** The route of a purchase, with everything that it hangs on read from the database as it stands for this reader. */
export async function judgeRoute(actor: Actor, row: Judged, { tx, on, allowance }: When): Promise<RouteAnswer> {
  const { thresholds, rules, cpv } = await reference();
  const earlier = await tx.purchase.aggregate({
    where: {
      id: { not: row.id },
      organisationId: row.organisationId,
      supplierId: row.supplierId,
      serviceId: row.serviceId,
      year: row.year,
      instrument: "contract",
      state: { in: ["proposed", "offered", "accepted"] },
      AND: fileVisibleTo(actor),
    },
    _sum: { valuePence: true, vatPence: true },
  });
  return routeFor({
    instrument: row.instrument,
    totalPence: row.valuePence + row.vatPence,
    earlierPence: (earlier._sum.valuePence ?? 0n) + (earlier._sum.vatPence ?? 0n),
    authority: row.buyer,
    lightTouch: cpv.find(row.service.part.cpvCode)?.lightTouch ?? false,
    on,
    year: row.year,
    thresholds,
    rules,
    allowance,
    reason: row.reason,
  });
}

/** What the route check would say of a draft today: shown before anyone proposes it. The command judges again. */
export async function findRoute(actor: Actor, id: string): Promise<RouteAnswer | null> {
  if (!isId(id)) return null;
  const row = await db.purchase.findFirst({
    where: { id, AND: fileVisibleTo(actor) },
    select: {
      id: true,
      organisationId: true,
      supplierId: true,
      serviceId: true,
      year: true,
      instrument: true,
      valuePence: true,
      vatPence: true,
      reason: true,
      buyer: { select: { isCentral: true } },
      service: { select: { part: { select: { cpvCode: true } } } },
    },
  });
  if (!row) return null;
  const allowance = await db.spotAllowance.findUnique({
    where: { organisationId_year: { organisationId: row.organisationId, year: row.year } },
    select: { capPence: true, usedPence: true },
  });
  return judgeRoute(actor, row, {
    tx: db,
    on: londonDay(new Date()),
    allowance: allowance ?? { capPence: 0n, usedPence: 0n },
  });
}
