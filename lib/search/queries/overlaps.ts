import "server-only";
import { type Actor, holds, isAuditor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { Prisma } from "@/lib/core/prisma/client";
import type { DeliveredBy } from "@/lib/core/prisma/enums";
import { reference } from "@/lib/reference/queries";
import type { OverlapFilter } from "../overlaps";
import { buyableSql } from "../sql/buyable";

const { sql } = Prisma;

export const OVERLAPS_A_PAGE = 25;
export const MOST_OVERLAPS = 5_000;

export type OverlapService = {
  reference: string;
  title: string;
  organisation: string;
  deliveredBy: DeliveredBy;
};

/** Services that reach the same delivery unit for the same outcome, and who does the work of each. */
export type Overlap = { pdu: string; category: string; outcome: string; services: OverlapService[] };

type Raw = { pdu: string; categoryCode: string; outcome: string; services: OverlapService[]; total: bigint };

/**
 * Where several services bring the same outcome to one delivery unit: 25 a page, or all up to 5,000 for a file. By
 * default only where the work is done by different hands. A service counts in every unit that it reaches, through a place
 * above it or inside it. Stewards and auditors only; to others there are none.
 */
export async function listOverlaps(
  actor: Actor,
  { pdu, category, show, page }: OverlapFilter,
  { whole = false } = {},
): Promise<{ items: Overlap[]; total: number }> {
  const reads: boolean = holds(actor, "steward", "assessor", "admin") || isAuditor(actor);
  if (!reads) return { items: [], total: 0 };
  const { places, categories, outcomes } = await reference();
  const units = places.all.filter(
    ({ kind, current, code }) => kind === "pdu" && current && (pdu === "" || code === pdu),
  );
  const reached = units.flatMap(({ code }) => places.around(code).map((near) => ({ unit: code, near })));
  const rows = await db.$queryRaw<Raw[]>`
    with reach as (
      select * from unnest(${reached.map(({ unit }) => unit)}::text[], ${reached.map(({ near }) => near)}::text[]) as r(unit, near)
    ),
    offered as (
      select distinct reach.unit, p."categoryCode", outcome.code as outcome, s."id", s."reference", v."title",
        o."name" as organisation, v."deliveredBy"
      from "Service" s
      join "Membership" m on m."id" = s."membershipId"
      join "ServiceVersion" v on v."id" = s."publishedId"
      join "Part" p on p."id" = s."partId"
      join "Organisation" o on o."id" = s."organisationId"
      cross join unnest(v."outcomeCodes") as outcome(code)
      cross join unnest(v."placeCodes") as place(code)
      join reach on reach.near = place.code
      where ${buyableSql} ${category === "" ? Prisma.empty : sql`and p."categoryCode" = ${category}`}
    )
    select unit as pdu, "categoryCode", outcome, count(*) over () as total,
      json_agg(json_build_object('reference', "reference", 'title', "title", 'organisation', organisation,
        'deliveredBy', "deliveredBy") order by "deliveredBy", organisation, "reference") as services
    from offered
    group by unit, "categoryCode", outcome
    having ${show === "mixed" ? sql`count(distinct "deliveredBy") > 1` : sql`count(*) > 1`}
    order by unit, "categoryCode", outcome
    limit ${whole ? MOST_OVERLAPS : OVERLAPS_A_PAGE} offset ${whole ? 0 : (page - 1) * OVERLAPS_A_PAGE}`;
  return {
    items: rows.map((row) => ({
      pdu: places.find(row.pdu)?.name ?? row.pdu,
      category: categories.name(row.categoryCode),
      outcome: outcomes.name(row.outcome),
      services: row.services,
    })),
    total: Number(rows[0]?.total ?? 0),
  };
}
