import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { callOffStep, holdCallOff, refuseConflicted, touchDraft } from "../../record/commands/step";
import { mayRun } from "../../record/policy";
import { readyFacts } from "../../record/queries/ready";
import { refuseUnlawfulRoute } from "../../route/commands";
import { askFunders, unaskFunders } from "../funding/commands/agree";
import { sharesChanged } from "../funding/commands/shares";
import { notReady } from "../need/rules";
import { mayDeclare } from "./policy";
import { AssessmentInput, DeclarationInput, ReviseInput, StepInput } from "./schema";
import { problems } from "./words";

/** Writes down what was considered about conflicts of interest, and what was done about them (ss81 to 83). Only of a draft. */
export const saveConflictsAssessment = command({
  event: "callOff.saveConflicts",
  input: AssessmentInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async (scene, row, { version, assessment }) => {
    const before = await assessmentOf(scene, row.id);
    await touchDraft(scene, row, { version, now: { assessment: before } });
    await scene.tx.callOff.update({
      where: { id: row.id },
      data: { conflictsAssessment: assessment },
      select: { id: true },
    });
    return { value: { id: row.id }, id: row.id, detail: { words: assessment.split(/\s+/).length } };
  },
});

async function assessmentOf({ tx }: Scene, id: string): Promise<string> {
  const { conflictsAssessment } = await tx.callOff.findUniqueOrThrow({
    where: { id },
    select: { conflictsAssessment: true },
  });
  return conflictsAssessment;
}

async function holdWithParts(scene: Scene, id: string) {
  const row = await holdCallOff(scene, id);
  if (!row) return null;
  const funders = await scene.tx.callOffFunder.findMany({
    where: { callOffId: id },
    select: { organisationId: true },
    take: 100,
  });
  return { ...row, funders };
}

/** Says whether one has a conflict of interest in a call-off, and which. It can be said again at any time; the newest counts. */
export const declareForCallOff = command({
  event: "callOff.declare",
  input: DeclarationInput,
  load: (scene, { id }) => holdWithParts(scene, id),
  allow: mayDeclare,
  run: async ({ tx, actor, now }, row, { conflict, detail }) => {
    const userId = actor.id ?? refuse("forbidden", "You cannot do that.");
    const conflicted = conflict === "conflict";
    await tx.callOffDeclaration.create({
      data: {
        id: newId(),
        callOffId: row.id,
        userId,
        conflicted,
        detail: conflicted ? detail : "",
        declaredAt: now,
      },
      select: { id: true },
    });
    return { value: { id: row.id }, id: row.id, detail: { conflicted } };
  },
});

/**
 * Says that conflicts are assessed, before any notice. It asks every funder to agree in principle; when all had agreed before
 * and nothing changed for them, the call-off is ready to publish at once. Refuses a draft with anything missing.
 */
export const assessConflicts = callOffStep("assessConflicts", {
  input: StepInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row) => {
    if ((await assessmentOf(scene, row.id)).trim() === "") refuse("conflict", problems.noAssessment);
    await refuseConflicted(scene, row.id);
    await sharesChanged(scene, row.id);
    const facts = await readyFacts(scene.actor, row.id, { tx: scene.tx, on: londonDay(scene.now) });
    const [first] = facts ? notReady(facts) : [];
    if (first) refuse("conflict", first);
    await refuseUnlawfulRoute(scene, row);
    await askFunders(scene, row);
    return { route: row.route };
  },
});

/** Goes back to the draft, with a reason. Funders who agreed stay agreed, unless their share changes. */
export const reviseCallOff = callOffStep("revise", {
  input: ReviseInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row, { reason }) => {
    await unaskFunders(scene, row.id);
    return { reason };
  },
});
