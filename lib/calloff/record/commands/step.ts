import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { refuse, refuseChanged } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import type { CallOffState, EvaluatorRole } from "@/lib/core/prisma/enums";
import { holdAlone } from "../gate";
import { fileVisibleTo, may } from "../policy";
import { callOff } from "../states";
import { problems, stateWords } from "../words";

/** Who moved it there, and when, in the same statement as the state: the database asks for both together. */
const stamps: Partial<Record<CallOffState, (scene: Scene) => Prisma.CallOffUncheckedUpdateManyInput>> = {
  conflictsAssessed: ({ now }) => ({ conflictsAssessedAt: now }),
  published: ({ actor, now }) => ({ publishedById: actor.id, publishedAt: now }),
  closed: ({ now }) => ({ closedAt: now }),
  opened: ({ now }) => ({ openedAt: now }),
  moderated: ({ actor, now }) => ({ lockedById: actor.id, lockedAt: now }),
  awardProposed: ({ actor, now }) => ({ proposedById: actor.id, proposedAt: now }),
  approved: ({ now }) => ({ approvedAt: now }),
  notified: ({ now }) => ({ notifiedAt: now }),
  standstill: ({ now }) => ({ noticedAt: now }),
  concluded: ({ now }) => ({ concludedAt: now }),
  withdrawn: ({ actor, now }) => ({ endedById: actor.id, endedAt: now }),
  cancelled: ({ actor, now }) => ({ endedById: actor.id, endedAt: now }),
  unsuccessful: ({ actor, now }) => ({ endedById: actor.id, endedAt: now }),
};

/** Going back to the moderated scores does not lock them again: the first lock stands. */
const stampOf = (from: CallOffState, to: CallOffState, scene: Scene) =>
  to === "moderated" && from !== "evaluating" ? {} : (stamps[to]?.(scene) ?? {});

/** The one way in which a call-off changes its state. */
export const callOffStep = lifecycle({
  subject: "callOff",
  machine: callOff,
  may,
  words: stateWords,
  move: (tx, id, from, to, scene) =>
    tx.callOff.updateMany({ where: { id, state: from }, data: { ...stampOf(from, to, scene), state: to } }),
});

const held = {
  id: true,
  reference: true,
  organisationId: true,
  state: true,
  version: true,
  instrument: true,
  title: true,
  route: true,
  registerId: true,
  priceMethod: true,
  sharedBy: true,
  startsOn: true,
  endsOn: true,
  extensionMonths: true,
  estimatePence: true,
  clarifyUntil: true,
  closesAt: true,
  standstillDays: true,
  standstillEndsOn: true,
  investorId: true,
  returnCapBp: true,
  createdById: true,
  editedById: true,
  publishedAt: true,
  openedAt: true,
  lockedAt: true,
  proposedById: true,
} satisfies Prisma.CallOffSelect;

/** What stands beside the row: whose it is, and who judges. */
type Beside = {
  organisation: { name: string; isCentral: boolean };
  evaluators: { userId: string; role: EvaluatorRole }[];
};

export type HeldCallOff = Prisma.CallOffGetPayload<{ select: typeof held }> & Beside;

/**
 * A call-off for this command alone: its row is locked until the end, so that whoever acts on it at the same time waits
 * and then reads what we wrote. Every command of the authority on a call-off begins here; budgets come after it.
 */
export async function holdCallOff({ tx, actor }: Pick<Scene, "tx" | "actor">, id: string): Promise<HeldCallOff | null> {
  await holdAlone({ tx }, id);
  const row = await tx.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: held });
  if (!row) return null;
  const [beside] = await tx.$queryRaw<Beside[]>`
    /* planned once */ select json_build_object('name', o."name", 'isCentral', o."isCentral") as organisation, (
      select coalesce(json_agg(json_build_object('userId', e."userId", 'role', e."role") order by e."appointedAt"), '[]')
      from "Evaluator" e where e."callOffId" = ${id}::uuid
    ) as evaluators
    from "Organisation" o where o."id" = ${row.organisationId}::uuid`;
  return beside ? { ...row, ...beside } : null;
}

/**
 * For a change of the draft: refuses what is no longer a draft, and what a colleague has saved since this form was drawn
 * (`now` is what is stored, by field); then counts the version up. Call it before the change is written.
 */
export async function touchDraft(
  { tx, actor }: Scene,
  row: HeldCallOff,
  { version, now }: { version: number; now: Record<string, string> },
) {
  if (row.state !== "draft") refuse("conflict", problems.notDraft);
  if (row.version !== version) {
    const by = await tx.user.findFirst({ where: { id: row.editedById ?? row.createdById }, select: { name: true } });
    refuseChanged({ by: by?.name ?? "A colleague", at: new Date().toISOString(), version: row.version, values: now });
  }
  await tx.callOff.update({
    where: { id: row.id },
    data: { version: { increment: 1 }, editedById: actor.id },
    select: { id: true },
  });
}

/** What this person last declared about conflicts of interest in a call-off: null when they said nothing yet. */
export const declared = ({ tx, actor }: Pick<Scene, "tx" | "actor">, callOffId: string) =>
  tx.callOffDeclaration.findFirst({
    where: { callOffId, userId: actor.id ?? "00000000-0000-0000-0000-000000000000" },
    orderBy: [{ declaredAt: "desc" }, { id: "desc" }],
    select: { conflicted: true },
  });

/** Refuses somebody who declared a conflict of interest, or who has not yet said whether they have one (ss81 to 83). */
export async function refuseConflicted(scene: Scene, callOffId: string) {
  const found = await declared(scene, callOffId);
  if (!found) refuse("conflict", problems.notDeclared);
  if (found?.conflicted) refuse("conflict", problems.conflicted);
}

export const callOffAddress = ({ id }: { id: string }) => `/call-offs/${id}`;
export const opportunityAddress = ({ reference }: { reference: string }) => `/opportunities/${reference}`;
