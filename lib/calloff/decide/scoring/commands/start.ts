import "server-only";
import type { Tx } from "@/lib/core/db";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import type { ApplicationState } from "@/lib/core/prisma/enums";
import { tenderAddress, tenderStep } from "../../../open/tender/commands/step";
import {
  callOffAddress,
  callOffStep,
  type HeldCallOff,
  holdCallOff,
  refuseConflicted,
} from "../../../record/commands/step";
import { openedQuality } from "../../../seal/queries";
import { doubtsAbout, type TenderDoubts } from "../doubts";
import { StartInput } from "../schema";
import { problems } from "../words";

/**
 * Starts the scoring, once the panel is appointed. A tender from an organisation that is not an active member of its lots'
 * parts is disregarded, or loses the lot, and refused to be so while its application is undecided (Procurement Act 2023,
 * s34(4)). Where a condition is not met somebody says whether the tender is considered, and why. Everyone disregarded is told.
 */
export const startEvaluation = callOffStep("evaluate", {
  input: StartInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row, { decisions }) => {
    await refuseConflicted(scene, row.id);
    const roles = row.evaluators.map(({ role }) => role);
    if (!roles.includes("evaluator") || !roles.includes("moderator")) refuse("conflict", problems.noPanel);
    const doubts = await doubtsIn(scene, row);
    for (const tender of doubts)
      if (tender.undecided.length > 0) refuse("conflict", problems.undecided(tender.reference, tender.undecided));
    let disregarded = 0;
    for (const tender of doubts) disregarded += (await settle(scene, row, tender, decisions)) ? 1 : 0;
    for (const { userId } of row.evaluators.filter(({ role }) => role === "evaluator"))
      await tell(
        scene,
        { userId },
        {
          title: "Tenders are ready to score",
          body: `Scoring has begun for "${row.title}". You score alone. Others see your scores when they have finished.`,
          href: `${callOffAddress(row)}/scores`,
        },
      );
    return { disregarded };
  },
});

/** What stands against each opened tender, where anything does: from the newest facts, within the transaction that decides. */
export async function doubtsIn(
  { tx, actor }: Pick<Scene, "tx" | "actor">,
  row: Pick<HeldCallOff, "id" | "route" | "registerId">,
) {
  const lots = await tx.lot.findMany({
    where: { callOffId: row.id },
    select: { id: true, number: true, categoryCode: true },
    orderBy: { number: "asc" },
    take: 100,
  });
  const conditions = await tx.callOffCondition.findMany({
    where: { callOffId: row.id },
    select: { id: true, title: true },
    orderBy: { number: "asc" },
    take: 100,
  });
  const tenders = await openedQuality(actor, row.id, tx);
  const opened = tenders.filter(({ state }) => state === "opened");
  const standing =
    row.route === "marketCompetition"
      ? await standingIn(
          tx,
          row.registerId,
          opened.map(({ organisationId }) => organisationId),
        )
      : null;
  return opened
    .map((tender) => doubtsAbout(tender, { lots, conditions, standing }))
    .filter(({ undecided, shut, unmet }) => undecided.length + shut.length + unmet.length > 0);
}

const waiting: ApplicationState[] = ["submitted", "inReview", "clarifying", "seconding"];

/** Which parts each organisation is an active member of, and which applications of theirs are undecided, by category. */
async function standingIn(tx: Pick<Tx, "membership" | "applicationPart">, registerId: string | null, ids: string[]) {
  const part = { registerId: registerId ?? { in: [] } };
  const members = await tx.membership.findMany({
    where: { organisationId: { in: ids }, state: "active", part },
    select: { organisationId: true, part: { select: { categoryCode: true } } },
    take: 10_000,
  });
  const applied = await tx.applicationPart.findMany({
    where: { part, application: { organisationId: { in: ids }, state: { in: waiting } } },
    select: {
      part: { select: { categoryCode: true } },
      application: { select: { organisationId: true, reference: true } },
    },
    take: 10_000,
  });
  return {
    members: members.map(({ organisationId, part: { categoryCode } }) => ({ organisationId, categoryCode })),
    applied: applied.map(({ application, part: { categoryCode } }) => ({ ...application, categoryCode })),
  };
}

/** Does what was decided about one tender. Gives whether it was disregarded. */
async function settle(
  scene: Scene,
  row: HeldCallOff,
  tender: TenderDoubts,
  decisions: readonly { tenderId: string; what: "consider" | "disregard"; reason: string }[],
): Promise<boolean> {
  for (const { lotId, number, reason } of tender.whole ? [] : tender.shut) {
    await scene.tx.tenderLot.deleteMany({ where: { tenderId: tender.id, lotId } });
    scene.record({
      event: "tender.dropLot",
      subject: "tender",
      subjectId: tender.id,
      detail: { lotId, number, reason },
    });
    await tellTender(scene, row, tender, `Your tender ${tender.reference} is not considered for lot ${number}`, reason);
  }
  if (tender.whole) return disregard(scene, row, tender, tender.whole);
  if (tender.unmet.length === 0) return false;
  const said = decisions.find(({ tenderId }) => tenderId === tender.id);
  if (!said) return refuse("conflict", `${problems.decide}: ${tender.reference}.`);
  if (said.what === "disregard") return disregard(scene, row, tender, [...tender.unmet, said.reason].join(" "));
  scene.record({
    event: "tender.consider",
    subject: "tender",
    subjectId: tender.id,
    detail: { conditions: tender.unmet, reason: said.reason },
  });
  return false;
}

async function disregard(
  scene: Scene,
  row: HeldCallOff,
  { id, organisationId, reference }: TenderDoubts,
  reason: string,
) {
  await tenderStep.within(scene, "disregard", { id, state: "opened" }, { reason });
  await scene.tx.tender.update({ where: { id }, data: { reason }, select: { id: true } });
  await tellTender(scene, row, { id, organisationId }, `Your tender ${reference} is not considered`, reason);
  return true;
}

const tellTender = (
  scene: Scene,
  row: HeldCallOff,
  tender: { id: string; organisationId: string },
  title: string,
  reason: string,
) =>
  tell(
    scene,
    { organisationId: tender.organisationId, roles: ["signatory", "editor"] },
    { title, body: `"${row.title}": ${reason}`, href: tenderAddress(tender) },
  );
