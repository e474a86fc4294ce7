import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { addDays, londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { lapseMembership, renewMembership } from "@/lib/register/membership/commands/lapse";
import { resumeMembership, suspendMembership } from "@/lib/register/membership/commands/suspend";
import { pauseService, resumeService, withdrawService } from "@/lib/register/service/commands/stand";
import { keepSearch } from "@/lib/search/live/keeping";
import { engine, settled, startIndex, stopIndex } from "@/lib/search/live/serving";
import { listForExport, search } from "@/lib/search/queries/search";
import { suggest } from "@/lib/search/queries/suggest";
import { everything } from "@/lib/search/schema";
import { typescript } from "../../scripts/support/child.mjs";
import { done } from "../support/charity";
import { standingMember } from "../support/register";
import type { Told, Wanted } from "../support/search-process";
import { chance, smallRegister } from "../support/small-register";

const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
const all = everything;
const reason = "The safeguarding lead has left and nobody has taken over.";

beforeAll(async () => {
  await owner.connect();
  await smallRegister(await reference(), chance(5), 150);
}, 60_000);
afterAll(() => owner.end());
afterEach(stopIndex);

/** Until something is so, and how long that took. */
async function until(isSo: () => Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > 20_000) throw new Error("It never came to be so.");
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  return performance.now() - began;
}

