import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { busy, command } from "@/lib/core/door/command";
import { newId } from "@/lib/core/values/id";
import { forgetReference, reference } from "@/lib/reference/queries";
import { statementsOf } from "@/tests/support/statements";
import { done, member, organisation } from "@/tests/support/world.calloff";

// Before the pool is made: the fewer connections it has, the sooner they run out.
vi.hoisted(() => {
  process.env.POOL_MAX = "4";
});

const COMPETITORS = 12;
const input = z.object({ id: z.uuid() });
const someone = async () => member("authority", await organisation("authority", "Somewhere"), "commissioner");
const linesOf = (subjectId: string) =>
  db.auditEvent.findMany({ where: { subjectId }, select: { event: true }, orderBy: { id: "asc" } });

describe("nobody is told of a rush that there is not", () => {
  /** What many commands do in the middle of their work: they look at the facts of the world, which are read again each minute. */
  const lookUp = command({
    event: "door.lookUp",
    input,
    load: async ({ tx }, { id }) => {
      await tx.$queryRaw`select pg_sleep(0.01)::text`;
      forgetReference();
      return { id, places: (await reference()).places };
    },
    allow: () => true,
    run: async (_, { id }) => ({ value: { id }, id, detail: {} }),
  });

  test("more commands than connections, each of which reads beside its transaction", async () => {
    const actor = await someone();
    const press = () => lookUp(actor, { id: newId(), key: newId() });
    const answers = await Promise.all(Array.from({ length: COMPETITORS }, press));
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    expect(await db.auditEvent.count({ where: { event: "door.lookUp" } })).toBe(COMPETITORS);
  });

  /** A command that meets such a fault of the database so often before it is let through. */
  const meeting = (code: string, times: number) => {
    let met = 0;
    return command({
      event: "door.meet",
      input,
      load: async (scene, { id }) => {
        // What was done before the fault is undone with it.
        scene.record({ event: "door.tried", subject: "door", subjectId: id, detail: {} });
        if (met++ < times) throw Object.assign(new Error("told"), { code });
        return { id };
      },
      allow: () => true,
      run: async (_, { id }) => ({ value: met, id, detail: {} }),
    });
  };

  test.each([
    ["a row that did not come free in time", "55P03", 1],
    ["a transaction that was too slow", "P2028", 1],
    ["a deadlock", "40P01", 3],
    ["two who wrote what the other had read", "40001", 3],
  ])("%s is asked again, and happens once", async (_what, code, times) => {
    const [id, actor] = [newId(), await someone()];
    expect(await meeting(code, times)(actor, { id, key: newId() })).toEqual({ ok: true, value: times + 1 });
    expect(await linesOf(id)).toEqual([{ event: "door.meet" }, { event: "door.tried" }]);
  });

  test.each([
    ["55P03", 2],
    ["P2028", 2],
    ["40P01", 4],
    ["40001", 4],
  ])("%s, %i times, is told in words, and nothing is kept", async (code, times) => {
    const [id, actor] = [newId(), await someone()];
    expect(await meeting(code, times)(actor, { id, key: newId() })).toEqual({
      ok: false,
      refusal: { kind: "conflict", message: busy },
    });
    expect(await linesOf(id)).toEqual([]);
  });
});

describe("a press that comes twice", () => {
  let runs = 0;
  const count = command({
    event: "door.count",
    input,
    load: async (_, row) => row,
    allow: () => true,
    run: async ({ post, actor }, { id }) => {
      runs += 1;
      const note = { userId: actor.id ?? "", organisationId: null, title: "Counted", body: "Once.", href: "/" };
      post({ notes: [note], letters: [{ to: `${id}@example.org`, subject: "Counted", sealed: "" }] });
      return { value: { at: runs, none: undefined }, id, detail: { at: runs } };
    },
  });
  const told = async ({ id: userId }: Member, id: string) => [
    await db.notification.count({ where: { userId } }),
    await db.mail.count({ where: { to: `${id}@example.org` } }),
    (await linesOf(id)).length,
  ];

  test("is done, recorded and told once, and answered twice alike", async () => {
    const [id, key, actor] = [newId(), newId(), await someone()];
    const [one, other] = await Promise.all([count(actor, { id, key }), count(actor, { id, key })]);
    expect(done(one)).toMatchObject({ at: runs });
    expect(done(other)).toEqual({ at: runs });
    expect(await told(actor, id)).toEqual([1, 1, 1]);
    expect(await count(actor, { id: newId(), key })).toMatchObject({ refusal: { kind: "conflict" } });
  });

  test("costs the door two statements, beside those that begin and end the transaction", async () => {
    const [actor, key] = [await someone(), newId()];
    const press = () => count(actor, { id: key, key });
    expect(await statementsOf(press)).toBe(4);
    expect(await statementsOf(press)).toBe(4);
  });

  test("counts twice without a key, and by another person", async () => {
    const [id, key, actor] = [newId(), newId(), await someone()];
    for (const raw of [{ id }, { id }, { id, key }]) expect(await count(actor, raw)).toMatchObject({ ok: true });
    expect(await count(await someone(), { id, key })).toMatchObject({ ok: true });
    expect(await told(actor, id)).toEqual([3, 4, 4]);
  });
});
