import { beforeAll, describe, expect, test } from "vitest";
import { proposedTimetable } from "@/lib/calloff/before/timetable/rules";
import { endingNotice } from "@/lib/calloff/notice/queries";
import { amendCallOff } from "@/lib/calloff/open/amendment/commands";
import { answerQuestion, askQuestion } from "@/lib/calloff/open/clarification/commands";
import { declineInvitation, intendToTender } from "@/lib/calloff/open/invitation/commands/answer";
import { saveInvitations } from "@/lib/calloff/open/invitation/commands/save";
import { startWatch, stopWatch } from "@/lib/calloff/open/opportunity/commands";
import { findOpportunity } from "@/lib/calloff/open/opportunity/queries/find";
import { closeCallOff } from "@/lib/calloff/open/publish/commands/close";
import { publishCallOff } from "@/lib/calloff/open/publish/commands/publish";
import { withdrawCallOff } from "@/lib/calloff/open/publish/commands/withdraw";
import { closeDue, keepCloses } from "@/lib/calloff/open/publish/keeping";
import { listCallOffs } from "@/lib/calloff/record/queries/list";
import { readyFacts } from "@/lib/calloff/record/queries/ready";
import { sealQuality } from "@/lib/calloff/seal/box";
import { system, visitor } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import type { Result } from "@/lib/core/door/result";
import { findHistory, listHistory } from "@/lib/core/history/history";
import { pauseBefore } from "@/lib/core/process/on-time";
import { newId } from "@/lib/core/values/id";
import { addDays, asDate, londonDay } from "@/lib/core/values/moment";
import { submitted } from "../support/call-off/tenders";
import {
  type Bidder,
  callOffIn,
  charity,
  invited,
  type Players,
  players,
  unconflicted,
} from "../support/call-off/world";

let world: Players;
beforeAll(async () => {
  world = await players({ charities: 3 });
});

const DAY = 86_400_000;
const kind = (result: Result<unknown>) => (result.ok ? "done" : result.refusal.kind);
function bidder(at: number): Bidder {
  const found = world.bidders[at];
  if (!found) throw new Error("There is no bidder.");
  return found;
}

/** A call-off that can be published now: complete, with no conflict, small where its route is for small ones. */
async function ready(how: Parameters<typeof callOffIn>[1] = {}) {
  const made = await callOffIn(world, { state: "funded", ...how });
  await unconflicted(made.id, world.commissioner);
  const term = { startsOn: new Date("2027-01-01T00:00:00Z"), endsOn: new Date("2027-12-31T00:00:00Z") };
  const law = (await readyFacts(world.commissioner, made.id))?.law ?? Promise.reject(new Error("It has no law."));
  const { publishOn, decideOn, ...times } = proposedTimetable(await law);
  if (how.route) {
    await db.lot.updateMany({ where: { callOffId: made.id }, data: { budgetPence: 40_000_00n, extensionPence: 0n } });
    await db.lotShare.updateMany({ where: { lotId: { in: made.lotIds } }, data: { sharePence: 40_000_00n } });
    await db.callOff.update({ where: { id: made.id }, data: { estimatePence: 40_000_00n } });
  }
  await db.callOff.update({
    where: { id: made.id },
    data: {
      ...term,
      ...times,
      extensionMonths: how.route ? 0 : 12,
      publishOn: asDate(publishOn),
      decideOn: asDate(decideOn),
    },
  });
  return { ...made, closesAt: times.closesAt };
}
const publish = (id: string, fewReason = "") => publishCallOff(world.commissioner, { id, fewReason });
const invitations = (callOffId: string) =>
  db.invitation.findMany({ where: { callOffId }, select: { organisationId: true, state: true, reason: true } });

