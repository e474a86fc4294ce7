import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { asDate, asDay, londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { lastNotice, noticeOf } from "../../notice/commands";
import { awardNotice } from "../../notice/queries";
import { concerned, tellProviders } from "../../open/telling";
import {
  callOffStep,
  type HeldCallOff,
  holdCallOff,
  opportunityAddress,
  refuseConflicted,
} from "../../record/commands/step";
import { RankingRecord } from "../award/record";
import { tellFunders } from "../summary/commands";
import { concludesFrom, isOver, lastDay } from "./rules";
import { PublishAwardInput } from "./schema";
import { awardLines, problems, standstillLine, told } from "./words";

/**
 * Publishes the award: the notice says who won each lot and for how much, and the standstill begins, counted in working
 * days with this day as the first. Only after the summaries were sent. An offered standstill binds (s51).
 */
export const publishAward = callOffStep("standStill", {
  input: PublishAwardInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row) => {
    await refuseConflicted(scene, row.id);
    const { holidays } = await reference();
    const days = row.standstillDays;
    const endsOn = lastDay(londonDay(scene.now), holidays, days);
    await scene.tx.callOff.update({
      where: { id: row.id },
      data: { standstillEndsOn: asDate(endsOn) },
      select: { id: true },
    });
    const kind = (await awardNotice(scene.actor, row.id, scene.tx)) ?? refuse("conflict", problems.unpublished);
    const statements = [
      ...(await awarded(scene, row.id)).map((lot) => ({
        title: `Lot ${lot.number}: ${lot.title}`,
        lines: awardLines(lot),
      })),
      { title: "Standstill", lines: [standstillLine(days, endsOn)] },
    ];
    // An award that was published before and then reconsidered is corrected by this one.
    const corrects = kind !== "GRANT" ? await lastNotice(scene, kind, row.id) : null;
    const notice = await noticeOf(scene, kind, row.id, statements, { corrects });
    const said = told.published(row.title, endsOn, days);
    await tellProviders(scene, await concerned(scene, row.id), { ...said, href: opportunityAddress(row) });
    await tellFunders(scene, row, said);
    return { notice: notice.reference, standstillEndsOn: endsOn };
  },
});

async function awarded({ tx }: Scene, callOffId: string) {
  const rows = await tx.lotAward.findMany({
    where: { callOffId },
    select: {
      ...{ pricePence: true, vatPence: true, reason: true, singleBid: true, ranking: true },
      tender: { select: { organisation: { select: { name: true } } } },
      lot: { select: { number: true, title: true } },
    },
    orderBy: [{ lotId: "asc" }, { version: "desc" }],
    distinct: ["lotId"],
    take: 100,
  });
  return rows
    .map(({ lot, tender, ranking, ...row }) => ({
      ...lot,
      ...row,
      winner: tender?.organisation.name ?? null,
      received: RankingRecord.parse(ranking).received,
    }))
    .toSorted((one, other) => one.number - other.number);
}

/**
 * For whoever concludes a call-off, with its row held: refuses (conflict) before the standstill is over by the database's
 * day, while a challenge is open, and after one was upheld until the award has been proposed again.
 */
export async function refuseEarlyConclusion(
  { tx, now }: Scene,
  { id, standstillDays, standstillEndsOn }: Pick<HeldCallOff, "id" | "standstillDays" | "standstillEndsOn">,
) {
  const endsOn = asDay(standstillEndsOn) ?? refuse("conflict", problems.noStandstill);
  if (!isOver(endsOn, standstillDays, londonDay(now)))
    refuse("conflict", problems.early(concludesFrom(endsOn, standstillDays)));
  const open = await tx.challenge.count({ where: { callOffId: id, state: "open" } });
  if (open > 0) refuse("conflict", problems.challenged);
  const upheld = await tx.challenge.findFirst({
    where: { callOffId: id, state: "upheld" },
    orderBy: { decidedAt: "desc" },
    select: { decidedAt: true },
  });
  const newest = await tx.lotAward.findFirst({
    where: { callOffId: id },
    orderBy: { proposedAt: "desc" },
    select: { proposedAt: true },
  });
  if (upheld?.decidedAt && newest && upheld.decidedAt >= newest.proposedAt) refuse("conflict", problems.upheld);
}
