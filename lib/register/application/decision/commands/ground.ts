import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { reference } from "@/lib/reference/queries";
import { loadAssessed } from "../../commands/step";
import { mayFind } from "../../policy";
import { stateWords } from "../../words";
import { GroundFindingInput } from "../schema";
import { hearFirst } from "../words";

/**
 * Records what the assessor found about an exclusion ground: whether it applies, and whether what happened was put right
 * and is not likely to happen again. A ground that was not declared can be found to apply only after the organisation
 * was asked about it and has answered (Procurement Act 2023, s58(2)). A second finding replaces the first.
 */
export const recordGroundFinding = command({
  event: "application.findGround",
  input: GroundFindingInput,
  load: loadAssessed,
  allow: mayFind,
  run: async ({ tx, actor, now }, { id }, { applicationId: _, groundCode, ...found }) => {
    // Held against a decision or a withdrawal that is made in the same moment.
    const [held] = await tx.$queryRaw<{ state: keyof typeof stateWords }[]>`
      select state::text as state from "Application" where id = ${id}::uuid for share`;
    const state = held?.state ?? "withdrawn";
    if (state !== "inReview" && state !== "clarifying")
      refuse("conflict", `This cannot be done now: it is ${stateWords[state].label.toLowerCase()}.`);
    if (!(await reference()).grounds.find(groundCode)) refuse("missing", "We could not find that.");
    const declared = await tx.applicationGround.count({
      where: { applicationId: id, groundCode, groundAnswer: { applies: true } },
    });
    if (found.applies && declared === 0) {
      const heard = await tx.answerQuery.count({
        where: { applicationId: id, about: `ground:${groundCode}`, repliedAt: { not: null } },
      });
      if (heard === 0) refuse("conflict", hearFirst);
    }
    const finding = { ...found, foundById: actor.id ?? "", foundAt: now };
    await tx.groundFinding.upsert({
      where: { applicationId_groundCode: { applicationId: id, groundCode } },
      create: { applicationId: id, groundCode, ...finding },
      update: finding,
    });
    const { applies, selfCleaned } = found;
    return { value: { id }, id, detail: { groundCode, applies, selfCleaned } };
  },
});
