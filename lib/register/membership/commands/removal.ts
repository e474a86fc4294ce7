import "server-only";
import { refuse, refuseField } from "@/lib/core/door/result";
import { day } from "@/lib/core/values/format";
import { asDate, asDay } from "@/lib/core/values/moment";
import { noticeOfChange } from "../../notice/commands";
import { reportWithin } from "../../standing/commands/report";
import { firstAnswerDay, mayBeRemoved, saidAll } from "../rules";
import { ProposeInput, ReasonedInput } from "../schema";
import { groundWords } from "../words";
import { load, step, tellMember, today } from "./step";

/** Tells a member why it may be removed from a part, and until when it can answer. Nothing is decided yet. */
export const proposeRemoval = step("proposeRemoval", {
  input: ProposeInput,
  load,
  run: async (scene, row, { ground, reason, endsOn }) => {
    const first = firstAnswerDay(today(scene));
    if (endsOn < first) refuseField("endsOn", `Give time to answer: the last day must be ${day(first)} or later`);
    const said = `${groundWords[ground].label}. ${reason}`;
    await scene.tx.membership.update({
      where: { id: row.id },
      data: { reason: said, endsOn: asDate(endsOn), proposedById: scene.actor.id, proposedGround: ground },
    });
    await tellMember(
      scene,
      row,
      `We may remove you from a part: ${row.part.title}`,
      `${said} You can answer until ${day(endsOn)}. Nothing is decided before then, unless you say that you have nothing more to say.`,
    );
    return { ground, endsOn };
  },
});

/**
 * Removes a member from a part, once the time to answer is over or it has said all. Another person proposed it. Where the
 * ground was an exclusion ground, a report is due in 30 days (Procurement Act 2023, s59(2)).
 */
export const removeMembership = step("remove", {
  input: ReasonedInput,
  load,
  run: async (scene, row, { reason }) => {
    const { id, organisationId, partId, part, proposedGround } = row;
    const endsOn = asDay(row.endsOn);
    if (!mayBeRemoved(endsOn, today(scene), saidAll(row.representations, row.changedAt)))
      refuse("conflict", `The organisation can answer until ${day(endsOn ?? today(scene))}. Decide after that day.`);
    await scene.tx.membership.update({ where: { id }, data: { reason, endsOn: null, endedById: scene.actor.id } });
    await tellMember(scene, row, `Removed: ${part.title}`, `${reason} You can apply again on any day.`);
    if (proposedGround === "excluded" || proposedGround === "excludable")
      await reportWithin(scene, {
        organisationId,
        membershipId: id,
        why: `Removed from ${part.title}. ${groundWords[proposedGround].label}. ${reason}`,
      });
    await noticeOfChange(scene, { organisationId, partIds: [partId], joined: false });
    return { answeredBy: endsOn, ground: proposedGround };
  },
});

/** Keeps a member whose removal was proposed, having heard it. */
export const keepMembership = step("keep", {
  input: ReasonedInput,
  load,
  run: async (scene, row, { reason }) => {
    await scene.tx.membership.update({
      where: { id: row.id },
      data: { reason: null, endsOn: null, proposedById: null, proposedGround: null },
    });
    await tellMember(scene, row, `You stay a member: ${row.part.title}`, reason);
    return {};
  },
});
