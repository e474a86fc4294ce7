import type { Reference } from "@/lib/reference/snapshot";
import { accessWords, languageWords } from "@/lib/register/service/words";
import type { Chance } from "../tools/random";
import { organisationName, prose, title } from "./words";

/** Rows by table, in an order in which they can be written. */
export type Rows = Record<
  "Organisation" | "Provider" | "Membership" | "Service" | "ServiceVersion" | "RateCard" | "RateLine",
  Record<string, unknown>[]
> & {
  /** What a service becomes once its version and prices are there. */
  standing: { id: string; publishedId: string; rateCardId: string; state: string }[];
};

/** Where and under what the generated services stand. */
export type Ground = { reference: Reference; parts: { id: string; categoryCode: string }[] };

const states = { published: 92, paused: 3, stale: 2, inReview: 3 };
const memberships = { active: 95, suspended: 3, lapsed: 2 };
const sizes = { micro: 45, small: 30, medium: 17, large: 8 };
const levels = { pdu: 35, localAuthority: 35, policeArea: 20, region: 10 };
const methods = { oneToOne: 40, group: 25, mixed: 20, remote: 8, residential: 7 };
const units = { session: 35, referral: 25, hour: 15, week: 12, placeNight: 8, outcome: 5 };
const pounds = { session: 55, referral: 600, hour: 40, week: 160, placeNight: 45, outcome: 1500 };
const settings = ["community", "custody", "throughTheGate"];
const start = Date.UTC(2026, 0, 5, 9);
const hours = 3_600_000;

const needs = ({ categories }: Reference) =>
  categories.all.filter(({ kind }) => kind === "need").map(({ code }) => code);

const moment = (after: number) => new Date(start + after * hours).toISOString();

/** Makes a register of so many services, batch by batch: the same for the same seed. Made up from beginning to end. */
export function* generate(count: number, ground: Ground, chance: Chance, batch = 2_000): Generator<Rows> {
  const made = { services: 0, organisations: 0 };
  while (made.services < count) {
    const rows = empty();
    const goal = Math.min(count, made.services + batch);
    while (made.services < goal) {
      const size = chance.weighted(sizes);
      const most = { micro: 2, small: 4, medium: 8, large: 16 }[size];
      const services = Math.min(chance.whole(1, most), goal - made.services);
      organisation(rows, { number: made.organisations++, size, services, from: made.services, ground, chance });
      made.services += services;
    }
    yield rows;
  }
}

const empty = (): Rows => ({
  Organisation: [],
  Provider: [],
  Membership: [],
  Service: [],
  ServiceVersion: [],
  RateCard: [],
  RateLine: [],
  standing: [],
});

type About = {
  number: number;
  size: keyof typeof sizes;
  services: number;
  from: number;
  ground: Ground;
  chance: Chance;
};

function organisation(rows: Rows, { number, size, services, from, ground, chance }: About) {
  const id = chance.id();
  const created = moment(number % 2_000);
  rows.Organisation.push({
    id,
    reference: `TO-2026-${String(900_000 + number)}`,
    kind: "provider",
    name: organisationName(chance),
    typeCode: chance.pick(ground.reference.organisationTypes.all).code,
    address: `${chance.whole(1, 200)} Bench Street`,
    validFrom: "2026-01-05",
    createdAt: created,
    isDemo: true,
    isCentral: false,
  });
  rows.Provider.push({
    organisationId: id,
    size,
    incomePence: String({ micro: 5e6, small: 5e7, medium: 5e8, large: 5e9 }[size] + chance.whole(0, 4e6)),
    incomeYear: 2025,
    staffFte: { micro: 2, small: 9, medium: 40, large: 300 }[size],
    vcse: chance.often(0.8),
    ledByLivedExperience: chance.often(0.15),
    about: prose(chance, 30),
    areaOfBenefit: "England and Wales",
    coDesign: prose(chance, 15),
    contactEmail: `bench-${number}@example.org`,
    version: 1,
    updatedAt: created,
  });
  const parts = chance.some(ground.parts, Math.min(services, chance.whole(1, 3)));
  for (const part of parts)
    rows.Membership.push({
      id: chance.id(),
      organisationId: id,
      partId: part.id,
      state: chance.weighted(memberships),
      since: created,
      reviewDueOn: "2029-01-05",
      changedAt: created,
    });
  const home = chance.pick(ground.reference.places.all);
  for (let at = 0; at < services; at++)
    service(rows, { number: from + at, organisationId: id, part: chance.pick(parts), home: home.code, ground, chance });
}

