import pg from "pg";
import type { Places } from "@/lib/reference/places";
import { languageWords } from "@/lib/register/service/words";
import type { Criteria } from "@/lib/search/schema";
import { type Condition, conditionsOf, facetValues, keyOf } from "./conditions";
import { flat, turning } from "./table";

/** An answer as it is held against the truth: services by their reference, in the order of the list. */
export type Given = {
  total: number;
  listed: readonly string[];
  facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  heat: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
};

/** What was asked: the criteria as they were searched, in which order, of which day. */
export type Question = { criteria: Criteria; order: string; day: string; places: Places };

export type Truth = Awaited<ReturnType<typeof openTruth>>;

const languages = Object.keys(languageWords);

/** Forgets the truth, because the register is no longer what it was. */
export async function forgetTruth(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("drop table if exists bench_truth");
  await client.end();
}

/** Opens the slow truth beside the search: compares totals, the order of what is listed, every facet and the heat. */
export async function openTruth(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ known: boolean }>("select to_regclass('bench_truth') is not null as known");
  if (!rows[0]?.known) await client.query(`${flat}; ${turning}`);

  /** What is wrong with an answer; nothing when it is right. */
  async function compare(question: Question, given: Given): Promise<string[]> {
    const { criteria, order, day, places } = question;
    const faults: string[] = [];
    const conditions = conditionsOf(question);
    await client.query("drop table if exists bench_found");
    const found = await ask(client, "create temp table bench_found as select t.* from bench_truth t", conditions);
    const total = found.rowCount ?? 0;
    if (total !== given.total) faults.push(`a total of ${given.total}, not ${total}`);

    const key = keyOf(order, criteria, day);
    const due = await ask(client, "select reference from bench_found t", [], {
      sql: `order by ${key.sql}, bench_turn(lot, date '${day}'), id limit ${given.listed.length + 1}`,
      values: key.values,
    });
    const differs = given.listed.findIndex((reference, at) => due.rows[at]?.reference !== reference);
    if (differs >= 0)
      faults.push(`result ${differs + 1} is ${given.listed[differs]}, not ${due.rows[differs]?.reference}`);

    const counted = countedIn(criteria, places);
    const values = facetValues(day, languages);
    for (const [facet, counts] of Object.entries(given.facets)) {
      const own = conditions.some(({ about }) => about === facet);
      const from = own ? "bench_truth t" : "bench_found t";
      const rest = own ? conditions.filter(({ about }) => about !== facet) : [];
      const real =
        facet === "place"
          ? await byPlace(client, from, rest, counted, places)
          : facet === "unit"
            ? await byUnit(client, from, rest, day)
            : await byValue(client, from, rest, values[facet]);
      if (!sameCounts(counts, real)) faults.push(`facet ${facet}: ${differences(counts, real)}`);
    }
    if (given.heat) {
      const real = await byPlace(client, "bench_found t", [], counted, places, "category || '/' ||");
      const flatHeat = Object.fromEntries(
        Object.entries(given.heat).flatMap(([category, row]) =>
          Object.entries(row).map(([place, count]) => [`${category}/${place}`, count]),
        ),
      );
      if (!sameCounts(flatHeat, real)) faults.push(`heat: ${differences(flatHeat, real)}`);
    }
    return faults;
  }
  return { compare, close: () => client.end() };
}

/** Every region and police area that is offered, and what lies inside the place that is asked. */
function countedIn({ place }: Criteria, places: Places): string[] {
  return places.all
    .filter(
      ({ code, kind, current }) =>
        current &&
        (kind === "region" ||
          kind === "policeArea" ||
          (place !== null && code !== place && places.pathOf(code).some((outer) => outer.code === place))),
    )
    .map(({ code }) => code);
}

type Counts = Record<string, number>;

async function byPlace(
  client: pg.Client,
  from: string,
  conditions: readonly Condition[],
  counted: readonly string[],
  places: Places,
  before = "",
): Promise<Counts> {
  const pairs = counted.flatMap((target) => places.around(target).map((near) => [near, target] as const));
  const select = `select ${before} target as value, count(distinct t.id)::int as n
    from ${from} cross join unnest(t.places) as said(near) join (select * from unnest(?::text[], ?::text[]) as r(near, target)) as reach using (near)`;
  const reach = [pairs.map(([near]) => near), pairs.map(([, target]) => target)];
  return countsOf(await ask(client, select, conditions, { sql: "group by 1", values: [] }, reach));
}

async function byUnit(client: pg.Client, from: string, conditions: readonly Condition[], day: string): Promise<Counts> {
  const select = `select l."unit"::text as value, count(distinct t.id)::int as n
    from "RateCard" c join "RateLine" l on l."rateCardId" = c."id" join ${from} on t.id = c."serviceId"`;
  const holds: Condition = {
    about: "day",
    sql: `c."publishedAt" is not null and c."withdrawnAt" is null and ?::date between c."validFrom" and coalesce(c."validTo", 'infinity')`,
    values: [day],
  };
  return countsOf(await ask(client, select, [holds, ...conditions], { sql: "group by 1", values: [] }));
}

async function byValue(client: pg.Client, from: string, conditions: readonly Condition[], value = "null::text") {
  const select = `select value, count(*)::int as n from (select ${value} as value from ${from}`;
  return countsOf(await ask(client, select, conditions, { sql: ") as each group by 1", values: [] }));
}

type Row = { reference?: string; value?: string | null; n?: number };

/** Runs one statement, with a number for each of its question marks. */
function ask(
  client: pg.Client,
  select: string,
  conditions: readonly Condition[],
  end: { sql: string; values: unknown[] } = { sql: "", values: [] },
  first: unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  const where = conditions.map(({ sql }) => sql).join(" and ");
  const values = [...first, ...conditions.flatMap((condition) => condition.values), ...end.values];
  let at = 0;
  const text = `${select} ${where === "" ? "" : `where ${where}`} ${end.sql}`.replaceAll("?", () => `$${++at}`);
  return client.query<Row>(text, values);
}

const countsOf = ({ rows }: pg.QueryResult<Row>): Counts =>
  Object.fromEntries(rows.flatMap(({ value, n }) => (value === null || value === undefined ? [] : [[value, n ?? 0]])));

const names = (one: Counts, other: Counts) => [...new Set([...Object.keys(one), ...Object.keys(other)])];

/** A choice that nothing matches may be left out or be nought. */
const sameCounts = (one: Counts, other: Counts) =>
  names(one, other).every((name) => (one[name] ?? 0) === (other[name] ?? 0));

const differences = (given: Counts, real: Counts) =>
  names(given, real)
    .filter((name) => (given[name] ?? 0) !== (real[name] ?? 0))
    .slice(0, 4)
    .map((name) => `${name} ${given[name] ?? 0}, not ${real[name] ?? 0}`)
    .join("; ");
