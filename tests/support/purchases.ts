import { approveShare } from "@/lib/calloff/approval/commands";
import { proposePurchase } from "@/lib/calloff/purchase/commands/propose";
import { saveFunders, saveLines } from "@/lib/calloff/purchase/commands/save";
import { startPurchase } from "@/lib/calloff/purchase/commands/start";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { done, type Marketplace, thisYear, typedDetails } from "./world.calloff";

/** What somebody without a conflict of interest says. */
export const none = "none";
type Partner = { organisationId: string; share: string };

/** A draft with one line. */
export async function drafted(
  world: Marketplace,
  { by = world.commissioner, volume = "1", others = [] as Partner[], more = {} as Record<string, unknown> } = {},
) {
  const { id } = done(await startPurchase(by, { serviceId: world.serviceId, ...typedDetails(more) }));
  done(await saveLines(by, { id, version: 1, lines: [{ rateLineId: world.lines[0]?.id, volume }] }));
  if (others.length > 0) done(await saveFunders(by, { id, version: 2, method: "percent", others }));
  return id;
}
/** A purchase that waits for approval. */
export async function proposed(world: Marketplace, how: Parameters<typeof drafted>[1] = {}) {
  const id = await drafted(world, how);
  done(await proposePurchase(how.by ?? world.commissioner, { id, conflict: none }));
  return id;
}
/** A purchase that waits for the charity. */
export async function offered(world: Marketplace, how: Parameters<typeof drafted>[1] = {}) {
  const id = await proposed(world, how);
  done(await approveShare(world.approver, { id, budgets: world.budgets, conflict: none }));
  return id;
}
export const stateOf = async (id: string) => (await db.purchase.findUniqueOrThrow({ where: { id } })).state;
export const committed = async (id: string) => (await db.budget.findUniqueOrThrow({ where: { id } })).committedPence;
export const used = async (organisationId: string) =>
  (await db.spotAllowance.findUniqueOrThrow({ where: { organisationId_year: { organisationId, year: thisYear() } } }))
    .usedPence;
export const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) =>
  result.ok ? "done" : result.refusal?.kind;
export const told = (actor: Member, title: string) =>
  db.notification.count({ where: { userId: actor.id, title: { contains: title } } });
