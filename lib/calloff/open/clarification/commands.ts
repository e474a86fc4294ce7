import "server-only";
import { holds } from "@/lib/core/actor";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { newId } from "@/lib/core/values/id";
import { holdCallOff, opportunityAddress } from "../../record/commands/step";
import { mayRun } from "../../record/policy";
import { holdOpen, refuseClosed } from "../clock";
import { concerned, tellProviders } from "../telling";
import { AnswerInput, AskInput } from "./schema";
import { clarificationProblems as problems } from "./words";

/**
 * Asks a question about an open call-off, until the time for questions ends by the database's clock. Who asked is shown to
 * nobody. The authority's commissioners are told that there is one.
 */
export const askQuestion = command({
  event: "clarification.ask",
  input: AskInput,
  load: (scene, { callOffId }) => holdOpen(scene, callOffId, { alone: true }),
  allow: (actor) => holds(actor, "provider", "signatory", "editor"),
  run: async (scene, row, { question }) => {
    const { tx, actor, now } = scene;
    refuseClosed(row, scene);
    if (!row.clarifyUntil || now >= row.clarifyUntil) refuse("conflict", problems.late);
    const organisationId = actor.organisationId ?? refuse("forbidden", "You cannot do that.");
    const askedById = actor.id ?? refuse("forbidden", "You cannot do that.");
    const id = newId();
    const number = 1 + (await tx.clarification.count({ where: { callOffId: row.id } }));
    await tx.clarification.create({
      data: { id, callOffId: row.id, number, organisationId, askedById, question, askedAt: now },
      select: { id: true },
    });
    await tell(
      scene,
      { organisationId: row.organisationId, roles: ["commissioner"] },
      {
        title: "Somebody asked a question",
        body: `There is a new question about "${row.title}". Answer it for everyone.`,
        href: `/call-offs/${row.id}/clarifications`,
      },
    );
    return { value: { id, number }, id, detail: { callOffId: row.id, number } };
  },
});

/** Answers a question, for everyone, until the close. An answer is given once; what must change later is an amendment. */
export const answerQuestion = command({
  event: "clarification.answer",
  input: AnswerInput,
  load: async (scene, { id }) => {
    const asked = await scene.tx.clarification.findUnique({ where: { id }, select: { callOffId: true } });
    return asked && holdCallOff(scene, asked.callOffId);
  },
  allow: mayRun,
  run: async (scene, row, { id, answer }) => {
    const { tx, actor, now } = scene;
    refuseClosed(row, scene);
    const { count } = await tx.clarification.updateMany({
      where: { id, answer: null },
      data: { answer, answeredById: actor.id, answeredAt: now },
    });
    if (count === 0) refuse("conflict", problems.answered);
    const told = await tellProviders(scene, await concerned(scene, row.id), {
      title: "A question was answered",
      body: `There is a new answer about "${row.title}".`,
      href: `${opportunityAddress(row)}#questions`,
    });
    return { value: { id: row.id, told }, id, detail: { callOffId: row.id, told } };
  },
});
