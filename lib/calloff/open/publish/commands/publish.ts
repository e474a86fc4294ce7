import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import type { Statement } from "@/lib/register/notice/facts";
import { earliestClose } from "../../../before/timetable/rules";
import { noticeOf } from "../../../notice/commands";
import { noticeToPublish } from "../../../notice/rules";
import {
  callOffStep,
  type HeldCallOff,
  holdCallOff,
  opportunityAddress,
  refuseConflicted,
} from "../../../record/commands/step";
import { advertised, mayRun } from "../../../record/policy";
import { readyFacts } from "../../../record/queries/ready";
import { refuseUnlawfulRoute } from "../../../route/commands";
import { newKeys } from "../../../seal/box";
import { matchesWithin } from "../../invitation/matching";
import { invitationFault, oneChosen } from "../../invitation/rules";
import { becauseWords, invitationProblems } from "../../invitation/words";
import { tellPeople, tellProviders } from "../../telling";
import { notPublishable } from "../rules";
import { PublishInput } from "../schema";
import { publishProblems as problems, statementWords as say, toldWords } from "../words";

/**
 * Publishes a call-off whose funders agreed in principle: makes the keys that its tenders are sealed with, invites every
 * match that was not left out, publishes the notice that its route owes, and tells those invited and those who watch for
 * such work. Refuses what is not ready, a close that leaves too little time from now, a route on which the wrong number is
 * invited (`fewReason` allows fewer than three quotes), and whoever has or has not declared a conflict of interest.
 */
export const publishCallOff = callOffStep("publish", {
  input: PublishInput,
  // What is missing is said in words before the state moves: from there on the database refuses, and cannot say what.
  load: async (scene, { id }) => {
    const row = await holdCallOff(scene, id);
    if (row?.state === "funded" && mayRun(scene.actor, row)) await refuseUnready(scene, row);
    return row;
  },
  run: async (scene, row, { fewReason }) => {
    const { tx, now } = scene;
    const closesAt = row.closesAt ?? refuse("conflict", problems.noClose);
    await tx.callOffKey.create({
      data: { callOffId: row.id, ...newKeys(row.id), madeAt: now },
      select: { callOffId: true },
    });
    const invited = await inviteAll(scene, row);
    const fault = invitationFault(row.route, invited.length, fewReason);
    if (fault === "few") refuseField("fewReason", invitationProblems.few);
    if (fault) refuse("conflict", invitationProblems[fault]);
    if (fewReason) await explain(scene, row, fewReason);
    const kind = row.route && noticeToPublish[row.route];
    const notice = kind ? await noticeOf(scene, kind, row.id, await statementsOf(scene, row)) : null;
    await tellProviders(scene, invited, {
      title: toldWords.invitedTitle,
      body: toldWords.invited(row.title, closesAt),
      href: opportunityAddress(row),
    });
    const watching = await tellWatchers(scene, row, invited, closesAt);
    return { route: row.route, invited: invited.length, watching, notice: notice?.reference ?? null };
  },
});

/** Refuses what is not ready, or leaves too little time. */
async function refuseUnready(scene: Scene, row: HeldCallOff) {
  const { now } = scene;
  await refuseConflicted(scene, row.id);
  if (!row.route) refuse("conflict", problems.noRoute);
  const closesAt = row.closesAt ?? refuse("conflict", problems.noClose);
  if (row.clarifyUntil && row.clarifyUntil <= now) refuse("conflict", problems.questionsOver);
  const today = londonDay(now);
  const facts = await readyFacts(scene.actor, row.id, { tx: scene.tx, on: today });
  if (!facts?.timetable) return refuse("conflict", problems.noClose);
  const earliest = earliestClose(today, facts.law);
  if (closesAt < earliest || closesAt <= now) refuse("conflict", problems.tooSoon(earliest));
  const missing = notPublishable(facts, today);
  if (missing.length > 0) refuse("conflict", problems.notReady(missing));
  await refuseUnlawfulRoute(scene, row);
}

