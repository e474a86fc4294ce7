import { amendCallOff } from "@/lib/calloff/open/amendment/commands";
import { answerQuestion, askQuestion } from "@/lib/calloff/open/clarification/commands";
import { declineInvitation, intendToTender } from "@/lib/calloff/open/invitation/commands/answer";
import { saveInvitations } from "@/lib/calloff/open/invitation/commands/save";
import { confirmPartner } from "@/lib/calloff/open/partner/commands/answer";
import { publishCallOff } from "@/lib/calloff/open/publish/commands/publish";
import { savePartners } from "@/lib/calloff/open/tender/commands/partners";
import { savePrices } from "@/lib/calloff/open/tender/commands/prices";
import { saveAnswer, saveConditionsMet, saveLotsOf, saveOffers } from "@/lib/calloff/open/tender/commands/save";
import { startTender } from "@/lib/calloff/open/tender/commands/start";
import { submitTender } from "@/lib/calloff/open/tender/commands/submit";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { addMonths } from "@/lib/core/values/moment";
import { act } from "../play";
import { memberNamed, type Played } from "./acts";
import { OPEN_FOR } from "./before";
import type { TenderStory } from "./story";

/** Publishes it; whoever tenders in this story is invited besides, where suppliers are asked one by one. */
export async function published({ story, id, hands, days }: Played) {
  if (story.route === "quotes")
    await act(
      saveInvitations,
      hands.commissioner,
      {
        callOffId: id,
        matches: [],
        added: story.tenders.map(({ charity }) => ({ who: charity, because: "It has done this work nearby." })),
      },
      days.at(-OPEN_FOR, "09:00"),
    );
  const fewReason = story.route === "quotes" ? "Nobody else on the register gives this help in this county." : "";
  await act(publishCallOff, hands.commissioner, { id, fewReason }, days.at(-OPEN_FOR));
}

/** Questions and answers, a change, and who says that it will tender or will not. */
export async function talkedAbout({ story, id, hands, members, days }: Played) {
  for (const [at, { from, asks, answer }] of (story.questions ?? []).entries()) {
    const when = days.at(-OPEN_FOR + 3 + at);
    const asked = await act(askQuestion, memberNamed(members, from), { callOffId: id, question: asks }, when);
    if (answer) await act(answerQuestion, hands.commissioner, { id: asked.id, answer }, days.at(-OPEN_FOR + 5 + at));
  }
  if (story.amended)
    await act(
      amendCallOff,
      hands.commissioner,
      { callOffId: id, text: story.amended, closesOn: "", closesTime: "", clarifyOn: "", clarifyTime: "" },
      days.at(-OPEN_FOR + 4),
    );
  const invited = await db.invitation.findMany({ where: { callOffId: id }, select: { organisationId: true } });
  const isInvited = (actor: Member) => invited.some(({ organisationId }) => organisationId === actor.organisationId);
  for (const { charity } of story.tenders) {
    const actor = memberNamed(members, charity);
    if (isInvited(actor)) await act(intendToTender, actor, { callOffId: id }, days.at(-OPEN_FOR + 2));
  }
  for (const { charity, words } of story.declines ?? []) {
    const actor = memberNamed(members, charity);
    if (isInvited(actor))
      await act(declineInvitation, actor, { callOffId: id, reason: "capacity", words }, days.at(-OPEN_FOR + 3));
  }
}

/** Every charity of the story writes its tender, and submits it unless it is still writing. */
export async function tendered(played: Played) {
  for (const tender of played.story.tenders) await oneTender(played, tender);
}

async function oneTender({ id: callOffId, members, days }: Played, told: TenderStory) {
  const actor = memberNamed(members, told.charity);
  const when = days.at(-OPEN_FOR + 6);
  const { id } = await act(startTender, actor, { callOffId }, when);
  const save = async <Out>(command: Parameters<typeof act<Out>>[0], input: object, at = when) => {
    const { version } = await db.tender.findUniqueOrThrow({ where: { id }, select: { version: true } });
    return act(command, actor, { id, version: String(version), ...input }, at);
  };
  const { lots, criteria, conditions } = await db.callOff.findUniqueOrThrow({
    where: { id: callOffId },
    select: {
      lots: { select: { id: true, number: true }, orderBy: { number: "asc" } },
      criteria: { select: { id: true, kind: true }, orderBy: { number: "asc" } },
      conditions: { select: { id: true } },
    },
  });
  const wanted = lots.filter(({ number }) => told.asks[number] !== undefined);
  await save(saveLotsOf, { lotIds: wanted.map((lot) => lot.id) });
  const judged = criteria.filter(({ kind }) => kind !== "price");
  for (const [at, criterion] of judged.entries())
    if (told.upTo !== "draft" || at === 0)
      await save(saveAnswer, { criterionId: criterion.id, text: (answers[at] ?? answers[0])(told.charity) });
  if (told.upTo === "draft") return;
  const by = addMonths(days.day(30), 12);
  const offers = judged
    .filter(({ kind }) => kind === "socialValue")
    .map((criterion) => ({
      ...{ criterionId: criterion.id, measure: "Local people with convictions hired", unit: "people" },
      ...{ baseline: "0", target: String(told.points), by },
    }));
  await save(saveOffers, { offers });
  if (conditions.length > 0)
    await save(saveConditionsMet, {
      conditions: conditions.map((condition) => ({
        conditionId: condition.id,
        met: "yes",
        text: "Yes, from the first day.",
      })),
    });
  if (told.partner) await withPartner(members, told.partner, save, { id, at: days.at(-OPEN_FOR + 8) });
  const mobilisation = told.mobilisation ? String(told.mobilisation) : "";
  await save(savePrices, {
    lots: wanted.map((lot) => ({ lotId: lot.id, unit: String(told.asks[lot.number]), mobilisation, vat: "0" })),
  });
  await save(submitTender, { signed: "yes" }, days.at(-2, "15:00"));
}

async function withPartner(
  members: Played["members"],
  { charity, share, does }: NonNullable<TenderStory["partner"]>,
  save: <Out>(command: Parameters<typeof act<Out>>[0], input: object) => Promise<Out>,
  { id, at }: { id: string; at: Date },
) {
  await save(savePartners, { partners: [{ who: charity, share, volume: "", does }] });
  const asked = await db.tenderPartner.findFirstOrThrow({
    where: { tenderId: id },
    select: { id: true, askedAt: true },
  });
  const input = { id: asked.id, asked: asked.askedAt.toISOString(), signed: "yes" };
  await act(confirmPartner, memberNamed(members, charity), input, at);
}

type Answer = (charity: string) => string;
const answers: [Answer, Answer, Answer] = [
  (charity) =>
    `${charity} meets each person before release, or on the day at the latest. In the first week we see them three times: to settle where they sleep, to sort money and papers, and to plan what comes next. One worker stays with them throughout. We ask at four weeks and at twelve whether it helped, in the person's own words, and change what we do when it did not. Where somebody stops coming we go to them, twice, before we say so to probation.`,
  () =>
    "A team of four works here already and would grow by two. Each has supervision every fortnight and a colleague to call in the evening. Half of the team has been through prison or probation. They are paid as the others are, and two of them lead.",
  () =>
    "We would hire people from the area who have convictions, pay the real Living Wage, and buy food and furniture from two social enterprises nearby. We count hires each quarter and publish them.",
];
