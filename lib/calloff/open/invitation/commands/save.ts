import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { holdCallOff } from "../../../record/commands/step";
import { mayRun } from "../../../record/policy";
import { matchesWithin } from "../matching";
import { SaveInvitationsInput } from "../schema";
import { invitationProblems as problems } from "../words";

/**
 * Writes down, before publication, which matches are left out, each with a reason, and who is invited besides, each with
 * why. It replaces what was written before. Everyone else who matches at the moment of publication is invited by itself.
 * Refuses an organisation that is unknown, no provider, or named twice, and anything once the call-off is published.
 */
export const saveInvitations = command({
  event: "callOff.saveInvitations",
  input: SaveInvitationsInput,
  load: (scene, { callOffId }) => holdCallOff(scene, callOffId),
  allow: mayRun,
  run: async (scene, row, { matches: typed, added }) => {
    const { tx, now } = scene;
    if (!["draft", "conflictsAssessed", "funded"].includes(row.state)) refuse("conflict", problems.published);
    const matches = await matchesWithin(tx, row.id);
    const known = new Set(matches.map(({ organisationId }) => organisationId));
    const leftOut = typed.flatMap(({ organisationId, invite, reason }) =>
      !invite && reason && known.has(organisationId) ? [{ callOffId: row.id, organisationId, reason }] : [],
    );
    const more = await addedBy(scene, added);
    const out = new Set(leftOut.map(({ organisationId }) => organisationId));
    for (const { at, organisationId } of more)
      if (out.has(organisationId)) refuseField(`added.${at}.who`, problems.twice);
    await tx.leftOut.deleteMany({ where: { callOffId: row.id } });
    await tx.invitation.deleteMany({ where: { callOffId: row.id } });
    await tx.leftOut.createMany({ data: leftOut, skipDuplicates: true });
    await tx.invitation.createMany({
      data: more.map(({ organisationId, because }) => ({
        ...{ id: newId(), callOffId: row.id, organisationId, because, invitedAt: now },
        lotNumbers: matches.find((match) => match.organisationId === organisationId)?.lotNumbers ?? [],
      })),
    });
    return { value: { id: row.id }, id: row.id, detail: { leftOut: leftOut.length, added: more.length } };
  },
});

type Typed = readonly { who: string | null; because: string | null }[];

/** The organisations that were typed by name or reference, in the order of the rows. */
async function addedBy({ tx }: Scene, added: Typed) {
  const found: { at: number; organisationId: string; because: string }[] = [];
  for (const [at, { who, because }] of added.entries()) {
    if (!who) continue;
    const [one, ...others] = await tx.organisation.findMany({
      where: {
        kind: "provider",
        OR: [{ reference: { equals: who, mode: "insensitive" } }, { name: { equals: who, mode: "insensitive" } }],
      },
      select: { id: true },
      take: 2,
    });
    if (!one || others.length > 0) return refuseField(`added.${at}.who`, problems.unknown);
    if (found.some(({ organisationId }) => organisationId === one.id))
      return refuseField(`added.${at}.who`, problems.twice);
    found.push({ at, organisationId: one.id, because: because ?? "" });
  }
  return found;
}
