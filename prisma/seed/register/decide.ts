import { type Member, system } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { decideApplication, proposeDecision } from "@/lib/register/application/commands/decide";
import { recordFinding } from "@/lib/register/application/commands/find";
import { askAbout } from "@/lib/register/application/commands/query";
import { takeApplication } from "@/lib/register/application/commands/take";
import { withdrawApplication } from "@/lib/register/application/commands/withdraw";
import { lapseMembership } from "@/lib/register/membership/commands/lapse";
import { proposeRemoval, removeMembership } from "@/lib/register/membership/commands/removal";
import { representMembership } from "@/lib/register/membership/commands/represent";
import { suspendMembership } from "@/lib/register/membership/commands/suspend";
import { submitService } from "@/lib/register/service/commands/send";
import { makeStale, pauseService, withdrawService } from "@/lib/register/service/commands/stand";
import { startService } from "@/lib/register/service/commands/start";
import { recordCheck } from "@/lib/register/standing/commands/check";
import { act, daysAgo, dayText, inDays, today } from "../play";
import { templates } from "../services";
import { describe } from "./describe";
import type { Ground, Joined } from "./join";

/** What a steward has done with an application of the demo world. */
export type Fate = "admitted" | "refused" | "proposed" | "taken" | "asked" | "withdrawn" | "waiting";

/** An assessor takes an application as far as its fate, as the law allows. */
export async function decide(assessor: Member, joined: Joined, ground: Ground, fate: Fate, when: Date) {
  const { applicationId, actor } = joined;
  if (fate === "waiting") return;
  if (fate === "withdrawn") return act(withdrawApplication, actor, { applicationId }, when);
  await act(takeApplication, assessor, { applicationId }, when);
  if (fate === "taken") return;
  if (fate === "asked") {
    const third = ground.conditions[2];
    const question = "You name a lead for safeguarding. Who does that job when the lead is on leave?";
    return act(askAbout, assessor, { applicationId, about: `condition:${third?.id}`, question }, when);
  }
  const { organisationId } = actor;
  await act(recordCheck, assessor, { organisationId, checkedOn: dayText(when), listed: "no", note: "" }, when);
  const asked = await db.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: {
      answers: { select: { conditionId: true } },
      parts: { select: { partId: true }, orderBy: { part: { number: "asc" } } },
    },
  });
  for (const { id, number } of ground.conditions.filter(({ id }) =>
    asked.answers.some((one) => one.conditionId === id),
  )) {
    const met = !(fate === "refused" && number === 3);
    const note = met ? "" : "The answer does not say what staff do when they are worried about someone.";
    await act(recordFinding, assessor, { applicationId, conditionId: id, met: met ? "yes" : "no", note }, when);
  }
  const admit = "Every condition is met and no exclusion ground applies, so you are admitted (section 36).";
  const refuse =
    "Condition 3 is not met. Say what your staff do when they are worried about someone, then apply again on any day.";
  const parts = asked.parts.map(({ partId }) => ({
    partId,
    decision: fate === "refused" ? "refused" : "admitted",
    codes: fate === "refused" ? ["conditionUnmet", "answerIncomplete"] : ["conditionsMet"],
    reasons: fate === "refused" ? refuse : admit,
  }));
  await act(fate === "proposed" ? proposeDecision : decideApplication, assessor, { applicationId, parts }, when);
}

/** What happened to members afterwards: one of each standing, so that every state can be seen. */
export async function liveOn(
  { assessor, admin }: { assessor: Member; admin: Member },
  admitted: Joined[],
  ground: Ground,
) {
  const [suspended, proposed, removed, lapsed, ...rest] = admitted.slice(-12);
  if (!suspended || !proposed || !removed || !lapsed) throw new Error("Too few members to show every standing.");
  const reason = "The annual return is more than six months late and three letters were not answered.";
  await act(
    suspendMembership,
    assessor,
    { membershipId: await membershipOf(suspended), reason, endsOn: inDays(60) },
    daysAgo(12),
  );
  const removal = {
    ground: "conditions",
    reason: "The safeguarding lead has left and nobody has been named in their place.",
  };
  await act(
    proposeRemoval,
    assessor,
    { membershipId: await membershipOf(proposed), ...removal, endsOn: inDays(20) },
    daysAgo(3),
  );
  await act(
    representMembership,
    proposed.actor,
    {
      membershipId: await membershipOf(proposed),
      text: "Our new lead starts on the first of the month. Until then our chair is the lead, and staff have been told.",
    },
    daysAgo(1),
  );
  const membershipId = await membershipOf(removed);
  await act(proposeRemoval, assessor, { membershipId, ...removal, endsOn: dayText(daysAgo(20)) }, daysAgo(50));
  await act(
    removeMembership,
    admin,
    { membershipId, reason: "No answer came in the time that was given." },
    daysAgo(10),
  );
  await act(
    lapseMembership,
    assessor,
    { membershipId: await membershipOf(lapsed), reason: "The answer about data protection has run out." },
    daysAgo(8),
  );

  const [paused, stale, gone, adding, writing] = rest;
  if (!paused || !stale || !gone || !adding || !writing) throw new Error("Too few members to show every service.");
  await act(pauseService, paused.actor, { serviceId: paused.services[0] }, daysAgo(5));
  await act(makeStale, system, { serviceId: stale.services[0], confirmedBefore: today }, daysAgo(1));
  await act(
    withdrawService,
    gone.actor,
    { serviceId: gone.services[0], reason: "The building we used has been sold." },
    daysAgo(15),
  );
  await addService(adding, ground);
  const partId = ground.parts.get(writing.charity.categories[0] ?? "");
  await act(startService, writing.actor, { partId, title: "An evening service that we are still writing" }, daysAgo(2));
}

/** A member offers something new, which waits for a steward. */
async function addService({ charity, actor }: Joined, ground: Ground) {
  const category = charity.categories[0] ?? "";
  const [template] = templates[category] ?? [];
  if (!template) throw new Error(`There is no service to offer in ${category}.`);
  const again = { ...template, title: `${template.title}: weekends` };
  const serviceId = await describe(actor, { charity, category, template: again, at: 77 }, ground, daysAgo(2));
  const { draft } = await db.service.findUniqueOrThrow({
    where: { id: serviceId },
    select: { draft: { select: { edit: true } } },
  });
  await act(submitService, actor, { serviceId, edit: draft?.edit }, daysAgo(2));
}

export async function membershipOf({ actor }: Joined) {
  const found = await db.membership.findFirstOrThrow({
    where: { organisationId: actor.organisationId },
    select: { id: true },
    orderBy: { part: { number: "asc" } },
  });
  return found.id;
}
