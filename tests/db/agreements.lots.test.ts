import { beforeAll, describe, expect, test } from "vitest";
import { AgreementTerms } from "@/lib/agreements/clauses/terms";
import { concludeCallOff } from "@/lib/agreements/commands/conclude";
import { terminateAgreement } from "@/lib/agreements/commands/moves";
import { signAgreement } from "@/lib/agreements/commands/sign";
import { findConclusion } from "@/lib/agreements/conclusion/queries";
import { findAgreement, listAgreements, listWaiting } from "@/lib/agreements/queries";
import { type Actor, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { addDays, londonDay } from "@/lib/core/values/moment";
import { coverage } from "@/lib/market/queries";
import { exportAwards, findAward, listAwards } from "@/lib/openness/queries";
import { awardFilter } from "@/lib/openness/schema";
import { wonByTheFirst } from "../support/call-off/standstill";
import { type Players, players } from "../support/call-off/world";
import { done, member, organisation } from "../support/world.calloff";

let world: Players;
let stranger: Actor;
beforeAll(async () => {
  world = await players();
  stranger = await member("authority", await organisation("authority", "Elsewhere"), "commissioner", "approver");
});

const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => (result.ok ? "done" : result.refusal?.kind);
const conclude = async (made: { id: string }) => {
  const { agreements } = done(await concludeCallOff(world.commissioner, { id: made.id }));
  const [first] = agreements;
  if (!first) throw new Error("Nothing was drawn up.");
  return { ...first, agreements };
};
const sign = (actor: Actor, id: string) => signAgreement(actor, { id, signed: "yes" });

describe("concluding", () => {
  test("draws up an agreement for each lot, from the opened price and what the tender promised", async () => {
    const made = await wonByTheFirst(world, { lots: 2, shared: true, mobilisationPence: 33_33n });
    const { agreements } = await conclude(made);
    expect(agreements).toHaveLength(2);
    const found = await findAgreement(world.commissioner, agreements[1]?.id ?? "");
    expect(found).toMatchObject({
      ...{ state: "drafting", valuePence: 120n * 100_01n + 33_33n, vatPence: 240_691n, signedAt: null },
      lot: { number: 2, title: "Lot 2" },
      callOff: { id: made.id },
      supplierId: made.winner.organisationId,
      title: "Homes for people leaving prison: Lot 2",
    });
    expect(found?.payments).toMatchObject([
      { kind: "unit", unit: "week", volume: 120, unitPence: 100_01n, amountPence: 1_200_120n, vatPence: 240_024n },
      { kind: "mobilisation", unit: null, volume: 1, amountPence: 33_33n, vatPence: 667n },
    ]);
    const terms = AgreementTerms.parse(found?.terms?.facts);
    expect(terms).toMatchObject({ volume: 120, unitPence: 100_01n, lot: { places: ["London (probation region)"] } });
    expect(terms.funders.map(({ shareBp, pence }) => [shareBp, pence])).toEqual([
      [6000, 866_486n],
      [4000, 577_657n],
    ]);
    expect((await db.callOff.findUniqueOrThrow({ where: { id: made.id } })).state).toBe("concluded");
    const told = await db.notification.findMany({
      where: { href: `/agreements/${found?.id}` },
      select: { userId: true },
    });
    expect(told.map(({ userId }) => userId)).toEqual(
      expect.arrayContaining([made.winner.signatory.id, world.commissioner.id, world.approver.id]),
    );
  });

  test("is refused before the standstill is over, while a challenge is open, and to whoever may not", async () => {
    const early = await wonByTheFirst(world, { endsOn: addDays(londonDay(new Date()), 1) });
    expect(kindOf(await concludeCallOff(world.commissioner, { id: early.id }))).toBe("conflict");
    const made = await wonByTheFirst(world);
    expect(kindOf(await concludeCallOff(world.approver, { id: made.id }))).toBe("forbidden");
    expect(kindOf(await concludeCallOff(world.funder, { id: (await wonByTheFirst(world, { shared: true })).id }))).toBe(
      "forbidden",
    );
    for (const actor of [stranger, visitor, made.winner.signatory])
      expect(kindOf(await concludeCallOff(actor, { id: made.id }))).toBe("missing");
    const challenge = await db.challenge.create({
      data: {
        ...{ id: newId(), callOffId: made.id, organisationId: made.loser.organisationId, grounds: "The score." },
        ...{ receivedAt: new Date(), recordedById: world.commissioner.id },
      },
    });
    expect(kindOf(await concludeCallOff(world.commissioner, { id: made.id }))).toBe("conflict");
    await db.challenge.update({
      where: { id: challenge.id },
      data: { state: "dismissed", outcome: "It stands.", decidedById: world.approver.id, decidedAt: new Date() },
    });
    done(await concludeCallOff(world.commissioner, { id: made.id }));
  });

  test("is refused when the price approved is not the tender's, and to whoever declared a conflict", async () => {
    const made = await wonByTheFirst(world);
    await db.lotAward.create({
      data: {
        ...{ lotId: made.lotIds[0] ?? "", version: 2, callOffId: made.id, tenderId: made.tenderId, reason: "Again." },
        ...{ ranking: {}, concentration: {}, pricePence: 1n, vatPence: 0n },
        ...{ proposedById: world.commissioner.id, proposedAt: new Date() },
      },
    });
    expect(await concludeCallOff(world.commissioner, { id: made.id })).toMatchObject({
      refusal: { kind: "conflict", message: expect.stringContaining("lot 1") },
    });
    const other = await wonByTheFirst(world);
    await db.callOffDeclaration.create({
      data: {
        ...{ id: newId(), callOffId: other.id, userId: world.commissioner.id, conflicted: true, detail: "A cousin." },
        declaredAt: new Date(Date.now() + 1000),
      },
    });
    expect(kindOf(await concludeCallOff(world.commissioner, { id: other.id }))).toBe("conflict");
    expect(await db.agreement.count({ where: { callOffId: { in: [made.id, other.id] } } })).toBe(0);
  });

  test("shows who won and what is in the way, to whoever may see the file", async () => {
    const tomorrow = addDays(londonDay(new Date()), 1);
    const made = await wonByTheFirst(world, { endsOn: tomorrow });
    const found = await findConclusion(world.commissioner, made.id);
    expect(found).toMatchObject({
      ...{ over: false, challenges: 0, from: addDays(tomorrow, 1) },
      lots: [{ number: 1, award: { tender: { organisation: { name: made.winner.name } } } }],
    });
    for (const actor of [stranger, visitor, made.winner.signatory])
      expect(await findConclusion(actor, made.id)).toBeNull();
    const over = await wonByTheFirst(world);
    const asked = (await listWaiting(world.commissioner)).map(({ href }) => href);
    expect(asked).toContain(`/call-offs/${over.id}/conclude`);
    expect(asked).not.toContain(`/call-offs/${made.id}/conclude`);
    expect((await listWaiting(stranger)).map(({ href }) => href)).not.toContain(`/call-offs/${over.id}/conclude`);
  });

  test("pressed by two at once draws up once", async () => {
    const made = await wonByTheFirst(world);
    const results = await Promise.all(
      [world.commissioner, world.colleague].map((actor) => concludeCallOff(actor, { id: made.id })),
    );
    expect(results.map(kindOf).toSorted()).toEqual(["conflict", "done"]);
    expect(await db.agreement.count({ where: { callOffId: made.id } })).toBe(1);
  });
});

describe("signing", () => {
  test("takes both sides, once each, and then it binds and the public is told", async () => {
    const made = await wonByTheFirst(world);
    const { id, reference } = await conclude(made);
    expect((await listWaiting(made.winner.signatory)).map(({ href }) => href)).toContain(`/agreements/${id}`);
    expect((await listWaiting(world.approver)).map(({ href }) => href)).toContain(`/agreements/${id}`);
    expect(kindOf(await signAgreement(world.approver, { id }))).toBe("invalid");
    expect(done(await sign(world.approver, id))).toMatchObject({ both: false });
    expect(await sign(world.commissioner, id)).toMatchObject({ refusal: { kind: "conflict" } });
    expect((await listWaiting(world.approver)).map(({ href }) => href)).not.toContain(`/agreements/${id}`);
    expect(await findAward(visitor, reference)).toBeNull();
    expect(done(await sign(made.winner.signatory, id))).toMatchObject({ both: true });
    expect(await findAgreement(world.commissioner, id)).toMatchObject({
      ...{ state: "signed", buyerSignedById: world.approver.id, supplierSignedById: made.winner.signatory.id },
      signedById: made.winner.signatory.id,
    });
    expect(await sign(made.winner.signatory, id)).toMatchObject({ refusal: { kind: "conflict" } });
    const notice = await db.notice.findFirstOrThrow({ where: { callOffId: made.id, kindCode: "UK7" } });
    expect(JSON.stringify(notice.facts)).toContain(reference);
    const award = await findAward(visitor, reference);
    expect(award).toMatchObject({
      ...{ reference, state: "signed", callOff: { route: "marketCompetition" } },
      lot: { number: 1, _count: { tenders: 2 }, shares: [{ shareBp: 10_000 }] },
    });
    const shown = JSON.stringify(award, (_, value) => (typeof value === "bigint" ? String(value) : value));
    expect(shown).not.toMatch(/unitPence|"volume"|10001|12345/);
    expect(shown).not.toContain(made.loser.name);
  });

  test("publishes no notice of the Act for a contract that is too small for one", async () => {
    const made = await wonByTheFirst(world);
    await db.callOff.update({ where: { id: made.id }, data: { estimatePence: 9_000_00n } });
    const { id, reference } = await conclude(made);
    done(await sign(world.approver, id));
    expect(done(await sign(made.winner.signatory, id))).toMatchObject({ both: true });
    expect(await db.notice.count({ where: { callOffId: made.id, kindCode: "UK7" } })).toBe(0);
    expect(await findAward(visitor, reference)).toMatchObject({ reference, state: "signed" });
  });

  test("at the same moment by both sides, and twice by each, binds once", async () => {
    const made = await wonByTheFirst(world);
    const { id } = await conclude(made);
    const results = await Promise.all(
      [world.approver, world.commissioner, made.winner.signatory, made.winner.signatory].map((actor) =>
        sign(actor, id),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    expect(results.filter((result) => result.ok && result.value.both)).toHaveLength(1);
    expect((await findAgreement(world.commissioner, id))?.state).toBe("signed");
    expect(await db.notice.count({ where: { callOffId: made.id, kindCode: "UK7" } })).toBe(1);
    expect(await db.auditEvent.count({ where: { subjectId: id, event: "agreement.sign" } })).toBe(1);
  });

  test("is for the two sides alone; a losing charity and another authority see nothing", async () => {
    const made = await wonByTheFirst(world, { shared: true });
    const { id, reference } = await conclude(made);
    for (const actor of [stranger, visitor, made.loser.signatory] satisfies Actor[]) {
      expect(await findAgreement(actor, id)).toBeNull();
      expect(kindOf(await sign(actor, id))).toBe("missing");
      expect(kindOf(await terminateAgreement(actor, { id, reason: "x" }))).toBe("missing");
      expect(await findAward(actor, reference)).toBeNull();
    }
    expect((await listAgreements(made.loser.signatory)).total).toBe(0);
    expect(await findAgreement(world.funderApprover, id)).not.toBeNull();
    for (const actor of [world.funderApprover, world.one, made.winner.editor])
      expect(kindOf(await sign(actor, id))).toBe("forbidden");
  });

  test("is refused to an officer who declared a conflict", async () => {
    const made = await wonByTheFirst(world);
    const { id } = await conclude(made);
    await db.callOffDeclaration.create({
      data: {
        ...{ id: newId(), callOffId: made.id, userId: world.approver.id, conflicted: true, detail: "A cousin." },
        declaredAt: new Date(Date.now() + 1000),
      },
    });
    expect(kindOf(await sign(world.approver, id))).toBe("conflict");
    done(await sign(world.commissioner, id));
  });

  test("is refused while the provider is suspended from the market that it won in", async () => {
    const made = await wonByTheFirst(world);
    const { id } = await conclude(made);
    const membership = (state: "suspended" | "active") =>
      db.membership.updateMany({ where: { organisationId: made.winner.organisationId }, data: { state } });
    await membership("suspended");
    expect(kindOf(await sign(made.winner.signatory, id))).toBe("conflict");
    await membership("active");
    done(await sign(made.winner.signatory, id));
  });

  test("can be turned down by either side, with a reason, and then nothing of it is public and no money is held", async () => {
    const made = await wonByTheFirst(world);
    await db.commitment.create({
      data: { id: newId(), budgetId: world.budgetId, callOffId: made.id, pence: 100n, committedAt: new Date() },
    });
    await db.budget.update({ where: { id: world.budgetId }, data: { committedPence: { increment: 100n } } });
    const { id, reference } = await conclude(made);
    done(await sign(world.approver, id));
    expect(kindOf(await terminateAgreement(made.winner.signatory, { id, reason: "" }))).toBe("invalid");
    const results = await Promise.all(
      [
        terminateAgreement(made.winner.signatory, { id, reason: "We lost our building." }),
        terminateAgreement(world.commissioner, { id, reason: "They lost their building." }),
      ].map(async (result) => kindOf(await result)),
    );
    expect(results.toSorted()).toEqual(["conflict", "done"]);
    expect(await sign(made.winner.signatory, id)).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await findAward(visitor, reference)).toBeNull();
    expect(await db.commitment.count({ where: { callOffId: made.id, releasedAt: null } })).toBe(0);
  });

  test("a grant owes no details notice, and carries no VAT", async () => {
    const made = await wonByTheFirst(world, { route: "grantRound", instrument: "grant" });
    const { id } = await conclude(made);
    expect(await findAgreement(world.commissioner, id)).toMatchObject({ instrument: "grant", vatPence: 0n });
    done(await sign(made.winner.signatory, id));
    done(await sign(world.commissioner, id));
    expect(await db.notice.count({ where: { callOffId: made.id, kindCode: "UK7" } })).toBe(0);
  });
});

test("no draft is in any public list, file or figure", async () => {
  const buyer = (await db.organisation.findUniqueOrThrow({ where: { id: world.authorityId } })).reference;
  const before = await Promise.all([listAwards(visitor, awardFilter({ buyer })), coverage(visitor)]);
  const made = await wonByTheFirst(world);
  const { id, reference } = await conclude(made);
  const drafted = await Promise.all([listAwards(visitor, awardFilter({ buyer })), coverage(visitor)]);
  expect([drafted[0].total, drafted[1].totals.awards]).toEqual([before[0].total, before[1].totals.awards]);
  expect((await exportAwards(visitor, awardFilter({ buyer }))).map((row) => row.reference)).not.toContain(reference);
  done(await sign(made.winner.signatory, id));
  done(await sign(world.commissioner, id));
  const after = await Promise.all([listAwards(visitor, awardFilter({ buyer })), coverage(visitor)]);
  expect([after[0].total, after[1].totals.awards]).toEqual([before[0].total + 1, before[1].totals.awards + 1]);
});

test("the database keeps the terms and a signature as they are", async () => {
  const made = await wonByTheFirst(world);
  const { id } = await conclude(made);
  await expect(db.agreementTerms.update({ where: { agreementId: id }, data: { facts: {} } })).rejects.toThrow();
  done(await sign(made.winner.signatory, id));
  await expect(db.agreement.update({ where: { id }, data: { supplierSignedAt: new Date() } })).rejects.toThrow();
  await expect(
    db.agreement.update({ where: { id }, data: { state: "signed", signedAt: new Date() } }),
  ).rejects.toThrow();
});
