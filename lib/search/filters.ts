import { Prisma } from "@/lib/core/prisma/client";
import type { Places } from "@/lib/reference/places";
import type { Criteria, CriterionName } from "./schema";

const { sql } = Prisma;

/** The things that results are counted by, each with every filter but its own. */
export const facets = ["place", "category", "open", "size", "setting", "vcse"] as const;
export type Facet = (typeof facets)[number];

/** One thing asked, as a condition on the rows of `found`. */
export type Filter = { name: CriterionName; condition: Prisma.Sql };

/**
 * Services that anybody can find and buy: the same that `buyable()` of lib/register/membership/policy.ts says, here in
 * SQL and nowhere else. A test holds the two together.
 */
export const buyableSql = sql`s."state" = 'published' and s."publishedId" is not null and m."state" = 'active'`;

/** The price list c that holds today: the same that `inForceOn` of lib/register/service/rates/dates.ts says. */
export const inForceSql = sql`c."publishedAt" is not null and c."withdrawnAt" is null
  and c."validFrom" <= (select (now() at time zone 'Europe/London')::date)
  and (c."validTo" is null or c."validTo" >= (select (now() at time zone 'Europe/London')::date))`;

/**
 * Everything that a search can ask about: s service, m membership, v version, p part, o organisation, r provider, x its
 * lowest price for the unit. A filter is a condition on these names.
 */
export const found = ({ unit }: Criteria) => sql`
  "Service" s
  join "Membership" m on m."id" = s."membershipId"
  join "ServiceVersion" v on v."id" = s."publishedId"
  join "Part" p on p."id" = s."partId"
  join "Organisation" o on o."id" = s."organisationId"
  left join "Provider" r on r."organisationId" = s."organisationId"
  ${unit ? lowest(unit) : Prisma.empty}`;

const lowest = (unit: string) => sql`
  left join (
    select c."serviceId", min(l."pence") as pence from "RateLine" l join "RateCard" c on c."id" = l."rateCardId"
    where l."unit" = ${unit}::"RateUnit" and ${inForceSql} group by c."serviceId"
  ) x on x."serviceId" = s."id"`;

/** Each thing asked as its own condition, so that they can be counted one by one. */
export function filtersOf(criteria: Criteria, places: Places): Filter[] {
  const { words, place, category, need, outcome, cohort, sex, age, setting, method } = criteria;
  const { language, unit, from, to, open, wait, size, type, vcse, led } = criteria;
  const asked: { [N in CriterionName]: Prisma.Sql | false | "" | null } = {
    words: words !== "" && sql`s."words" @@ ${query(words)}`,
    place: place !== null && overlaps(sql`v."placeCodes"`, places.around(place)),
    category: category.length > 0 && sql`p."categoryCode" = any(${category}::text[])`,
    need: need.length > 0 && overlaps(sql`v."needCodes"`, need),
    outcome: outcome.length > 0 && overlaps(sql`v."outcomeCodes"`, outcome),
    cohort: cohort.length > 0 && overlaps(sql`v."cohortCodes"`, cohort),
    sex: sex && sql`v."sex" in ('anyone', ${sex}::"ServedSex")`,
    age: age !== null && sql`v."minAge" <= ${age} and (v."maxAge" is null or v."maxAge" >= ${age})`,
    setting: setting.length > 0 && sql`v."settings" && ${setting}::text[]::"Setting"[]`,
    method: method && sql`v."method" = ${method}::"Method"`,
    language: language && overlaps(sql`v."languages"`, [language, "any"]),
    unit: unit && sql`x.pence is not null`,
    from: from !== null && sql`x.pence >= ${from}`,
    to: to !== null && sql`x.pence <= ${to}`,
    open: open && sql`s."openPlaces" > 0`,
    wait: wait !== null && sql`s."waitDays" <= ${wait}`,
    size: size.length > 0 && sql`r."size" = any(${size}::text[]::"ProviderSize"[])`,
    type: type && sql`o."typeCode" = ${type}`,
    vcse: vcse && sql`coalesce(r."vcse", false) = ${vcse === "yes"}`,
    led: led && sql`coalesce(r."ledByLivedExperience", false)`,
  };
  return Object.entries(asked).flatMap(([name, condition]) =>
    condition && isCriterion(name, asked) ? [{ name, condition }] : [],
  );
}

/** What somebody typed, as Postgres reads a search: any spelling is a query, none is a fault. */
export const query = (words: string) => sql`websearch_to_tsquery('english', ${words})`;

export const isFacet = (name: string): name is Facet => facets.some((facet) => facet === name);

const overlaps = (column: Prisma.Sql, codes: string[]) => sql`${column} && ${codes}::text[]`;
const isCriterion = <T extends object>(name: string, all: T): name is Extract<keyof T, string> => name in all;
