import "server-only";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { type Judged, judged, takeEffect } from "../decision/commands/outcome";
import { DecideInput } from "../decision/schema";
import { loadAssessed, step } from "./step";

/** What the audit keeps of a decision: what was open, what was chosen and the codes of the reasons; never the words. */
const kept = (parts: readonly Judged[]) =>
  parts.map(({ partId, decision, codes, offer }) => ({ partId, decision, codes, offer: offer.kind }));

/**
 * Decides every part of an application, with reasons. Membership begins for each part admitted and its services are
 * published; the services of a part refused go back to be changed; the applicant is told. Refuses an outcome that the
 * law does not leave open, a decision that leaves a part out, and one that a second assessor has to agree with.
 */
export const decideApplication = step("decide", {
  input: DecideInput,
  load: loadAssessed,
  run: async (scene, row, { parts: said }) => {
    const { found, parts } = await judged(scene, row, said);
    if (found.needsSecond)
      refuse("conflict", "A second assessor has to agree with this decision. Propose it, and a colleague looks at it.");
    await takeEffect(scene, row, found, parts);
    return { parts: kept(parts) };
  },
});

/** Proposes a decision that a second assessor has to agree with. Nothing takes effect, and the applicant is not told, before that. */
export const proposeDecision = step("propose", {
  input: DecideInput,
  load: loadAssessed,
  run: async (scene, row, { parts: said }) => {
    const { tx, actor, now } = scene;
    const { found, parts } = await judged(scene, row, said);
    if (!found.needsSecond) refuse("conflict", "No second assessor is needed here. Decide it.");
    for (const { partId, decision, codes, reasons } of parts)
      await tx.applicationPart.update({
        where: { applicationId_partId: { applicationId: row.id, partId } },
        data: { proposed: decision, proposedCodes: codes, proposedReasons: reasons },
      });
    await tx.application.update({ where: { id: row.id }, data: { proposedAt: now, proposedById: actor.id } });
    const offices = await tx.organisation.findMany({ where: { kind: "steward" }, select: { id: true } });
    for (const office of offices)
      await tell(
        scene,
        { organisationId: office.id, roles: ["assessor", "admin"] },
        {
          title: `A second assessor is needed: ${row.organisation.name}`,
          body: `A decision on ${row.reference} has been proposed. Another assessor agrees, or sends it back.`,
          href: `/steward/applications/${row.id}`,
        },
      );
    return { parts: kept(parts) };
  },
});
