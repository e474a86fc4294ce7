import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { system } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { addDays, londonDay } from "@/lib/core/values/moment";
import { agreeToShare } from "@/lib/register/consortium/commands/answer";
import { startConsortium } from "@/lib/register/consortium/commands/plan";
import { lapseMembership, renewMembership } from "@/lib/register/membership/commands/lapse";
import { leaveMembership } from "@/lib/register/membership/commands/leave";
import { proposeRemoval, removeMembership } from "@/lib/register/membership/commands/removal";
import { resumeMembership, suspendMembership } from "@/lib/register/membership/commands/suspend";
import { buyable } from "@/lib/register/membership/policy";
import { answerCondition } from "@/lib/register/profile/commands/answers";
import { saveProfile } from "@/lib/register/profile/commands/profile";
import { saveCapacity } from "@/lib/register/service/commands/capacity";
import { saveRates } from "@/lib/register/service/commands/rates";
import { withdrawRates } from "@/lib/register/service/commands/rates-later";
import { approveService } from "@/lib/register/service/commands/review";
import {
  confirmService,
  makeStale,
  pauseService,
  resumeService,
  withdrawService,
} from "@/lib/register/service/commands/stand";
import { done, profile, rateLine } from "@/tests/support/charity";
import { sentService, somebody, standingMember, standingRegister } from "@/tests/support/register";

const reason = "The safeguarding lead has left and nobody has taken over.";
const today = londonDay(new Date());
const inDays = (days: number) => addDays(today, days);

const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

type Member = Awaited<ReturnType<typeof standingMember>>;
let one: Member;
beforeEach(async () => {
  one = await standingMember();
});

const generation = async () =>
  Number((await owner.query(`select "generation" from "SearchState"`)).rows[0]?.generation);
const changedSince = async (since: number) =>
  (
    await owner.query<{ generation: string; serviceId: string }>(
      `select "generation", "serviceId" from "SearchChange" where "generation" > $1 order by 1, 2`,
      [since],
    )
  ).rows.map((row) => ({ generation: Number(row.generation), serviceId: row.serviceId }));
const card = async (serviceId = one.serviceId) => {
  const { rows } = await owner.query(`select "card" from "SearchDocument" where "serviceId" = $1`, [serviceId]);
  return rows[0] ? JSON.parse(rows[0].card) : null;
};

/** What stands written is what would be written now, for exactly what can be bought. */
async function isRight() {
  const expected = await db.service.findMany({ where: buyable(), select: { id: true }, orderBy: { id: "asc" } });
  const { rows } = await owner.query(`select "serviceId" as id from "SearchDocument" order by 1`);
  expect(rows).toEqual(expected);
  const all = async () => [
    (await owner.query(`select * from "SearchDocument" order by "serviceId"`)).rows,
    (await owner.query(`select * from "SearchPrice" order by "serviceId", "rateCardId", "unit"`)).rows,
  ];
  const standing = await all();
  await owner.query("begin");
  await owner.query(`select write_search_documents(array(select "id" from "Service"))`);
  const anew = await all();
  await owner.query("rollback");
  expect(standing).toEqual(anew);
  expect((await owner.query(`select 1 from "SearchTouched"`)).rowCount).toBe(0);
}

/** Does it, and says what it changed: in one generation, or in none. */
async function changes(work: () => Promise<unknown>) {
  const before = await generation();
  await work();
  await isRight();
  const changed = await changedSince(before);
  expect(await generation()).toBe(before + (changed.length > 0 ? 1 : 0));
  expect(changed.every((row) => row.generation === before + 1)).toBe(true);
  return changed.map(({ serviceId }) => serviceId);
}

const capacity = async (openPlaces: string, serviceId = one.serviceId) => {
  const { capacityAsOf } = await db.service.findUniqueOrThrow({
    where: { id: serviceId },
    select: { capacityAsOf: true },
  });
  return saveCapacity(one.signatory, {
    serviceId,
    version: capacityAsOf?.getTime() ?? 0,
    places: "20",
    openPlaces,
    waitDays: "3",
  });
};
const suspend = () => suspendMembership(one.assessor, { membershipId: one.membershipId, reason, endsOn: inDays(30) });
const rates = (version: number, more: object = {}) =>
  saveRates(one.signatory, { serviceId: one.serviceId, version, lines: [rateLine], uplifts: [], ...more });

