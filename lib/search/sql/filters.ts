import { Prisma } from "@/lib/core/prisma/client";
import { type Facet, facets, type Question } from "../ask";
import { everyLanguage } from "../words";

const { sql } = Prisma;

/** One thing asked, as a condition on the search document d and its price x for the unit. */
export type Filter = { name: Facet | "always"; condition: Prisma.Sql };

/** The documents, and beside them the lowest price on the day for the unit that is asked. */
export const documents = ({ criteria: { unit }, day }: Question) => sql`
  "SearchDocument" d ${
    unit
      ? sql`left join (
          select "serviceId", min("pence") as pence from "SearchPrice" p where p."unit" = ${unit}::"RateUnit" and ${holdsOn(day)} group by 1
        ) x on x."serviceId" = d."serviceId"`
      : Prisma.empty
  }`;

/** Whether the price p holds on a day. */
export const holdsOn = (day: string) =>
  sql`p."validFrom" <= ${day}::date and (p."validTo" is null or p."validTo" >= ${day}::date)`;

/** Whether everything that the organisation has shown is in date on a day. */
export const inDate = (day: string) => sql`(d."evidenceUntil" is null or d."evidenceUntil" >= ${day}::date)`;

/** Each thing asked as its own condition. What no facet counts is asked of every service alike: "always". */
export function filtersOf({ criteria, understood, day, places }: Question): Filter[] {
  const { place, category, need, outcome, cohort, sex, age, setting, method, language, access } = criteria;
  const { unit, from, to, open, wait, size, type, vcse, led, consortium, evidence } = criteria;
  const priced = [
    unit && sql`x.pence is not null`,
    from !== null && sql`x.pence >= ${from}`,
    to !== null && sql`x.pence <= ${to}`,
  ];
  const asked: { [N in Facet]: Prisma.Sql | false | "" | null } = {
    place: place !== null && overlaps(sql`d."placeCodes"`, places.around(place)),
    category: category.length > 0 && oneOf(sql`d."categoryCode"`, category),
    need: need.length > 0 && overlaps(sql`d."needCodes"`, need),
    outcome: outcome.length > 0 && overlaps(sql`d."outcomeCodes"`, outcome),
    cohort: cohort.length > 0 && overlaps(sql`d."cohortCodes"`, cohort),
    sex: sex && oneOf(sql`d."sex"`, ["anyone", sex]),
    setting: setting.length > 0 && overlaps(sql`d."settings"`, setting),
    method: method.length > 0 && oneOf(sql`d."method"`, method),
    language: language.length > 0 && overlaps(sql`d."languages"`, [...language, everyLanguage]),
    access: access.length > 0 && overlaps(sql`d."access"`, access),
    unit: unit && joined(priced),
    open: open && sql`d."openPlaces" > 0`,
    size: size.length > 0 && oneOf(sql`d."size"`, size),
    type: type.length > 0 && oneOf(sql`d."typeCode"`, type),
    vcse: vcse && sql`d."vcse" = ${vcse === "yes"}`,
    led: led && sql`d."led"`,
    consortium: consortium && sql`d."consortium" = ${consortium === "yes"}`,
    evidence: evidence && inDate(day),
  };
  const always = [
    understood && sql`d."words" @@ ${understood.query}::tsquery`,
    age !== null && sql`d."minAge" <= ${age} and (d."maxAge" is null or d."maxAge" >= ${age})`,
    wait !== null && sql`d."waitDays" <= ${wait}`,
  ];
  return [
    ...facets.flatMap((name): Filter[] => {
      const condition = asked[name];
      // An organisation that never said its size or type does not have the one that is asked.
      return condition ? [{ name, condition: sql`coalesce(${condition}, false)` }] : [];
    }),
    ...always.flatMap((condition): Filter[] => (condition ? [{ name: "always", condition }] : [])),
  ];
}

/** All that is asked, as one condition. */
export function matching(question: Question): Prisma.Sql {
  return joined([sql`true`, ...filtersOf(question).map(({ condition }) => condition)]);
}

const joined = (conditions: (Prisma.Sql | false | "" | null)[]) =>
  Prisma.join(
    conditions.flatMap((condition) => condition || []),
    " and ",
  );
const oneOf = (column: Prisma.Sql, codes: readonly string[]) => sql`${column} = any(${codes}::text[])`;
const overlaps = (column: Prisma.Sql, codes: readonly string[]) => sql`${column} && ${codes}::text[]`;
