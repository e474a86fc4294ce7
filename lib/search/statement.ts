import { Prisma } from "@/lib/core/prisma/client";
import type { Places } from "@/lib/reference/places";
import type { Cursor } from "./cursor";
import { buyableSql, type Facet, type Filter, filtersOf, found, isFacet, query } from "./filters";
import type { Criteria, Sort } from "./schema";

const { sql, join } = Prisma;
export const PAGE = 25;

/** What one statement answers: how many, which of them stand on the page, how many stand before it, and the facets. */
export type Answer = {
  total: number;
  preceding: number;
  page: { id: string; key: string }[] | null;
  facets: { facet: Facet; value: string; count: number }[] | null;
};

type Asked = { criteria: Criteria; places: Places; order: Sort; cursor: Cursor | null; take?: number };

/**
 * The whole search in one statement. A service that misses nothing is a result; one that misses a single facet's filter
 * is counted by that facet alone, which is what "with every filter but its own" means.
 */
export function searchStatement({ criteria, places, order, cursor, take = PAGE }: Asked): Prisma.Sql {
  const filters = filtersOf(criteria, places);
  const counted = filters.filter(({ name }) => isFacet(name));
  const always = filters.filter(({ name }) => !isFacet(name)).map(({ condition }) => condition);
  const back = cursor?.towards === "before";
  return sql`
    with judged as materialized (
      select s."id", ${keyOf(order, criteria)} as key, p."categoryCode", v."placeCodes", v."settings", r."size",
        coalesce(r."vcse", false) as vcse, s."openPlaces" > 0 as open ${flags(counted)}
      from ${found(criteria)}
      where ${join([buyableSql, ...always], " and ")}
    ),
    near as materialized (select *, ${missesOf(counted)} as misses from judged where ${missesOf(counted)} <= 1),
    region as materialized (select * from unnest(${codesOf(places)}::text[], ${regionsOf(places)}::text[]) as named(code, region)),
    alike as materialized (
      select "categoryCode", "settings", "size", vcse, open, misses ${columns(counted)}, count(*)::int as many
      from near group by "categoryCode", "settings", "size", vcse, open, misses ${columns(counted)}
    ),
    counts as (${facetCounts(counted)}),
    page as (
      select "id", key from near
      where misses = 0 ${cursor ? sql`and ${beyond(cursor, order)}` : Prisma.empty}
      order by ${back ? sql`key desc, "id" desc` : sql`key, "id"`} limit ${take}
    )
    select
      (select count(*)::int from near where misses = 0) as total,
      ${cursor ? sql`(select count(*)::int from near where misses = 0 and ${earlier(cursor, order)})` : sql`0`} as preceding,
      (select json_agg(json_build_object('id', "id", 'key', key::text) order by key, "id") from page) as page,
      (select json_agg(counts) from counts) as facets`;
}

/** Whether one service is among the results: one row if it is. */
export function matchStatement({ criteria, places }: Pick<Asked, "criteria" | "places">, id: string): Prisma.Sql {
  const conditions = filtersOf(criteria, places).map(({ condition }) => condition);
  return sql`
    select s."id" from ${found(criteria)}
    where ${join([sql`s."id" = ${id}::uuid`, buyableSql, ...conditions], " and ")}`;
}

/** How many more would be found without each thing asked, for a search that finds nothing. One row for each that helps. */
export function widerStatement({ criteria, places }: Pick<Asked, "criteria" | "places">): Prisma.Sql {
  const filters = filtersOf(criteria, places);
  const ok = join(filters.map(holds), ", ");
  const names = filters.map(({ name }) => name);
  return sql`
    with judged as (select array[${ok}] as ok from ${found(criteria)} where ${buyableSql})
    select asked.name, count(*)::int as count
    from judged cross join unnest(${names}::text[]) with ordinality as asked(name, at)
    where not ok[asked.at] and cardinality(array_positions(ok, false)) = 1
    group by asked.name`;
}

