import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { tell } from "@/lib/core/messages/notify";
import type { Prisma } from "@/lib/core/prisma/client";
import { tellProviders } from "../../open/telling";
import {
  callOffAddress,
  callOffStep,
  type HeldCallOff,
  holdCallOff,
  refuseConflicted,
} from "../../record/commands/step";
import { settleTenders } from "../award/commands/outcomes";
import { RankingRecord } from "../award/record";
import { type DecidedLot, summaryFor } from "./rules";
import { NotifyInput } from "./schema";
import { told } from "./words";

/**
 * Tells everyone at one moment: each assessed tenderer gets its summary, in this one transaction, before any notice
 * (Procurement Act 2023, s50). Tenders win or lose with it. Who was disregarded hears why; funders hear that it is done.
 */
export const notifyTenderers = callOffStep("notify", {
  input: NotifyInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row) => {
    await refuseConflicted(scene, row.id);
    const lots = await decidedLots(scene, row.id);
    const tenders = await scene.tx.tender.findMany({
      where: { callOffId: row.id, state: { in: ["assessed", "disregarded"] } },
      select: { id: true, state: true, organisationId: true, reason: true },
      orderBy: { reference: "asc" },
      take: 500,
    });
    const assessed = tenders.filter(({ state }) => state === "assessed");
    const winners = new Set(lots.flatMap(({ winnerId }) => winnerId ?? []));
    await writeSummaries(scene, row, assessed, lots);
    await settleTenders(scene, assessed, winners);
    const { title, organisation } = row;
    for (const { id, state, organisationId, reason } of tenders)
      await tellProviders(
        scene,
        [organisationId],
        state === "assessed"
          ? { ...told.summary(organisation.name, title), href: summaryAddress({ id }) }
          : { ...told.disregarded(organisation.name, title, reason ?? ""), href: `/tenders/${id}` },
      );
    await tellFunders(scene, row, told.funders(title));
    return { summaries: assessed.length };
  },
});

/** Where a tenderer reads its summary. */
export const summaryAddress = ({ id }: { id: string }) => `/tenders/${id}/summary`;

/** The newest decision about every lot, in the order of lots. */
export async function decidedLots({ tx }: Pick<Scene, "tx">, callOffId: string): Promise<DecidedLot[]> {
  const rows = await tx.lotAward.findMany({
    where: { callOffId },
    select: {
      ...{ tenderId: true, reason: true, tieBreak: true, ranking: true },
      lot: { select: { number: true, title: true } },
    },
    orderBy: [{ lotId: "asc" }, { version: "desc" }],
    distinct: ["lotId"],
    take: 100,
  });
  return rows
    .map(({ lot, tenderId, reason, tieBreak, ranking }) => ({
      ...lot,
      ...{ winnerId: tenderId, reason, tieBreak, ranking: RankingRecord.parse(ranking) },
    }))
    .toSorted((one, other) => one.number - other.number);
}

async function writeSummaries(
  { tx, now }: Scene,
  row: HeldCallOff,
  tenders: readonly { id: string }[],
  lots: readonly DecidedLot[],
) {
  const about = { callOff: { reference: row.reference, title: row.title }, authority: row.organisation.name };
  const ids = tenders.map(({ id }) => id);
  const earlier = await tx.assessmentSummary.groupBy({
    by: ["tenderId"],
    where: { tenderId: { in: ids } },
    _max: { version: true },
  });
  const versionOf = new Map(earlier.map(({ tenderId, _max }) => [tenderId, _max.version ?? 0]));
  await tx.assessmentSummary.createMany({
    data: ids.flatMap((tenderId): Prisma.AssessmentSummaryCreateManyInput[] => {
      const facts = summaryFor(tenderId, lots, about);
      const version = (versionOf.get(tenderId) ?? 0) + 1;
      return facts ? [{ tenderId, version, callOffId: row.id, facts, sentAt: now }] : [];
    }),
  });
}

/** Tells everybody who pays, and reads the file. */
export async function tellFunders(scene: Scene, row: HeldCallOff, said: { title: string; body: string }) {
  const funders = await scene.tx.callOffFunder.findMany({
    where: { callOffId: row.id, state: { not: "listed" }, organisationId: { not: row.organisationId } },
    select: { organisationId: true },
    orderBy: { number: "asc" },
    take: 50,
  });
  for (const { organisationId } of funders)
    await tell(scene, { organisationId, roles: ["approver"] }, { ...said, href: callOffAddress(row) });
}
