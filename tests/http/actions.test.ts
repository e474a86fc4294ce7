import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newId } from "@/lib/core/values/id";
import { actions as table } from "./access";
import { type Answer, type Fields, type Outcome, post, press } from "./ground/call";
import { type BuiltAction, builtActions, named } from "./ground/manifest";
import { everybody, type Home, People, type Somebody, type Who } from "./ground/people";
import { Watch } from "./ground/watch";
import { type Case, type Given, World } from "./ground/world";

const { origins, admin } = inject("served");
const built = builtActions();
const cases = built.flatMap((action) =>
  (table[action.name] ?? []).map((one) => ({
    title: one.as ? `${action.name} (${one.as})` : action.name,
    action,
    one,
  })),
);

/** Each action once. */
const plain = cases.filter(({ action }, at) => cases.findIndex((other) => other.action === action) === at);

let world: World;
let watch: Watch;
let people: People;
let home: Home;
const prepared = new Map<Case, { given: Given; who: Somebody[] } | Error>();

test("the table names every action of the build, and no other", () => {
  expect(Object.keys(table).toSorted()).toEqual(built.map(({ name }) => name).toSorted());
});

describe("who may press what", () => {
  beforeAll(async () => {
    world = await World.open(admin);
    home = await world.home();
    people = new People(world.client, await world.others());
    for (const { one } of cases) prepared.set(one, await prepare(one).catch((error: Error) => error));
    watch = new Watch(world.client);
    await watch.begin();
  }, 120_000);

  afterAll(async () => {
    await watch?.end();
    await world?.client.end();
  });

  test.each(named(cases))("%s", async (_title, { action, one }) => {
    const ready = prepared.get(one);
    if (!ready || ready instanceof Error) throw ready ?? new Error("not prepared");
    const found: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const { who } of ready.who) wanted[who] = wantedOf(one, who);
    const outside = ready.who.filter(({ who }) => !one.may.includes(who));
    Object.assign(found, await denied(action, ready.given, outside));
    for (const [at, who] of ready.who.filter((somebody) => one.may.includes(somebody.who)).entries()) {
      await ready.given.before?.(who);
      found[who.who] = say(await call(action, ready.given, who, at), wantedOf(one, who.who));
      await watch.restore();
    }
    expect(found).toEqual(wanted);
  });

  test.each(named(plain))("%s, by an ordinary form without scripts", async (_title, { action, one }) => {
    const ready = prepared.get(one);
    if (!ready || ready instanceof Error) return;
    const [outsider, stranger, allowed] = [
      ready.who.find(({ who }) => !one.may.includes(who)),
      ready.who.find(({ who }) => who === "visitor" && !one.may.includes(who)),
      ready.who.find(({ who }) => one.may.includes(who) && wantedOf(one, who) === "done"),
    ];
    for (const who of [outsider, stranger]) {
      if (!who) continue;
      const { outcome, status, text } = await post(origins[0], action, pressOf(ready.given, who));
      expect(outcome).not.toBe("fault");
      // Somebody who was signed out while they typed is handed their form back, to send it again once they are in.
      if (who !== stranger || /^\/(sign-in|sign-out|demo|style)/.test(action.path)) continue;
      expect({ status, form: text.includes('<form method="post"') }).toEqual({ status: 401, form: true });
    }
    expect(await watch.touched()).toEqual([]);
    if (!allowed) return;
    await ready.given.before?.(allowed);
    const { status, to } = await post(origins[1], action, pressOf(ready.given, allowed));
    await watch.restore();
    expect({ status, to }).toEqual({ status: 303, to: expect.not.stringMatching(/^\/sign-in\?/) });
  });

  test.each(named(cases))("%s, from another site", async (_title, { action, one }) => {
    const ready = prepared.get(one);
    if (!ready || ready instanceof Error) return;
    const first = ready.who.find(({ who }) => one.may.includes(who)) ?? ready.who[0];
    if (!first) return;
    const { outcome } = await press(origins[0], action, {
      ...pressOf(ready.given, first),
      from: "https://elsewhere.example",
    });
    expect([outcome, await watch.touched()]).toEqual(["status 403", []]);
  });
});

/** What this person is to be told. */
function wantedOf({ may, answer = "done" }: Case, who: Who): Outcome {
  if (!may.includes(who)) return "denied";
  return typeof answer === "string" ? answer : (answer[who] ?? "done");
}

/** Everybody who may not, all at once, over both processes; one after another if anything was written, to find out by whom. */
async function denied(action: BuiltAction, given: Given, outside: Somebody[]): Promise<Record<string, string>> {
  const answers = await Promise.all(
    outside.map(async (who, at) => [who.who, say(await call(action, given, who, at), "denied")]),
  );
  if ((await watch.touched()).length === 0) return Object.fromEntries(answers);
  await watch.restore();
  const found: Record<string, string> = {};
  for (const who of outside) {
    const said = say(await call(action, given, who, 0), "denied");
    const touched = await watch.touched();
    found[who.who] = touched.length > 0 ? `${said}, and wrote: ${touched.join(", ")}` : said;
    await watch.restore();
  }
  return found;
}

async function prepare({ given }: Case) {
  const made: Given = (await given?.(world)) ?? { fields: {} };
  const own = {
    ...home,
    ...(made.provider && { provider: made.provider }),
    ...(made.authority && { authority: made.authority }),
  };
  const who: Somebody[] = [];
  for (const one of everybody) who.push(await people.find(one, own));
  return { given: made, who };
}

const call = (action: BuiltAction, given: Given, who: Somebody, at: number) =>
  press(origins[at % 2 === 0 ? 0 : 1], action, pressOf(given, who));

function pressOf({ fields }: Given, who: Somebody): { token: string | null; fields: Fields } {
  return { token: who.token, fields: { key: newId(), ...(typeof fields === "function" ? fields(who) : fields) } };
}

/** In one word where it is what was wanted; otherwise with what was said. */
function say({ outcome, text, status }: Answer, wanted: Outcome): string {
  const plain = outcome === "signIn" ? "denied" : outcome;
  if (plain === wanted) return plain;
  const said = /"refusal":(\{.*?\}(?=,"values"))/.exec(text)?.[1] ?? "";
  return plain === "fault" ? `fault ${status}: ${text.slice(0, 300)}` : `${plain} ${said}`.trim();
}
