import "server-only";
import { pretendedNow } from "@/lib/core/clock";
import type { Command, Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { refuse, refuseChanged } from "@/lib/core/door/result";
import { sealPrice, sealQuality } from "../../../seal/box";
import { ownContent } from "../../../seal/own";
import { type PriceContent, type QualityContent, written } from "../content";
import { may } from "../policy";
import { takesTenders } from "../rules";
import { tender } from "../states";
import { problems, stateWords } from "../words";
import type { HeldTender } from "./held";

/** The one way in which a tender changes its state. */
export const tenderStep = lifecycle({
  subject: "tender",
  machine: tender,
  may,
  words: stateWords,
  move: (tx, id, from, to) => tx.tender.updateMany({ where: { id, state: from }, data: { state: to } }),
});

/** The database's clock once the rows are ours. The scene's was read before we waited for them, and may be too early. */
export async function clockNow({ tx }: Pick<Scene, "tx">): Promise<Date> {
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`select date_trunc('milliseconds', clock_timestamp()) as now`;
  return pretendedNow() ?? clock?.now ?? refuse("conflict", "The database did not tell the time. Try again.");
}

/** Refuses when the call-off took no tenders at the moment at which its rows were held, and gives that moment. */
export const refuseClosed = ({
  now,
  callOff,
}: {
  now: Date;
  callOff: Pick<HeldTender["callOff"], "state" | "closesAt">;
}): Date => (takesTenders(callOff, now) ? now : refuse("conflict", problems.closed));

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
  const at = refuseClosed(row);
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
