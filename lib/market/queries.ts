import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { reference } from "@/lib/reference/queries";
import { buyableSql } from "@/lib/search/sql/buyable";
import type { Cell, Coverage, Totals } from "./rules";

type Row = Record<"valuePence" | "vcsePence", string> &
  Omit<Totals, "valuePence" | "vcsePence"> & { cells: Cell[] | null };

/**
 * Who works where: services and organisations by category and region, or by category and police area of one region, with
 * the totals of the register and of what was awarded. A service counts in every place that it reaches, so a service for
 * a whole region counts in each of its police areas. Everybody may read it, so it asks nothing of the actor.
 */
export async function coverage(_actor: Actor, regionCode: string | null = null): Promise<Coverage> {
  const { places, categories } = await reference();
  const regions = places.all.filter(({ kind, current }) => kind === "region" && current);
  const region = regions.find(({ code }) => code === regionCode) ?? null;
  const columns = region
    ? places.descendants(region.code).filter(({ kind, current }) => kind === "policeArea" && current)
    : regions;
  const reach = columns.flatMap((column) => places.around(column.code).map((code) => [code, column.code] as const));
  const [row] = await db.$queryRaw<Row[]>`
    with "onShow" as materialized (
      select s."id", s."organisationId", p."categoryCode", v."placeCodes", s."places", s."openPlaces"
      from "Service" s
      join "Membership" m on m."id" = s."membershipId"
      join "ServiceVersion" v on v."id" = s."publishedId"
      join "Part" p on p."id" = s."partId"
      where ${buyableSql}
    ),
    reach as (
      select * from unnest(${reach.map(([code]) => code)}::text[], ${reach.map(([, column]) => column)}::text[]) as named(code, "column")
    ),
    members as (
      select distinct m."organisationId", r."size" from "Membership" m
      left join "Provider" r on r."organisationId" = m."organisationId" where m."state" = 'active'
    ),
    awarded as (
      select a."valuePence", a."instrument", coalesce(r."vcse", false) as vcse from "Agreement" a
      left join "Provider" r on r."organisationId" = a."supplierId"
      where a."signedAt" is not null
    )
    select
      (select json_agg(cell) from (
        select o."categoryCode" as category, reach."column", count(distinct o."id")::int as services,
          count(distinct o."organisationId")::int as organisations
        from "onShow" o cross join unnest(o."placeCodes") as place join reach on reach.code = place group by 1, 2
      ) as cell) as cells,
      (select count(*)::int from members) as organisations,
      (select count(*)::int from members where "size" in ('micro', 'small')) as small,
      (select count(*)::int from "onShow") as services,
      (select count(distinct "categoryCode")::int from "onShow") as categories,
      (select coalesce(sum("places"), 0)::int from "onShow") as places,
      (select coalesce(sum("openPlaces"), 0)::int from "onShow") as "openPlaces",
      (select count(*)::int from awarded) as awards,
      (select count(*)::int from awarded where "instrument" = 'grant') as grants,
      (select coalesce(sum("valuePence"), 0)::text from awarded) as "valuePence",
      (select coalesce(sum("valuePence"), 0)::text from awarded where vcse) as "vcsePence"`;
  const { cells, valuePence, vcsePence, ...counts } = row ?? nothing;
  const head = ({ code, name }: { code: string; name: string }) => ({ code, name });
  return {
    categories: categories.all.map(head),
    columns: columns.map(head),
    region: region && head(region),
    cells: cells ?? [],
    totals: { ...counts, valuePence: BigInt(valuePence), vcsePence: BigInt(vcsePence) },
  };
}

const nothing: Row = {
  cells: null,
  organisations: 0,
  small: 0,
  services: 0,
  categories: 0,
  places: 0,
  openPlaces: 0,
  awards: 0,
  grants: 0,
  valuePence: "0",
  vcsePence: "0",
};
