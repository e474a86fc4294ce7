import type { CallOffState } from "@/lib/core/prisma/enums";
import { awardKinds } from "@/lib/register/notice/words";
import { pricePoints } from "../../decide/price/rules";

/** One made-up price of a worked example, and the points that it would get, in thousandths. */
export type Example = { pence: bigint; thousandths: number };

/** What three prices would get for a weight: the lowest, one a quarter dearer, and one half as dear again. Exact, by the rule that decides. */
export function priceExamples(weightBp: number): Example[] {
  const offers = [80_000_00n, 100_000_00n, 120_000_00n].map((pence) => ({ id: String(pence), pence }));
  const points = pricePoints("lowestOverPrice", weightBp, offers);
  return offers.map(({ id, pence }) => ({ pence, thousandths: points.get(id) ?? 0 }));
}

/** Points as people read them: whole ones bare, others with as many decimals as they need. */
export const pointsWritten = (thousandths: number) => String(thousandths / 1000);

/** The notice that says who won, once there is a winner that everybody may know; `notices` in the order of publication. */
export const noticeOfWinner = <N extends { kindCode: string }>(state: CallOffState, notices: readonly N[]) =>
  state === "standstill" || state === "concluded"
    ? notices.findLast(({ kindCode }) => awardKinds.includes(kindCode))
    : undefined;