describe("publishing", () => {
  test("makes the keys, the notice and the invitations, and tells who is invited and who watches", async () => {
    const made = await ready();
    const watcher = await charity("Watches", null);
    await db.opportunityWatch.create({
      data: {
        ...{ userId: watcher.editor.id, organisationId: watcher.organisationId },
        ...{ categoryCodes: ["accommodation"], placeCodes: ["region-london"], startedAt: new Date() },
      },
    });
    expect(await publish(made.id)).toEqual({ ok: true, value: expect.anything() });
    const row = await db.callOff.findUniqueOrThrow({
      where: { id: made.id },
      select: { state: true, key: true, notices: true },
    });
    expect(row.state).toBe("published");
    expect(row.key?.quality).toBeTruthy();
    expect(row.notices).toMatchObject([
      { kindCode: "UK4", registerId: null, facts: { what: "callOff", market: { parts: [{ number: 1 }] } } },
    ]);
    expect((await invitations(made.id)).length).toBe(3);
    const said = await db.notification.findMany({
      where: { userId: { in: [bidder(0).editor.id, bidder(0).signatory.id, watcher.editor.id] } },
      select: { title: true },
    });
    expect(said.map(({ title }) => title).toSorted()).toEqual([
      "There is a new opportunity",
      "You are invited to tender",
      "You are invited to tender",
    ]);
    await db.opportunityWatch.deleteMany({ where: { userId: watcher.editor.id } });
  });

  test("two presses at once publish once", async () => {
    const made = await ready();
    const both = await Promise.all([publish(made.id), publish(made.id)]);
    expect(both.map(kind).toSorted()).toEqual(["conflict", "done"]);
    expect(await db.notice.count({ where: { callOffId: made.id } })).toBe(1);
    expect((await invitations(made.id)).length).toBe(3);
  });

  test("whoever is left out has a reason and is not invited; whoever is added is", async () => {
    const made = await ready();
    const extra = await charity(`Not a member ${made.id}`, null);
    const save = (reason: string) =>
      saveInvitations(world.commissioner, {
        callOffId: made.id,
        matches: [{ organisationId: bidder(0).organisationId, reason }],
        added: [
          { who: extra.name, because: "Works in the next borough" },
          { who: "", because: "" },
        ],
      });
    expect(await save("")).toMatchObject({ ok: false, refusal: { fields: { "matches.0.reason": expect.anything() } } });
    expect(kind(await save("It closes in June"))).toBe("done");
    expect(kind(await publish(made.id))).toBe("done");
    expect((await invitations(made.id)).map(({ organisationId }) => organisationId).toSorted()).toEqual(
      [bidder(1).organisationId, bidder(2).organisationId, extra.organisationId].toSorted(),
    );
    expect(kind(await save("Too late"))).toBe("conflict");
  });

  test("quotes ask three or say why; a direct award asks one", async () => {
    const quotes = await ready({ route: "quotes" });
    await saveInvitations(world.commissioner, {
      callOffId: quotes.id,
      matches: [{ organisationId: bidder(0).organisationId, reason: "Full" }],
      added: [],
    });
    expect(await publish(quotes.id)).toMatchObject({
      ok: false,
      refusal: { fields: { fewReason: expect.anything() } },
    });
    expect(kind(await publish(quotes.id, "Only two work there."))).toBe("done");
    expect(await db.notice.count({ where: { callOffId: quotes.id } })).toBe(0);
    const direct = await ready({ route: "directAward" });
    expect(kind(await publish(direct.id))).toBe("conflict");
    const { reference } = await db.organisation.findUniqueOrThrow({
      where: { id: bidder(1).organisationId },
      select: { reference: true },
    });
    await saveInvitations(world.commissioner, {
      callOffId: direct.id,
      matches: [],
      added: [{ who: reference, because: "Runs the only hostel" }],
    });
    expect(await publish(direct.id)).toEqual({ ok: true, value: expect.anything() });
    expect(await db.notice.findMany({ where: { callOffId: direct.id }, select: { kindCode: true } })).toEqual([
      { kindCode: "UK5" },
    ]);
  });

  test("is refused with a conflict of interest, with too little time, and to everybody else", async () => {
    const undeclared = await callOffIn(world, { state: "funded" });
    expect(kind(await publish(undeclared.id))).toBe("conflict");
    const late = await ready();
    await db.callOff.update({ where: { id: late.id }, data: { closesAt: new Date(), clarifyUntil: null } });
    expect(kind(await publish(late.id))).toBe("conflict");
    const made = await ready();
    for (const actor of [world.approver, world.auditor])
      expect(kind(await publishCallOff(actor, { id: made.id, fewReason: "" }))).toBe("forbidden");
    for (const actor of [bidder(0).signatory, visitor, world.funder])
      expect(["missing", "forbidden"]).toContain(kind(await publishCallOff(actor, { id: made.id, fewReason: "" })));
    expect((await db.callOff.findUniqueOrThrow({ where: { id: made.id } })).state).toBe("funded");
  });
});

