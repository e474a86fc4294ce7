import type { Fields } from "../ground/call";

/** The financial year of a day, as SQL: "2027-28". */
const yearOf = (day: string) =>
  `(to_char(${day} - interval '3 months', 'YYYY') || '-' || to_char(${day} + interval '9 months', 'YY'))`;

/**
 * The budget of a body with most left in each financial year from one day to another, as SQL that gives one text for
 * `picked`. The arguments are SQL themselves.
 */
export const budgetsFrom = (startsOn: string, endsOn: string, organisationId: string) =>
  `(select string_agg(year || '=' || id, ',') from (select distinct on (b.year) b.year, b.id from "Budget" b
    where b."organisationId" = ${organisationId} and b.year between ${yearOf(startsOn)} and ${yearOf(endsOn)}
    order by b.year, b."amountPence" - b."committedPence" desc, b.title) as best)`;

/** The fields of a form in which these budgets are picked, one for each year. */
export const picked = (budgets?: string): Fields =>
  Object.fromEntries(
    (budgets || "").split(",").map((one) => {
      const [year = "", id = ""] = one.split("=");
      return [`budgets.${year}`, id];
    }),
  );
