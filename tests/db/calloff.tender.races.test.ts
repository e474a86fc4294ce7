import { beforeAll, expect, test } from "vitest";
import { confirmPartner, declinePartner } from "@/lib/calloff/open/partner/commands/answer";
import { savePartners } from "@/lib/calloff/open/tender/commands/partners";
import { saveAnswer } from "@/lib/calloff/open/tender/commands/save";
import { startTender } from "@/lib/calloff/open/tender/commands/start";
import { withdrawTender } from "@/lib/calloff/open/tender/commands/withdraw";
import { ownContent } from "@/lib/calloff/seal/own";
import { db } from "@/lib/core/db";
import { filled, handIn, versionOf } from "../support/call-off/tendering";
import { type Bidder, callOffIn, charity, type Players, players } from "../support/call-off/world";
import { statementsOf } from "../support/statements";
import { done, member } from "../support/world.calloff";

let world: Players;
let one: Bidder;
let two: Bidder;
beforeAll(async () => {
  world = await players({ charities: 2 });
  const [first, second] = world.bidders;
  if (!first || !second) throw new Error("There are no bidders.");
  [one, two] = [first, second];
});

const kept = (tenderId: string) => db.submission.findMany({ where: { tenderId, droppedAt: null } });
const stateOf = async (id: string) =>
  db.tender.findUniqueOrThrow({ where: { id }, select: { state: true, submittedNumber: true } });

test("two signatories submit at once: one submission, and the other is told", async () => {
  const other = await member("provider", one.organisationId, "signatory");
  const made = await callOffIn(world);
  const id = await filled(made, one);
  const version = await versionOf(id);
  const results = await Promise.all([handIn(one.signatory, id, version), handIn(other, id, version)]);
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "conflict" } });
  expect(await db.submission.count({ where: { tenderId: id } })).toBe(1);
});

test("withdraw against submit: what stands is one of the two, whole", async () => {
  for (let round = 0; round < 4; round++) {
    const made = await callOffIn(world);
    const id = await filled(made, one);
    const [sent, taken] = await Promise.all([handIn(one.signatory, id), withdrawTender(one.signatory, { id })]);
    const { state, submittedNumber } = await stateOf(id);
    const rows = await kept(id);
    // A withdrawal takes either; a submission that came second finds the tender withdrawn.
    expect(taken.ok).toBe(true);
    expect({ state, submittedNumber, kept: rows.length }).toEqual({
      state: "withdrawn",
      submittedNumber: null,
      kept: 0,
    });
    expect(await db.submission.count({ where: { tenderId: id } })).toBe(sent.ok ? 1 : 0);
  }
});

test("an edit against a submission: what was sent is what was read, or nothing was sent", async () => {
  for (let round = 0; round < 4; round++) {
    const made = await callOffIn(world);
    const id = await filled(made, one);
    const version = await versionOf(id);
    const criterionId = made.criteria[0]?.id;
    const [sent, edited] = await Promise.all([
      handIn(one.signatory, id, version),
      saveAnswer(one.editor, { id, version, criterionId, text: "Changed." }),
    ]);
    const [row] = await kept(id);
    const key = await db.callOffKey.findUnique({ where: { callOffId: made.id } });
    const text = row && ownContent(key, id, row)?.quality.answers[0]?.text;
    expect(text).toBe(sent.ok ? "We would do it well." : undefined);
    expect(sent.ok).not.toBe(edited.ok);
  }
});

test("a sub-contractor declines against a submission: none is sent without it", async () => {
  const made = await callOffIn(world);
  const id = await filled(made, one);
  const { reference } = await db.organisation.findUniqueOrThrow({ where: { id: two.organisationId } });
  const partners = [{ who: reference, share: "20", volume: "", does: "Meets people" }];
  done(await savePartners(one.editor, { id, version: await versionOf(id), partners }));
  const asked = await db.tenderPartner.findFirstOrThrow({ where: { tenderId: id } });
  done(await confirmPartner(two.signatory, { id: asked.id, asked: asked.askedAt.toISOString(), signed: "yes" }));
  const [sent, declined] = await Promise.all([
    handIn(one.signatory, id),
    declinePartner(two.signatory, { id: asked.id, reason: "We have no room." }),
  ]);
  expect(declined.ok).toBe(true);
  const [row] = await db.submission.findMany({ where: { tenderId: id } });
  const { answeredAt } = await db.tenderPartner.findUniqueOrThrow({ where: { id: asked.id } });
  expect(row !== undefined).toBe(sent.ok);
  if (row) expect(row.submittedAt.getTime()).toBeLessThanOrEqual((answeredAt?.getTime() ?? 0) + 1_000);
});

test("one organisation begins twice at once: one tender", async () => {
  const made = await callOffIn(world);
  const begun = await Promise.all([1, 2, 3, 4].map(() => startTender(one.editor, { callOffId: made.id })));
  const ids = new Set(begun.flatMap((result) => (result.ok ? [result.value.id] : [])));
  expect(ids.size).toBe(1);
  expect(await db.tender.count({ where: { callOffId: made.id } })).toBe(1);
});

test("32 competitors submit to one call-off at once: 32 receipts, 32 tenders, no two hashes alike", async () => {
  const made = await callOffIn(world);
  const bidders: Bidder[] = [];
  for (let at = 0; at < 32; at++) bidders.push(await charity(`Competitor ${at + 1}`, world.partId));
  const ids: string[] = [];
  for (const bidder of bidders) ids.push(await filled(made, bidder));
  const receipts = await Promise.all(
    bidders.map(async ({ signatory }, at) => done(await handIn(signatory, ids[at] ?? ""))),
  );
  expect(new Set(receipts.map(({ hash }) => hash)).size).toBe(32);
  const rows = await db.submission.findMany({ where: { tender: { callOffId: made.id } } });
  expect(rows.map(({ tenderId, hash }) => `${tenderId} ${hash}`).toSorted()).toEqual(
    receipts.map(({ id, hash }) => `${id} ${hash}`).toSorted(),
  );
  expect(await db.tender.count({ where: { callOffId: made.id, state: "submitted" } })).toBe(32);
});

test("submitting is few statements: eight the first time, seven in the place of what was submitted", async () => {
  const made = await callOffIn(world, { lots: 3 });
  const id = await filled(made, one);
  const counts: number[] = [];
  for (const text of ["First.", "Second.", "Third."]) {
    const criterionId = made.criteria.find(({ kind }) => kind !== "price")?.id;
    done(await saveAnswer(one.editor, { id, version: await versionOf(id), criterionId, text }));
    const version = await versionOf(id);
    counts.push(await statementsOf(async () => done(await handIn(one.signatory, id, version))));
  }
  expect(counts).toEqual([8, 7, 7]);
  expect((await kept(id)).map(({ number }) => number)).toEqual([3]);
});
