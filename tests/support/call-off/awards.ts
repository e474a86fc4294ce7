import { db } from "@/lib/core/db";
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
