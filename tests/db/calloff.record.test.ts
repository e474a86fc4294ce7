import { beforeAll, expect, test } from "vitest";
import { countsOf, findCallOff, historyOf, listInvestors } from "@/lib/calloff/record/queries/find";
import { exportCallOffs, listCallOffs, listEarlier, listWaiting } from "@/lib/calloff/record/queries/list";
import type { Member } from "@/lib/core/actor";
import { drafted } from "../support/call-off/draft";
import { openedNow, passed, submitted } from "../support/call-off/tenders";
import { callOffIn, invited, type Players, players } from "../support/call-off/world";
import { member, organisation } from "../support/world.calloff";

let world: Players;
let stranger: Member;
beforeAll(async () => {
  world = await players({ charities: 1 });
  stranger = await member("authority", await organisation("authority", "Elsewhere"), "commissioner");
});

test("call-offs are listed by view and by words, for those who may see their files", async () => {
  const draft = await drafted(world, { title: "100% of homes_1" });
  const open = await callOffIn(world);
  const listed = async (actor: Member, view: "all" | "preparing" | "open", words = "") =>
    (await listCallOffs(actor, { view, words })).rows.map(({ id }) => id);
  expect(await listed(world.commissioner, "preparing")).toEqual([draft]);
  expect(await listed(world.approver, "open")).toContain(open.id);
  expect(await listed(world.commissioner, "all", "release")).toEqual(expect.arrayContaining([draft, open.id]));
  expect(await listed(world.commissioner, "all", "prison")).toEqual([open.id]);
  expect(await listed(world.commissioner, "all", "%")).toEqual([]);
  for (const actor of [stranger, world.funder]) expect(await listed(actor, "all")).toEqual([]);
  expect((await exportCallOffs(world.auditor, { view: "open" })).map(({ id }) => id)).toContain(open.id);
  expect((await listEarlier(world.commissioner)).map(({ id }) => id)).toContain(draft);
  expect(await listEarlier(stranger)).toEqual([]);
});

test("a file is found by its authority, by a funder that was asked, and by nobody else", async () => {
  const shared = await callOffIn(world, { shared: true });
  const draft = await callOffIn(world, { state: "draft", shared: true, funding: "listed" });
  expect(await findCallOff(world.funderApprover, shared.id)).toMatchObject({ lots: [{ number: 1 }] });
  expect(await findCallOff(world.funderApprover, draft.id)).toBeNull();
  expect(await findCallOff(stranger, shared.id)).toBeNull();
  expect(await findCallOff(world.commissioner, "not-an-id")).toBeNull();
  const [bidder] = world.bidders;
  if (bidder) expect(await findCallOff(bidder.signatory, shared.id)).toBeNull();
  expect(await countsOf(stranger, shared.id)).toMatchObject({ invited: 0, tenders: 0 });
});

test("while tenders are sealed there are numbers of them, and nothing says whose they are", async () => {
  const made = await callOffIn(world, { closesAt: passed() });
  const [bidder] = world.bidders;
  if (!bidder) throw new Error("There is no bidder.");
  await invited(made.id, bidder.organisationId);
  await submitted(made, bidder);
  expect(await countsOf(world.commissioner, made.id)).toMatchObject({ invited: 1, tenders: 1 });
  const found = await findCallOff(world.commissioner, made.id);
  const history = found && (await historyOf(world.commissioner, found));
  expect(
    JSON.stringify([found, history], (_, value) => (typeof value === "bigint" ? String(value) : value)),
  ).not.toContain(bidder.organisationId);
  expect((await listWaiting(world.approver)).map(({ href }) => href)).toContain(`/call-offs/${made.id}/opening`);
  for (const actor of [stranger, world.auditor, bidder.signatory])
    expect((await listWaiting(actor)).map(({ href }) => href)).not.toContain(`/call-offs/${made.id}/opening`);
  await openedNow(world, made);
  expect((await listWaiting(world.approver)).map(({ href }) => href)).not.toContain(`/call-offs/${made.id}/opening`);
});

test("investors that are with us today may carry a bond", async () => {
  const id = await organisation("investor", "Steady Capital");
  expect((await listInvestors(world.commissioner)).map((row) => row.id)).toContain(id);
  expect(await listInvestors(world.bidders[0]?.signatory ?? stranger)).toEqual([]);
});
