import "server-only";
import type { Tx } from "@/lib/core/db";
import { RankingRecord } from "../../decide/award/record";
import type { AwardedPrice } from "./rules";

/**
 * The price of every lot that somebody won, as it was decided last, for working out what falls into which year. Within a
 * command give its transaction. Of a decision made before prices for getting ready were kept with it, that part is nothing.
 */
export async function awardedPrices(tx: Pick<Tx, "lotAward">, callOffId: string): Promise<AwardedPrice[]> {
  const rows = await tx.lotAward.findMany({
    where: { callOffId },
    select: { lotId: true, tenderId: true, pricePence: true, ranking: true },
    orderBy: [{ lotId: "asc" }, { version: "desc" }],
    distinct: ["lotId"],
    take: 100,
  });
  return rows.map(({ lotId, tenderId, pricePence, ranking }) => {
    const tenders = RankingRecord.safeParse(ranking).data?.tenders ?? [];
    const ready = tenders.find(({ id }) => id === tenderId)?.mobilisationPence;
    return { lotId, pricePence, mobilisationPence: BigInt(ready ?? "0") };
  });
}
