import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { newId } from "@/lib/core/values/id";
import type { Share } from "../../../purchase/rules";
import { sharesOfNewBudget } from "../rules";
import { fundersOf, fundingStep, type HeldFunder } from "./step";

/** What one body pays of the lots, by lot. */
export type Paid = ReadonlyMap<string, Share>;

const paidBy = ({ shares }: HeldFunder): Paid => new Map(shares.map((share) => [share.lotId, share]));
const differs = (before: Paid, after: Paid) =>
  [...new Set([...before.keys(), ...after.keys()])].some(
    (lotId) => (before.get(lotId)?.sharePence ?? 0n) !== (after.get(lotId)?.sharePence ?? 0n),
  );

/** Writes what a funder pays, and takes back its word when a penny of it changed. */
export async function writeShares(scene: Scene, funder: HeldFunder, after: Paid) {
  const { tx } = scene;
  const before = paidBy(funder);
  const changed = differs(before, after);
  await tx.lotShare.deleteMany({ where: { funderId: funder.id } });
  await tx.lotShare.createMany({
    data: [...after].map(([lotId, { shareBp, sharePence }]) => ({ funderId: funder.id, lotId, shareBp, sharePence })),
  });
  if (changed) await unask(scene, funder);
}

/** A funder that was asked, or has answered, is back to being listed. */
export async function unask(scene: Scene, { id, state, callOffId }: HeldFunder) {
  if (state !== "listed") await fundingStep.within(scene, "unask", { id, state }, { callOffId });
}

/** The lead authority's part, made when there is none yet: it pays whatever nobody else pays. */
export async function leadOf(scene: Scene, callOffId: string, organisationId: string) {
  const funders = await fundersOf(scene, callOffId);
  if (!funders.some((funder) => funder.organisationId === organisationId))
    await scene.tx.callOffFunder.create({
      data: { id: newId(), callOffId, organisationId, number: 1 },
      select: { id: true },
    });
  return fundersOf(scene, callOffId);
}

/**
 * Works the shares out again after a lot was added, changed or removed, with the call-off held; whoever's pence changed is
 * asked again. A new lot is shared as all the others are when they are shared alike, and otherwise the lead pays it.
 * The lots' commands call it last; before a lot is deleted they call `dropShares`.
 */
export async function sharesChanged(scene: Scene, callOffId: string) {
  const { sharedBy, organisationId, lots } = await scene.tx.callOff.findUniqueOrThrow({
    where: { id: callOffId },
    select: {
      sharedBy: true,
      organisationId: true,
      lots: { select: { id: true, budgetPence: true }, orderBy: { number: "asc" } },
    },
  });
  const funders = await leadOf(scene, callOffId, organisationId);
  const after = funders.map(() => new Map<string, Share>());
  const alike = usual(funders, sharedBy === "percent");
  for (const { id: lotId, budgetPence } of lots) {
    const paying = funders.flatMap((funder, at) => {
      const share = paidBy(funder).get(lotId);
      return share || at === 0 ? [{ at, share: share ?? { shareBp: 0, sharePence: 0n } }] : [];
    });
    const known = funders.some((funder) => paidBy(funder).has(lotId));
    const parts = known ? paying : alike;
    const shares = sharesOfNewBudget(
      known ? sharedBy : "percent",
      parts.map(({ share }) => share),
      budgetPence,
    );
    for (const [part, { at }] of (parts.length > 0 ? parts : [{ at: 0 }]).entries()) {
      const share = shares[part];
      if (share) after[at]?.set(lotId, share);
    }
  }
  for (const [at, funder] of funders.entries()) await writeShares(scene, funder, after[at] ?? new Map());
}

/** The percentages that every lot has in common; nobody's when the lots differ, or when shares are in pounds. */
function usual(funders: readonly HeldFunder[], inPercent: boolean): { at: number; share: Share }[] {
  const lotIds = [...new Set(funders.flatMap(({ shares }) => shares.map(({ lotId }) => lotId)))];
  const [first, ...more] = lotIds.map((lotId) => funders.map((funder) => paidBy(funder).get(lotId)?.shareBp ?? 0));
  if (!inPercent || !first || more.some((bps) => bps.some((bp, at) => bp !== first[at]))) return [];
  return first.flatMap((shareBp, at) => (shareBp > 0 || at === 0 ? [{ at, share: { shareBp, sharePence: 0n } }] : []));
}

/** Takes away what is paid of a lot that is about to be deleted; whoever paid for it is asked again. With the call-off held. */
export async function dropShares(scene: Scene, callOffId: string, lotId: string) {
  for (const funder of await fundersOf(scene, callOffId)) {
    const kept = new Map([...paidBy(funder)].filter(([id]) => id !== lotId));
    if (kept.size < funder.shares.length) await writeShares(scene, funder, kept);
  }
}
