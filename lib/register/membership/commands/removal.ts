import "server-only";
import { day } from "@/lib/core/format";
import { refuse, refuseField } from "@/lib/core/result";
import { firstAnswerDay, mayBeRemoved } from "../rules";
import { ProposeInput, ReasonedInput } from "../schema";
import { groundWords } from "../words";
import { asDate, asDay, load, step, tellMember, today } from "./step";

/** Tells a member why it may be removed from a part, and until when it can answer. Nothing is decided yet. */
export const proposeRemoval = step("proposeRemoval", {
  input: ProposeInput,
  load,
  run: async (scene, row, { ground, reason, endsOn }) => {
    const first = firstAnswerDay(today(scene));
    if (endsOn < first) refuseField("endsOn", `Give time to answer: the last day must be ${day(first)} or later`);
    const said = `${groundWords[ground].label}. ${reason}`;
    await scene.tx.membership.update({ where: { id: row.id }, data: { reason: said, endsOn: asDate(endsOn) } });
    await tellMember(
      scene,
      row,
      `We may remove you from a part: ${row.part.title}`,
      `${said} You can answer until ${day(endsOn)}. Nothing is decided before then.`,
    );
    return { ground, endsOn };
  },
});

/** Removes a member from a part, once the time to answer is over. */
export const removeMembership = step("remove", {
  input: ReasonedInput,
  load,
  run: async (scene, row, { reason }) => {
    const endsOn = asDay(row.endsOn);
    if (!mayBeRemoved(endsOn, today(scene)))
      refuse("conflict", `The organisation can answer until ${day(endsOn ?? today(scene))}. Decide after that day.`);
    await scene.tx.membership.update({ where: { id: row.id }, data: { reason, endsOn: null } });
    await tellMember(scene, row, `Removed: ${row.part.title}`, `${reason} You can apply again on any day.`);
    return { answeredBy: endsOn };
  },
});

/** Keeps a member whose removal was proposed, having heard it. */
export const keepMembership = step("keep", {
  input: ReasonedInput,
  load,
  run: async (scene, row, { reason }) => {
    await scene.tx.membership.update({ where: { id: row.id }, data: { reason: null, endsOn: null } });
    await tellMember(scene, row, `You stay a member: ${row.part.title}`, reason);
    return {};
  },
});