describe("a document stands for exactly what can be bought", () => {
  test("a service that is paused, resumed, grows stale, is confirmed and is withdrawn", async () => {
    const { serviceId, signatory } = one;
    const only = [serviceId];
    expect(await card()).toMatchObject({ id: serviceId, openPlaces: 4 });
    expect(await changes(() => done(pauseService(signatory, { serviceId })))).toEqual(only);
    expect(await card()).toBeNull();
    expect(await changes(() => done(resumeService(signatory, { serviceId })))).toEqual(only);
    const confirmedBefore = new Date(Date.now() + 60_000);
    expect(await changes(() => done(makeStale(system, { serviceId, confirmedBefore })))).toEqual(only);
    expect(await card()).toBeNull();
    expect(await changes(() => done(confirmService(signatory, { serviceId })))).toEqual(only);
    expect(await card()).not.toBeNull();
    expect(await changes(() => done(withdrawService(signatory, { serviceId, reason })))).toEqual(only);
    expect(await card()).toBeNull();
  });

  test("a service that is sent and approved", async () => {
    const { parts } = await standingRegister();
    const before = await generation();
    const id = await sentService(one.organisationId, parts[0]?.id ?? "", { title: "A second way" });
    expect(await generation()).toBe(before);
    expect(await changes(() => done(approveService(one.assessor, { serviceId: id })))).toEqual([id]);
    expect(await card(id)).toMatchObject({ title: "A second way" });
  });

  test("what is free", async () => {
    expect(await changes(() => done(capacity("9")))).toEqual([one.serviceId]);
    expect(await card()).toMatchObject({ openPlaces: 9, places: 20, waitDays: 3 });
  });

  test("a membership that is suspended, resumed, lapses, is renewed and is removed", async () => {
    const { membershipId, assessor, admin } = one;
    const only = [one.serviceId];
    expect(await changes(() => done(suspend()))).toEqual(only);
    expect(await card()).toBeNull();
    expect(await changes(() => done(resumeMembership(assessor, { membershipId })))).toEqual(only);
    expect(await changes(() => done(lapseMembership(assessor, { membershipId, reason })))).toEqual(only);
    expect(await card()).toBeNull();
    expect(await changes(() => done(renewMembership(assessor, { membershipId })))).toEqual(only);
    const proposed = { membershipId, ground: "conditions", reason, endsOn: inDays(20) };
    expect(await changes(() => done(proposeRemoval(assessor, proposed)))).toEqual(only);
    const removed = () =>
      atTime(new Date(Date.now() + 30 * 86_400_000), () => done(removeMembership(admin, { membershipId, reason })));
    expect(await changes(removed)).toEqual([]);
    expect(await card()).toBeNull();
  });

  test("a member that leaves", async () => {
    const leave = () => done(leaveMembership(one.signatory, { membershipId: one.membershipId, reason: "" }));
    expect(await changes(leave)).toEqual([one.serviceId]);
  });

  test("who offers it: its name and its profile", async () => {
    const { organisationId, signatory } = one;
    const rename = () =>
      db.organisation.update({ where: { id: organisationId }, data: { name: "Zephyr" }, select: { id: true } });
    expect(await changes(rename)).toEqual([one.serviceId]);
    expect(await card()).toMatchObject({ organisation: { name: "Zephyr" } });
    const editor = await somebody("provider", ["editor"], organisationId);
    expect(await changes(() => done(saveProfile(editor, profile)))).toEqual([one.serviceId]);
    expect(await card()).toMatchObject({ vcse: true, led: true });
    expect(await changes(() => done(saveProfile(signatory, { ...profile, version: 1, vcse: "no" })))).toEqual([
      one.serviceId,
    ]);
    expect(await card()).toMatchObject({ vcse: false });
  });

  test("its prices: those that follow, and their withdrawal", async () => {
    expect(await card()).toMatchObject({ prices: [] });
    const publish = () =>
      db.rateCard.updateMany({ where: { serviceId: one.serviceId }, data: { publishedAt: new Date() } });
    expect(await changes(publish)).toEqual([one.serviceId]);
    expect(await card()).toMatchObject({ prices: [{ unit: "hour", pence: "4500", from: today, to: null }] });
    expect(await changes(() => done(rates(1, { validFrom: inDays(30) })))).toEqual([one.serviceId]);
    expect((await card()).prices.map(({ to }: { to: string | null }) => to)).toEqual([inDays(29), null]);
    const later = await db.rateCard.findFirstOrThrow({
      where: { serviceId: one.serviceId, validFrom: new Date(inDays(30)) },
      select: { id: true },
    });
    const away = () => done(withdrawRates(one.signatory, { serviceId: one.serviceId, rateCardId: later.id }));
    expect(await changes(away)).toEqual([one.serviceId]);
    expect((await card()).prices).toHaveLength(1);
  });

  test("an answer that runs out", async () => {
    const { conditions } = await standingRegister();
    const open = await db.condition.findFirstOrThrow({
      where: { id: { in: conditions.map(({ id }) => id) }, kind: "question" },
      select: { id: true },
    });
    const give = () =>
      done(
        answerCondition(one.signatory, {
          conditionId: open.id,
          version: 0,
          met: "yes",
          text: "We have a policy.",
          expiresOn: inDays(50),
        }),
      );
    expect(await changes(give)).toEqual([one.serviceId]);
    expect(await card()).toMatchObject({ evidenceUntil: inDays(50) });
  });

  test("a consortium that is formed", async () => {
    const other = await standingMember();
    const { reference } = await db.organisation.findUniqueOrThrow({
      where: { id: other.organisationId },
      select: { reference: true },
    });
    const { id } = await done(
      startConsortium(one.signatory, {
        name: "Two Rivers Together",
        purpose: "We find homes and keep people in them, on both banks.",
        ownShare: "66.67",
        ownDoes: "Finds the homes",
        partners: [{ who: reference, share: "33.33", does: "Keeps people in them" }],
      }),
    );
    const partner = await db.consortiumPartner.findFirstOrThrow({
      where: { consortiumId: id, organisationId: other.organisationId },
    });
    expect(await changes(() => done(agreeToShare(other.signatory, { partnerId: partner.id, signed: "yes" })))).toEqual(
      [],
    );
  });
});