/** Invites those who match and were not left out, beside those who were added before. Gives everyone who is invited. */
async function inviteAll({ tx, now }: Scene, row: HeldCallOff): Promise<string[]> {
  const of = { where: { callOffId: row.id }, select: { organisationId: true } };
  const leftOut = await tx.leftOut.findMany(of);
  const before = await tx.invitation.findMany(of);
  const known = new Set([...leftOut, ...before].map(({ organisationId }) => organisationId));
  const matches = row.route && oneChosen.includes(row.route) ? [] : await matchesWithin(tx, row.id);
  const more = matches.filter(({ organisationId }) => !known.has(organisationId));
  await tx.invitation.updateMany({ where: { callOffId: row.id }, data: { invitedAt: now } });
  await tx.invitation.createMany({
    data: more.map(({ organisationId, lotNumbers }) => ({
      ...{ id: newId(), callOffId: row.id, organisationId, lotNumbers },
      ...{ because: becauseWords.match, invitedAt: now },
    })),
  });
  return [...before, ...more].map(({ organisationId }) => organisationId);
}

/** Why few were invited stands with the reasons for the route. */
async function explain({ tx }: Scene, { id }: HeldCallOff, fewReason: string) {
  const { routeReason } = await tx.callOff.findUniqueOrThrow({ where: { id }, select: { routeReason: true } });
  await tx.callOff.update({
    where: { id },
    data: { routeReason: [routeReason, fewReason].filter(Boolean).join("\n\n") },
    select: { id: true },
  });
}

async function statementsOf({ tx }: Scene, { id, route }: HeldCallOff): Promise<Statement[]> {
  const { routeReason, conditions, invitations } = await tx.callOff.findUniqueOrThrow({
    where: { id },
    select: {
      routeReason: true,
      conditions: { select: { title: true, text: true }, orderBy: { number: "asc" } },
      invitations: { select: { organisation: { select: { name: true, reference: true } } }, take: 1 },
    },
  });
  if (route === "directAward")
    return [
      {
        title: say.supplier,
        lines: invitations.map(({ organisation: { name, reference: code } }) => `${name} (${code})`),
      },
      { title: say.why, lines: [routeReason] },
    ];
  return [
    { title: say.how, lines: say.howLines(route === "marketCompetition" ? "market" : "open") },
    ...(conditions.length > 0
      ? [{ title: say.conditions, lines: conditions.map(({ title, text }) => `${title}. ${text}`) }]
      : []),
  ];
}

/** Tells those who watch for such work, and were not invited. Only of what everybody may see. */
async function tellWatchers(
  scene: Scene,
  row: HeldCallOff,
  invited: readonly string[],
  closesAt: Date,
): Promise<number> {
  if (!row.route || !advertised.includes(row.route)) return 0;
  const { places } = await reference();
  const lots = await scene.tx.lot.findMany({
    where: { callOffId: row.id },
    select: { categoryCode: true, placeCodes: true },
  });
  const watches = await scene.tx.opportunityWatch.findMany({
    where: {
      organisationId: { notIn: [...invited] },
      OR: [{ categoryCodes: { isEmpty: true } }, { categoryCodes: { hasSome: lots.map((lot) => lot.categoryCode) } }],
    },
    select: { userId: true, categoryCodes: true, placeCodes: true },
    orderBy: { userId: "asc" },
  });
  const fits = watches.filter(({ categoryCodes, placeCodes }) =>
    lots.some(
      (lot) =>
        (categoryCodes.length === 0 || categoryCodes.includes(lot.categoryCode)) &&
        (placeCodes.length === 0 ||
          placeCodes.some((code) => lot.placeCodes.some((place) => places.around(code).includes(place)))),
    ),
  );
  return tellPeople(
    scene,
    fits.map(({ userId }) => userId),
    {
      title: toldWords.watchTitle,
      body: toldWords.watch(row.title, closesAt),
      href: opportunityAddress(row),
    },
  );
}
