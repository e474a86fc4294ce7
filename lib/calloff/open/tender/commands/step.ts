import "server-only";
import { pretendedNow } from "@/lib/core/clock";
import type { Command, Scene } from "@/lib/core/command";
import { lifecycle } from "@/lib/core/lifecycle";
import type { Prisma } from "@/lib/core/prisma/client";
import { refuse, refuseChanged } from "@/lib/core/result";
import { sealPrice, sealQuality } from "../../../seal/box";
import { ownContent } from "../../../seal/own";
import { type PriceContent, type QualityContent, written } from "../content";
import { may, ownTenders } from "../policy";
import { takesTenders } from "../rules";
import { tender } from "../states";
import { problems, stateWords } from "../words";

/** The one way in which a tender changes its state. */
export const tenderStep = lifecycle({
  subject: "tender",
  machine: tender,
  may,
  words: stateWords,
  move: (tx, id, from, to) => tx.tender.updateMany({ where: { id, state: from }, data: { state: to } }),
});

/** What every command needs to know of the call-off: its questions, its lots, its close and its keys. */
export const heldCallOff = {
  id: true,
  reference: true,
  title: true,
  state: true,
  instrument: true,
  route: true,
  registerId: true,
  priceMethod: true,
  closesAt: true,
  key: { select: { callOffId: true, quality: true, price: true } },
  lots: {
    select: {
      id: true,
      number: true,
      title: true,
      categoryCode: true,
      unit: true,
      budgetPence: true,
      volumes: { select: { volume: true } },
    },
    orderBy: { number: "asc" },
  },
  criteria: {
    select: { id: true, number: true, kind: true, title: true, wordLimit: true },
    orderBy: { number: "asc" },
  },
  conditions: { select: { id: true, number: true, title: true }, orderBy: { number: "asc" } },
} satisfies Prisma.CallOffSelect;

const held = {
  id: true,
  reference: true,
  state: true,
  version: true,
  organisationId: true,
  sealedQuality: true,
  sealedPrice: true,
  createdById: true,
  editedById: true,
  editedAt: true,
  submittedNumber: true,
  submittedAt: true,
  organisation: { select: { reference: true } },
  callOff: { select: heldCallOff },
  partners: {
    select: { id: true, organisationId: true, state: true, sealed: true, organisation: { select: { name: true } } },
    orderBy: { id: "asc" },
  },
  submissions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
} satisfies Prisma.TenderSelect;

export type HeldTender = Prisma.TenderGetPayload<{ select: typeof held }>;

/**
 * A tender of the actor's own organisation for this command alone. Its call-off's gate is passed (`record/gate.ts`) and its
 * row locked FOR SHARE first, so that it cannot close, end or lose its keys before we commit; then the tender's row, so that
 * two of its people take turns.
 */
export async function holdTender({ tx, actor }: Scene, id: string): Promise<HeldTender | null> {
  const locked = await tx.$queryRaw<unknown[]>`
    with gate as materialized (
      select t."id", t."callOffId", pg_advisory_xact_lock_shared(hashtextextended('call-off ' || t."callOffId", 0))
      from "Tender" t where t."id" = ${id}::uuid and t."organisationId" = ${actor.organisationId}::uuid
    )
    select 1 from gate g join "CallOff" c on c."id" = g."callOffId" join "Tender" t on t."id" = g."id"
    for share of c for update of t`;
  return locked.length === 0 ? null : tx.tender.findFirst({ where: { id, AND: ownTenders(actor) }, select: held });
}

/** The database's clock once the rows are ours. The scene's was read before we waited for them, and may be too early. */
export async function clockNow({ tx }: Pick<Scene, "tx">): Promise<Date> {
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`select date_trunc('milliseconds', clock_timestamp()) as now`;
  return pretendedNow() ?? clock?.now ?? refuse("conflict", "The database did not tell the time. Try again.");
}

/** Refuses when the call-off takes no tenders at this moment, and gives the moment. Ask it after the rows are held. */
export async function refuseClosed(
  scene: Scene,
  { callOff }: { callOff: Pick<HeldTender["callOff"], "state" | "closesAt"> },
): Promise<Date> {
  const now = await clockNow(scene);
  return takesTenders(callOff, now) ? now : refuse("conflict", problems.closed);
}

/** What the draft says. Refuses when the keys are gone. */
export const contentOf = (row: HeldTender) =>
  ownContent(row.callOff.key, row.id, row) ?? refuse("conflict", problems.closed);

/** Refuses what a colleague has changed since this form was drawn, and shows what is stored now. */
export async function refuseStale(
  { tx }: Pick<Scene, "tx">,
  row: HeldTender,
  { version, now }: { version: number; now: Record<string, string> },
) {
  if (row.version === version) return;
  const by = await tx.user.findFirst({ where: { id: row.editedById ?? row.createdById }, select: { name: true } });
  refuseChanged({
    by: by?.name || "A colleague",
    at: (row.editedAt ?? new Date()).toISOString(),
    version: row.version,
    values: now,
  });
}

/**
 * Saves a draft, sealed, and counts its version up; a submitted tender stands as it is until it is submitted again.
 * Saving what is stored already changes nothing, so pressing twice is harmless. Refuses after the close, what was
 * withdrawn or decided, and what a colleague saved since. Gives whether anything changed.
 */
export async function saveDraft(
  scene: Scene,
  row: HeldTender,
  next: { version: number; quality?: QualityContent; price?: PriceContent; now: Record<string, string> },
): Promise<boolean> {
  const at = await refuseClosed(scene, row);
  if (row.state === "withdrawn") refuse("conflict", problems.withdrawn);
  if (row.state !== "draft" && row.state !== "submitted") refuse("conflict", problems.fixed);
  const before = contentOf(row);
  const quality = next.quality && written(next.quality) !== written(before.quality) ? next.quality : null;
  const price = next.price && written(next.price) !== written(before.price) ? next.price : null;
  if (!quality && !price) return false;
  await refuseStale(scene, row, next);
  const key = row.callOff.key ?? refuse("conflict", problems.closed);
  await scene.tx.tender.update({
    where: { id: row.id },
    data: {
      ...(quality ? { sealedQuality: sealQuality(key, row.id, quality) } : {}),
      ...(price ? { sealedPrice: sealPrice(key, row.id, price) } : {}),
      version: { increment: 1 },
      editedById: scene.actor.id,
      editedAt: at,
    },
    select: { id: true },
  });
  return true;
}

/**
 * A command that keeps no key of the press: saving twice is saving once, and the hash of a price kept beside a key could
 * be guessed by whoever reads the table.
 */
export const unkeyed =
  <Out>(inner: Command<Out>): Command<Out> =>
  (actor, raw) =>
    inner(actor, typeof raw === "object" && raw !== null ? { ...raw, key: null } : raw);

export const tenderAddress = ({ id }: { id: string }) => `/tenders/${id}`;
