import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { mayLookUp } from "./policy";
import { candidates, isSameName, type Numbered } from "./rules";

const listed = {
  scheme: true,
  value: true,
  name: true,
  status: true,
  isActive: true,
  registeredOn: true,
  removedOn: true,
  address: true,
  postcode: true,
  website: true,
  activities: true,
} satisfies Prisma.ListedOrganisationSelect;

/** What a public register says of one organisation. */
export type Listed = Prisma.ListedOrganisationGetPayload<{ select: typeof listed }>;

/** What a number that somebody typed came to. */
export type LookUp =
  | { kind: "unreadable" }
  | { kind: "here"; organisation: { id: string; name: string }; number: Numbered }
  | { kind: "listed"; found: Listed[]; isFiction: boolean }
  | { kind: "notListed"; numbers: Numbered[]; asOf: Date }
  | { kind: "noExtract"; numbers: Numbered[] };

/** Looks one number up: among the organisations that are here, then in the extracts that are loaded. Nobody reads a list. */
export async function lookUp(actor: Actor, typed: string): Promise<LookUp> {
  const numbers = mayLookUp(actor) ? candidates(typed) : [];
  if (numbers.length === 0) return { kind: "unreadable" };
  const [here] = await db.identifier.findMany({
    where: { OR: numbers },
    select: { scheme: true, value: true, organisation: { select: { id: true, name: true } } },
    orderBy: { scheme: "asc" },
    take: 1,
  });
  const number = here && numbers.find(({ scheme, value }) => scheme === here.scheme && value === here.value);
  if (number) return { kind: "here", organisation: here.organisation, number };
  const found = await db.listedOrganisation.findMany({
    where: { OR: numbers },
    select: { ...listed, loadId: true },
    orderBy: { scheme: "asc" },
    take: numbers.length,
  });
  const loads = await loadsOf(numbers);
  if (found.length > 0)
    return {
      kind: "listed",
      found: found.map(({ loadId, ...row }) => row),
      isFiction: found.some(({ loadId }) => loads.some(({ id, isFiction }) => isFiction && id === loadId)),
    };
  const [newest] = loads;
  return newest ? { kind: "notListed", numbers, asOf: newest.startedAt } : { kind: "noExtract", numbers };
}

/** The loads that brought something of these registers, the newest first. */
function loadsOf(numbers: readonly Numbered[]) {
  const schemes = numbers.map(({ scheme }) => scheme);
  return db.$queryRaw<{ id: string; startedAt: Date; isFiction: boolean }[]>`
    select l."id", l."startedAt", l."isFiction" from "OrganisationLoad" l
     where exists (select from "ListedOrganisation" o where o."loadId" = l."id" and o."scheme" = any(${schemes}))
     order by l."startedAt" desc limit 20`;
}

/** What the public registers say of an organisation's own numbers, beside what it says itself. */
export type RegisterSays = Numbered & {
  /** Null where the number is not in the extract; `hasExtract` tells whether there is one to be in. */
  listed: Listed | null;
  hasExtract: boolean;
  isSameName: boolean;
};

/** For each number that an extract could hold. The caller has shown that the actor may see the organisation. */
export async function registersSay(
  _actor: Actor,
  { name, identifiers }: { name: string; identifiers: readonly { scheme: string; value: string }[] },
): Promise<RegisterSays[]> {
  const numbers = identifiers.flatMap(({ scheme, value }) =>
    scheme === "GB-CHC" || scheme === "GB-COH" || scheme === "GB-SC" || scheme === "GB-NIC" ? [{ scheme, value }] : [],
  ) satisfies Numbered[];
  if (numbers.length === 0) return [];
  const found = await db.listedOrganisation.findMany({ where: { OR: numbers }, select: listed });
  return Promise.all(
    numbers.map(async ({ scheme, value }) => {
      const row = found.find((one) => one.scheme === scheme && one.value === value) ?? null;
      const any = row ?? (await db.listedOrganisation.findFirst({ where: { scheme }, select: { value: true } }));
      return {
        ...{ scheme, value, listed: row, hasExtract: any !== null },
        isSameName: row === null || isSameName(row.name, name),
      };
    }),
  );
}
