import type { Chance } from "../tools/random";
import { type Ground, moment, type Rows } from "./rows";
import { service } from "./service";
import { organisationName, prose } from "./words";

const memberships = { active: 95, suspended: 3, lapsed: 2 };
const sizes = { micro: 45, small: 30, medium: 17, large: 8 };
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
  ProfileAnswer: [],
  Consortium: [],
  Membership: [],
  Service: [],
  ServiceVersion: [],
  RateCard: [],
  RateLine: [],
  before: [],
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
  answers(rows, id, created, ground, chance);
  if (chance.often(0.03))
    rows.Consortium.push({
      organisationId: id,
      state: "forming",
      leadId: id,
      purpose: "To offer more together.",
      version: 1,
      createdById: id,
      createdAt: created,
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

/** What an organisation has shown of itself, some of it until a day that has passed; now and then answered once more. */
function answers(rows: Rows, organisationId: string, answeredAt: string, { conditions }: Ground, chance: Chance) {
  for (const { id: conditionId } of conditions)
    for (let version = 1; version <= (chance.often(0.2) ? 2 : 1); version++) {
      if (chance.often(0.3)) break;
      const until = chance.often(0.2) ? null : moment(24 * chance.whole(60, 1_200));
      rows.ProfileAnswer.push({
        id: chance.id(),
        organisationId,
        conditionId,
        version,
        met: true,
        text: "",
        expiresOn: until?.slice(0, 10) ?? null,
        answeredById: organisationId,
        answeredAt,
      });
    }
}
