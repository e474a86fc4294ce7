import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { refuse } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import type { FundingState } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { declared, type HeldCallOff, holdCallOff } from "../../../record/commands/step";
import { problems as recordProblems } from "../../../record/words";
import { may } from "../policy";
import { funding } from "../states";
import { problems, stateWords } from "../words";

const undecided = { decidedById: null, decidedAt: null, reason: null };

/** Who answered, and when, in the same statement as the answer. A question that is taken back takes its answer with it. */
function stampOf(
  from: FundingState,
  to: FundingState,
  { actor, now }: Scene,
): Prisma.CallOffFunderUncheckedUpdateManyInput {
  if (to === "listed") return { agreedById: null, agreedAt: null, ...undecided };
  if (to === "agreed" && from === "asked") return { agreedById: actor.id, agreedAt: now, ...undecided };
  if (to === "agreed" || to === "waiting" || to === "asked") return undecided;
  return { decidedById: actor.id, decidedAt: now };
}

/** The one way in which a funder's part changes its state. */
export const fundingStep = lifecycle({
  subject: "funding",
  machine: funding,
  may,
  words: stateWords,
  move: (tx, id, from, to, scene) =>
    tx.callOffFunder.updateMany({ where: { id, state: from }, data: { ...stampOf(from, to, scene), state: to } }),
});

const held = {
  id: true,
  callOffId: true,
  organisationId: true,
  number: true,
  state: true,
  organisation: { select: { name: true } },
  shares: { select: { lotId: true, shareBp: true, sharePence: true, awardPence: true } },
} satisfies Prisma.CallOffFunderSelect;

export type HeldFunder = Prisma.CallOffFunderGetPayload<{ select: typeof held }>;

/** The funders of a call-off that is held, the lead authority first. */
export const fundersOf = ({ tx }: Pick<Scene, "tx">, callOffId: string): Promise<HeldFunder[]> =>
  tx.callOffFunder.findMany({ where: { callOffId }, select: held, orderBy: { number: "asc" }, take: 100 });

/** The part of the actor's own organisation in a call-off, with the call-off locked. */
export async function holdPart(scene: Scene, callOffId: string) {
  const callOff = await holdCallOff(scene, callOffId);
  if (!callOff) return null;
  const funders = await fundersOf(scene, callOffId);
  const own = funders.find(({ organisationId }) => organisationId === scene.actor.organisationId);
  return own ? { ...own, callOff, others: funders.filter(({ id }) => id !== own.id) } : null;
}

/** Refuses somebody who declared a conflict; remembers of somebody who said nothing yet that they say they have none. */
export async function declareNone(scene: Scene, { id: callOffId }: Pick<HeldCallOff, "id">) {
  const userId = scene.actor.id ?? refuse("forbidden", "You cannot do that.");
  const before = await declared(scene, callOffId);
  if (before?.conflicted) refuse("conflict", recordProblems.conflicted);
  if (before) return;
  await scene.tx.callOffDeclaration.create({
    data: { id: newId(), callOffId, userId, conflicted: false, declaredAt: scene.now },
    select: { id: true },
  });
}

/** Refuses to ask a body in which nobody could answer: each needs an approver. */
export async function refuseAlone({ tx }: Scene, { organisationId, organisation }: HeldFunder) {
  const approver = await tx.seat.findFirst({
    where: { organisationId, role: "approver", user: { disabledAt: null } },
    select: { userId: true },
  });
  if (!approver) refuse("conflict", problems.alone(organisation.name));
}