type Offered = {
  number: number;
  organisationId: string;
  part: Ground["parts"][number];
  home: string;
  ground: Ground;
  chance: Chance;
};

function service(rows: Rows, { number, organisationId, part, home, ground, chance }: Offered) {
  const [id, versionId, rateCardId] = [chance.id(), chance.id(), chance.id()];
  const made = moment(2_000 + (number % 4_000));
  const places = chance.whole(0, 40);
  rows.Service.push({
    id,
    reference: `TS-2026-${String(900_000 + number)}`,
    organisationId,
    partId: part.id,
    state: "inReview",
    places,
    openPlaces: chance.often(0.4) ? 0 : chance.whole(0, places),
    waitDays: chance.often(0.5) ? 0 : chance.whole(1, 120),
    capacityAsOf: made,
    confirmedAt: made,
    createdAt: made,
  });
  rows.ServiceVersion.push({
    id: versionId,
    serviceId: id,
    number: 1,
    title: title(chance),
    summary: prose(chance, chance.whole(12, 24)),
    description: prose(chance, chance.whole(40, 110)),
    needCodes: chance.some(needs(ground.reference), chance.whole(0, 2)),
    outcomeCodes: chance
      .some(ground.reference.outcomesOf(part.categoryCode), chance.whole(1, 3))
      .map(({ code }) => code),
    cohortCodes: chance.some(ground.reference.cohorts.all, chance.whole(0, 1)).map(({ code }) => code),
    sex: chance.weighted({ anyone: 75, women: 15, men: 10 }),
    minAge: 18,
    maxAge: chance.often(0.15) ? 25 : null,
    exclusions: "",
    settings: chance.some(settings, chance.whole(1, 2)),
    method: chance.weighted(methods),
    languages: ["en", ...chance.some(Object.keys(languageWords).slice(1), chance.whole(0, 2))],
    access: chance.some(Object.keys(accessWords), chance.whole(0, 4)),
    deliveredBy: "provider",
    placeCodes: placesNear(home, ground, chance),
    edit: 1,
    editedAt: made,
    submittedAt: made,
    approvedAt: made,
  });
  rows.RateCard.push({ id: rateCardId, serviceId: id, version: 1, validFrom: "2026-01-05", createdAt: made });
  prices(rows, rateCardId, chance);
  const state = chance.weighted(states);
  if (state !== "inReview") rows.standing.push({ id, publishedId: versionId, rateCardId, state });
}

/** Mostly near where the organisation is at home, at every level. */
function placesNear(home: string, { reference: { places } }: Ground, chance: Chance): string[] {
  const region = places.pathOf(home)[0]?.code ?? home;
  const near = places.descendants(region);
  const drawn = Array.from({ length: chance.whole(1, 4) }, () => {
    const level = chance.weighted(levels);
    const there = near.filter(({ kind, current }) => kind === level && current);
    return level === "region" || there.length === 0 ? region : chance.pick(there).code;
  });
  return [...new Set(drawn)];
}

/** One to four prices: one unit, by complexity, or several units. */
function prices(rows: Rows, rateCardId: string, chance: Chance) {
  const line = (number: number, unit: keyof typeof pounds, complexity: string, factor: number) =>
    rows.RateLine.push({
      id: chance.id(),
      rateCardId,
      number,
      unit,
      what: `One ${unit} of the service`,
      complexity,
      pence: String(Math.round(pounds[unit] * factor * (60 + chance.whole(0, 80)))),
      vatBp: chance.often(0.2) ? 2000 : 0,
      volumeFrom: 1,
    });
  const unit = chance.weighted(units);
  if (chance.often(0.3)) ["low", "medium", "high"].map((level, at) => line(at + 1, unit, level, 1 + at / 2));
  else line(1, unit, "any", 1);
  const other = chance.weighted(units);
  if (other !== unit && chance.often(0.3)) line(4, other, "any", 1);
}
