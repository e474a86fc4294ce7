import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse, refuseChanged } from "@/lib/core/door/result";
import { sharesAgain } from "../rules";
import { problems } from "../words";
import type { HeldPurchase } from "./step";

/** Refuses to change what has been proposed, and what a colleague has changed since this form was drawn. */
export async function refuseStale(
  scene: Scene,
  row: HeldPurchase,
  { version, now }: { version: number; now: Record<string, string> },
) {
  if (row.state !== "draft") refuse("conflict", problems.closed);
  if (row.version === version) return;
  const last = await scene.tx.auditEvent.findFirst({
    where: { subject: "purchase", subjectId: row.id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, actorId: true },
  });
  const by = await scene.tx.user.findFirst({ where: { id: last?.actorId ?? row.createdById }, select: { name: true } });
  refuseChanged({
    by: by?.name ?? "A colleague",
    at: (last?.at ?? scene.now).toISOString(),
    version: row.version,
    values: now,
  });
}

/** Works the shares out again for a new price, each in its row. */
export async function shareAgain({ tx }: Scene, row: HeldPurchase, totalPence: bigint) {
  const shares = sharesAgain(row.sharedBy, row.funders, totalPence);
  for (const [at, { id }] of row.funders.entries()) {
    const share = shares[at];
    if (share) await tx.funder.update({ where: { id }, data: share, select: { id: true } });
  }
}

/** A calendar day as the driver takes it. */
