import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { mayReport, reportsVisibleTo } from "../policy";
import { reportDue } from "../rules";
import { SentInput } from "../schema";

type Exclusion = { organisationId: string; applicationId?: string; membershipId?: string; why: string };

/** Puts the duty to report an exclusion on the stewards' list, within the command that excluded (Procurement Act 2023, s59(2)). */
export async function reportWithin(scene: Scene, exclusion: Exclusion): Promise<void> {
  const { tx, now } = scene;
  const id = newId();
  const dueOn = reportDue(londonDay(now));
  await tx.exclusionReport.create({
    data: { id, ...exclusion, arisenAt: now, dueOn: asDate(dueOn) },
  });
  const { organisationId, applicationId = null, membershipId = null } = exclusion;
  scene.record({
    event: "exclusionReport.arise",
    subject: "exclusionReport",
    subjectId: id,
    detail: { organisationId, applicationId, membershipId, dueOn },
  });
}

/** Marks a report as sent, with the day. Refuses a day to come or before it arose, and a report that was sent already. */
export const markReportSent = command({
  event: "exclusionReport.send",
  input: SentInput,
  load: ({ tx, actor }, { reportId }) =>
    tx.exclusionReport.findFirst({
      where: { id: reportId, AND: reportsVisibleTo(actor) },
      select: { id: true, organisationId: true, arisenAt: true },
    }),
  allow: mayReport,
  run: async ({ tx, actor, now }, { id, organisationId, arisenAt }, { sentOn, note }) => {
    if (sentOn > londonDay(now)) refuseField("sentOn", "The day must be today or before");
    if (sentOn < londonDay(arisenAt)) refuseField("sentOn", "The day cannot be before the decision");
    const { count } = await tx.exclusionReport.updateMany({
      where: { id, sentOn: null },
      data: { sentOn: asDate(sentOn), sentById: actor.id, note },
    });
    if (count === 0) refuse("conflict", "A colleague has already marked this report as sent.");
    return { value: { id }, id, detail: { organisationId, sentOn } };
  },
});
