import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { askedFor } from "../../market/asked";
import { FindingInput } from "../decision/schema";
import { mayFind } from "../policy";
import { stateWords } from "../words";
import { loadAssessed } from "./step";

/** Records what the assessor found about one condition that was asked; a second finding on the same condition replaces the first. */
export const recordFinding = command({
  event: "application.find",
  input: FindingInput,
  load: loadAssessed,
  allow: mayFind,
  run: async ({ tx, actor, now }, { id, organisationId }, { conditionId, met, note }) => {
    // Held against a decision or a withdrawal that is made in the same moment.
    const [held] = await tx.$queryRaw<{ state: keyof typeof stateWords }[]>`
      select state::text as state from "Application" where id = ${id}::uuid for share`;
    const state = held?.state ?? "withdrawn";
    if (state !== "inReview" && state !== "clarifying")
      refuse("conflict", `This cannot be done now: it is ${stateWords[state].label.toLowerCase()}.`);
    const { band, registerId, parts } = await tx.application.findUniqueOrThrow({
      where: { id },
      select: { band: true, registerId: true, parts: { select: { part: { select: { number: true } } } } },
    });
    const conditions = await tx.condition.findMany({
      where: { id: conditionId, registerId },
      select: { bandFrom: true, partNumbers: true },
    });
    if (askedFor(conditions, { band, partNumbers: parts.map(({ part }) => part.number) }).length === 0)
      refuse("missing", "We could not find that.");
    const found = { met, note, foundById: actor.id ?? "", foundAt: now };
    await tx.conditionFinding.upsert({
      where: { applicationId_conditionId: { applicationId: id, conditionId } },
      create: { applicationId: id, conditionId, ...found },
      update: found,
    });
    return { value: { id }, id, detail: { conditionId, met, organisationId } };
  },
});
