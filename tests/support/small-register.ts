import { db } from "@/lib/core/db";
import type {
  MembershipState,
  Method,
  ProviderSize,
  RateUnit,
  ServedSex,
  ServiceState,
  Setting,
} from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import type { Reference } from "@/lib/reference/snapshot";

/** Chance that is the same in each run (mulberry32). */
export function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const some = <T>(list: readonly T[], count: number): T[] => [
    ...new Set(Array.from({ length: below(count + 1) }, () => one(list))),
  ];
  /** As `some`, and never none. */
  const most = <T>(list: readonly T[], count: number): T[] => [...new Set([one(list), ...some(list, count - 1)])];
  return { next, below, one, some, most };
}
export type Chance = ReturnType<typeof chance>;

/** Words that no stemmer takes for one another. */
export const vocabulary = ["maple", "river", "copper", "lantern", "garden", "kettle", "pepper", "winter"];

/** A service as a test knows it: everything that a search can ask. */
export type Known = {
  id: string;
  reference: string;
  state: ServiceState;
  member: MembershipState | null;
  categoryCode: string;
  title: string;
  summary: string;
  description: string;
  needCodes: string[];
  outcomeCodes: string[];
  cohortCodes: string[];
  placeCodes: string[];
  sex: ServedSex;
  minAge: number;
  maxAge: number | null;
  settings: Setting[];
  method: Method;
  languages: string[];
  access: string[];
  openPlaces: number;
  waitDays: number;
  organisation: {
    id: string;
    name: string;
    typeCode: string;
    provider: { size: ProviderSize; vcse: boolean; led: boolean } | null;
  };
  lines: { unit: RateUnit; pence: bigint }[];
};

const units: RateUnit[] = ["hour", "session", "referral"];
const now = new Date("2026-06-01T09:00:00Z");
const day = new Date("2026-06-01");

/** A register of chance: organisations of every size, and services of every state under memberships of every state. */
export async function smallRegister(lists: Reference, random: Chance, size = 90): Promise<Known[]> {
  const registerId = newId();
  await db.register.create({
    data: {
      id: registerId,
      code: `R-${registerId}`,
      title: "A register",
      opensOn: day,
      closesOn: new Date("2030-01-01"),
      createdAt: now,
    },
  });
  const categories = lists.categories.all.slice(0, 5);
  const parts = categories.map(({ code, name }, at) => ({
    id: newId(),
    registerId,
    number: at + 1,
    title: name,
    categoryCode: code,
    cpvCode: "85312000",
  }));
  await db.part.createMany({ data: parts });

  const phrase = () => [random.one(vocabulary), ...random.some(vocabulary, 2)].join(" ");
  const region = lists.places.find("region-kent-surrey-and-sussex") ?? lists.places.all[0];
  const local = region ? [region, ...lists.places.descendants(region.code)] : [];
  const codes = [...local, ...lists.places.all.filter(({ kind }) => kind === "region")].map(({ code }) => code);

  const organisations = Array.from({ length: Math.ceil(size / 4) }, () => {
    const id = newId();
    const named: Known["organisation"] = {
      id,
      name: `${random.one(vocabulary)} trust`,
      typeCode: random.one(lists.organisationTypes.all.slice(0, 4)).code,
      provider:
        random.next() < 0.9
          ? {
              size: random.one(["micro", "small", "medium", "large"]),
              vcse: random.next() < 0.6,
              led: random.next() < 0.4,
            }
          : null,
    };
    return named;
  });
  await db.organisation.createMany({
    data: organisations.map(({ id, name, typeCode }) => ({
      id,
      name,
      typeCode,
      reference: `TO-${id}`,
      kind: "provider" as const,
      validFrom: day,
      createdAt: now,
    })),
  });
  await db.provider.createMany({
    data: organisations.flatMap(({ id, provider }) =>
      provider
        ? [
            {
              organisationId: id,
              size: provider.size,
              vcse: provider.vcse,
              ledByLivedExperience: provider.led,
              incomePence: 1n,
              incomeYear: 2025,
              staffFte: 1,
              about: "",
              areaOfBenefit: "",
              coDesign: "",
              updatedAt: now,
            },
          ]
        : [],
    ),
  });
  const standing = organisations.flatMap(({ id: organisationId }) =>
    parts.flatMap(({ id: partId }) =>
      random.next() < 0.85
        ? [
            {
              id: newId(),
              organisationId,
              partId,
              state: random.one<MembershipState>([
                "active",
                "active",
                "active",
                "suspended",
                "lapsed",
                "removalProposed",
                "removed",
              ]),
            },
          ]
        : [],
    ),
  );
  await db.membership.createMany({
    data: standing.map((row) => ({ ...row, since: now, reviewDueOn: day, changedAt: now })),
  });

  const known: Known[] = [];
  for (let at = 0; at < size; at += 1) {
    const part = random.one(parts);
    const organisation = random.one(organisations);
    const minAge = random.one([18, 18, 21, 25]);
    known.push({
      id: newId(),
      reference: `TS-2026-${String(at + 1).padStart(6, "0")}`,
      state: random.one<ServiceState>([
        "published",
        "published",
        "published",
        "published",
        "paused",
        "stale",
        "draft",
        "withdrawn",
      ]),
      member:
        standing.find(({ organisationId, partId }) => organisationId === organisation.id && partId === part.id)
          ?.state ?? null,
      categoryCode: part.categoryCode,
      title: phrase(),
      summary: phrase(),
      description: phrase(),
      needCodes: random.some(lists.categories.all.slice(0, 6), 3).map(({ code }) => code),
      outcomeCodes: random.most(lists.outcomes.all.slice(0, 8), 3).map(({ code }) => code),
      cohortCodes: random.some(lists.cohorts.all, 2).map(({ code }) => code),
      placeCodes: [...new Set([random.one(codes), ...random.some(codes, 2)])],
      sex: random.one<ServedSex>(["anyone", "anyone", "women", "men"]),
      minAge,
      maxAge: random.one([null, null, 25, 60]),
      settings: [
        ...new Set([
          random.one<Setting>(["community", "custody", "throughTheGate"]),
          ...random.some<Setting>(["community", "custody"], 1),
        ]),
      ],
      method: random.one<Method>(["oneToOne", "group", "residential", "remote", "mixed"]),
      languages: random.one([["en"], ["en", "cy"], ["en", "pl"], ["any"]]),
      access: random.some(["stepFree", "evenings", "homeVisits", "weekends"], 3),
      openPlaces: random.one([0, 0, 1, 4]),
      waitDays: random.one([0, 5, 14, 60]),
      organisation,
      lines: Array.from({ length: 1 + random.below(3) }, () => ({
        unit: random.one(units),
        pence: BigInt(1000 + 500 * random.below(12)),
      })),
    });
  }
  await write(known, parts);
  return known;
}

