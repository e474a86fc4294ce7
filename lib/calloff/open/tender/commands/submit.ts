import "server-only";
import { newKey } from "@/lib/core/crypto";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { moment } from "@/lib/core/values/format";
import { sealPrice, sealQuality } from "../../../seal/box";
import type { PriceContent, QualityContent } from "../content";
import { entryOf } from "../entry";
import { may } from "../policy";
import { chosenLots, missingIn, tasksOf } from "../progress";
import { receiptHash } from "../receipt";
import { SubmitInput } from "../schema";
import { problems } from "../words";
import { type HeldTender, holdTender } from "./held";
import { contentOf, refuseClosed, refuseStale, tenderAddress, tenderStep } from "./step";

/** What a signatory gets for a tender that was received: its number, its time by the database's clock, and its hash. */
export type Receipt = { id: string; number: number; at: string; hash: string };

/**
 * Submits a tender as it stands, or again in the place of an earlier one, which loses its content. The time is the
 * database's, read once the call-off is locked: at the very moment of the close it is too late. Refuses an incomplete
 * one, what a colleague changed since the page was read, an unconfirmed sub-contractor, and lots no longer open to it.
 */
export const submitTender = command({
  event: "tender.receive",
  input: SubmitInput,
  load: (scene, { id }) => holdTender(scene, id),
  allow: may.submit,
  run: async (scene, row, { version }) => {
    const at = refuseClosed(row);
    const content = await sendable(scene, row, version);
    const number = row.lastNumber + 1;
    const hash = await receive(scene, row, { ...content, number, at });
    if (row.state === "draft") await tenderStep.within(scene, "submit", row);
    await scene.tx.tender.update({
      where: { id: row.id },
      data: { submittedNumber: number, submittedAt: at, version: { increment: 1 }, editedById: scene.actor.id },
      select: { id: true },
    });
    await tellOwn(scene, row, {
      title: `Tender ${row.reference} received`,
      body: `We received it on ${moment(at)}. It is sealed. Keep the receipt.`,
      href: `${tenderAddress(row)}/receipt`,
    });
    const receipt: Receipt = { id: row.id, number, at: at.toISOString(), hash };
    return { value: receipt, id: row.id, detail: { number, hash } };
  },
});

/** What is sent: only the chosen lots, and chance beside the prices. */
async function sendable(scene: Scene, row: HeldTender, version: number) {
  if (row.state === "withdrawn") refuse("conflict", problems.withdrawn);
  if (row.state !== "draft" && row.state !== "submitted") refuse("conflict", problems.fixed);
  await refuseStale(scene, row, { version, now: {} });
  if (row.state === "submitted" && row.submittedAt && (row.editedAt ?? row.submittedAt) <= row.submittedAt)
    refuse("conflict", problems.same);
  const content = contentOf(row);
  const missing = missingIn(tasksOf(row.callOff, content, row.partners));
  if (missing.length > 0) refuse("conflict", `It cannot be submitted yet. ${missing.join(". ")}.`);
  const { lotIds, problem } = await entryOf(scene.tx, row.organisationId, row.callOff);
  const chosen = chosenLots(row.callOff.lots, content.quality);
  const shut = chosen.find(({ id }) => !lotIds.includes(id));
  if (shut) refuse("conflict", problem ?? `You can no longer tender for lot ${shut.number}.`);
  const ids = chosen.map(({ id }) => id);
  return {
    quality: { ...content.quality, lotIds: ids },
    price: { lots: content.price.lots.filter(({ lotId }) => ids.includes(lotId)), blind: newKey() },
  };
}

type Sent = { quality: QualityContent; price: PriceContent; number: number; at: Date };

/** Writes the submission, sealed, and lets the one before it go. Gives the receipt's hash. */
async function receive({ tx, actor }: Scene, row: HeldTender, { quality, price, number, at }: Sent): Promise<string> {
  const key = row.callOff.key ?? refuse("conflict", problems.closed);
  const hash = receiptHash({
    callOff: row.callOff.reference,
    tender: row.reference,
    organisation: row.organisation.reference,
    submission: number,
    quality,
    price,
  });
  if (number > 1) await dropContent({ tx }, row.id, at);
  await tx.submission.create({
    data: {
      tenderId: row.id,
      number,
      hash,
      sealedQuality: sealQuality(key, row.id, quality),
      sealedPrice: sealPrice(key, row.id, price),
      submittedById: actor.id ?? refuse("forbidden", problems.notYours),
      submittedAt: at,
    },
    select: { number: true },
  });
  return hash;
}

/** Submissions that no longer count keep their receipts and lose what they said. */
export const dropContent = ({ tx }: Pick<Scene, "tx">, tenderId: string, at: Date) =>
  tx.submission.updateMany({
    where: { tenderId, droppedAt: null },
    data: { sealedQuality: null, sealedPrice: null, droppedAt: at },
  });

/** Tells the organisation's own people. What they are told holds no word and no number of the tender. */
export const tellOwn = (
  scene: Scene,
  { organisationId }: Pick<HeldTender, "organisationId">,
  what: { title: string; body: string; href: string },
) => tell(scene, { organisationId, roles: ["signatory", "editor"] }, what);