const serving = async () => (await engine()).name;
const total = async () => (await search(visitor, all)).total;
const truth = async () => Number((await owner.query(`select count(*) from "SearchDocument"`)).rows[0]?.count);
const cutConnections = () =>
  owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'throughcare-search'`,
  );
/** Somebody else's commit, of which no commit of this process tells. */
const elsewhere = (sql: string, values: unknown[] = []) => owner.query(sql, values);
const firstShown = async () =>
  (await owner.query<{ id: string }>(`select "serviceId" as id from "SearchDocument" order by 1 limit 1`)).rows[0]?.id;

describe("in the process that commits", () => {
  test("what can no longer be bought is nowhere from the moment that the command returns, and back when it is", async () => {
    const member = await standingMember();
    const { serviceId, membershipId, signatory, assessor, organisationId } = member;
    await db.organisation.update({
      where: { id: organisationId },
      data: { name: "Quicksilver" },
      select: { id: true },
    });
    startIndex({ from: 0 });
    await settled();
    const words = { ...all, words: "quicksilver" };
    const places = async () => {
      expect(await serving()).toBe("index");
      const [found, everywhere, exported, hinted] = await Promise.all([
        search(visitor, words),
        search(visitor, all, { take: 500 }),
        listForExport(visitor, all),
        suggest(visitor, "quicks"),
      ]);
      return [
        found.total === 1,
        everywhere.results.some(({ id }) => id === serviceId),
        exported.some(({ id }) => id === serviceId),
        hinted.length > 0,
        everywhere.total === (await truth()),
      ];
    };
    const endsOn = addDays(londonDay(new Date()), 20);
    const [shown, hidden] = [
      [true, true, true, true, true],
      [false, false, false, false, true],
    ];
    expect(await places()).toEqual(shown);
    for (let round = 0; round < 4; round += 1) {
      await done(pauseService(signatory, { serviceId }));
      expect(await places()).toEqual(hidden);
      await done(resumeService(signatory, { serviceId }));
      expect(await places()).toEqual(shown);
      await done(suspendMembership(assessor, { membershipId, reason, endsOn }));
      expect(await places()).toEqual(hidden);
      await done(resumeMembership(assessor, { membershipId }));
      expect(await places()).toEqual(shown);
      await done(lapseMembership(assessor, { membershipId, reason }));
      expect(await places()).toEqual(hidden);
      await done(renewMembership(assessor, { membershipId }));
      expect(await places()).toEqual(shown);
    }
    await done(withdrawService(signatory, { serviceId, reason }));
    expect(await places()).toEqual(hidden);
  });

  test("many search while it commits: none who began after it is shown what was before", async () => {
    const { serviceId, signatory } = await standingMember();
    startIndex({ from: 0 });
    await settled();
    for (let round = 0; round < 10; round += 1) {
      const rush = Array.from({ length: 30 }, () => search(visitor, all));
      await done((round % 2 === 0 ? pauseService : resumeService)(signatory, { serviceId }));
      const expected = await truth();
      const after = await Promise.all(Array.from({ length: 30 }, () => search(visitor, all)));
      expect(after.map((page) => page.total)).toEqual(after.map(() => expected));
      await Promise.all(rush);
    }
  });
});

describe("what others commit", () => {
  test("is learned from a notice, and by asking where the notice was missed", async () => {
    startIndex({ from: 0 });
    await settled();
    const id = await firstShown();
    await elsewhere(`update "Service" set "state" = 'paused' where "id" = $1`, [id]);
    const now = await truth();
    await until(async () => (await total()) === now);

    // As the trigger does, but for the notice.
    await elsewhere(`alter table "SearchTouched" disable trigger settle_search`);
    await elsewhere(`update "Service" set "state" = 'published' where "id" = $1`, [id]);
    await elsewhere(`alter table "SearchTouched" enable trigger settle_search`);
    await elsewhere("begin");
    await elsewhere(`delete from "SearchTouched"`);
    await elsewhere(`select write_search_documents(array[$1::uuid])`, [id]);
    await elsewhere(`update "SearchState" set "generation" = "generation" + 1`);
    await elsewhere(`insert into "SearchChange" select "generation", $1 from "SearchState"`, [id]);
    await elsewhere("commit");
    const later = await truth();
    expect(later).toBe(now + 1);
    await until(async () => (await total()) === later);
    expect(await serving()).toBe("index");
  });

  test("and forgotten since: everything is read again", async () => {
    startIndex({ from: 0 });
    await settled();
    await elsewhere("begin");
    await elsewhere(`update "Service" set "state" = 'paused' where "id" = $1`, [await firstShown()]);
    await elsewhere(`set constraints all immediate`);
    await elsewhere(`delete from "SearchChange"`);
    await elsewhere("commit");
    const now = await truth();
    await settled();
    expect([await serving(), await total()]).toEqual(["index", now]);
    expect(await keepSearch()).toEqual({ forgotten: 0 });
  });
});

describe("when it cannot be sure", () => {
  test("a register that is too small has no index, until it has grown", async () => {
    const few = await truth();
    startIndex({ from: few + 1 });
    await settled();
    expect([await serving(), await total()]).toEqual(["database", few]);
    await standingMember();
    await settled();
    expect([await serving(), await total()]).toEqual(["index", few + 1]);
  });

  test("a connection that was cut: SQL answers at once, the index again when it has caught up", async () => {
    startIndex({ from: 0 });
    await settled();
    for (let round = 0; round < 3; round += 1) {
      await cutConnections();
      const id = await firstShown();
      await elsewhere(`update "Service" set "state" = 'paused' where "id" = $1`, [id]);
      await until(async () => (await total()) === (await truth()));
      await until(async () => (await serving()) === "index");
      expect(await total()).toBe(await truth());
      await elsewhere(`update "Service" set "state" = 'published' where "id" = $1`, [id]);
    }
  });

  test("a connection that looks alive and says nothing is trusted for two seconds, and by its own commits not at all", async () => {
    const { serviceId, signatory } = await standingMember();
    const wire = await silentWire(process.env.DATABASE_URL ?? "");
    const straight = process.env.DATABASE_URL;
    process.env.DATABASE_URL = wire.url;
    try {
      startIndex({ from: 0 });
      await settled();
      expect(await serving()).toBe("index");
      wire.silence();
      await done(pauseService(signatory, { serviceId }));
      expect(await total()).toBe(await truth());
      await until(async () => (await serving()) === "database");
      await elsewhere(`update "Service" set "state" = 'published' where "id" = $1`, [serviceId]);
      expect(await total()).toBe(await truth());
      await until(async () => (await serving()) === "index");
      expect(await total()).toBe(await truth());
    } finally {
      process.env.DATABASE_URL = straight;
      await stopIndex();
      wire.close();
    }
  });
});

describe("two processes", () => {
  let child: ChildProcess;
  let ended: Promise<unknown[]>;
  beforeAll(async () => {
    child = spawn(process.execPath, typescript("tests/support/search-process.ts"), {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    ended = once(child, "exit");
    expect(await other({ words: "", settle: true })).toMatchObject({ engine: "index", total: await truth() });
  }, 60_000);
  afterAll(async () => {
    if (child.connected) child.disconnect();
    await ended;
  });

  async function other(wanted: Wanted): Promise<Told> {
    const answer = Promise.race([once(child, "message"), ended]);
    child.send(wanted);
    const [told] = await answer;
    if (child.exitCode !== null) throw new Error("The other process has ended.");
    return told;
  }
  const asked = () => other({ words: "", settle: false });

  test("each learns what the other has committed", async () => {
    const { serviceId, signatory } = await standingMember();
    const took: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      await done((round % 2 === 0 ? pauseService : resumeService)(signatory, { serviceId }));
      took.push(await until(async () => (await asked()).ids.includes(serviceId) === (round % 2 === 1)));
    }
    expect(took.toSorted((one, two) => one - two)[6]).toBeLessThan(2_000);
    expect(await asked()).toMatchObject({ engine: "index", total: await truth() });
  });

  test("also when the connection that hears the notices is cut, again and again", async () => {
    const { serviceId, signatory } = await standingMember();
    for (let round = 0; round < 6; round += 1) {
      await cutConnections();
      await done((round % 2 === 0 ? pauseService : resumeService)(signatory, { serviceId }));
      await until(async () => (await asked()).ids.includes(serviceId) === (round % 2 === 1));
    }
    expect(await other({ words: "", settle: true })).toMatchObject({ engine: "index", total: await truth() });
  });

  test("and both give the same answer for the same generation", async () => {
    startIndex({ from: 0 });
    await settled();
    const [here, there] = [await search(visitor, all, { take: 500 }), await other({ words: "", settle: true })];
    expect(there).toEqual({
      engine: "index",
      total: here.total,
      ids: here.results.map(({ id }) => id),
      generation: here.generation,
    });
  });
});

test("a change of thousands is taken in over several turns, of which nobody sees one, and what was replaced is cleared away", async () => {
  await manyServices((await standingMember()).serviceId, 1_200);
  await elsewhere(`update "Service" set "waitDays" = 1000`);
  startIndex({ from: 0 });
  await settled();
  const held = () => globalThis.throughcareSearch?.sure()?.held;
  expect(held()?.size).toBe(await truth());

  for (let round = 0; round < 5; round += 1) {
    const change = elsewhere(`update "Service" set "waitDays" = $1`, [round]);
    await until(async () => {
      const { results } = await search(visitor, all, { take: 2_000, facets: [] });
      const waits = [...new Set(results.map(({ waitDays }) => waitDays))];
      expect(waits).toHaveLength(1);
      return waits[0] === round;
    });
    await change;
  }
  await settled();
  await until(async () => (held()?.dead ?? 5_000) < 5_000);
  expect([held()?.size, await serving()]).toEqual([await truth(), "index"]);
});

/** As many more services on show, like one that is. */
async function manyServices(like: string, count: number) {
  await elsewhere(
    `create temp table made as select gen_random_uuid() as "serviceId", gen_random_uuid() as own from generate_series(1, ${count})`,
  );
  const copy = (table: string, of: string, changed: string) =>
    elsewhere(
      `insert into "${table}" select (jsonb_populate_record(was, to_jsonb(made) || ${changed})).* from "${table}" was, made where was."${of}" = $1`,
      [like],
    );
  const blank = `'state', 'draft', 'publishedId', null, 'rateCardId', null`;
  await copy("Service", "id", `jsonb_build_object('id', made."serviceId", 'reference', 'TS-' || own, ${blank})`);
  for (const table of ["ServiceVersion", "RateCard"])
    await copy(table, "serviceId", `jsonb_build_object('id', made.own)`);
  await elsewhere(
    `update "Service" set "publishedId" = own, "rateCardId" = own, "state" = 'inReview' from made where "id" = "serviceId"`,
  );
  await elsewhere(`update "Service" set "state" = 'published' from made where "id" = "serviceId"`);
}

/** A wire to the database that can fall silent without closing: whoever connects after that is heard again. */
async function silentWire(to: string) {
  const { hostname, port } = new URL(to);
  let ends: net.Socket[] = [];
  const server = net.createServer((near) => {
    const far = net.connect({ host: hostname, port: Number(port || 5432) });
    near.pipe(far);
    far.pipe(near);
    for (const end of [near, far]) end.on("error", () => {});
    ends.push(near, far);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = new URL(to);
  url.hostname = "127.0.0.1";
  url.port = String(typeof address === "object" ? address?.port : "");
  const silence = () => {
    for (const end of ends) {
      end.unpipe();
      end.pause();
    }
    ends = [];
  };
  return { url: url.href, silence, close: () => server.close() };
}
