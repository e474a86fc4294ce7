import "server-only";
import { newKey } from "@/lib/core/crypto";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { peopleAt, tell, tellThese, type What } from "@/lib/core/messages/notify";
import { moment } from "@/lib/core/values/format";
import { sealPrice, sealQuality } from "../../../seal/box";
import type { PriceContent, QualityContent } from "../content";
import { entryFrom } from "../entry";
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
    if (row.state === "draft") await tenderStep.within(scene, "submit", row);
    const { hash, people } = await receive(scene, row, { ...content, number, at });
    tellThese(scene, people, {
      organisationId: row.organisationId,
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
  const { lotIds, problem } = entryFrom(row.callOff, row.standing);
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

/**
 * Writes the submission, sealed, and lets the one before it go, in one statement: what lets go does not see what it writes
 * beside. Gives the receipt's hash, and whom to tell.
 */
async function receive({ tx, actor }: Scene, row: HeldTender, { quality, price, number, at }: Sent) {
  const key = row.callOff.key ?? refuse("conflict", problems.closed);
  const hash = receiptHash({
    callOff: row.callOff.reference,
    tender: row.reference,
    organisation: row.organisation.reference,
    submission: number,
    quality,
    price,
  });
  const by = actor.id ?? refuse("forbidden", problems.notYours);
  const people = await tx.$queryRaw<{ id: string; email: string }[]>`
    /* planned once */ with dropped as (
      update "Submission" set "sealedQuality" = null, "sealedPrice" = null, "droppedAt" = ${at.toISOString()}::timestamptz
      where "tenderId" = ${row.id}::uuid and "droppedAt" is null
    ), sent as (
      insert into "Submission"
        ("tenderId", "number", "hash", "sealedQuality", "sealedPrice", "submittedById", "submittedAt")
      values (${row.id}::uuid, ${number}::int, ${hash}, ${sealQuality(key, row.id, quality)},
        ${sealPrice(key, row.id, price)}, ${by}::uuid, ${at.toISOString()}::timestamptz)
    ), counted as (
      update "Tender" set "submittedNumber" = ${number}::int, "submittedAt" = ${at.toISOString()}::timestamptz,
        "version" = "version" + 1, "editedById" = ${by}::uuid
      where "id" = ${row.id}::uuid
    )
    ${peopleAt(row.organisationId, "signatory", "editor")}`;
  return { hash, people };
}

/** Submissions that no longer count keep their receipts and lose what they said. */
export const dropContent = ({ tx }: Pick<Scene, "tx">, tenderId: string, at: Date) =>
  tx.submission.updateMany({
    where: { tenderId, droppedAt: null },
    data: { sealedQuality: null, sealedPrice: null, droppedAt: at },
  });

/** Tells the organisation's own people. What they are told holds no word and no number of the tender. */
export const tellOwn = (scene: Scene, { organisationId }: Pick<HeldTender, "organisationId">, what: What) =>
  tell(scene, { organisationId, roles: ["signatory", "editor"] }, what);
