import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import { openedPrices } from "../../../seal/queries";
import { type JudgedLot as Judged, judged } from "../../ranking/queries";
import { pointsFor } from "../../scoring/rules";
import type { RankedTender, RankingRecord } from "../record";

/** One lot as it is decided about, with its ranking as the consensus and the prices give it now. */
export type JudgedLot = {
  id: string;
  number: number;
  title: string;
  categoryCode: string;
  placeCodes: string[];
  ranking: Omit<RankingRecord, "considered">;
};

type Told = { score: number; reason: string };

/**
 * Ranks every lot of a call-off, and puts beside each tender what its answers were given and why, so that a decision holds
 * all that it rests on. Empty before the lock and for whoever may not read prices. A command gives its transaction.
 */
export async function judgeLots(
  actor: Actor,
  callOffId: string,
  tx: Pick<Tx, "callOff" | "lot" | "consensus" | "tender"> = db,
): Promise<JudgedLot[]> {
  const lots = await judged(actor, callOffId, tx);
  if (lots.length === 0) return [];
  const consensus = await tx.consensus.findMany({
    where: { tender: { callOffId } },
    select: { tenderId: true, criterionId: true, score: true, reason: true },
    orderBy: { version: "asc" },
    take: 20_000,
  });
  const ready = new Map(
    (await openedPrices(actor, callOffId, tx)).flatMap(({ id, price }) =>
      price.lots.map(({ lotId, mobilisationPence }) => [`${id} ${lotId}`, mobilisationPence]),
    ),
  );
  // They come oldest first, so that the newest version of each is what stays.
  const told = new Map(consensus.map(({ tenderId, criterionId, ...said }) => [`${tenderId} ${criterionId}`, said]));
  return lots.map((lot) => {
    const { lotId: id, number, title, categoryCode, placeCodes } = lot;
    return { ...{ id, number, title, categoryCode, placeCodes }, ranking: recordOf(lot, told, ready) };
  });
}

function recordOf(
  { lotId, contest, ranking, tenders, disregarded }: Judged,
  told: ReadonlyMap<string, Told>,
  ready: ReadonlyMap<string, bigint>,
): JudgedLot["ranking"] {
  const { method, criteria } = contest;
  const placed = ranking.places.map((each) => ({ ...each, fails: [] }));
  const unplaced = ranking.unsuitable.map((each) => ({
    ...each,
    ...{ place: null, price: 0, total: each.quality + each.socialValue },
  }));
  return {
    method,
    lowestPence: ranking.lowestPence === null ? null : String(ranking.lowestPence),
    criteria: criteria.map(({ id, number, title, kind, weightBp }) => ({ id, number, title, kind, weightBp })),
    winnerId: ranking.winnerId,
    undecidedIds: ranking.undecidedIds,
    received: tenders.length + disregarded.length,
    tenders: [...placed, ...unplaced].flatMap(({ id, place, quality, socialValue, price, total, fails }) => {
      const whose = tenders.find((tender) => tender.id === id);
      if (!whose) return [];
      const { reference, organisationId, organisation, pricePence, vatPence } = whose;
      const answers = criteria.flatMap(({ id: criterionId, kind, weightBp }) => {
        const said = kind === "price" ? undefined : told.get(`${id} ${criterionId}`);
        return said ? [{ criterionId, ...said, points: pointsFor(weightBp, said.score) }] : [];
      });
      const tender: RankedTender = {
        ...{ id, reference, organisationId, name: organisation.name, place, quality, socialValue, price, total },
        ...{ pricePence: String(pricePence), vatPence: String(vatPence), fails: [...fails], answers },
        mobilisationPence: String(ready.get(`${id} ${lotId}`) ?? 0n),
      };
      return [tender];
    }),
    disregarded: disregarded.map(({ reference, organisation, reason }) => ({
      reference,
      name: organisation.name,
      reason,
    })),
  };
}
