import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { reference } from "@/lib/reference/queries";
import { buyable, visibleTo } from "../membership/policy";
import { factsOf, factsSelect, type ServiceFacts } from "../service/facts";
import type { DirectoryFilter } from "./schema";

const service = {
  id: true,
  reference: true,
  openPlaces: true,
  places: true,
  waitDays: true,
  part: { select: { number: true, title: true } },
  organisation: { select: { name: true, reference: true, provider: { select: { size: true, vcse: true } } } },
  published: { select: { title: true, summary: true, placeCodes: true, sex: true, minAge: true, maxAge: true } },
} satisfies Prisma.ServiceSelect;

type ServiceRow = Prisma.ServiceGetPayload<{ select: typeof service }>;

/** A service on the public register, its places in words. */
export type ListedService = Omit<ServiceRow, "published"> & {
  published: Omit<NonNullable<ServiceRow["published"]>, "placeCodes"> & { places: string[] };
};

/** Said of each organisation: what it is, the parts it is a member of now, and how many of its services are on show. */
export type ListedOrganisation = {
  id: string;
  reference: string;
  name: string;
  type: string | null;
  size: "micro" | "small" | "medium" | "large" | null;
  vcse: boolean;
  parts: { number: number; title: string; since: Date }[];
  services: number;
};

/** `place` names the place that the filter was read as; `unknown` says that what was typed is no place we know. */
export type Directory<T> = {
  rows: T[];
  total: number;
  place: { code: string; label: string } | null;
  unknown: boolean;
};

const SIZE = 25;

/** One page of the services that anybody can find, by title. */
export async function listServices(
  actor: Actor,
  filter: DirectoryFilter,
  take = SIZE,
): Promise<Directory<ListedService>> {
  const { where, ...found } = await servicesWhere(actor, filter);
  const { places } = await reference();
  const [rows, total] = await Promise.all([
    db.service.findMany({
      where,
      select: service,
      orderBy: [{ published: { title: "asc" } }, { id: "asc" }],
      take,
      skip: take === SIZE ? (filter.page - 1) * SIZE : 0,
    }),
    db.service.count({ where }),
  ]);
  const listed = rows.flatMap(({ published, ...row }) => {
    if (!published) return [];
    const { placeCodes, ...words } = published;
    return [{ ...row, published: { ...words, places: placeCodes.map(places.label) } }];
  });
  return { rows: listed, total, ...found };
}

/** One page of the organisations that are members of any part now, by name. A place or a category asks for a service there. */
export async function listOrganisations(
  actor: Actor,
  filter: DirectoryFilter,
  take = SIZE,
): Promise<Directory<ListedOrganisation>> {
  const { q, ...rest } = filter;
  const { where: offers, place, unknown } = await servicesWhere(actor, { ...rest, q: "" });
  const where: Prisma.OrganisationWhereInput = {
    AND: [
      {
        memberships: {
          some: { ...standing(actor), ...(filter.category ? { part: { categoryCode: filter.category } } : {}) },
        },
      },
      q ? { OR: [{ name: { contains: q, mode: "insensitive" } }, { reference: q.toUpperCase() }] } : {},
      filter.place ? { services: { some: offers } } : {},
    ],
  };
  const [rows, total] = await Promise.all([
    db.organisation.findMany({
      where,
      select: organisation(actor),
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take,
      skip: take === SIZE ? (filter.page - 1) * SIZE : 0,
    }),
    db.organisation.count({ where }),
  ]);
  const { organisationTypes } = await reference();
  return { rows: rows.map((row) => listed(row, organisationTypes.name)), total, place, unknown };
}

/** How many organisations and services are on the register, with no filter. */
export async function countRegister(actor: Actor): Promise<{ organisations: number; services: number }> {
  const [organisations, services] = await Promise.all([
    db.organisation.count({ where: { memberships: { some: standing(actor) } } }),
    db.service.count({ where: buyable() }),
  ]);
  return { organisations, services };
}

