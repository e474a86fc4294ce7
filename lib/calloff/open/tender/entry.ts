import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/core/db";
import { Prisma } from "@/lib/core/prisma/client";
import type { CallOffRoute } from "@/lib/core/prisma/enums";
import { entryProblems } from "./words";

/** What decides whether an organisation may tender: the route, and the parts of the market that the lots stand in. */
export type EntryFacts = {
  id: string;
  route: CallOffRoute | null;
  lots: readonly { id: string; categoryCode: string }[];
};

/** For which lots an organisation may tender, and what it is told when there are none. */
export type Entry = { lotIds: string[]; problem: string | null };

/** What the register and the invitations say of an organisation and a call-off: whether it was invited, and for which categories the market takes it. */
export const Standing = z.object({ invited: z.boolean(), codes: z.array(z.string()) });
export type Standing = z.output<typeof Standing>;

/**
 * That standing as an expression, for a statement in which `c` is the call-off and `organisationId` names the organisation. A
 * market takes active members of each lot's part, and whoever has applied for it and waits for a decision: that application
 * is decided before its tender is disregarded (Procurement Act 2023, s34(4)).
 */
export const standingOf = (organisationId: Prisma.Sql) => Prisma.sql`
  json_build_object(
    'invited', exists (select 1 from "Invitation" i where i."callOffId" = c."id" and i."organisationId" = ${organisationId}),
    'codes', (
      select coalesce(json_agg(distinct p."categoryCode"), '[]') from "Part" p
      where p."registerId" = c."registerId"
        and p."categoryCode" in (select l."categoryCode" from "Lot" l where l."callOffId" = c."id")
        and (
          exists (
            select 1 from "Membership" m
            where m."partId" = p."id" and m."organisationId" = ${organisationId} and m."state" = 'active'
          ) or exists (
            select 1 from "ApplicationPart" ap join "Application" a on a."id" = ap."applicationId"
            where ap."partId" = p."id" and a."organisationId" = ${organisationId}
              and a."state" in ('submitted', 'inReview', 'clarifying', 'seconding')
          )
        )
    )
  )`;

/** For which lots an organisation may tender, as its standing and the route let it: invited routes take those invited; advertised routes below the market take anybody. */
export function entryFrom({ route, lots }: Pick<EntryFacts, "route" | "lots">, { invited, codes }: Standing): Entry {
  if (route === null) return { lotIds: [], problem: entryProblems.quotes };
  const everywhere = route === "belowThreshold" || route === "grantRound";
  const open = lots.filter(({ categoryCode }) =>
    route === "marketCompetition" ? codes.includes(categoryCode) : everywhere || invited,
  );
  return { lotIds: open.map(({ id }) => id), problem: open.length > 0 ? null : entryProblems[route] };
}

/** For which lots an organisation may tender, looked up. */
export async function entryOf(tx: Pick<Tx, "$queryRaw">, organisationId: string, callOff: EntryFacts): Promise<Entry> {
  const [found] = await tx.$queryRaw<{ standing: unknown }[]>`
    /* planned once */ select ${standingOf(Prisma.sql`${organisationId}::uuid`)} as standing
    from "CallOff" c where c."id" = ${callOff.id}::uuid`;
  return entryFrom(callOff, Standing.parse(found?.standing ?? { invited: false, codes: [] }));
}
