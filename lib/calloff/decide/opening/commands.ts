import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { closeWithin } from "../../open/publish/commands/close";
import { clockNow, tenderAddress, tenderStep } from "../../open/tender/commands/step";
import {
  callOffAddress,
  callOffStep,
  type HeldCallOff,
  holdCallOff,
  refuseConflicted,
} from "../../record/commands/step";
import { mayOpen } from "../../record/policy";
import { openedQuality } from "../../seal/queries";
import { OpenInput } from "./schema";
import { problems } from "./words";

/** What a press came to: the first of two officers, the tenders opened, or no tender to open. */
export type Opened = { id: string; outcome: "first" | "opened" | "none" };

/**
 * Takes part in opening the tenders. It takes two officers of the authority, each without a conflict of interest: the first
 * is written down, the second opens them all at once and everyone who sent one is told. Never before the close by the
 * database's clock, read once the call-off is held. A call-off still marked open is closed on the way. When no tender
 * came it is closed and there is nothing to open. Refuses an officer who took part already.
 */
export const openTenders = command({
  event: "callOff.takePart",
  input: OpenInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayOpen,
  run: async (scene, row) => {
    const at = await clockNow(scene);
    refuseEarly(row, at);
    await refuseConflicted(scene, row.id);
    if (row.state === "published") await closeWithin({ ...scene, now: at }, { ...row, state: row.state });
    const said = (outcome: Opened["outcome"]) => ({ value: { id: row.id, outcome }, id: row.id, detail: { outcome } });
    const tenders = await submittedTo(scene, row.id);
    if (tenders.length === 0) return said("none");
    if (!(await isSecond(scene, row, at))) return said("first");
    await callOffStep.within(scene, "open", { id: row.id, state: "closed" }, { tenders: tenders.length });
    for (const tender of tenders) await tenderStep.within(scene, "open", tender);
    await placeInLots(scene, row.id);
    for (const tender of tenders)
      await tell(
        scene,
        { organisationId: tender.organisationId, roles: ["signatory", "editor"] },
        {
          title: `Your tender ${tender.reference} was opened`,
          body: `Two officers opened the tenders for "${row.title}". Scoring comes next. Prices stay sealed for now.`,
          href: tenderAddress(tender),
        },
      );
    return said("opened");
  },
});

function refuseEarly({ state, closesAt }: HeldCallOff, at: Date) {
  if (closesAt && at < closesAt) refuse("conflict", problems.early(closesAt));
  if (state === "opened") refuse("conflict", problems.opened);
  if (!closesAt || (state !== "published" && state !== "closed")) refuse("conflict", problems.notPublished);
}

const submittedTo = ({ tx }: Scene, callOffId: string) =>
  tx.tender.findMany({
    where: { callOffId, state: "submitted" },
    select: { id: true, reference: true, state: true, organisationId: true },
    orderBy: { reference: "asc" },
    take: 500,
  });

/** Writes down that the actor takes part, and says whether another officer did before. */
async function isSecond(scene: Scene, row: HeldCallOff, at: Date): Promise<boolean> {
  const { tx, actor } = scene;
  const userId = actor.id ?? refuse("forbidden", "You cannot do that.");
  const before = await tx.opening.findMany({ where: { callOffId: row.id }, select: { userId: true }, take: 10 });
  if (before.some((opening) => opening.userId === userId)) refuse("conflict", problems.twice);
  await tx.opening.create({ data: { callOffId: row.id, userId, at }, select: { userId: true } });
  if (before.length > 0) return true;
  await tell(
    scene,
    { organisationId: row.organisationId, roles: ["commissioner", "approver"] },
    {
      title: "A second officer is needed to open tenders",
      body: `One officer is ready to open the tenders for "${row.title}". It takes two.`,
      href: `${callOffAddress(row)}/opening`,
    },
  );
  return false;
}

/** Writes down which lots each tender is for, now that it can be read. */
async function placeInLots({ tx, actor }: Scene, callOffId: string) {
  const lots = await tx.lot.findMany({ where: { callOffId }, select: { id: true }, take: 100 });
  const tenders = await openedQuality(actor, callOffId, tx);
  await tx.tenderLot.createMany({
    data: tenders.flatMap(({ id: tenderId, quality: { lotIds } }) =>
      lots.filter(({ id }) => lotIds.includes(id)).map(({ id: lotId }) => ({ tenderId, lotId })),
    ),
  });
}