/** A service that is on show, by its reference; null for any other. */
export async function findListedService(actor: Actor, ref: string): Promise<ServiceFacts | null> {
  const row = await db.service.findFirst({ where: { AND: [{ reference: ref }, shownTo(actor)] }, select: factsSelect });
  return row && factsOf(row, await reference());
}

const profile = {
  identifiers: { select: { scheme: true, value: true }, orderBy: { scheme: "asc" } },
} satisfies Prisma.OrganisationSelect;

export type OrganisationPage = ListedOrganisation & {
  identifiers: { scheme: string; value: string }[];
  provider: {
    about: string;
    areaOfBenefit: string;
    coDesign: string;
    ledByLivedExperience: boolean;
    website: string | null;
  } | null;
  offers: ListedService[];
};

/** An organisation that is a member of some part now, with what it offers; null for any other. */
export async function findListedOrganisation(actor: Actor, ref: string): Promise<OrganisationPage | null> {
  const row = await db.organisation.findFirst({
    where: { reference: ref, memberships: { some: standing(actor) } },
    select: {
      ...organisation(actor),
      ...profile,
      services: { where: shownTo(actor), select: service, orderBy: { reference: "asc" }, take: 200 },
    },
  });
  if (!row) return null;
  const { places, organisationTypes } = await reference();
  const offers = row.services.flatMap(({ published, ...rest }) => {
    if (!published) return [];
    const { placeCodes, ...words } = published;
    return [{ ...rest, published: { ...words, places: placeCodes.map(places.label) } }];
  });
  const { identifiers, provider } = row;
  return { ...listed(row, organisationTypes.name), identifiers, provider, offers };
}

const standing = (actor: Actor) =>
  ({ AND: [visibleTo(actor), { state: "active" }] }) satisfies Prisma.MembershipWhereInput;

/** The same for everybody: what is on show does not hang on who looks. */
const shownTo = (_actor: Actor) => buyable();

const organisation = (actor: Actor) =>
  ({
    id: true,
    reference: true,
    name: true,
    typeCode: true,
    provider: {
      select: {
        size: true,
        vcse: true,
        about: true,
        areaOfBenefit: true,
        coDesign: true,
        ledByLivedExperience: true,
        website: true,
      },
    },
    memberships: {
      where: standing(actor),
      select: { since: true, part: { select: { number: true, title: true } } },
      orderBy: { part: { number: "asc" } },
    },
    _count: { select: { services: { where: buyable() } } },
  }) satisfies Prisma.OrganisationSelect;

type OrganisationRow = Prisma.OrganisationGetPayload<{ select: ReturnType<typeof organisation> }>;

function listed(
  { provider, typeCode, memberships, _count, id, reference, name }: OrganisationRow,
  typeName: (code: string) => string,
): ListedOrganisation {
  return {
    id,
    reference,
    name,
    type: typeCode && typeName(typeCode),
    size: provider?.size ?? null,
    vcse: provider?.vcse ?? false,
    parts: memberships.map(({ since, part }) => ({ ...part, since })),
    services: _count.services,
  };
}

async function servicesWhere(actor: Actor, { q, place: typed, category }: DirectoryFilter) {
  const { places } = await reference();
  const place = places.find(typed) ?? places.match(typed, { limit: 1 })[0] ?? null;
  const where: Prisma.ServiceWhereInput = {
    AND: [
      shownTo(actor),
      category ? { part: { categoryCode: category } } : {},
      typed && !place ? { id: { in: [] } } : {},
      place ? { published: { placeCodes: { hasSome: places.around(place.code) } } } : {},
      q
        ? {
            OR: [
              { published: { title: { contains: q, mode: "insensitive" } } },
              { published: { summary: { contains: q, mode: "insensitive" } } },
              { organisation: { name: { contains: q, mode: "insensitive" } } },
              { reference: q.toUpperCase() },
            ],
          }
        : {},
    ],
  };
  return {
    where,
    place: place && { code: place.code, label: places.label(place.code) },
    unknown: typed !== "" && !place,
  };
}
