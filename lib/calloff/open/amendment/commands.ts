import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { moment } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { asDate, asDay, londonDay, londonInstant, londonTime } from "@/lib/core/values/moment";
import { addWorkingDays, workingDaysBetween } from "@/lib/reference/calendar";
import { reference } from "@/lib/reference/queries";
import { lastNotice, noticeOf } from "../../notice/commands";
import { noticeToPublish } from "../../notice/rules";
import { type HeldCallOff, holdCallOff, opportunityAddress } from "../../record/commands/step";
import { mayRun } from "../../record/policy";
import { refuseClosed } from "../clock";
import { concerned, tellProviders } from "../telling";
import { amendmentFaults } from "./rules";
import { AmendInput } from "./schema";

/**
 * Changes an open call-off: in words, and its times. The close never comes earlier; enough working days are left to change
 * a tender. The day of the decision moves with the close. Everyone concerned is told, who declined too, and a notice
 * corrects the one before where the route has a notice. Tenders already submitted stay, and may be replaced.
 */
export const amendCallOff = command({
  event: "callOff.amend",
  input: AmendInput,
  load: (scene, { callOffId }) => holdCallOff(scene, callOffId),
  allow: mayRun,
  run: async (scene, row, typed) => {
    const { tx, actor, now } = scene;
    refuseClosed(row, scene);
    const before = {
      closesAt: row.closesAt ?? refuse("conflict", "This call-off is closed."),
      clarifyUntil: row.clarifyUntil,
    };
    const after = datesOf(before, typed);
    const { holidays } = await reference();
    for (const [field, message] of amendmentFaults(before, after, { now, holidays })) refuseField(field, message);
    const number = 1 + (await tx.amendment.count({ where: { callOffId: row.id } }));
    await tx.amendment.create({
      data: {
        ...{ id: newId(), callOffId: row.id, number, text: typed.text },
        ...{ closesAtBefore: before.closesAt, closesAtAfter: after.closesAt },
        ...{ publishedById: actor.id ?? refuse("forbidden", "You cannot do that."), publishedAt: now },
      },
      select: { id: true },
    });
    await moveDates(scene, row.id, before, after);
    const notice = await correcting(scene, row, [
      typed.text,
      ...(after.closesAt > before.closesAt ? [`Tenders now close on ${moment(after.closesAt)}.`] : []),
    ]);
    const told = await tellProviders(scene, await concerned(scene, row.id, { declined: true }), {
      title: "A call-off was changed",
      body: `"${row.title}" was changed. Tenders close on ${moment(after.closesAt)}. If you have submitted one, it stands, and you may replace it until then.`,
      href: `${opportunityAddress(row)}#amendments`,
    });
    return {
      value: { id: row.id, number, told },
      id: row.id,
      detail: {
        number,
        closesAtBefore: before.closesAt.toISOString(),
        closesAtAfter: after.closesAt.toISOString(),
        notice,
        told,
      },
    };
  },
});

type Dates = { closesAt: Date; clarifyUntil: Date | null };

/** A day without a time keeps the time of day that it had. */
function datesOf(
  before: Dates,
  typed: Pick<AmendInput, "closesOn" | "closesTime" | "clarifyOn" | "clarifyTime">,
): Dates {
  const { closesOn, closesTime, clarifyOn, clarifyTime } = typed;
  const clarifyBefore = before.clarifyUntil ?? before.closesAt;
  return {
    closesAt: closesOn ? londonInstant(closesOn, closesTime ?? londonTime(before.closesAt)) : before.closesAt,
    clarifyUntil: clarifyOn ? londonInstant(clarifyOn, clarifyTime ?? londonTime(clarifyBefore)) : before.clarifyUntil,
  };
}

/** The decision keeps its distance from the close, in working days. */
async function moveDates({ tx }: Scene, id: string, before: Dates, after: Dates) {
  const { holidays } = await reference();
  const { decideOn } = await tx.callOff.findUniqueOrThrow({ where: { id }, select: { decideOn: true } });
  const [from, to] = [londonDay(before.closesAt), londonDay(after.closesAt)];
  const later = decideOn && from !== to ? workingDaysBetween(from, asDay(decideOn), holidays) : null;
  await tx.callOff.update({
    where: { id },
    data: {
      ...after,
      ...(later === null ? {} : { decideOn: asDate(addWorkingDays(to, Math.max(1, later), holidays)) }),
    },
    select: { id: true },
  });
}

async function correcting(scene: Scene, row: HeldCallOff, lines: string[]): Promise<string | null> {
  const kind = row.route && noticeToPublish[row.route];
  if (!kind) return null;
  const corrects = await lastNotice(scene, kind, row.id);
  const { reference: made } = await noticeOf(scene, kind, row.id, [{ title: "What changed", lines }], { corrects });
  return made;
}
