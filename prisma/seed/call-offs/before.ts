import { assessConflicts, declareForCallOff, saveConflictsAssessment } from "@/lib/calloff/before/conflicts/commands";
import { saveConditions, saveCriteria } from "@/lib/calloff/before/criteria/commands";
import { openEngagementBoard, postOnBoard } from "@/lib/calloff/before/engagement/commands";
import { agreeShare } from "@/lib/calloff/before/funding/commands/agree";
import { saveFunders } from "@/lib/calloff/before/funding/commands/save";
import { saveLot } from "@/lib/calloff/before/lots/commands";
import { saveNeed } from "@/lib/calloff/before/need/commands/save";
import { startCallOff } from "@/lib/calloff/before/need/commands/start";
import { saveTimetable } from "@/lib/calloff/before/timetable/commands";
import { chooseRoute } from "@/lib/calloff/route/commands";
import { db } from "@/lib/core/db";
import { addMonths } from "@/lib/core/values/moment";
import { act } from "../play";
import { edit, memberNamed, type Played } from "./acts";
import type { CallOffStory } from "./story";

/** Working days before the close on which a story's draft, its funders and its publication come. */
export const OPEN_FOR = 22;

/** Starts the call-off. */
export async function started({ title, instrument }: CallOffStory, { hands, days }: Omit<Played, "id" | "story">) {
  return (await act(startCallOff, hands.commissioner, { title, instrument }, days.at(-OPEN_FOR - 9))).id;
}

/** Writes the whole draft: need, lots, criteria, conditions, dates, route and who pays. */
export async function written(played: Played) {
  const { story, hands, days, id } = played;
  const { commissioner } = hands;
  const when = days.at(-OPEN_FOR - 8);
  const startsOn = `${addMonths(days.day(25), 1).slice(0, 7)}-01`;
  const longer = story.lots.some(({ more }) => more);
  await edit(
    played,
    saveNeed,
    commissioner,
    {
      title: story.title,
      ...{ need: story.need, forWhom: story.forWhom, outcomeCodes: story.outcomes },
      ...{
        startsOn,
        endsOn: lastOf(addMonths(startsOn, (story.months ?? 12) - 1)),
        extensionMonths: longer ? "6" : "",
        mobilisationWeeks: "4",
      },
      socialValueStatement:
        "Local people could be hired, and people with lived experience trained. We asked two charities, and will score it.",
      barriersConsidered:
        "We split the need by area, ask for 500 words at most, need no insurance before the award, and pay for getting ready in advance.",
      ...{ vcseShareBp: story.lots.length > 1 ? "20" : "", investorId: "", returnCapBp: "" },
    },
    when,
  );
  for (const lot of story.lots)
    await edit(
      played,
      saveLot,
      commissioner,
      {
        ...{
          lotId: "",
          title: lot.title,
          description: "",
          categoryCode: lot.category,
          cohortCode: "",
          placeCodes: lot.places,
        },
        ...{ unit: lot.unit, budgetPence: String(lot.pounds), extensionPence: lot.more ? String(lot.more) : "" },
        ...{ fill: "same", sameVolume: String(lot.monthly), rampFrom: "", rampTo: "", rampMonths: "", months: [] },
      },
      when,
    );
  await edit(
    played,
    saveCriteria,
    commissioner,
    { priceMethod: "lowestOverPrice", socialValueReason: "", criteria },
    when,
  );
  if (story.lots.length > 1) await edit(played, saveConditions, commissioner, { conditions }, when);
  await edit(
    played,
    saveTimetable,
    commissioner,
    {
      ...{ publishOn: days.day(-OPEN_FOR), clarifyOn: days.day(-7), clarifyTime: "17:00" },
      ...{ closesOn: days.day(0), closesTime: "12:00", decideOn: days.day(10), standstillDays: "8" },
    },
    when,
  );
  await edit(played, chooseRoute, commissioner, { route: story.route, ground: "", reason: reasons[story.route] }, when);
  if (story.partnerPercent) await shared(played, story.partnerPercent, when);
  if (story.upTo === "draft") await act(openEngagementBoard, commissioner, { id, intro: story.need }, when);
}

async function shared(played: Played, percent: number, when: Date) {
  const { hands, id } = played;
  const lots = await db.lot.findMany({ where: { callOffId: id }, select: { id: true }, orderBy: { number: "asc" } });
  const shares = lots.map((lot) => ({ lotId: lot.id, share: String(percent) }));
  await edit(
    played,
    saveFunders,
    hands.commissioner,
    { method: "percent", others: [{ organisationId: hands.partner.id, shares }] },
    when,
  );
}

/** What charities and the authority say on the board before anything is published. */
export async function talked({ id, hands, members, days }: Played) {
  const said = [
    ["Harbour Steps Trust", "A call on the evening of release does more than a visit a week later."],
    ["Shingle and Sail", "Please pay for training. Volunteers who have been inside leave when nobody supports them."],
  ] as const;
  for (const [name, text] of said)
    await act(postOnBoard, memberNamed(members, name), { id, text }, days.at(-OPEN_FOR - 6));
  await act(
    postOnBoard,
    hands.commissioner,
    { id, text: "Thank you. We will ask for an evening service, and price training apart." },
    days.at(-OPEN_FOR - 5),
  );
}

/** Assesses conflicts and asks the funders; the lead's approver agrees at once. */
export async function asked(played: Played) {
  const { id, hands, days } = played;
  const { commissioner, approver } = hands;
  const when = days.at(-OPEN_FOR - 4);
  const assessment =
    "Everyone who will write, score or approve was asked. One approver once volunteered for a charity in this field, four years ago.";
  await edit(played, saveConflictsAssessment, commissioner, { assessment }, when);
  await act(declareForCallOff, commissioner, { id, conflict: "none", detail: "" }, when);
  await act(assessConflicts, commissioner, { id }, when);
  await act(agreeShare, approver, { id, conflict: "none" }, days.at(-OPEN_FOR - 3));
}

/** The other funder agrees in principle too. */
export async function funded({ id, hands, days, story }: Played) {
  if (story.partnerPercent)
    await act(agreeShare, hands.partner.approver, { id, conflict: "none" }, days.at(-OPEN_FOR - 2));
}

const reasons: Record<CallOffStory["route"], string> = {
  quotes: "",
  belowThreshold: "This is a need of its own: another group of people, in another place, from another kind of service.",
  marketCompetition: "",
  grantRound: "Families find help in small local groups. A grant lets them keep their own way of working.",
};

const criteria = [
  {
    ...{ kind: "quality", title: "How you will do it", weight: "35", wordLimit: "500", minimum: "2" },
    question: "How will you reach people, what will you do with them, and how will you know that it helps?",
    guidance: "Say what happens in the first week. We look for detail that fits this place.",
  },
  {
    ...{ kind: "quality", title: "Your people and how you support them", weight: "25", wordLimit: "400", minimum: "" },
    question: "Who will do the work, how are they supervised, and what part do people with lived experience have?",
    guidance: "",
  },
  {
    ...{ kind: "socialValue", title: "What else it brings to the area", weight: "10", wordLimit: "300", minimum: "" },
    question: "What will you add for local people, and how will you count it?",
    guidance: "",
  },
  { kind: "price", title: "Price", weight: "30", wordLimit: "", minimum: "", question: "", guidance: "" },
];

const conditions = [
  {
    about: "service",
    title: "Evenings and Fridays",
    text: "The service runs on Friday evenings and on the day of release, whatever day that is.",
    why: "Most people are released on a Friday, when nothing else is open.",
  },
];

const lastOf = (day: string) =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10);
