import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { newId } from "@/lib/core/values/id";
import { asDate } from "@/lib/core/values/moment";
import { nextReview } from "../rules";
import { step, today } from "./step";

type Admission = { organisationId: string; partId: string; applicationId: string; band: number };

/**
 * Begins a membership up to a value band, as a part of a decision: new, or again for whoever had lapsed, left or been
 * removed. A membership that stands, or that is suspended or in question, keeps its standing and is raised to the band.
 * Gives whether somebody joined, which is what a notice says; the decision publishes one for all its parts.
 */
export async function admitWithin(scene: Scene, admission: Admission): Promise<boolean> {
  const { organisationId, partId, applicationId, band } = admission;
  const { tx, now } = scene;
  const reviewDueOn = asDate(nextReview(today(scene)));
  const before = await tx.membership.findUnique({
    where: { organisationId_partId: { organisationId, partId } },
    select: { id: true, state: true, band: true },
  });
  if (!before) {
    const id = newId();
    await tx.membership.create({ data: { id, organisationId, partId, band, since: now, changedAt: now, reviewDueOn } });
    scene.record({
      event: "membership.begin",
      subject: "membership",
      subjectId: id,
      detail: { to: "active", partId, applicationId, band },
    });
    return true;
  }
  if (before.state === "lapsed" || before.state === "removed" || before.state === "left") {
    await step.within(scene, before.state === "lapsed" ? "renew" : "readmit", before, { partId, applicationId, band });
    await tx.membership.update({
      where: { id: before.id },
      data: {
        band,
        since: now,
        reason: null,
        endsOn: null,
        reviewDueOn,
        proposedById: null,
        proposedGround: null,
        endedById: null,
      },
    });
    return true;
  }
  await raise(scene, { ...before, to: band, applicationId });
  return false;
}

/** Lifts the value band of a membership that stands; a lower band changes nothing. */
async function raise(
  { tx, record }: Scene,
  { id, band, to, applicationId }: { id: string; band: number; to: number; applicationId: string },
) {
  const { count } = await tx.membership.updateMany({ where: { id, band: { lt: to } }, data: { band: to } });
  if (count > 0)
    record({
      event: "membership.raise",
      subject: "membership",
      subjectId: id,
      detail: { from: band, to, applicationId },
    });
}
