import type { Prisma } from "@/lib/core/prisma/client";
import { asDay } from "@/lib/core/values/moment";
import type { Reference } from "@/lib/reference/snapshot";
import { rateColumns } from "./rates/columns";
import { cardOn, MOST_WAITING } from "./rates/dates";

/** What a version says of its service: everything that a provider writes and a copy carries over. */
export const content = {
  title: true,
  summary: true,
  description: true,
  needCodes: true,
  outcomeCodes: true,
  cohortCodes: true,
  sex: true,
  minAge: true,
  maxAge: true,
  exclusions: true,
  settings: true,
  method: true,
  languages: true,
  access: true,
  deliveredBy: true,
  placeCodes: true,
} satisfies Prisma.ServiceVersionSelect;

const version = { id: true, number: true, ...content, approvedAt: true } satisfies Prisma.ServiceVersionSelect;

const card = {
  id: true,
  version: true,
  validFrom: true,
  validTo: true,
  publishedAt: true,
  ...rateColumns,
} satisfies Prisma.RateCardSelect;

/** What a buyer reads of a service, as a select: give it your own `where`, and the row to `factsOf`. */
export const factsSelect = {
  id: true,
  reference: true,
  state: true,
  places: true,
  openPlaces: true,
  waitDays: true,
  capacityAsOf: true,
  confirmedAt: true,
  part: { select: { id: true, number: true, title: true, categoryCode: true } },
  organisation: {
    select: {
      id: true,
      reference: true,
      name: true,
      typeCode: true,
      provider: {
        select: {
          size: true,
          vcse: true,
          ledByLivedExperience: true,
          about: true,
          areaOfBenefit: true,
          coDesign: true,
          website: true,
        },
      },
    },
  },
  published: { select: version },
  // Those that wait, the one of today, and one more.
  rateCards: {
    where: { publishedAt: { not: null }, withdrawnAt: null },
    orderBy: { validFrom: "desc" },
    take: MOST_WAITING + 2,
    select: card,
  },
} satisfies Prisma.ServiceSelect;

/** The same with what is still being written: for its own organisation and for those who check it. */
export const draftFactsSelect = {
  ...factsSelect,
  draft: { select: version },
  rateCards: { ...factsSelect.rateCards, where: { withdrawnAt: null } },
} satisfies Prisma.ServiceSelect;

export type FactsRow = Prisma.ServiceGetPayload<{ select: typeof factsSelect }>;
export type DraftFactsRow = Prisma.ServiceGetPayload<{ select: typeof draftFactsSelect }>;
type Version = NonNullable<FactsRow["published"]>;
type Card = FactsRow["rateCards"][number];

type Named = { code: string; name: string };

/** What a buyer reads of a service, with every code already in words. */
export type ServiceFacts = {
  id: string;
  reference: string;
  state: FactsRow["state"];
  organisation: Omit<FactsRow["organisation"], "typeCode"> & { type: string | null };
  part: FactsRow["part"] & { category: string };
  version: Omit<Version, "needCodes" | "outcomeCodes" | "cohortCodes" | "placeCodes"> & {
    needs: Named[];
    outcomes: Named[];
    cohorts: Named[];
    places: Named[];
  };
  capacity: { places: number; open: number; waitDays: number; asOf: Date | null };
  confirmedAt: Date | null;
  /** The prices of the day; null when there are none, and for whoever may not see them. */
  rateCard: (Omit<Card, "uplifts"> & { uplifts: (Card["uplifts"][number] & { place: string })[] }) | null;
  /** The first day of the prices that come next. */
  nextPricesOn: Date | null;
};

type Lists = Pick<Reference, "on" | "categories" | "cohorts" | "outcomes" | "organisationTypes" | "places">;

/** The facts of a published service, with the prices of the day; null for one that never was published. */
export const factsOf = (row: FactsRow, lists: Lists): ServiceFacts | null =>
  row.published && facts(row, { version: row.published, rateCard: cardOn(row.rateCards, lists.on) }, lists);

/** The facts as they will be once what is being written is published; those of the published one when nothing is. */
export function draftFactsOf(row: DraftFactsRow, lists: Lists): ServiceFacts | null {
  const version = row.draft ?? row.published;
  const written = row.rateCards.find(({ publishedAt }) => publishedAt === null);
  return version && facts(row, { version, rateCard: written ?? cardOn(row.rateCards, lists.on) }, lists);
}

function facts(
  row: FactsRow,
  { version, rateCard }: { version: Version; rateCard: Card | null },
  lists: Lists,
): ServiceFacts {
  const { categories, cohorts, outcomes, organisationTypes, places } = lists;
  const { needCodes, outcomeCodes, cohortCodes, placeCodes, ...words } = version;
  const { typeCode, ...organisation } = row.organisation;
  const named = (codes: string[], name: (code: string) => string) => codes.map((code) => ({ code, name: name(code) }));
  const waiting = row.rateCards.filter((card) => card.publishedAt && asDay(card.validFrom) > lists.on);
  return {
    id: row.id,
    reference: row.reference,
    state: row.state,
    organisation: { ...organisation, type: typeCode && organisationTypes.name(typeCode) },
    part: { ...row.part, category: categories.name(row.part.categoryCode) },
    version: {
      ...words,
      needs: named(needCodes, categories.name),
      outcomes: named(outcomeCodes, outcomes.name),
      cohorts: named(cohortCodes, cohorts.name),
      places: named(placeCodes, places.label),
    },
    capacity: { places: row.places, open: row.openPlaces, waitDays: row.waitDays, asOf: row.capacityAsOf },
    confirmedAt: row.confirmedAt,
    rateCard: rateCard && {
      ...rateCard,
      uplifts: rateCard.uplifts.map((uplift) => ({ ...uplift, place: places.label(uplift.placeCode) })),
    },
    nextPricesOn: waiting.at(-1)?.validFrom ?? null,
  };
}
