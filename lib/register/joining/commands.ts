import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import type { Prisma } from "@/lib/core/prisma/client";
import { newId } from "@/lib/core/values/id";
import { seatWithin } from "@/lib/identity/commands/seats";
import { may, mayAsk, visibleTo } from "./policy";
import { AnswerInput, AskInput, RefuseInput } from "./schema";
import { joinRequest } from "./states";
import { refusalWords, stateWords, toldWords } from "./words";

/**
 * Asks for a seat at a provider that is here already; its signatories are told. Whoever asks again while the first request
 * waits gets the same answer, and nobody is told twice. Refuses somebody who has a seat there.
 */
export const askToJoin = command({
  event: "joinRequest.ask",
  input: AskInput,
  load: async ({ tx, actor }, { organisationId }) => {
    // Held until commit, so that the same person pressing twice asks once.
    const held = await tx.$queryRaw<{ id: string }[]>`
      select "id" from "Organisation" where "id" = ${organisationId}::uuid and "kind" = 'provider' and "validTo" is null for update`;
    const person = await tx.user.findFirst({
      where: { id: { in: actor.id === null ? [] : [actor.id] }, disabledAt: null },
      select: { id: true },
    });
    return held.length > 0 && person ? { organisationId, userId: person.id } : null;
  },
  allow: mayAsk,
  run: async (scene, { organisationId, userId }, { message }) => {
    const { tx, now } = scene;
    if ((await tx.seat.count({ where: { organisationId, userId } })) > 0) refuse("conflict", refusalWords.here);
    const waiting = await tx.joinRequest.findFirst({
      where: { organisationId, userId, state: "waiting" },
      select: { id: true },
    });
    if (waiting) return { value: { asked: true }, id: waiting.id, detail: { organisationId, again: true } };
    const id = newId(now.getTime());
    await tx.joinRequest.create({ data: { id, organisationId, userId, message, askedAt: now }, select: { id: true } });
    const { name } = await organisationOf(scene, organisationId);
    await tell(
      scene,
      { organisationId, roles: ["signatory"] },
      { ...toldWords.asked(name), href: `/organisation/requests/${id}` },
    );
    return { value: { asked: true }, id, detail: { organisationId, again: false } };
  },
});

const facts = { id: true, organisationId: true, userId: true, state: true } satisfies Prisma.JoinRequestSelect;

const load = ({ tx, actor }: Scene, { requestId }: { requestId: string }) =>
  tx.joinRequest.findFirst({ where: { AND: [visibleTo(actor), { id: requestId }] }, select: facts });

const step = lifecycle({
  subject: "joinRequest",
  machine: joinRequest,
  may,
  words: stateWords,
  move: (tx, id, from, to, { actor, now }) =>
    tx.joinRequest.updateMany({
      where: { id, state: from },
      data: { state: to, answeredAt: now, ...(to === "withdrawn" ? {} : { answeredById: actor.id }) },
    }),
});

/** Gives whoever asked a seat as an editor, and tells them. */
export const approveRequest = step("approve", {
  input: AnswerInput,
  load,
  run: async (scene, { organisationId, userId }) => {
    await seatWithin(scene, { userId, organisationId, roles: ["editor"] });
    const { name } = await organisationOf(scene, organisationId);
    await tell(scene, { userId }, { ...toldWords.approved(name), href: "/switch" });
    return { organisationId, userId };
  },
});

/** Says no, with a reason that whoever asked reads. */
export const refuseRequest = step("refuse", {
  input: RefuseInput,
  load,
  run: async (scene, { id, organisationId, userId }, { reason }) => {
    await scene.tx.joinRequest.updateMany({ where: { id }, data: { reason } });
    const { name } = await organisationOf(scene, organisationId);
    await tell(scene, { userId }, { ...toldWords.refused(name, reason), href: "/join/organisation/asked" });
    return { organisationId, userId };
  },
});

/** Takes one's own request back while it waits. */
export const withdrawRequest = step("withdraw", {
  input: AnswerInput,
  load,
  run: async (_scene, { organisationId }) => ({ organisationId }),
});

const organisationOf = ({ tx }: Scene, id: string) =>
  tx.organisation.findUniqueOrThrow({ where: { id }, select: { name: true } });
