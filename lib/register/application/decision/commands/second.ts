import "server-only";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { newId } from "@/lib/core/values/id";
import { loadAssessed, step } from "../../commands/step";
import { AgreeInput, DecideInput, DisagreeInput } from "../schema";
import { judged, takeEffect } from "./outcome";

/**
 * A second assessor agrees, and the decision takes effect as it was proposed. Whoever proposed it cannot. It is held
 * against the law once more: what was open when it was proposed may be open no longer.
 */
export const agreeDecision = step("agree", {
  input: AgreeInput,
  load: loadAssessed,
  run: async (scene, row) => {
    const proposed = await scene.tx.applicationPart.findMany({
      where: { applicationId: row.id },
      select: { partId: true, proposed: true, proposedCodes: true, proposedReasons: true },
      orderBy: { part: { number: "asc" } },
    });
    const said = DecideInput.safeParse({
      applicationId: row.id,
      parts: proposed.map(({ partId, proposed: decision, proposedCodes: codes, proposedReasons: reasons }) => ({
        partId,
        decision,
        codes,
        reasons,
      })),
    });
    if (!said.success) return refuse("conflict", "What was proposed is not complete. Send it back.");
    const { found, parts } = await judged(scene, row, said.data.parts);
    await takeEffect(scene, row, found, parts);
    if (row.assessorId)
      await tell(
        scene,
        { userId: row.assessorId },
        {
          title: `Agreed: ${row.organisation.name}`,
          body: `A second assessor agrees with the decision on ${row.reference}. The organisation has been told.`,
          href: `/steward/applications/${row.id}`,
        },
      );
    return {
      proposedById: row.proposedById,
      parts: parts.map(({ partId, decision, codes }) => ({ partId, decision, codes })),
    };
  },
});

/** A second assessor sends a proposed decision back, with the reason as a note inside. Whoever proposed it cannot. */
export const disagreeDecision = step("disagree", {
  input: DisagreeInput,
  load: loadAssessed,
  run: async (scene, row, { reason }) => {
    const { tx, actor, now } = scene;
    await tx.application.update({ where: { id: row.id }, data: { proposedAt: null, proposedById: null } });
    await tx.applicationNote.create({
      data: {
        id: newId(),
        applicationId: row.id,
        text: `Sent back by the second assessor. ${reason}`,
        writtenById: actor.id ?? "",
        writtenAt: now,
      },
    });
    if (row.assessorId)
      await tell(
        scene,
        { userId: row.assessorId },
        {
          title: `Sent back: ${row.organisation.name}`,
          body: `The second assessor does not agree yet. ${reason}`,
          href: `/steward/applications/${row.id}`,
        },
      );
    return { proposedById: row.proposedById };
  },
});
