import "server-only";
import { standingOf } from "@/lib/calloff/decide/concentration/rules";
import { advertised } from "@/lib/calloff/record/policy";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { CategoryConcentration, LotBids } from "./rules";

const MOST = 5_000;

/**
 * How many tenders came for each lot of the competitions that were advertised, the last to close first. Only once tenders
 * were opened, or when none came: while a competition runs, and where tenders stay sealed for ever, nothing is told.
 * Everybody may read it, so it asks nothing of the actor.
 */
export const listBids = (_actor: Actor): Promise<LotBids[]> =>
  db.$queryRaw<LotBids[]>`
    select c."reference", c."title", o."name" as authority, c."instrument"::text as instrument, l."categoryCode",
           to_char(c."closesAt" at time zone 'Europe/London', 'YYYY-MM-DD') as "closedOn",
           l."number" as lot, l."title" as "lotTitle", count(t."id")::int as tenders,
           (count(t."id") filter (where t."openedVcse"))::int as vcse,
           (count(t."id") filter (where t."openedSize" in ('micro', 'small', 'medium')))::int as sme
      from "CallOff" c
      join "Organisation" o on o."id" = c."organisationId"
      join "Lot" l on l."callOffId" = c."id"
      left join "TenderLot" x on x."lotId" = l."id"
      left join "Tender" t on t."id" = x."tenderId" and t."state" not in ('draft', 'withdrawn')
     where c."route"::text = any(${[...advertised]}::text[]) and c."closedAt" is not null
       and (c."openedAt" is not null or c."state" = 'unsuccessful')
     group by c."id", o."id", l."id"
     order by c."closesAt" desc, c."reference", l."number" limit ${MOST}`;

/** How concentrated the awards of each category are: agreements that have not ended, without VAT. Everybody may read it. */
export async function listConcentration(_actor: Actor): Promise<CategoryConcentration[]> {
  const rows = await db.agreement.groupBy({
    by: ["categoryCode", "supplierId"],
    where: { state: { notIn: ["ended", "terminated"] } },
    _sum: { valuePence: true },
    orderBy: [{ categoryCode: "asc" }, { supplierId: "asc" }],
  });
  const codes = [...new Set(rows.map(({ categoryCode }) => categoryCode))];
  return codes.map((categoryCode) => {
    const held = rows
      .filter((row) => row.categoryCode === categoryCode)
      .map(({ supplierId, _sum }) => ({ organisationId: supplierId, pence: _sum.valuePence ?? 0n }));
    const { totalPence, organisations, topSixBp, hhi } = standingOf(held, "");
    return { categoryCode, totalPence, organisations, topSixBp, hhi };
  });
}
