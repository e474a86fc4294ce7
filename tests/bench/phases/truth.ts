import pg from "pg";
import type { Places } from "@/lib/reference/places";
import type { Page } from "@/lib/search/queries/search";
import type { Criteria } from "@/lib/search/schema";

/**
 * What every search must find, worked out slowly: each buyable service in one flat row, its words taken from its texts
 * again, without any index. Written from what a search promises, and from none of its code.
 */
const flat = `
  create unlogged table bench_truth as
  with recursive under(code, region) as (
    select "code", "code" from "ReferenceItem" where "list" = 'region' and "validTo" is null
    union
    select i."code", under.region from "ReferenceItem" i join under on i."parentCode" = under.code
     where i."list" in ('policeArea', 'localAuthority', 'pdu') and i."validTo" is null
  )
  select s."id", s."rateCardId", s."openPlaces", s."waitDays", p."categoryCode", o."typeCode",
         v."title", v."placeCodes", v."needCodes", v."outcomeCodes", v."cohortCodes", v."sex"::text as sex, v."minAge", v."maxAge",
         v."settings"::text[] as settings, v."method"::text as method, v."languages", r."size"::text as size,
         coalesce(r."vcse", false) as vcse, coalesce(r."ledByLivedExperience", false) as led,
         array(select distinct region from under where code = any(v."placeCodes")) as regions,
         setweight(to_tsvector('english', v."title"), 'A')
           || setweight(to_tsvector('english', o."name" || ' ' || v."summary"), 'B')
           || setweight(to_tsvector('english', v."description"), 'C') as words
    from "Service" s
    join "ServiceVersion" v on v."id" = s."publishedId"
    join "Part" p on p."id" = s."partId"
    join "Organisation" o on o."id" = s."organisationId"
    left join "Provider" r on r."organisationId" = o."id"
   where s."state" = 'published' and exists (
     select 1 from "Membership" m
      where m."organisationId" = s."organisationId" and m."partId" = s."partId" and m."state" = 'active')`;

/** Something asked: which, as SQL with `?` for its value. */
type Condition = { about: string; sql: string; value: unknown };

const price = `(select min(l."pence") from "RateLine" l where l."rateCardId" = t."rateCardId" and l."unit" = ?::"RateUnit")`;

function conditionsOf(criteria: Criteria, places: Places): Condition[] {
  const { words, place, category, need, outcome, cohort, sex, age, setting, method, language } = criteria;
  const { unit, from, to, open, wait, size, type, vcse, led } = criteria;
  const all: (Condition | false)[] = [
    words !== "" && { about: "words", sql: "words @@ websearch_to_tsquery('english', ?)", value: words },
    place !== null && { about: "place", sql: `"placeCodes" && ?::text[]`, value: places.around(place) },
    category.length > 0 && { about: "category", sql: `"categoryCode" = any(?)`, value: category },
    need.length > 0 && { about: "need", sql: `"needCodes" && ?::text[]`, value: need },
    outcome.length > 0 && { about: "outcome", sql: `"outcomeCodes" && ?::text[]`, value: outcome },
    cohort.length > 0 && { about: "cohort", sql: `"cohortCodes" && ?::text[]`, value: cohort },
    sex !== null && { about: "sex", sql: "(sex = 'anyone' or sex = ?)", value: sex },
    age !== null && { about: "age", sql: `?::int between "minAge" and coalesce("maxAge", 999)`, value: age },
    setting.length > 0 && { about: "setting", sql: "settings && ?::text[]", value: setting },
    method !== null && { about: "method", sql: "method = ?", value: method },
    language !== null && { about: "language", sql: `"languages" && ?::text[]`, value: [language, "any"] },
    unit !== null && { about: "unit", sql: `${price} is not null`, value: unit },
    from !== null && { about: "from", sql: `${price} >= ${BigInt(from)}`, value: unit },
    to !== null && { about: "to", sql: `${price} <= ${BigInt(to)}`, value: unit },
    open && { about: "open", sql: `"openPlaces" >= ?::int`, value: 1 },
    wait !== null && { about: "wait", sql: `"waitDays" <= ?::int`, value: wait },
    size.length > 0 && { about: "size", sql: "size = any(?)", value: size },
    type !== null && { about: "type", sql: `"typeCode" = ?`, value: type },
    vcse !== null && { about: "vcse", sql: "vcse = ?::bool", value: vcse === "yes" },
    led && { about: "led", sql: "led = ?::bool", value: true },
  ];
  return all.filter((condition) => condition !== false);
}

