import type { PriceContent, QualityContent } from "@/lib/calloff/open/tender/content";
import { priceOfLot } from "@/lib/calloff/open/tender/rules";
import { sealPrice, sealQuality } from "@/lib/calloff/seal/box";
import { db } from "@/lib/core/db";
import { fingerprint } from "@/lib/core/values/canonical";
import { newId } from "@/lib/core/values/id";
import { type Bidder, type Made, type Players, unconflicted } from "./world";

const DAY = 86_400_000;
let count = 0;

/** What a charity asks for each lot, in pence a week; the same for all lots when one number is given. */
type Asked = {
  unitPence?: bigint;
  mobilisationPence?: bigint;
  vatBp?: number;
  lotIds?: string[];
  text?: string;
  /** What it promises besides its answers. */
  more?: Partial<QualityContent>;
};

/** A tender put straight into the tables as submitted an hour before the close, its content sealed as it would be. */
export async function submitted(
  made: Made,
  bidder: Bidder,
  {
    unitPence = 100_00n,
    vatBp = 0,
    lotIds = made.lotIds,
    text = "We would do it well.",
    mobilisationPence = 0n,
    more = {},
  }: Asked = {},
) {
  const keys = await db.callOffKey.findUniqueOrThrow({ where: { callOffId: made.id } });
  const id = newId();
  const quality: QualityContent = {
    lotIds,
    answers: made.criteria.filter(({ kind }) => kind !== "price").map(({ id: criterionId }) => ({ criterionId, text })),
    offers: [],
    conditions: [],
    partners: [],
    ...more,
  };
  const price: PriceContent = { lots: lotIds.map((lotId) => ({ lotId, unitPence, mobilisationPence, vatBp })) };
  const submittedAt = new Date(Math.min(made.closesAt.getTime() - 3_600_000, Date.now()));
  await db.tender.create({
    data: {
      ...{
        id,
        reference: `TT-2026-${made.id.slice(-6)}${++count}`,
        callOffId: made.id,
        organisationId: bidder.organisationId,
      },
      ...{ state: "submitted", createdById: bidder.editor.id, createdAt: submittedAt, submittedAt, submittedNumber: 1 },
    },
  });
  await db.submission.create({
    data: {
      ...{ tenderId: id, number: 1, hash: fingerprint({ quality, price: String(unitPence) }), submittedAt },
      ...{ sealedQuality: sealQuality(keys, id, quality), sealedPrice: sealPrice(keys, id, price) },
      submittedById: bidder.signatory.id,
    },
  });
  return id;
}

/** A close that has passed, for call-offs whose tenders are put in and then opened. */
export const passed = () => new Date(Date.now() - DAY);

/** Closes and opens a call-off whose close has passed, straight in the tables, by two officers without a conflict. */
export async function openedNow(world: Players, made: Made) {
  await unconflicted(
    made.id,
    world.commissioner,
    world.approver,
    world.one,
    world.two,
    world.moderator,
    world.colleague,
  );
  await db.callOff.update({ where: { id: made.id }, data: { state: "closed", closedAt: made.closesAt } });
  await db.opening.createMany({
    data: [world.commissioner, world.approver].map(({ id: userId }) => ({
      callOffId: made.id,
      userId,
      at: new Date(),
    })),
  });
  await db.callOff.update({ where: { id: made.id }, data: { state: "opened", openedAt: new Date() } });
  for (const { id, submissions } of await db.tender.findMany({
    where: { callOffId: made.id, state: "submitted" },
    select: { id: true, submissions: true },
  })) {
    await db.tender.update({ where: { id }, data: { state: "opened" } });
    if (submissions.length > 0)
      await db.tenderLot.createMany({ data: made.lotIds.map((lotId) => ({ tenderId: id, lotId })) });
  }
}

/** Appoints two evaluators and a moderator, straight into the tables, and begins the scoring. */
export async function scoringNow(world: Players, made: Made) {
  await openedNow(world, made);
  await db.evaluator.createMany({
    data: [world.one, world.two, world.moderator].map(({ id: userId }) => ({
      ...{
        callOffId: made.id,
        userId,
        role: userId === world.moderator.id ? ("moderator" as const) : ("evaluator" as const),
      },
      ...{ appointedById: world.commissioner.id, appointedAt: new Date() },
    })),
  });
  await db.callOff.update({ where: { id: made.id }, data: { state: "evaluating" } });
}

/**
 * Scores and moderates, straight in the tables: `points` gives each tender's consensus for every criterion but price, and
 * `unitPence` what it asked, so that the lots' prices stand as they would.
 */
export async function moderatedNow(
  world: Players,
  made: Made,
  tenders: readonly { id: string; points: number; unitPence: bigint }[],
) {
  await scoringNow(world, made);
  const judged = made.criteria.filter(({ kind }) => kind !== "price");
  for (const { id: tenderId, points, unitPence } of tenders) {
    for (const { id: criterionId } of judged) {
      const said = { tenderId, criterionId, version: 1, score: points, reason: "As agreed." };
      await db.score.createMany({
        data: [world.one, world.two].map(({ id: userId }) => ({ ...said, userId, scoredAt: new Date() })),
      });
      await db.consensus.create({ data: { ...said, byId: world.moderator.id, at: new Date() } });
    }
    const { pricePence, vatPence } = priceOfLot(120, { unitPence, mobilisationPence: 0n, vatBp: 0 });
    await db.tenderLot.updateMany({ where: { tenderId }, data: { pricePence, vatPence } });
    await db.tender.update({ where: { id: tenderId }, data: { state: "assessed" } });
  }
  await db.evaluator.updateMany({ where: { callOffId: made.id }, data: { finishedAt: new Date() } });
  await db.callOff.update({
    where: { id: made.id },
    data: { state: "moderated", lockedAt: new Date(), lockedById: world.moderator.id },
  });
}