async function write(known: Known[], parts: { id: string; categoryCode: string }[]) {
  const versions = known.map(({ id }) => ({ id: newId(), serviceId: id }));
  const cards = known.map(({ id }) => ({ id: newId(), serviceId: id }));
  await db.service.createMany({
    data: known.map(({ id, reference, organisation, categoryCode, openPlaces, waitDays }) => ({
      id,
      reference,
      organisationId: organisation.id,
      partId: parts.find((part) => part.categoryCode === categoryCode)?.id ?? "",
      places: 5,
      openPlaces,
      waitDays,
      createdAt: now,
    })),
  });
  await db.serviceVersion.createMany({
    data: known.map(
      (
        {
          title,
          summary,
          description,
          needCodes,
          outcomeCodes,
          cohortCodes,
          placeCodes,
          sex,
          minAge,
          maxAge,
          settings,
          method,
          languages,
          access,
        },
        at,
      ) => ({
        ...versions[at],
        id: versions[at]?.id ?? "",
        serviceId: versions[at]?.serviceId ?? "",
        number: 1,
        title,
        summary,
        description,
        needCodes,
        outcomeCodes,
        cohortCodes,
        placeCodes,
        sex,
        minAge,
        maxAge,
        settings,
        method,
        languages,
        access,
        editedAt: now,
        submittedAt: now,
        approvedAt: now,
      }),
    ),
  });
  await db.rateCard.createMany({
    data: cards.map((card) => ({ ...card, version: 1, validFrom: day, createdAt: now })),
  });
  await db.rateLine.createMany({
    data: known.flatMap(({ lines }, at) =>
      lines.map((line, number) => ({
        ...line,
        rateCardId: cards[at]?.id ?? "",
        number: number + 1,
        what: "A unit",
        id: newId(),
      })),
    ),
  });
  await db.rateCard.updateMany({
    where: { id: { in: cards.map(({ id }) => id) } },
    data: { publishedAt: now },
  });
  // As a service would go: published first, and then on to where it is now.
  const gone = known
    .map(({ id, state }, at) => ({ id, state, version: versions[at]?.id, card: cards[at]?.id }))
    .filter(({ state }) => state !== "draft");
  const ids = gone.map(({ id }) => id);
  await db.$executeRaw`
    update "Service" s set "publishedId" = went.version, "rateCardId" = went.card, "state" = 'inReview'
    from unnest(${ids}::uuid[], ${gone.map(({ version }) => version)}::uuid[], ${gone.map(({ card }) => card)}::uuid[]) as went(id, version, card)
    where s."id" = went.id`;
  await db.service.updateMany({ where: { id: { in: ids } }, data: { state: "published" } });
  await db.$executeRaw`
    update "Service" s set "state" = went.state::"ServiceState"
    from unnest(${ids}::uuid[], ${gone.map(({ state }) => state)}::text[]) as went(id, state)
    where s."id" = went.id and went.state <> 'published'`;
}
