import { beforeAll, expect, test } from "vitest";
import { askQuestion } from "@/lib/calloff/open/clarification/commands";
import { listQuestions } from "@/lib/calloff/open/clarification/queries";
import { declineInvitation, intendToTender } from "@/lib/calloff/open/invitation/commands/answer";
import { findAnswers, findPlan } from "@/lib/calloff/open/invitation/queries";
import { writeAtom, writeCalendar } from "@/lib/calloff/open/opportunity/feed";
import { countTenders, findOpportunity, findOwnPart } from "@/lib/calloff/open/opportunity/queries/find";
import { listOpportunities } from "@/lib/calloff/open/opportunity/queries/list";
import { OpportunityFilter } from "@/lib/calloff/open/opportunity/schema";
import { listWaiting } from "@/lib/calloff/open/queries";
import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { reference as facts } from "@/lib/reference/queries";
import { openedNow, passed, submitted } from "../support/call-off/tenders";
import { type Bidder, callOffIn, invited, type Made, type Players, players } from "../support/call-off/world";

let world: Players;
let made: Made;
let reference: string;
beforeAll(async () => {
  world = await players();
  made = await callOffIn(world, { route: "belowThreshold" });
  reference = await referenceOf(made.id);
});

const referenceOf = async (id: string) =>
  (await db.callOff.findUniqueOrThrow({ where: { id }, select: { reference: true } })).reference;
function bidder(at: number): Bidder {
  const found = world.bidders[at];
  if (!found) throw new Error("There is no bidder.");
  return found;
}
const asked = (more: object = {}) => OpportunityFilter.parse({ words: reference, ...more });
const found = async (more: object = {}) => (await listOpportunities(visitor, asked(more))).total;

test("what is advertised is found by place at any level, category, value and standing", async () => {
  expect(await found()).toBe(1);
  expect(await found({ category: "accommodation", place: "region-london", band: "large" })).toBe(1);
  const [borough] = (await facts()).places.descendants("region-london");
  expect(await found({ place: borough?.code })).toBe(1);
  expect(await found({ place: "region-wales" })).toBe(0);
  for (const other of [
    { category: "women" },
    { band: "small" },
    { standing: "closed" },
    { instrument: "grant" },
    { route: "grantRound" },
    { fits: "yes" },
  ])
    expect([other, await found(other)]).toEqual([other, 0]);
});

test("quotes are known to those invited, and to nobody else", async () => {
  const quotes = await callOffIn(world, { route: "quotes" });
  await invited(quotes.id, bidder(0).organisationId);
  const code = await referenceOf(quotes.id);
  expect(await findOpportunity(bidder(0).editor, code)).not.toBeNull();
  for (const actor of [bidder(1).editor, visitor, world.funder]) expect(await findOpportunity(actor, code)).toBeNull();
  const filter = OpportunityFilter.parse({ words: code, standing: "all" });
  expect((await listOpportunities(bidder(0).editor, filter)).total).toBe(1);
  expect((await listOpportunities(bidder(1).editor, filter)).total).toBe(0);
  expect((await writeAtom(visitor, { filter, origin: "https://a.test" })).text).not.toContain("<entry>");
  expect(await findOwnPart(bidder(1).editor, quotes.id)).toEqual({ invitation: null, tender: null });
});

test("a draft is no opportunity", async () => {
  const draft = await callOffIn(world, { state: "draft" });
  expect(await findOpportunity(bidder(0).editor, await referenceOf(draft.id))).toBeNull();
});

test("the authority reads counts, reasons and questions, and never whose they are", async () => {
  await invited(made.id, bidder(0).organisationId);
  await invited(made.id, bidder(1).organisationId);
  await declineInvitation(bidder(0).editor, { callOffId: made.id, reason: "price", words: "The rents are higher." });
  await intendToTender(bidder(2).editor, { callOffId: made.id });
  await askQuestion(bidder(1).editor, { callOffId: made.id, question: "Are rents paid?" });
  const answers = await findAnswers(world.commissioner, made.id);
  expect(answers?.counts).toEqual({ invited: 2, itself: 1, intends: 1, declined: 1, noAnswer: 0 });
  expect(answers?.reasons).toMatchObject([{ code: "price", count: 1 }]);
  expect(answers?.words).toEqual(["The rents are higher."]);
  expect(answers?.invited.map((row) => Object.keys(row))).not.toContainEqual(expect.arrayContaining(["state"]));
  const questions = await listQuestions(world.commissioner, made.id);
  const opportunity = await findOpportunity(bidder(0).editor, reference);
  for (const said of [JSON.stringify(questions), JSON.stringify(opportunity?.clarifications)]) {
    expect(said).toContain("Are rents paid?");
    expect(said).not.toContain(bidder(1).organisationId);
    expect(said).not.toContain(bidder(1).editor.id);
  }
  for (const actor of [world.funder, bidder(0).editor]) {
    expect(await findAnswers(actor, made.id)).toBeNull();
    expect(await listQuestions(actor, made.id)).toEqual([]);
  }
});

test("how many tendered is known once they are opened", async () => {
  const shut = await callOffIn(world, { route: "belowThreshold", closesAt: passed() });
  await submitted(shut, bidder(0));
  const code = await referenceOf(shut.id);
  const before = await findOpportunity(visitor, code);
  expect(before && (await countTenders(visitor, before))).toBeNull();
  await openedNow(world, shut);
  const after = await findOpportunity(visitor, code);
  expect(after && (await countTenders(visitor, after))).toBe(1);
});

test("invitations and questions wait on the pages of those who answer them", async () => {
  expect((await listWaiting(bidder(1).editor)).map(({ href }) => href)).toContain(`/opportunities/${reference}`);
  expect((await listWaiting(bidder(0).editor)).map(({ href }) => href)).not.toContain(`/opportunities/${reference}`);
  expect((await listWaiting(world.commissioner)).map(({ title }) => title)).toContainEqual(
    expect.stringContaining("Answer question 1"),
  );
  expect(await listWaiting(world.approver)).toEqual([]);
});

test("the feeds hold what fits, and a calendar is never empty", async () => {
  const origin = "https://a.test";
  expect((await writeAtom(visitor, { filter: asked(), origin })).text).toContain(
    `${origin}/opportunities/${reference}`,
  );
  const dates = (await writeCalendar(visitor, { filter: asked(), origin })).text;
  expect(dates.match(/BEGIN:VEVENT/g)?.length).toBe(2);
  expect((await writeCalendar(visitor, { filter: asked({ band: "small" }), origin })).text).toContain("BEGIN:VEVENT");
});

test("who would be invited is the authority's own business until it is published", async () => {
  const draft = await callOffIn(world, { state: "draft" });
  expect((await findPlan(world.commissioner, draft.id))?.invited).toBe(3);
  for (const actor of [world.funder, bidder(0).editor, visitor]) expect(await findPlan(actor, draft.id)).toBeNull();
  expect(await findPlan(world.commissioner, made.id)).toBeNull();
});
