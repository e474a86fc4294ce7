import type { Reference } from "@/lib/reference/snapshot";
import { accessWords, languageWords } from "@/lib/register/service/words";
import type { Chance } from "../tools/random";
import { type Ground, moment, type Rows } from "./rows";
import { prose, title } from "./words";

const states = { published: 92, paused: 3, stale: 2, inReview: 3 };
const levels = { pdu: 35, localAuthority: 35, policeArea: 20, region: 10 };
const methods = { oneToOne: 40, group: 25, mixed: 20, remote: 8, residential: 7 };
const units = { session: 35, referral: 25, hour: 15, week: 12, placeNight: 8, outcome: 5 };
const pounds = { session: 55, referral: 600, hour: 40, week: 160, placeNight: 45, outcome: 1500 };
const settings = ["community", "custody", "throughTheGate"];
const languages = Object.keys(languageWords).slice(1);
const access = Object.keys(accessWords);

const needs = ({ categories }: Reference) =>
  categories.all.filter(({ kind }) => kind === "need").map(({ code }) => code);

type Offered = {
  number: number;
  organisationId: string;
  part: Ground["parts"][number];
  home: string;
  ground: Ground;
  chance: Chance;
};

/** A service with its version, its places and its prices; one in seven had another price list until the spring. */
export function service(rows: Rows, { number, organisationId, part, home, ground, chance }: Offered) {
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
    languages: ["en", ...chance.some(languages, chance.whole(0, 2))],
    access: chance.some(access, chance.whole(0, 4)),
    deliveredBy: "provider",
    placeCodes: placesNear(home, ground, chance),
    edit: 1,
    editedAt: made,
    submittedAt: made,
    approvedAt: made,
  });
  const before = chance.often(1 / 7) ? chance.id() : null;
  const list = { serviceId: id, createdAt: made, validTo: null };
  if (before) {
    rows.RateCard.push({ ...list, id: before, version: 1, validFrom: "2026-01-05", validTo: "2026-04-30" });
    prices(rows, before, chance);
    rows.before.push({ rateCardId: before });
  }
  rows.RateCard.push({
    ...list,
    id: rateCardId,
    version: before ? 2 : 1,
    validFrom: before ? "2026-05-01" : "2026-01-05",
  });
  prices(rows, rateCardId, chance);
  const state = chance.weighted(states);
  if (state !== "inReview") rows.standing.push({ id, publishedId: versionId, rateCardId, state });
}

/** Mostly near where the organisation is at home, at every level. */
function placesNear(home: string, ground: Ground, chance: Chance): string[] {
  const { region, near } = nearOf(home, ground);
  const drawn = Array.from({ length: chance.whole(1, 4) }, () => {
    const level = chance.weighted(levels);
    const there = level === "region" ? [] : near[level];
    return there.length === 0 ? region : chance.pick(there);
  });
  return [...new Set(drawn)];
}

type Near = { region: string; near: Record<"pdu" | "localAuthority" | "policeArea", string[]> };
const known = new Map<string, Near>();

/** The places of a home's region, by level: looked up once. */
function nearOf(home: string, { reference: { places } }: Ground): Near {
  const found = known.get(home);
  if (found) return found;
  const region = places.pathOf(home)[0]?.code ?? home;
  const inside = places.descendants(region).filter(({ current }) => current);
  const of = (level: string) => inside.filter(({ kind }) => kind === level).map(({ code }) => code);
  const made = {
    region,
    near: { pdu: of("pdu"), localAuthority: of("localAuthority"), policeArea: of("policeArea") },
  };
  known.set(home, made);
  return made;
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
