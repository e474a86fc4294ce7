import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { addNote } from "@/lib/register/application/decision/commands/note";
import { removeDebarred } from "@/lib/register/membership/commands/debarred";
import { leaveMembership } from "@/lib/register/membership/commands/leave";
import { proposeRemoval, removeMembership } from "@/lib/register/membership/commands/removal";
import { recordCheck } from "@/lib/register/standing/commands/check";
import { markReportSent } from "@/lib/register/standing/commands/report";
import { act, daysAgo, dayText } from "../play";
import { membershipOf } from "./decide";
import type { Joined } from "./join";

/** A member that left, one that was debarred, one removed on an exclusion ground and reported, and a note in the office. */
export async function standings({ assessor, admin }: { assessor: Member; admin: Member }, admitted: Joined[]) {
  const [left, debarred, excluded] = admitted.slice(-15, -12);
  if (!left || !debarred || !excluded) throw new Error("Too few members to show how each stands.");
  await act(
    leaveMembership,
    left.actor,
    { membershipId: await membershipOf(left), reason: "We are joining with a larger charity in spring." },
    daysAgo(6),
  );
  const { organisationId } = debarred.actor;
  await act(
    recordCheck,
    assessor,
    {
      organisationId,
      checkedOn: dayText(daysAgo(4)),
      listed: "yes",
      ground: "mandatory",
      entry: "Entry 0007 of this made-up list, until June 2029",
      note: "Found by its charity number.",
    },
    daysAgo(4),
  );
  const reason = "The entry names this charity and its number.";
  await act(removeDebarred, admin, { membershipId: await membershipOf(debarred), reason }, daysAgo(3));

  const membershipId = await membershipOf(excluded);
  const removal = { ground: "excludable", reason: "A court has put the charity into administration." };
  await act(proposeRemoval, assessor, { membershipId, ...removal, endsOn: dayText(daysAgo(30)) }, daysAgo(60));
  await act(
    removeMembership,
    admin,
    { membershipId, reason: "The administrators wrote that its services have ended." },
    daysAgo(25),
  );
  const report = await db.exclusionReport.findFirstOrThrow({ where: { membershipId }, select: { id: true } });
  await act(
    markReportSent,
    admin,
    { reportId: report.id, sentOn: dayText(daysAgo(18)), note: "By e-mail, under the number 2024-118." },
    daysAgo(18),
  );
  const open = await db.application.findFirst({
    where: { state: "inReview" },
    select: { id: true },
    orderBy: { reference: "asc" },
  });
  if (open)
    await act(
      addNote,
      assessor,
      { applicationId: open.id, text: "I have asked the council who runs the building. They write back this week." },
      daysAgo(1),
    );
}
