import type { z } from "zod";
import { bankHolidaysOf, type Day, type Holidays } from "./calendar";
import { details, type PlaceKind, type ReferenceRow } from "./details";
import { type PlaceRow, type Places, placesFrom } from "./places";
import { type Threshold, thresholdKinds } from "./thresholds";

type Detailed<L extends keyof typeof details> = z.output<(typeof details)[L]>;
type Item<L extends keyof typeof details> = {
  code: string;
  name: string;
  parentCode: string | null;
  validFrom: Day;
  validTo: Day | null;
} & Detailed<L>;

export type Category = Item<"category">;
export type Cohort = Item<"cohort">;
/** What a service can help a person achieve; `parentCode` is the category. */
export type Outcome = Item<"desiredOutcome">;
export type Complexity = Item<"complexity">;
export type OrganisationType = Item<"organisationType">;
export type ExclusionGround = Item<"exclusionGround">;
export type NoticeKind = Item<"noticeKind">;
export type Cpv = Item<"cpv">;
export type SocialValueOutcome = Item<"socialValueOutcome">;
/** A rule of the law, in short; `effect` is what the product does about it. */
export type Rule = Item<"rule">;

/** A list on one day, and every item it ever had. */
export type Listed<T> = {
  /** What may be chosen today, in the list's own order. */
  all: readonly T[];
  /** The newest version of an item, whether it may still be chosen or not. */
  find(code: string): T | undefined;
  /** Its name; the code itself for what is not in the list. */
  name(code: string): string;
};

/** Every fact of the world that the product reads, as it stood on a day. */
export type Reference = {
  on: Day;
  places: Places;
  categories: Listed<Category>;
  cohorts: Listed<Cohort>;
  outcomes: Listed<Outcome>;
  /** The outcomes of a category that could be chosen on a day: today, unless said otherwise. */
  outcomesOf(categoryCode: string, on?: Day): readonly Outcome[];
  complexities: Listed<Complexity>;
  organisationTypes: Listed<OrganisationType>;
  grounds: Listed<ExclusionGround>;
  /** With their days: ask `thresholdOn`. */
  thresholds: readonly Threshold[];
  noticeKinds: Listed<NoticeKind>;
  cpv: Listed<Cpv>;
  socialValueOutcomes: Listed<SocialValueOutcome>;
  rules: Listed<Rule>;
  holidays: Holidays;
};

/** A row whose detail does not have the shape of its list. */
export class UnreadableReference extends Error {}

/** Reads rows into the typed lists, as of a day. Pure: the same rows and day give the same answer. */
export function snapshot(rows: readonly ReferenceRow[], on: Day): Reference {
  const items = <L extends keyof typeof details>(list: L): Item<L>[] =>
    inOrder(rows.filter((row) => row.list === list)).map((row) => read(list, row));
  const listed = <L extends keyof typeof details>(list: L) => listedFrom(items(list), on);
  const outcomes = items("desiredOutcome");

  return {
    on,
    places: placesFrom(placeRows(rows, on)),
    categories: listed("category"),
    cohorts: listed("cohort"),
    outcomes: listedFrom(outcomes, on),
    outcomesOf: (categoryCode, day = on) =>
      outcomes.filter((item) => item.parentCode === categoryCode && holds(item, day)),
    complexities: listed("complexity"),
    organisationTypes: listed("organisationType"),
    grounds: listed("exclusionGround"),
    thresholds: items("threshold").map(({ code, parentCode: _, ...item }) => ({ kind: thresholdKind(code), ...item })),
    noticeKinds: listed("noticeKind"),
    cpv: listed("cpv"),
    socialValueOutcomes: listed("socialValueOutcome"),
    rules: listed("rule"),
    holidays: holidaysFrom(listed("holiday").all.map(({ code }) => code)),
  };
}

type Dated = { validFrom: Day; validTo: Day | null };

/** Whether a row may be used on a day; both its first and its last day count. */
export const holds = ({ validFrom, validTo }: Dated, on: Day) => validFrom <= on && (validTo === null || on <= validTo);

function listedFrom<T extends Dated & { code: string; name: string }>(items: T[], on: Day): Listed<T> {
  const newest = newestBy(items, on);
  return {
    all: items.filter((item) => holds(item, on)),
    find: (code) => newest.get(code),
    name: (code) => newest.get(code)?.name ?? code,
  };
}

function read<L extends keyof typeof details>(list: L, row: ReferenceRow): Item<L> {
  const { code, name, parentCode, validFrom, validTo } = row;
  return { code, name, parentCode, validFrom, validTo, ...detailOf(list, row) };
}

/** The same shapes, said so that TypeScript can follow one list from its shape to its detail. */
const shapes: { [L in keyof typeof details]: z.ZodType<Detailed<L>> } = details;

function detailOf<L extends keyof typeof details>(list: L, { code, detail }: ReferenceRow): Detailed<L> {
  const result = shapes[list].safeParse(detail);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UnreadableReference(`${list} ${code}: ${issue?.path.join(".") || "detail"}: ${issue?.message}`);
}

function placeRows(rows: readonly ReferenceRow[], on: Day): PlaceRow[] {
  const of = <K extends PlaceKind>(kind: K, more: (detail: Detailed<K>) => Partial<PlaceRow>) =>
    [...newestBy(inOrder(rows.filter(({ list }) => list === kind)), on).values()].map((row) => ({
      code: row.code,
      kind,
      name: row.name,
      parentCode: row.parentCode,
      current: holds(row, on),
      gss: null,
      council: null,
      councils: [],
      ...more(detailOf(kind, row)),
    }));
  return [
    ...of("region", () => ({})),
    ...of("policeArea", ({ gss }) => ({ gss })),
    ...of("localAuthority", ({ gss, council }) => ({ gss, council })),
    ...of("pdu", ({ councils }) => ({ councils })),
  ];
}

function thresholdKind(code: string) {
  const kind = thresholdKinds.find((known) => known === code);
  if (!kind) throw new UnreadableReference(`threshold ${code}: not a kind that the product knows`);
  return kind;
}

/** The listed days, and for a quarter of a century after the last listed year what the standing rules will give. */
function holidaysFrom(listed: readonly Day[]): Holidays {
  const last = Number(listed.toSorted().at(-1)?.slice(0, 4));
  if (!last) return new Set();
  return new Set([...listed, ...Array.from({ length: 25 }, (_, year) => bankHolidaysOf(last + 1 + year)).flat()]);
}

/** One version for each code: the newest that has begun by the day, or the earliest of those still to come. */
function newestBy<T extends Dated & { code: string }>(items: readonly T[], on: Day): Map<string, T> {
  const newest = new Map<string, T>();
  for (const item of items.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))) {
    if (item.validFrom <= on || !newest.has(item.code)) newest.set(item.code, item);
  }
  return newest;
}

const inOrder = (rows: readonly ReferenceRow[]) =>
  rows.toSorted((one, other) => one.order - other.order || (one.code < other.code ? -1 : 1));