describe("a transaction is one change, or none", () => {
  test("of everything that it touched", async () => {
    const two = await standingMember();
    const both = [one.serviceId, two.serviceId].toSorted();
    const work = () =>
      db.$transaction(async (tx) => {
        await tx.service.updateMany({ where: { id: { in: both } }, data: { openPlaces: 1 } });
        await tx.service.updateMany({ where: { id: { in: both } }, data: { openPlaces: 2 } });
        await tx.organisation.updateMany({ where: { id: two.organisationId }, data: { name: "Twice" } });
      });
    expect(await changes(work)).toEqual(both);
  });

  test("and leaves nothing when it is undone", async () => {
    const undone = db.$transaction(async (tx) => {
      await tx.service.updateMany({ where: { id: one.serviceId }, data: { openPlaces: 3 } });
      throw new Error("Undone");
    });
    expect(await changes(() => expect(undone).rejects.toThrow("Undone"))).toEqual([]);
  });

  test("and is none where nothing that can be found has changed", async () => {
    const { serviceId, organisationId, membershipId } = one;
    const { parts } = await standingRegister();
    const hidden = await sentService(organisationId, parts[0]?.id ?? "");
    const write = (data: object) => db.service.updateMany({ where: { id: serviceId }, data });
    expect(await changes(() => write({ confirmedAt: new Date() }))).toEqual([]);
    expect(await changes(() => db.service.updateMany({ where: { id: hidden }, data: { openPlaces: 1 } }))).toEqual([]);
    expect(
      await changes(() =>
        db.organisation.updateMany({ where: { id: organisationId }, data: { address: "Elsewhere" } }),
      ),
    ).toEqual([]);
    await db.membership.updateMany({ where: { id: membershipId }, data: { state: "suspended" } });
    expect(await changes(() => write({ openPlaces: 2 }))).toEqual([]);
    expect(
      await changes(() => db.organisation.updateMany({ where: { id: organisationId }, data: { name: "Hidden" } })),
    ).toEqual([]);
  });

  test("the application may read what the search knows, and write none of it", async () => {
    const app = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await app.connect();
    for (const table of ["SearchDocument", "SearchPrice", "SearchState", "SearchChange"])
      for (const sql of [`delete from "${table}"`, `truncate "${table}"`, `insert into "${table}" default values`])
        await expect(app.query(sql)).rejects.toMatchObject({ code: "42501" });
    await expect(app.query(`update "SearchState" set "generation" = 0`)).rejects.toMatchObject({ code: "42501" });
    await app.end();
  });
});

