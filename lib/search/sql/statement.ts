import { Prisma } from "@/lib/core/prisma/client";
import { type Ask, type Facet, partScores, type Question, wordParts } from "../ask";
import { type Term, writeTerm } from "../language/tsquery";
import { turningOf } from "../order";
import { reachOf } from "../reach";
import { everyLanguage, languageCodes } from "../words";
import { documents, type Filter, filtersOf, holdsOn, inDate, matching } from "./filters";

const { sql, join } = Prisma;

/** What one statement answers. */
export type Raw = {
  generation: bigint;
  total: number;
  preceding: number;
  page: { id: string; key: string; turn: number; card: string; lexemes: string }[] | null;
  facets: { facet: Facet; value: string; count: number }[] | null;
  heat: { category: string; place: string; count: number }[] | null;
};

/**
 * The whole search in one statement, from one state of the register. A service that misses nothing is a result; one that
 * misses a single facet's filter is counted by that facet alone, which is what "with every filter but its own" means.
 */
export function searchStatement(ask: Ask): Prisma.Sql {
  const { cursor, take, places, counted, heat } = ask;
  const filters = filtersOf(ask);
  const own = filters.filter(({ name }) => name !== "always" && ask.facets.includes(name));
  const always = filters.filter((filter) => !own.includes(filter)).map(({ condition }) => condition);
  const back = cursor?.towards === "before";
  const pairs = [...reachOf(counted, places)].flatMap(([code, targets]) => targets.map((target) => ({ code, target })));
  return sql`
    with judged as (
      select d.*, ${keyOf(ask)} as key, ${turnSql(ask.orderDay)} as turn, ${misses(own)} as misses ${flags(own)}
      from ${documents(ask)} where ${join([sql`true`, ...always], " and ")}
    ),
    near as materialized (
      select "serviceId" as id, key, turn, misses ${columns(own)} ${join([Prisma.empty, ...ask.facets.map((facet) => keeps[facet])], ", ")}
        ${heat ? sql`, "categoryCode" as at_category, "placeCodes" as at_places` : Prisma.empty}
      from judged d where misses <= 1
    ),
    reach as materialized (
      select * from unnest(${pairs.map(({ code }) => code)}::text[], ${pairs.map(({ target }) => target)}::text[]) as r(code, target)
    ),
    counts as (${facetCounts(ask, own)}),
    page as (
      select id, key, turn from near
      where misses = 0 ${cursor ? sql`and ${beyond(ask)}` : Prisma.empty}
      order by ${back ? sql`key desc, turn desc, id desc` : sql`key, turn, id`} limit ${take}
    )
    select
      (select "generation" from "SearchState") as generation,
      (select count(*)::int from near where misses = 0) as total,
      ${cursor ? sql`(select count(*)::int from near where misses = 0 and ${earlier(ask)})` : sql`0`} as preceding,
      (select json_agg(json_build_object('id', id, 'key', key::text, 'turn', turn, 'card', card, 'lexemes', d."lexemes") order by key, turn, id)
        from page join "SearchDocument" d on d."serviceId" = page.id) as page,
      (select json_agg(counts) from counts) as facets,
      ${heat ? heatSql : sql`null`} as heat`;
}

const heatSql = sql`(select json_agg(each) from (
    select category, place, count(*)::int as count from (
      select distinct id, at_category as category, reach.target as place from near
      cross join unnest(at_places) as place join reach on reach.code = place where misses = 0
    ) as here group by 1, 2
  ) as each)`;

/** How many results a question has. */
export const countStatement = (question: Question): Prisma.Sql =>
  sql`select count(*)::int as count from ${documents(question)} where ${matching(question)}`;

/** One service, if it is a result: its card and lexemes, as on a page. */
export const matchStatement = (question: Question, id: string): Prisma.Sql => sql`
  select d."card", d."lexemes" from ${documents(question)} where d."serviceId" = ${id}::uuid and ${matching(question)}`;

/** What each order sorts by, smallest first. Relevance is the sum of what each word counts, by the most telling part it stands in. */
function keyOf({ order, understood }: Ask): Prisma.Sql {
  switch (order) {
    case "relevance":
      return sql`(0 ${join([Prisma.empty, ...(understood?.terms ?? []).map(scoreOf)], " - ")})`;
    case "price":
      return sql`x.pence`;
    case "wait":
      return sql`d."waitDays"`;
    case "title":
      return sql`d."titleKey" collate "C"`;
    case "daily":
      return sql`0`;
  }
}

const WEIGHTS = { title: "A", name: "B", summary: "C", description: "D" } as const;

function scoreOf(term: Term): Prisma.Sql {
  const cases = wordParts.map(
    (part) => sql`when d."words" @@ ${writeTerm(term, WEIGHTS[part])}::tsquery then ${partScores[part]}::int`,
  );
  return sql`(case ${join(cases, " ")} else 0 end)`;
}

