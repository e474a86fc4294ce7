import "server-only";
import type { Scene } from "@/lib/core/command";
import { newId } from "@/lib/core/id";
import { nextReview } from "../rules";
import { asDate, step, today } from "./step";

/**
 * Begins a membership as a part of a decision: new, or again for whoever had lapsed or been removed. A membership that
 * stands, or that is suspended or in question, is left as it is.
 */
export async function admitWithin(scene: Scene, { organisationId, partId, applicationId }: Admission): Promise<void> {
  const { tx, now } = scene;
  const reviewDueOn = asDate(nextReview(today(scene)));
  const before = await tx.membership.findUnique({
    where: { organisationId_partId: { organisationId, partId } },
    select: { id: true, state: true },
  });
  if (!before) {
    const id = newId();
    await tx.membership.create({ data: { id, organisationId, partId, since: now, changedAt: now, reviewDueOn } });
    scene.record({
      event: "membership.begin",
      subject: "membership",
      subjectId: id,
      detail: { to: "active", partId, applicationId },
    });
    return;
  }
  if (before.state !== "lapsed" && before.state !== "removed") return;
  await step.within(scene, before.state === "lapsed" ? "renew" : "readmit", before, { partId, applicationId });
  await tx.membership.update({
    where: { id: before.id },
    data: { since: now, reason: null, endsOn: null, reviewDueOn },
  });
}

type Admission = { organisationId: string; partId: string; applicationId: string };