describe("answers to invitations", () => {
  test("change until the close; the uninvited get a line of their own; strangers to quotes find nothing", async () => {
    const made = await callOffIn(world, { route: "belowThreshold" });
    await invited(made.id, bidder(0).organisationId);
    const declined = { callOffId: made.id, reason: "time", words: "Two weeks are short." };
    expect(kind(await declineInvitation(bidder(0).editor, declined))).toBe("done");
    expect(kind(await intendToTender(bidder(0).editor, { callOffId: made.id }))).toBe("done");
    expect(kind(await declineInvitation(bidder(0).editor, declined))).toBe("done");
    expect(kind(await intendToTender(bidder(1).editor, { callOffId: made.id }))).toBe("done");
    expect((await invitations(made.id)).map(({ state, reason }) => [state, reason]).toSorted()).toEqual([
      ["declined", "time\nTwo weeks are short."],
      ["intends", null],
    ]);
    expect(kind(await intendToTender(world.commissioner, { callOffId: made.id }))).toBe("forbidden");
    const direct = await callOffIn(world, { route: "directAward" });
    expect(kind(await intendToTender(bidder(0).editor, { callOffId: direct.id }))).toBe("conflict");
    expect(await db.invitation.count({ where: { callOffId: direct.id } })).toBe(0);
    const quotes = await callOffIn(world, { route: "quotes" });
    expect(kind(await intendToTender(bidder(0).editor, { callOffId: quotes.id }))).toBe("missing");
    expect(kind(await intendToTender(visitor, { callOffId: quotes.id }))).toBe("missing");
  });
});

describe("questions", () => {
  test("are asked until the moment they end, numbered one by one, and answered to all", async () => {
    const made = await callOffIn(world);
    await invited(made.id, bidder(1).organisationId);
    const ask = (at: number) =>
      askQuestion(bidder(at).editor, { callOffId: made.id, question: `How many rooms (${at})?` });
    const asked = await Promise.all([ask(0), ask(1), ask(2)]);
    expect(asked.map(kind)).toEqual(["done", "done", "done"]);
    const rows = await db.clarification.findMany({ where: { callOffId: made.id }, orderBy: { number: "asc" } });
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
    const [first] = rows;
    const answer = () => answerQuestion(world.commissioner, { id: first?.id, answer: "Twelve." });
    expect((await Promise.all([answer(), answer()])).map(kind).toSorted()).toEqual(["conflict", "done"]);
    expect(kind(await answerQuestion(bidder(0).editor, { id: first?.id, answer: "Ten." }))).not.toBe("done");
    expect(
      await db.notification.count({ where: { title: "A question was answered", userId: bidder(1).editor.id } }),
    ).toBe(1);
    const { clarifyUntil } = await db.callOff.findUniqueOrThrow({ where: { id: made.id } });
    const at = (late: number) => atTime(new Date((clarifyUntil?.getTime() ?? 0) + late), () => ask(0)).then(kind);
    expect(await at(-1)).toBe("done");
    expect(await at(0)).toBe("conflict");
  });
});

describe("amendments", () => {
  const amend = (id: string, more: object) =>
    amendCallOff(world.commissioner, { callOffId: id, text: "The number of rooms is now twelve.", ...more });

  test("extend, correct the notice and tell everyone; tenders stay", async () => {
    const made = await ready();
    await publish(made.id);
    const tenderId = await submitted(made, bidder(0));
    await declineInvitation(bidder(2).editor, { callOffId: made.id, reason: "size", words: "" });
    const later = addDays(londonDay(made.closesAt), 7);
    expect(kind(await amend(made.id, { closesOn: addDays(londonDay(made.closesAt), -1) }))).toBe("invalid");
    expect(kind(await amend(made.id, { closesOn: later }))).toBe("done");
    const row = await db.callOff.findUniqueOrThrow({ where: { id: made.id } });
    expect(londonDay(row.closesAt ?? new Date(0))).toBe(later);
    const notices = await db.notice.findMany({ where: { callOffId: made.id }, orderBy: { number: "asc" } });
    expect(notices[1]).toMatchObject({ kindCode: "UK4", facts: { corrects: notices[0]?.reference } });
    for (const { editor } of [bidder(0), bidder(2)])
      expect(await db.notification.count({ where: { title: "A call-off was changed", userId: editor.id } })).toBe(1);
    expect((await db.tender.findUniqueOrThrow({ where: { id: tenderId } })).state).toBe("submitted");
  });

  test("need days enough to change a tender, and end with the close", async () => {
    const soon = await callOffIn(world, { closesAt: new Date(Date.now() + DAY / 2) });
    expect(kind(await amend(soon.id, {}))).toBe("invalid");
    expect(kind(await amend(soon.id, { closesOn: addDays(londonDay(new Date()), 14) }))).toBe("done");
    const over = await callOffIn(world, { closesAt: new Date(Date.now() - 1000) });
    expect(kind(await amend(over.id, { closesOn: addDays(londonDay(new Date()), 14) }))).toBe("conflict");
  });

  test("against the clock that closes: one of the two", async () => {
    const made = await callOffIn(world, { closesAt: new Date(Date.now() + 20 * DAY) });
    const past = new Date(made.closesAt.getTime() + 1);
    const [close, change] = await Promise.all([
      atTime(past, () => closeCallOff(system, { id: made.id })),
      amend(made.id, { closesOn: addDays(londonDay(made.closesAt), 14) }),
    ]);
    expect([close, change].map(kind).toSorted()).toEqual(["conflict", "done"]);
  });
});