describe("two transactions at once", () => {
  const session = async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query("begin");
    return client;
  };
  const moves = {
    suspended: () => [`update "Membership" set "state" = 'suspended' where "id" = $1`, one.membershipId],
    active: () => [`update "Membership" set "state" = 'active' where "id" = $1`, one.membershipId],
    full: () => [`update "Service" set "openPlaces" = 0 where "id" = $1`, one.serviceId],
    published: () => [`update "Service" set "state" = 'published' where "id" = $1`, one.serviceId],
    paused: () => [`update "Service" set "state" = 'paused' where "id" = $1`, one.serviceId],
    renamed: () => [`update "Organisation" set "name" = 'Another name' where "id" = $1`, one.organisationId],
    small: () => [
      `insert into "Provider" ("organisationId", "size", "incomePence", "incomeYear", "staffFte", "vcse", "about", "areaOfBenefit", "coDesign", "updatedAt")
        values ($1, 'small', 1, 2025, 1, true, '', '', '', now())`,
      one.organisationId,
    ],
  } satisfies Record<string, () => [string, string]>;
  type Move = keyof typeof moves;

  test.each<[first: Move, second: Move, before: Move | null]>([
    ["suspended", "full", null],
    ["full", "suspended", null],
    ["suspended", "published", "paused"],
    ["published", "suspended", "paused"],
    ["published", "active", "paused"],
    ["renamed", "published", "paused"],
    ["published", "renamed", "paused"],
    ["small", "renamed", null],
    ["published", "small", "paused"],
    ["paused", "renamed", null],
  ])("%s and %s", async (first, second, before) => {
    const move = async (client: pg.Client | pg.ClientBase, name: Move) => {
      const [sql, id] = moves[name]();
      await client.query(sql ?? "", [id]);
    };
    if (before) await move(owner, before);
    const [a, b] = [await session(), await session()];
    await move(a, first);
    await move(b, second);
    await a.query("commit");
    await b.query("commit");
    await Promise.all([a.end(), b.end()]);
    await isRight();
  });

  test("a service that is written while its membership is suspended", async () => {
    const [a, b] = [await session(), await session()];
    const serviceId = newId();
    const copy = (table: string, of: string, changed: object) =>
      b.query(
        `insert into "${table}" select (jsonb_populate_record(was, $2::jsonb)).* from "${table}" was where "${of}" = $1`,
        [one.serviceId, JSON.stringify(changed)],
      );
    const own = { id: newId(), serviceId };
    const blank = { state: "draft", publishedId: null, rateCardId: null };
    await copy("Service", "id", { ...blank, id: serviceId, reference: "TS-COPY" });
    await copy("ServiceVersion", "serviceId", own);
    await copy("RateCard", "serviceId", own);
    await b.query(`update "Service" set "publishedId" = $2, "rateCardId" = $2, "state" = 'inReview' where "id" = $1`, [
      serviceId,
      own.id,
    ]);
    await b.query(`update "Service" set "state" = 'published' where "id" = $1`, [serviceId]);
    await a.query(`update "Membership" set "state" = 'suspended' where "id" = $1`, [one.membershipId]);
    await b.query("commit");
    await a.query("commit");
    await Promise.all([a.end(), b.end()]);
    await isRight();
  });

  test("eight writers: one number each, none left out, in the order of the commits, and no deadlock", async () => {
    const members = [one, await standingMember(), await standingMember()];
    const before = await generation();
    const rounds = 12;
    const writer = async (at: number) => {
      for (let round = 0; round < rounds; round += 1) {
        const member = members[(at + round) % members.length] ?? one;
        await db.$transaction(async (tx) => {
          if (at % 4 === 3)
            await tx.organisation.update({
              where: { id: member.organisationId },
              data: { name: `Name ${at}-${round}` },
              select: { id: true },
            });
          else
            await tx.service.update({
              where: { id: member.serviceId },
              data: { openPlaces: round % 10, waitDays: at * 100 + round },
              select: { id: true },
            });
        });
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, at) => writer(at)));
    const changed = await changedSince(before);
    expect(changed.map((row) => row.generation - before)).toEqual(
      Array.from({ length: 8 * rounds }, (_, at) => at + 1),
    );
    await isRight();
  });
});