/** The same as `turnOf` in order.ts. */
function turnSql(day: string): Prisma.Sql {
  const { salt, times } = turningOf(day);
  return sql`(((d."lot" # ${salt}::int)::bigint * ${times}::bigint) & 2147483647)::int`;
}

function beyond({ cursor, order }: Ask): Prisma.Sql {
  if (!cursor) return sql`true`;
  const key = order === "title" ? sql`${cursor.key}::text collate "C"` : sql`${BigInt(cursor.key)}::bigint`;
  const at = sql`(${key}, ${cursor.turn}::int, ${cursor.id}::uuid)`;
  return cursor.towards === "after" ? sql`(key, turn, id) > ${at}` : sql`(key, turn, id) < ${at}`;
}

/** What stands before the page that follows this place, or before the place that the page leads up to. */
const earlier = (ask: Ask) => (ask.cursor?.towards === "after" ? sql`not ${beyond(ask)}` : beyond(ask));

const column = (name: string) => Prisma.raw(`ok_${name}`);
const flags = (own: Filter[]) =>
  join([Prisma.empty, ...own.map(({ name, condition }) => sql`${condition} as ${column(name)}`)], ", ");
const columns = (own: Filter[]) => join([Prisma.empty, ...own.map(({ name }) => column(name))], ", ");
const misses = (own: Filter[]) => join([sql`0`, ...own.map(({ condition }) => sql`(not ${condition})::int`)], " + ");

/** What `near` keeps of a document for each facet. */
const keeps: Record<Facet, Prisma.Sql> = {
  place: sql`"placeCodes"`,
  category: sql`"categoryCode"`,
  need: sql`"needCodes"`,
  outcome: sql`"outcomeCodes"`,
  cohort: sql`"cohortCodes"`,
  sex: sql`"sex"`,
  setting: sql`"settings"`,
  method: sql`"method"`,
  language: sql`"languages"`,
  access: sql`"access"`,
  unit: sql`null as priced`,
  open: sql`"openPlaces" > 0 as is_open`,
  size: sql`"size"`,
  type: sql`"typeCode"`,
  vcse: sql`"vcse"`,
  led: sql`"led"`,
  consortium: sql`"consortium"`,
  evidence: sql`"evidenceUntil"`,
};

const yesNo = (condition: Prisma.Sql) => sql`case when ${condition} then 'yes' else 'no' end`;

/** What a document is counted under by each facet but place and unit, which are asked of other tables. */
const values = (day: string): Record<Exclude<Facet, "place" | "unit">, Prisma.Sql> => ({
  category: sql`d."categoryCode"`,
  need: sql`unnest(d."needCodes")`,
  outcome: sql`unnest(d."outcomeCodes")`,
  cohort: sql`unnest(d."cohortCodes")`,
  sex: sql`unnest(case d."sex" when 'anyone' then array['women', 'men'] else array[d."sex"] end)`,
  setting: sql`unnest(d."settings")`,
  method: sql`d."method"`,
  language: sql`unnest(case when ${everyLanguage} = any(d."languages") then ${languageCodes}::text[] else d."languages" end)`,
  access: sql`unnest(d."access")`,
  open: yesNo(sql`d.is_open`),
  size: sql`d."size"`,
  type: sql`d."typeCode"`,
  vcse: yesNo(sql`d."vcse"`),
  led: yesNo(sql`d."led"`),
  consortium: yesNo(sql`d."consortium"`),
  evidence: yesNo(inDate(day)),
});

function facetCounts({ facets, day }: Ask, own: Filter[]): Prisma.Sql {
  const by = values(day);
  const counted = facets.map((facet) => {
    const here = own.some(({ name }) => name === facet) ? sql`(misses = 0 or not ${column(facet)})` : sql`misses = 0`;
    const name = Prisma.raw(`'${facet}'`);
    if (facet === "place")
      return sql`select ${name} as facet, place as value, count(*)::int as count from (
        select distinct d.id, reach.target as place from near d cross join unnest(d."placeCodes") as code join reach using (code) where ${here}
      ) as reached group by 2`;
    if (facet === "unit")
      return sql`select ${name}, unit, count(*)::int from (
        select distinct d.id, p."unit"::text as unit from near d join "SearchPrice" p on p."serviceId" = d.id and ${holdsOn(day)} where ${here}
      ) as priced group by 2`;
    return sql`select ${name}, value, count(*)::int from (select ${by[facet]} as value from near d where ${here}) as each
      where value is not null group by 2`;
  });
  const none = sql`select null::text as facet, null::text as value, null::int as count where false`;
  return join([none, ...counted], " union all ");
}