/** How many there are with another place in place of the one asked, for each of several. */
export function placesStatement({ criteria, places }: Pick<Asked, "criteria" | "places">, codes: string[]): Prisma.Sql {
  const others = filtersOf({ ...criteria, place: null }, places).map(({ condition }) => condition);
  const counts = codes.map(
    (code) =>
      sql`select ${code} as code, count(*)::int as count from left_over where "placeCodes" && ${places.around(code)}::text[]`,
  );
  return sql`
    with left_over as (select v."placeCodes" from ${found(criteria)} where ${join([buyableSql, ...others], " and ")})
    ${join(counts, " union all ")}`;
}

/** What each order sorts by, smallest first. Words are ranked in millionths, because a fraction is no place to go on from. */
function keyOf(order: Sort, { words }: Criteria): Prisma.Sql {
  switch (order) {
    case "relevance":
      return sql`(-1000000 * ts_rank(s."words", ${query(words)}))::bigint`;
    case "price":
      return sql`x.pence`;
    case "wait":
      return sql`s."waitDays"::bigint`;
    case "title":
      return sql`lower(v."title") collate "C"`;
  }
}

function beyond({ towards, key, id }: Cursor, order: Sort): Prisma.Sql {
  const from = order === "title" ? sql`${key}::text collate "C"` : sql`${BigInt(key)}::bigint`;
  return towards === "after" ? sql`(key, "id") > (${from}, ${id}::uuid)` : sql`(key, "id") < (${from}, ${id}::uuid)`;
}

/** A condition as a plain yes or no: an organisation without a profile does not hold what is asked of one. */
const holds = ({ condition }: Filter) => sql`coalesce(${condition}, false)`;

/** What stands before the page that follows this place, or before the place that the page leads up to. */
const earlier = (cursor: Cursor, order: Sort) =>
  cursor.towards === "after" ? sql`not ${beyond(cursor, order)}` : beyond(cursor, order);

const column = (facet: string) => Prisma.raw(`ok_${facet}`);
const flags = (counted: Filter[]) =>
  join([Prisma.empty, ...counted.map((filter) => sql`${holds(filter)} as ${column(filter.name)}`)], ", ");
const columns = (counted: Filter[]) => join([Prisma.empty, ...counted.map(({ name }) => column(name))], ", ");
const missesOf = (counted: Filter[]) =>
  join([sql`0`, ...counted.map(({ name }) => sql`(not ${column(name)})::int`)], " + ");

/** Services that are alike in all that facets ask are counted once; where they are is asked of each, having many places. */
function facetCounts(counted: Filter[]): Prisma.Sql {
  const counting = (facet: Facet) =>
    counted.some(({ name }) => name === facet) ? sql`(misses = 0 or not ${column(facet)})` : sql`misses = 0`;
  return sql`
    select 'category' as facet, "categoryCode" as value, sum(many)::int as count from alike where ${counting("category")} group by 2
    union all
    select 'place', here.region, count(*)::int from (
      select distinct near."id", region.region from near cross join unnest(near."placeCodes") as place
      join region on region.code = place where ${counting("place")}
    ) as here group by 2
    union all
    select 'setting', each.setting, sum(many)::int from alike, lateral (
      select distinct setting::text from unnest("settings") as setting
    ) as each where ${counting("setting")} group by 2
    union all
    select 'size', "size"::text, sum(many)::int from alike where "size" is not null and ${counting("size")} group by 2
    union all
    select 'vcse', case when vcse then 'yes' else 'no' end, sum(many)::int from alike where ${counting("vcse")} group by 2
    union all
    select 'open', case when open then 'yes' else 'no' end, sum(many)::int from alike where ${counting("open")} group by 2`;
}

/** The region that holds each place: what a service in that place is counted under. */
const codesOf = (places: Places) => places.all.map(({ code }) => code);
const regionsOf = (places: Places) => places.all.map(({ code }) => places.pathOf(code)[0]?.code ?? code);
