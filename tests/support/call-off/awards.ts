import { proposeAward } from "@/lib/calloff/decide/award/commands/propose";
import { db } from "@/lib/core/db";
import { done } from "../world.calloff";
import { setAsideNow } from "./approving";
import { moderatedNow, passed, submitted } from "./tenders";
import { callOffIn, charity, type Made, type Players } from "./world";

type How = Omit<NonNullable<Parameters<typeof callOffIn>[1]>, "state"> & {
  /** Each tender's consensus for every question, and its price for a week. The first charity's comes first. */
  bids?: [points: number, unitPence: bigint][];
};

/** A call-off with its quality locked and its prices open, put straight into the tables: the first tender is the best. */
export async function judgedCallOff(
  world: Players,
  {
    bids = [
      [5, 100_00n],
      [3, 110_00n],
      [2, 120_00n],
    ],
    ...how
  }: How = {},
): Promise<{ made: Made; tenders: string[] }> {
  const made = await callOffIn(world, { closesAt: passed(), ...how });
  const tenders: string[] = [];
  for (const [at, [, unitPence]] of bids.entries()) {
    const bidder = world.bidders[at] ?? (await charity(`Charity ${at + 1}`, world.partId));
    tenders.push(await submitted(made, bidder, { unitPence }));
  }
  await moderatedNow(
    world,
    made,
    bids.map(([points, unitPence], at) => ({ id: tenders[at] ?? "", points, unitPence })),
  );
  return { made, tenders };
}

/** What an officer types to give every lot to one tender. */
export const choicesFor = (made: Made, tenderId: string | null | undefined, more: Record<string, unknown> = {}) =>
  made.lotIds.map((lotId) => ({
    ...{ lotId, tenderId: tenderId ?? "nobody", reason: "It came first by the published criteria." },
    ...more,
  }));

/** Where a call-off stands. */
export const stateOf = async (id: string) =>
  (await db.callOff.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;

/** Approves a proposed award straight in the tables, for every funder, by somebody who did not propose it. */
export async function approvedNow(world: Players, made: Made) {
  await setAsideNow(made.id);
  await db.callOffFunder.updateMany({
    where: { callOffId: made.id, state: "waiting" },
    data: { state: "approved", decidedById: world.approver.id, decidedAt: new Date() },
  });
  await db.callOff.update({ where: { id: made.id }, data: { state: "approved", approvedAt: new Date() } });
}

/** A call-off whose award was proposed for the first tender and approved. */
export async function approvedCallOff(world: Players, how: How = {}) {
  const judged = await judgedCallOff(world, how);
  const choices = choicesFor(judged.made, judged.tenders[0], {
    ...{ considered: ["extend"], singleBid: "The need is urgent.", tieBreak: "It can start earlier." },
  });
  done(await proposeAward(world.commissioner, { id: judged.made.id, lots: choices }));
  await approvedNow(world, judged.made);
  return judged;
}
