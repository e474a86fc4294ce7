import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import { reference } from "@/lib/reference/queries";
import { type Concentration, concentration, type Holding, type Standing } from "../../concentration/rules";
import type { ConcentrationRecord, StandingRecord } from "../record";

/** What one lot's award adds to the market. */
export type Win = { categoryCode: string; placeCodes: readonly string[]; organisationId: string; pence: bigint };

type Held = { organisationId: string; categoryCode: string; placeCodes: string[]; pence: string };

/**
 * What is awarded in some categories, without one call-off: agreements that have not ended, and awards of other call-offs
 * that are approved and not yet concluded. Grouped by organisation and place, in pence without VAT.
 */
async function awardedIn(tx: Pick<Tx, "$queryRaw">, callOffId: string, categoryCodes: readonly string[]) {
  const rows = await tx.$queryRaw<Held[]>`
    with held as (
      select a."supplierId" as "organisationId", a."categoryCode",
             coalesce(l."placeCodes", array[a."placeCode"]) as "placeCodes", a."valuePence" as pence
        from "Agreement" a left join "Lot" l on l."id" = a."lotId"
       where a."state" not in ('ended', 'terminated') and a."categoryCode" = any(${categoryCodes}::text[])
         and a."callOffId" is distinct from ${callOffId}::uuid
      union all
      select t."organisationId", l."categoryCode", l."placeCodes", w."pricePence"
        from "CallOff" c
        join "Lot" l on l."callOffId" = c."id" and l."categoryCode" = any(${categoryCodes}::text[])
        join lateral (
          select "tenderId", "pricePence" from "LotAward" where "lotId" = l."id" order by "version" desc limit 1
        ) w on w."tenderId" is not null
        join "Tender" t on t."id" = w."tenderId"
       where c."state" in ('approved', 'notified', 'standstill') and c."id" <> ${callOffId}::uuid
    )
    select "organisationId", "categoryCode", "placeCodes", sum(pence)::text as pence from held group by 1, 2, 3`;
  return rows.map(({ pence, ...row }) => ({ ...row, pence: BigInt(pence) }));
}

/**
 * How concentrated the market would be after awards, for each of them: in its category, and in its category where its
 * places overlap. All wins of the same decision are added together. Who holds how much is public, so it asks nothing of the
 * actor. A command gives its transaction.
 */
export async function concentrations(
  _actor: Actor,
  callOffId: string,
  wins: readonly Win[],
  tx: Pick<Tx, "$queryRaw"> = db,
): Promise<ConcentrationRecord[]> {
  if (wins.length === 0) return [];
  const { places } = await reference();
  const held = await awardedIn(tx, callOffId, [...new Set(wins.map(({ categoryCode }) => categoryCode))]);
  return wins.map(({ categoryCode, placeCodes, organisationId }) => {
    const reach = new Set(placeCodes.flatMap((code) => [code, ...places.around(code)]));
    const here = (row: { placeCodes: readonly string[] }) => row.placeCodes.some((code) => reach.has(code));
    const inCategory = (row: { categoryCode: string }) => row.categoryCode === categoryCode;
    const [market, added] = [held.filter(inCategory), wins.filter(inCategory)];
    const holdings = (rows: readonly Holding[]): Holding[] =>
      rows.map(({ organisationId: id, pence }) => ({ organisationId: id, pence }));
    return {
      category: written(concentration(holdings(market), holdings(added), organisationId)),
      place: written(concentration(holdings(market.filter(here)), holdings(added.filter(here)), organisationId)),
    };
  });
}

const asText = ({ totalPence, ...rest }: Standing): StandingRecord => ({ ...rest, totalPence: String(totalPence) });
const written = ({ before, after }: Concentration) => ({ before: asText(before), after: asText(after) });