describe("closing and withdrawing", () => {
  test("the clock closes what is due, and silence becomes no answer", async () => {
    const made = await callOffIn(world, { closesAt: new Date(Date.now() - 1000) });
    await invited(made.id, bidder(0).organisationId);
    const open = await callOffIn(world);
    expect((await closeDue()).closed).toBeGreaterThan(0);
    expect((await invitations(made.id)).map(({ state }) => state)).toEqual(["noAnswer"]);
    expect(kind(await closeCallOff(system, { id: open.id }))).toBe("conflict");
    expect((await closeDue()).closed).toBe(0);
  });

  test("it closes at its time by the rows alone: not one that was extended, and twice does nothing", async () => {
    await closeDue();
    const soon = new Date(Date.now() + 1500);
    const [due, extended] = [await callOffIn(world, { closesAt: soon }), await callOffIn(world, { closesAt: soon })];
    await db.callOff.update({ where: { id: extended.id }, data: { closesAt: new Date(Date.now() + 86_400_000) } });
    const early = await keepCloses();
    expect(early.done).toEqual({ closed: 0 });
    expect(early.next).toBeGreaterThan(0);
    expect(early.next).toBeLessThanOrEqual(1500);
    expect((await listCallOffs(world.commissioner, { view: "open" })).rows.map(({ id }) => id)).toContain(due.id);
    await new Promise((resolve) => setTimeout(resolve, pauseBefore(early.next)));
    // Between the close and the moment in which its row is moved, nobody reads that it is open.
    const between = await listCallOffs(world.commissioner, { view: "judging" });
    expect(between.rows.find(({ id }) => id === due.id)?.state).toBe("closed");
    expect((await listCallOffs(world.commissioner, { view: "open" })).rows.map(({ id }) => id)).not.toContain(due.id);
    const rounds = await Promise.all([keepCloses(), keepCloses()]);
    expect(rounds.reduce((all, { done }) => all + (done.closed ?? 0), 0)).toBe(1);
    expect((await keepCloses()).done).toEqual({ closed: 0 });
    const rows = await db.callOff.findMany({
      where: { id: { in: [due.id, extended.id] } },
      orderBy: { closesAt: "asc" },
    });
    expect(rows.map(({ state }) => state)).toEqual(["closed", "published"]);
    expect(rows[0]?.closedAt?.getTime()).toBeGreaterThanOrEqual(soon.getTime());
    expect((rows[0]?.closedAt?.getTime() ?? 0) - soon.getTime()).toBeLessThan(5_000);
  });

  test("withdrawing destroys the keys, publishes the end and tells everyone", async () => {
    const made = await ready();
    await publish(made.id);
    const keys = await db.callOffKey.findUniqueOrThrow({ where: { callOffId: made.id } });
    await submitted(made, bidder(0));
    expect(kind(await withdrawCallOff(world.commissioner, { id: made.id, reason: "" }))).toBe("invalid");
    expect(kind(await withdrawCallOff(world.approver, { id: made.id, reason: "No" }))).toBe("forbidden");
    expect(kind(await withdrawCallOff(world.commissioner, { id: made.id, reason: "The money is gone." }))).toBe("done");
    const after = await db.callOffKey.findUniqueOrThrow({ where: { callOffId: made.id } });
    expect(after).toMatchObject({ quality: null, price: null });
    expect(after.destroyedAt).not.toBeNull();
    expect(() =>
      sealQuality(after, newId(), { lotIds: [], answers: [], offers: [], conditions: [], partners: [] }),
    ).toThrow();
    expect(keys.quality).not.toBeNull();
    const kinds = await db.notice.findMany({ where: { callOffId: made.id }, select: { kindCode: true } });
    expect(kinds.map(({ kindCode }) => kindCode).toSorted()).toEqual(["UK12", "UK4"]);
    expect(
      await db.notification.count({ where: { title: "A call-off was withdrawn", userId: bidder(0).editor.id } }),
    ).toBe(1);
  });

  test("below the threshold the end is said on the page of the opportunity, and in no notice of the Act", async () => {
    const made = await ready({ route: "belowThreshold" });
    await publish(made.id);
    expect(await endingNotice(world.commissioner, made.id)).toBeNull();
    expect(kind(await withdrawCallOff(world.commissioner, { id: made.id, reason: "The money is gone." }))).toBe("done");
    const { reference } = await db.callOff.findUniqueOrThrow({ where: { id: made.id } });
    expect(await findOpportunity(visitor, reference)).toMatchObject({
      ...{ state: "withdrawn", endReason: "The money is gone.", endedAt: expect.any(Date) },
      notices: [{ kindCode: "UK4" }],
    });
    const large = await ready();
    expect(await endingNotice(world.commissioner, large.id)).toBeNull();
    await publish(large.id);
    expect(await endingNotice(world.commissioner, large.id)).toBe("UK12");
    expect(await endingNotice(visitor, large.id)).toBeNull();
    // Judged by the threshold of the day of publication, whatever becomes of the estimate.
    await db.callOff.update({ where: { id: large.id }, data: { estimatePence: 663_540_00n } });
    expect(await endingNotice(world.commissioner, large.id)).toBe("UK12");
    await db.callOff.update({ where: { id: large.id }, data: { estimatePence: 663_539_99n } });
    expect(await endingNotice(world.commissioner, large.id)).toBeNull();
  });

  test("a draft is withdrawn quietly; after the close it is too late", async () => {
    const draft = await callOffIn(world, { state: "draft" });
    expect(kind(await withdrawCallOff(world.commissioner, { id: draft.id, reason: "Not needed." }))).toBe("done");
    expect(await db.notice.count({ where: { callOffId: draft.id } })).toBe(0);
    const over = await callOffIn(world, { closesAt: new Date(Date.now() - 1000) });
    expect(kind(await withdrawCallOff(world.commissioner, { id: over.id, reason: "Late." }))).toBe("conflict");
  });

  test("withdraw against submit: a receipt before the end, or none", async () => {
    for (let round = 0; round < 4; round += 1) {
      const made = await callOffIn(world);
      const put = db.$transaction(async (tx) => {
        await tx.$queryRaw`select 1 from "CallOff" where "id" = ${made.id}::uuid for share`;
        const id = newId();
        await tx.tender.create({
          data: {
            ...{ id, reference: `TT-${id.slice(-12)}`, callOffId: made.id, organisationId: bidder(0).organisationId },
            ...{ createdById: bidder(0).editor.id, createdAt: new Date() },
          },
        });
        await tx.submission.create({
          data: {
            ...{ tenderId: id, number: 1, hash: "0".repeat(64), submittedAt: new Date() },
            submittedById: bidder(0).signatory.id,
          },
        });
      });
      const [given, back] = await Promise.allSettled([
        put,
        withdrawCallOff(world.commissioner, { id: made.id, reason: "No." }),
      ]);
      expect(back).toMatchObject({ status: "fulfilled", value: { ok: true } });
      const count = await db.submission.count({ where: { tender: { callOffId: made.id } } });
      expect(count).toBe(given.status === "fulfilled" ? 1 : 0);
      expect((await db.callOffKey.findUniqueOrThrow({ where: { callOffId: made.id } })).quality).toBeNull();
    }
  });
});

