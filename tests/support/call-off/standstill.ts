import { priceOfLot } from "@/lib/calloff/open/tender/rules";
import { db } from "@/lib/core/db";
import { addDays, londonDay } from "@/lib/core/values/moment";
import { asDate } from "../world.calloff";
import { setAsideNow } from "./approving";
import { moderatedNow, passed, submitted } from "./tenders";
import { callOffIn, type Made, type Players } from "./world";

type Won = { lotId: string; tenderId: string | null; unitPence: bigint; mobilisationPence?: bigint; vatBp?: number };

/**
 * Brings a moderated call-off to its standstill, straight in the tables: an award for each lot, approved by its funders,
 * with everybody told. The standstill is over yesterday unless `endsOn` says otherwise.
 */
export async function standingStill(
  world: Players,
  made: Made,
  won: readonly Won[],
  { endsOn = addDays(londonDay(new Date()), -1), grant = false } = {},
) {
  const move = (state: "awardProposed" | "approved" | "notified" | "standstill", more = {}) =>
    db.callOff.update({ where: { id: made.id }, data: { state, ...more } });
  const funders = await db.callOffFunder.findMany({ where: { callOffId: made.id }, include: { shares: true } });
  for (const { lotId, tenderId, unitPence, mobilisationPence = 0n, vatBp = 0 } of won) {
    const { pricePence, vatPence, totalPence } = priceOfLot(120, { unitPence, mobilisationPence, vatBp }, { grant });
    await db.lotAward.create({
      data: {
        ...{
          lotId,
          version: 1,
          callOffId: made.id,
          tenderId,
          reason: "It came first.",
          ranking: {},
          concentration: {},
        },
        ...{ pricePence: tenderId ? pricePence : 0n, vatPence: tenderId ? vatPence : 0n },
        ...{ proposedById: world.commissioner.id, proposedAt: new Date() },
      },
    });
    for (const { shares } of funders)
      for (const { funderId, shareBp } of shares.filter((share) => share.lotId === lotId))
        await db.lotShare.update({
          where: { funderId_lotId: { funderId, lotId } },
          data: { awardPence: (totalPence * BigInt(shareBp)) / 10_000n },
        });
  }
  await move("awardProposed", { proposedById: world.commissioner.id, proposedAt: new Date() });
  await setAsideNow(made.id);
  for (const { id, organisationId } of funders) {
    await db.callOffFunder.update({ where: { id }, data: { state: "waiting" } });
    const own = organisationId === world.authorityId;
    await db.callOffFunder.update({
      where: { id },
      data: {
        state: "approved",
        decidedById: own ? world.approver.id : world.funderApprover.id,
        decidedAt: new Date(),
      },
    });
  }
  await move("approved", { approvedAt: new Date() });
  for (const { id } of await db.tender.findMany({ where: { callOffId: made.id, state: "assessed" } }))
    await db.tender.update({
      where: { id },
      data: { state: won.some(({ tenderId }) => tenderId === id) ? "successful" : "unsuccessful" },
    });
  await move("notified", { notifiedAt: new Date() });
  await move("standstill", { noticedAt: new Date(), standstillEndsOn: asDate(endsOn) });
}

type How = Parameters<typeof callOffIn>[1] & {
  vatBp?: number;
  mobilisationPence?: bigint;
  more?: Parameters<typeof submitted>[2];
  endsOn?: string;
};

/** A call-off in its standstill, in which the first charity won every lot and the second lost. */
export async function wonByTheFirst(
  world: Players,
  { vatBp = 2000, mobilisationPence = 0n, more, endsOn, ...how }: How = {},
) {
  const [first, second] = world.bidders;
  if (!first || !second) throw new Error("There are not two bidders.");
  const made = await callOffIn(world, { closesAt: passed(), ...how });
  const tenderId = await submitted(made, first, { unitPence: 100_01n, vatBp, mobilisationPence, ...more });
  const lostId = await submitted(made, second, { unitPence: 123_45n, vatBp });
  await moderatedNow(world, made, [
    { id: tenderId, points: 4, unitPence: 100_01n },
    { id: lostId, points: 3, unitPence: 123_45n },
  ]);
  const won = made.lotIds.map((lotId) => ({ lotId, tenderId, unitPence: 100_01n, mobilisationPence, vatBp }));
  await standingStill(world, made, won, { grant: how.instrument === "grant", ...(endsOn ? { endsOn } : {}) });
  return { ...made, tenderId, lostId, winner: first, loser: second };
}
