import type { Places } from "@/lib/reference/places";
import type { Criteria } from "@/lib/search/schema";
import { priceOn } from "./table";

/** Something asked: which, as SQL over a row t of the truth, with `?` for each of its values. */
export type Condition = { about: string; sql: string; values: unknown[] };

type Asked = { criteria: Criteria; places: Places; day: string };

/** Each thing asked as plain SQL. Prices count as one thing: whoever counts units leaves the whole band out. */
export function conditionsOf({ criteria, places, day }: Asked): Condition[] {
  const { words, place, category, need, outcome, cohort, sex, age, setting, method, language, access } = criteria;
  const { unit, from, to, open, wait, size, type, vcse, led, consortium, evidence } = criteria;
  const all: Condition[] = [];
  const when = (asked: boolean, about: string, sql: string, ...values: unknown[]) => {
    if (asked) all.push({ about, sql, values });
  };
  const { query, starts } = wordsOf(words);
  when(query !== "", "words", "words @@ websearch_to_tsquery('english', ?)", query);
  for (const start of starts) when(true, "words", "words @@ to_tsquery('english', ?)", `${start}:*`);
  when(place !== null, "place", "places && ?::text[]", places.around(place ?? ""));
  when(category.length > 0, "category", "category = any(?)", category);
  when(need.length > 0, "need", "needs && ?::text[]", need);
  when(outcome.length > 0, "outcome", "outcomes && ?::text[]", outcome);
  when(cohort.length > 0, "cohort", "cohorts && ?::text[]", cohort);
  when(sex !== null, "sex", "(sex = 'anyone' or sex = ?)", sex);
  when(age !== null, "age", "?::int between youngest and coalesce(oldest, 999)", age);
  when(setting.length > 0, "setting", "settings && ?::text[]", setting);
  when(method.length > 0, "method", "method = any(?)", method);
  when(language.length > 0, "language", "(languages && ?::text[] or 'any' = any(languages))", language);
  when(access.length > 0, "access", "access && ?::text[]", access);
  when(unit !== null, "unit", `${priceOn(day)} is not null`, unit);
  when(unit !== null && from !== null, "unit", `${priceOn(day)} >= ${from ?? 0n}`, unit);
  when(unit !== null && to !== null, "unit", `${priceOn(day)} <= ${to ?? 0n}`, unit);
  when(open, "open", "free > 0");
  when(wait !== null, "wait", "wait <= ?::int", wait);
  when(size.length > 0, "size", "size = any(?)", size);
  when(type.length > 0, "type", "kind = any(?)", type);
  when(vcse !== null, "vcse", "vcse = ?::bool", vcse === "yes");
  when(led, "led", "led");
  when(consortium !== null, "consortium", "joint = ?::bool", consortium === "yes");
  when(evidence, "evidence", "(until is null or until >= ?::date)", day);
  return all;
}

/** Words without those that only begin one, and the beginnings, which a star marks. */
export function wordsOf(words: string): { query: string; starts: string[] } {
  const starts: string[] = [];
  const query = words
    .split(" ")
    .filter((word) => {
      const [, start] = /^([\p{L}\p{N}]{2,40})\*$/u.exec(word) ?? [];
      if (start) starts.push(start);
      return !start;
    })
    .join(" ");
  return { query, starts };
}

const yesNo = (so: string) => `case when ${so} then 'yes' else 'no' end`;

/** What a row is counted under by each facet; places and units are counted by themselves. */
export const facetValues = (day: string, everyLanguage: readonly string[]): Record<string, string> => ({
  category: "category",
  need: "unnest(array(select distinct unnest(needs)))",
  outcome: "unnest(array(select distinct unnest(outcomes)))",
  cohort: "unnest(array(select distinct unnest(cohorts)))",
  sex: "unnest(case sex when 'anyone' then array['women', 'men'] else array[sex] end)",
  setting: "unnest(array(select distinct unnest(settings)))",
  method: "method",
  language: `unnest(case when 'any' = any(languages) then array['${everyLanguage.join("','")}']
    else array(select distinct unnest(languages)) end)`,
  access: "unnest(array(select distinct unnest(access)))",
  open: yesNo("free > 0"),
  size: "size",
  type: "kind",
  vcse: yesNo("vcse"),
  led: yesNo("led"),
  consortium: yesNo("joint"),
  evidence: yesNo(`(until is null or until >= date '${day}')`),
});

type Key = { sql: string; values: unknown[] };

/** What each order sorts by, smallest first. */
export function keyOf(order: string, { words, unit }: Criteria, day: string): Key {
  switch (order) {
    case "relevance":
      return relevance(words);
    case "price":
      return { sql: priceOn(day), values: [unit] };
    case "wait":
      return { sql: "wait", values: [] };
    case "title":
      return { sql: `titled collate "C"`, values: [] };
    default:
      return { sql: "0::int", values: [] };
  }
}

/**
 * Eight for a word in the title, four for one in the organisation's name, two for the summary and one for the description; each
 * word counts once, by the best of them. What is ruled out counts nothing.
 */
function relevance(words: string): Key {
  const { query, starts } = wordsOf(words);
  const wanted = query.replace(/-"[^"]*"?|(?<=^|\s)-\S+/g, " ").replace(/"/g, " ");
  const said = wanted
    .split(/\s+/)
    .filter((word) => !["or", "and"].includes(word.toLowerCase()))
    .join(" ");
  const counted = ["A", "B", "C", "D"]
    .map((weight, at) => `when words @@ (asked.lexeme || '${weight}')::tsquery then ${8 >> at}`)
    .join(" ");
  return {
    sql: `(select -coalesce(sum(case ${counted} else 0 end), 0) from (
      select quote_literal(lexeme) || ':' as lexeme from unnest(tsvector_to_array(to_tsvector('english', ?))) as lexeme
      union select to_tsquery('english', start || ':*')::text from unnest(?::text[]) as start
    ) as asked)`,
    values: [said, starts],
  };
}