describe("alerts", () => {
  test("are a person's own, start and change and stop; unknown places are refused", async () => {
    const { editor } = bidder(0);
    expect(kind(await startWatch(editor, { categoryCodes: "accommodation", placeCodes: ["atlantis"] }))).toBe(
      "invalid",
    );
    expect(kind(await startWatch(editor, { categoryCodes: ["accommodation"], placeCodes: [] }))).toBe("done");
    expect(kind(await startWatch(editor, { categoryCodes: [], placeCodes: ["region-london"] }))).toBe("done");
    expect(await db.opportunityWatch.findMany({ where: { userId: editor.id } })).toMatchObject([
      { categoryCodes: [], placeCodes: ["region-london"] },
    ]);
    for (const actor of [world.commissioner, visitor]) expect(kind(await startWatch(actor, {}))).toBe("forbidden");
    expect(kind(await stopWatch(editor, {}))).toBe("done");
    expect(kind(await stopWatch(editor, {}))).toBe("conflict");
  });

  test("who asked a question is in no history", async () => {
    const made = await callOffIn(world);
    const asked = await askQuestion(bidder(0).editor, { callOffId: made.id, question: "How many?" });
    if (!asked.ok) throw new Error("It was not asked.");
    const [line] = await findHistory(world.auditor, { subject: "clarification", id: asked.value.id });
    expect(line).toMatchObject({ event: "clarification.ask", actorId: null, organisationId: null, person: null });
    const { lines } = await listHistory(world.auditor, {
      subject: "clarification",
      organisation: bidder(0).organisationId,
    });
    expect(lines).toEqual([]);
  });
});