/** How each facet names what a row is counted under. */
const facetValues: Record<string, string> = {
  place: "unnest(regions)",
  category: `"categoryCode"`,
  open: `case when "openPlaces" > 0 then 'yes' else 'no' end`,
  size: "size",
  setting: "unnest(settings)",
  vcse: "case when vcse then 'yes' else 'no' end",
};

/** What each order sorts by, with `?` for its value. */
function keyOf(order: Page["order"], { words, unit }: Criteria): { sql: string; value: unknown } {
  const keys = {
    relevance: { sql: "(-1000000 * ts_rank(words, websearch_to_tsquery('english', ?)))::bigint", value: words },
    price: { sql: price, value: unit },
    wait: { sql: `"waitDays" + 0 * ?::int`, value: 0 },
    title: { sql: `lower("title") || ?::text collate "C"`, value: "" },
    daily: { sql: "0 * ?::int", value: 0 },
  };
  return keys[order];
}

/** Opens the slow truth beside the search: compares totals, every facet, and the services of the first pages in their order. */
export async function openTruth(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`drop table if exists bench_truth; ${flat}; analyze bench_truth`);

  async function compare(asked: Criteria, places: Places, pages: readonly Page[]): Promise<string[]> {
    const [first] = pages;
    if (!first) return ["no answer"];
    const faults: string[] = [];
    // What was really searched for: words that say nothing are left out, with a remark.
    const conditions = conditionsOf({ ...asked, words: first.criteria.words }, places);
    const where = (but = "") => conditions.filter(({ about }) => about !== but);
    const total = await rows(client, "select count(*)::int as n from bench_truth t", where());
    if (total[0]?.n !== first.total) faults.push(`a total of ${first.total}, not ${total[0]?.n}`);

    const key = keyOf(first.order, first.criteria);
    const listed = pages.flatMap(({ results }) => results.map(({ id }) => id));
    const due = await rows(client, `select "id" from bench_truth t`, where(), {
      sql: `order by ${key.sql}, "id" limit ${listed.length}`,
      value: key.value,
    });
    const differs = listed.findIndex((id, at) => due[at]?.id !== id);
    if (differs >= 0) faults.push(`result ${differs + 1} is ${listed[differs]}, not ${due[differs]?.id}`);
    if (listed.length < Math.min(first.total, 25 * pages.length)) faults.push(`only ${listed.length} results listed`);

    for (const [facet, counts] of Object.entries(first.facets)) {
      const value = facetValues[facet];
      if (!value) faults.push(`nobody checks the facet ${facet}`);
      else {
        const real = await rows(
          client,
          `select ${value} as value, count(*)::int as n from bench_truth t`,
          where(facet),
          {
            sql: "group by 1",
          },
        );
        const truth = Object.fromEntries(real.flatMap(({ value: name, n }) => (name === null ? [] : [[name, n]])));
        if (!sameCounts(counts, truth))
          faults.push(`facet ${facet}: ${JSON.stringify(counts)}, not ${JSON.stringify(truth)}`);
      }
    }
    return faults;
  }
  return { compare, close: () => client.end() };
}

type Row = { n?: number; id?: string; value?: string | null };

async function rows(
  client: pg.Client,
  select: string,
  conditions: readonly Condition[],
  end: { sql: string; value?: unknown } = { sql: "" },
): Promise<Row[]> {
  const values: unknown[] = [];
  const placed = (sql: string, value: unknown) =>
    sql.replace("?", () => {
      values.push(value);
      return `$${values.length}`;
    });
  const where = conditions.map(({ sql, value }) => placed(sql, value)).join(" and ") || "true";
  const result = await client.query<Row>(`${select} where ${where} ${placed(end.sql, end.value)}`, values);
  return result.rows;
}

/** A choice that nothing matches may be left out or be nought. */
const sameCounts = (one: Record<string, number>, other: Record<string, number>) =>
  [...Object.keys(one), ...Object.keys(other)].every((name) => (one[name] ?? 0) === (other[name] ?? 0));
