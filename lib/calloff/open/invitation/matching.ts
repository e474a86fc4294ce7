import "server-only";
import type { Tx } from "@/lib/core/db";
import { reference } from "@/lib/reference/queries";

export type Match = { organisationId: string; name: string; reference: string; lotNumbers: number[] };

/**
 * Every organisation that could deliver a lot: an active member of a part with the lot's category, that has published a
 * service there which reaches one of its places, or works there without having published one. Sorted by name.
 */
export async function matchesWithin(tx: Tx, callOffId: string): Promise<Match[]> {
  const { places } = await reference();
  const row = await tx.callOff.findUniqueOrThrow({
    where: { id: callOffId },
    select: {
      registerId: true,
      lots: {
        select: { number: true, categoryCode: true, placeCodes: true },
        orderBy: { number: "asc" },
      },
    },
  });
  const found = new Map<string, Match>();
  for (const lot of row.lots) {
    const near = [...new Set(lot.placeCodes.flatMap((code) => places.around(code)))];
    const members = await tx.membership.findMany({
      where: {
        state: "active",
        part: {
          categoryCode: lot.categoryCode,
          ...(row.registerId ? { registerId: row.registerId } : { register: { frozenAt: { not: null } } }),
        },
        OR: [
          { services: { none: { state: "published" } } },
          {
            services: {
              some: { state: "published", published: { placeCodes: { hasSome: near } } },
            },
          },
        ],
      },
      select: { organisation: { select: { id: true, name: true, reference: true } } },
      orderBy: [{ organisation: { name: "asc" } }, { organisationId: "asc" }],
    });
    for (const { organisation } of members) {
      const { id: organisationId, ...who } = organisation;
      const before = found.get(organisationId);
      if (before) {
        if (!before.lotNumbers.includes(lot.number)) before.lotNumbers.push(lot.number);
      } else found.set(organisationId, { organisationId, ...who, lotNumbers: [lot.number] });
    }
  }
  return [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name, "en-GB"));
}
