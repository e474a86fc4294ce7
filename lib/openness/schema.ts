import type { Instrument } from "@/lib/core/prisma/enums";
import { isDay } from "@/lib/core/values/moment";

/** What somebody asked of the award register, as the address says it. What cannot be read is left out. */
export type AwardFilter = {
  words: string;
  buyer: string;
  category: string;
  place: string;
  instrument: Instrument | "";
  from: string;
  to: string;
  page: number;
};

/** What an award can be, as the filter offers it. */
export const instruments = ["contract", "grant", "bond"] as const satisfies readonly Instrument[];

export type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the filter from an address. */
export function awardFilter(params: SearchParams): AwardFilter {
  const one = (name: string) =>
    String([params[name] ?? ""].flat()[0] ?? "")
      .trim()
      .slice(0, 100)
      .replace(/[\p{Cc}\p{Cs}]/gu, "");
  const day = (name: string) => dayIn(one(name), params, name);
  const instrument = one("instrument");
  const page = Number(one("page"));
  return {
    words: one("words"),
    buyer: one("buyer"),
    category: one("category"),
    place: one("place"),
    instrument: instruments.find((known) => known === instrument) ?? "",
    from: day("from"),
    to: day("to"),
    page: Number.isSafeInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

/** A day, as one value or as the three boxes of a date field. */
function dayIn(whole: string, params: SearchParams, name: string): string {
  const [year, month, date] = ["year", "month", "day"].map((part) =>
    String([params[`${name}.${part}`] ?? ""].flat()[0] ?? "").trim(),
  );
  const typed = whole || `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`;
  return isDay(typed) ? typed : "";
}

/** The filter as an address says it, without what is empty. `page` is left out unless it is given. */
export function awardQuery(filter: AwardFilter, change: Partial<AwardFilter> = {}): string {
  const { page: _, ...rest } = filter;
  const entries = Object.entries({ ...rest, ...change }).filter(([, value]) => value !== "" && value !== undefined);
  const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `?${query}` : "";
}
