import "server-only";
import type { Tx } from "@/lib/core/db";
import { Prisma } from "@/lib/core/prisma/client";
import { reference } from "@/lib/reference/queries";
import type { Bidder, ForecastLot } from "./rules";

const { sql } = Prisma;
const MOST = 5_000;

type Reader = Pick<Tx, "$queryRaw" | "callOff" | "membership">;

/**
 * For each lot, the organisations that could deliver it, by name: those with a service that can be bought now, of the lot's category,
 * for its cohort or for everyone, at one of its places or at one above or below it. Members of the part who have published
 * nothing there come apart, as `quiet`. For reading and for inviting alike; whoever calls it has asked who may see the call-off.
 */
export async function matches(tx: Reader, callOffId: string): Promise<ForecastLot[]> {
  const { places } = await reference();
  const { organisationId, registerId, lots } = await tx.callOff.findUniqueOrThrow({
    where: { id: callOffId },
    select: {
      organisationId: true,
      registerId: true,
      lots: {
        select: { id: true, number: true, title: true, categoryCode: true, cohortCode: true, placeCodes: true },
        orderBy: { number: "asc" },
        take: 100,
      },
    },
  });
  const found: ForecastLot[] = [];
  for (const lot of lots) {
    const near = [...new Set(lot.placeCodes.flatMap((code) => places.around(code)))];
    const bidders = await biddersFor(tx, { ...lot, near, organisationId });
    found.push({ ...lot, bidders, quiet: await quietFor(tx, lot.categoryCode, registerId) });
  }
  return found;
}

type Wanted = { categoryCode: string; cohortCode: string | null; near: string[]; organisationId: string };

const biddersFor = (tx: Reader, { categoryCode, cohortCode, near, organisationId }: Wanted): Promise<Bidder[]> =>
  tx.$queryRaw<Bidder[]>(sql`
    with fits as (
      select d."organisationId", d."openPlaces", d."waitDays", d."vcse", d."size", v."title", d."serviceId"
      from "SearchDocument" d
      join "Service" s on s."id" = d."serviceId"
      join "ServiceVersion" v on v."id" = s."publishedId"
      where d."categoryCode" = ${categoryCode} and d."placeCodes" && ${near}::text[]
        ${cohortCode ? sql`and (cardinality(d."cohortCodes") = 0 or ${cohortCode} = any(d."cohortCodes"))` : Prisma.empty}
    )
    select o."id" as "organisationId", o."name", o."reference",
      count(*)::int as services,
      (array_agg(f."title" order by f."openPlaces" desc, f."title", f."serviceId"))[1] as service,
      sum(f."openPlaces")::int as "openPlaces",
      min(f."waitDays")::int as "waitDays",
      bool_or(coalesce(f."vcse", false)) as vcse,
      coalesce(bool_or(f."size" in ('micro', 'small')), false) as small,
      exists (
        select 1 from "Tender" t
        join "CallOff" c on c."id" = t."callOffId"
        join "Lot" l on l."callOffId" = c."id" and l."categoryCode" = ${categoryCode}
        where t."organisationId" = o."id" and t."submittedAt" is not null and t."state" not in ('draft', 'withdrawn')
          and ((c."organisationId" = ${organisationId}::uuid and c."openedAt" is not null)
            or (t."state" = 'successful' and c."noticedAt" is not null))
      ) as answered
    from fits f join "Organisation" o on o."id" = f."organisationId"
    group by o."id", o."name", o."reference"
    order by lower(o."name"), o."id" limit ${MOST}`);

/** Active members of a part of the category who have no service there that can be bought. */
async function quietFor(tx: Reader, categoryCode: string, registerId: string | null) {
  const rows = await tx.membership.findMany({
    where: {
      state: "active",
      part: { categoryCode, ...(registerId ? { registerId } : { register: { frozenAt: { not: null } } }) },
      services: { none: { state: "published" } },
    },
    select: { organisation: { select: { id: true, name: true, reference: true } } },
    distinct: ["organisationId"],
    orderBy: [{ organisation: { name: "asc" } }, { organisationId: "asc" }],
    take: MOST,
  });
  return rows.map(({ organisation: { id: organisationId, name, reference } }) => ({ organisationId, name, reference }));
}
