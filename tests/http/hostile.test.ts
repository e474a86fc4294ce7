import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { addresses, actions as table } from "./access";
import { type Answer, type Fields, get, post, press, raw } from "./ground/call";
import {
  allAtOnce,
  asPart,
  corpus,
  each,
  inGroups,
  isFree,
  isKept,
  live,
  markup,
  questions,
  rotated,
} from "./ground/hostile";
import { type BuiltAction, builtActions, builtRoutes, named } from "./ground/manifest";
import { everybody, type Home, People, type Somebody } from "./ground/people";
import { Watch } from "./ground/watch";
import { type Case, type Given, World } from "./ground/world";

/*
 * What is covered, within 40 seconds:
 * - every text of the corpus, its lengths apart, meets every action: all its fields that are no id are replaced at once,
 *   each by another text, with a few fields beside that it never asked for, until each text has been sent; which text
 *   meets which field moves on from press to press and from action to action. Every fifth press replaces the ids as
 *   well. Each text at each field, lengths too, is for where fields are read (tests/unit/hostile.test.ts).
 * - every action is sent once by an ordinary form with mark-up in all its texts, so that its page is drawn with them;
 *   and once with nothing but its free text made hostile, so that what is accepted goes the whole way.
 * - every text that fits in an address meets every page and route through one of the questions that pages ask, and
 *   every text meets some page as a part of its path.
 */
const { origins, admin } = inject("served");
const actions = builtActions().map((action): { title: string; action: BuiltAction; one: Case | undefined } => ({
  title: action.name,
  action,
  one: table[action.name]?.find(({ may }) => may.length > 0) ?? table[action.name]?.[0],
}));
const routes = builtRoutes().map(({ address }, at) => ({ title: address, at, page: addresses[address]?.[0] }));

let world: World;
let watch: Watch;
let people: People;
let home: Home;

beforeAll(async () => {
  world = await World.open(admin);
  home = await world.home();
  people = new People(world.client, await world.others());
  for (const who of everybody) await people.find(who, home);
  watch = new Watch(world.client);
  await watch.begin();
}, 120_000);

afterAll(async () => {
  await watch?.end();
  await world?.client.end();
});

describe("an action", () => {
  test.each(named(actions))("%s", async (_title, { action, one }) => {
    const { who, fields, before } = await ready(one);
    await before();
    const since = await watch.now();
    const presses = allAtOnce(
      fields,
      actions.findIndex((other) => other.action === action),
    );
    const send = (sent: Fields, at: number) => press(origin(at), action, { token: who.token, fields: sent });
    const answers = await inTurn(presses, send);
    const forms = [
      {
        ...fields,
        ...each(
          Object.keys(fields).filter((name) => !isKept(fields[name])),
          markup,
        ),
      },
      {
        ...fields,
        ...each(
          Object.keys(fields).filter((name) => isFree(fields[name])),
          markup.slice(1),
        ),
      },
    ];
    for (const [at, sent] of forms.entries()) {
      const answer = await post(origin(at), action, { token: who.token, fields: sent });
      answers.push(answer);
      expect(live.filter((value) => answer.text.includes(value))).toEqual([]);
    }
    expect(answers.filter(isFault).map(said)).toEqual([]);
    expect(answers.flatMap(elsewhere)).toEqual([]);
    // Whatever was written was written whole, with its line in the history; and nothing was, if nobody was told so.
    const done = answers.filter(({ outcome }) => outcome === "done").length;
    const { written, unsaid } = await watch.since(since);
    expect(unsaid).toEqual([]);
    if (done === 0) expect(written).toEqual([]);
    await watch.restore();
  });
});

describe("an address", () => {
  const short = corpus.filter((value) => encodeURIComponent(value.toWellFormed()).length < 400);

  test.each(named(routes))("%s", async (title, { at, page }) => {
    const { path, token } = await placeOf(title, page);
    const since = await watch.now();
    const asked = inGroups(rotated(short, at), 2 * questions.length).map((texts) => {
      const query = new URLSearchParams(
        texts.map((text, index) => [questions[(index + at) % questions.length] ?? "", text]),
      );
      return `${path}${path.includes("?") ? "&" : "?"}${query}`;
    });
    const parts = [...title.matchAll(/\[[^\]]+\]/g)].flatMap(([part]) =>
      rotated(corpus, at * 7)
        .slice(0, 4)
        .map((text) => title.replace(part, asPart(text)).replace(/\[[^\]]+\]/g, "1")),
    );
    const answers = await inTurn([...asked, ...parts], (address, index) => get(origin(index), address, token));
    expect(answers.filter(isFault).map(said)).toEqual([]);
    expect(answers.flatMap(elsewhere)).toEqual([]);
    for (const { text, type } of answers)
      if (type.startsWith("text/html")) expect(live.filter((value) => text.includes(value))).toEqual([]);
    expect((await watch.since(since)).written).toEqual([]);
  });

  test("any text is no fault as a whole path, nor as a cookie", async () => {
    const paths = corpus.map((text, at) => `${at % 4 === 0 ? "" : "/register/services"}/${asPart(text)}`);
    const answers = await inTurn(paths, (path, at) => get(origin(at), path, null));
    const cookies = corpus
      .filter((_, at) => at % 5 === 0)
      .map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 3000));
    answers.push(...(await inTurn(cookies, (token, at) => get(origin(at), "/account", token))));
    expect(answers.filter(isFault).map(said)).toEqual([]);
    expect(answers.flatMap(elsewhere)).toEqual([]);
  });
});

describe("a body that is no form", () => {
  const [first] = actions.filter(({ title }) => title.endsWith("sign-in/actions#askForLink"));
  const id = first?.action.id ?? "";
  const part = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const multipart = { "content-type": "multipart/form-data; boundary=x" };
  const bodies: [string, Record<string, string>, string][] = [
    ["nothing at all", multipart, ""],
    ["no end", multipart, part(`$ACTION_ID_${id}`, "")],
    ["cut off in a header", multipart, "--x\r\nContent-Dispo"],
    ["another boundary", { "content-type": "multipart/form-data; boundary=y" }, `${part("a", "b")}--x--`],
    ["no boundary", { "content-type": "multipart/form-data" }, `${part("a", "b")}--x--`],
    ["an empty boundary", { "content-type": "multipart/form-data; boundary=" }, `${part("a", "b")}--x--`],
    ["a part without a name", multipart, "--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x--\r\n"],
    ["a name of another prototype", multipart, `${part(`$ACTION_ID_${id}`, "")}${part("__proto__", "b")}--x--\r\n`],
    [
      "a file for a text",
      multipart,
      `${part(`$ACTION_ID_${id}`, "")}--x\r\nContent-Disposition: form-data; name="email"; filename="../../x.html"\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>\r\n--x--\r\n`,
    ],
    ["an action that is none", multipart, `${part("$ACTION_ID_00", "")}--x--\r\n`],
    ["a bound action that is no JSON", multipart, `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", "{")}--x--\r\n`],
    [
      "a bound action with broken arguments",
      multipart,
      `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }))}${part("$ACTION_1:1", "[")}--x--\r\n`,
    ],
    ["text", { "content-type": "text/plain" }, "<script>"],
    ["JSON", { "content-type": "application/json" }, '{"__proto__":1}'],
    ["an ordinary form", { "content-type": "application/x-www-form-urlencoded" }, "a=%&b=%00&%ED%A0%80=1"],
    ["arguments that are no JSON", { "next-action": id, "content-type": "text/plain;charset=UTF-8" }, "not JSON"],
    [
      "arguments that are another's",
      { "next-action": id, "content-type": "text/plain;charset=UTF-8" },
      '["$K1","$F9","$B1"]',
    ],
    ["arguments in parts that are no JSON", { "next-action": id, ...multipart }, `${part("0", "[")}--x--\r\n`],
    ["an action that nobody made", { "next-action": "f".repeat(42), ...multipart }, `${part("0", "[]")}--x--\r\n`],
    ["an action with odd letters", { "next-action": "../../etc/passwd", ...multipart }, `${part("0", "[]")}--x--\r\n`],
  ];

  test.each(bodies)("%s", async (_title, headers, body) => {
    const since = await watch.now();
    for (const path of ["/sign-in", "/apply/profile", "/register/services/csv", "/api/auth/signin"]) {
      const answer = await raw(origins[0], path, { headers, body });
      expect([path, isFault(answer) ? said(answer) : "answered"]).toEqual([path, "answered"]);
      expect(live.filter((value) => answer.type.startsWith("text/html") && answer.text.includes(value))).toEqual([]);
    }
    expect((await watch.since(since)).written).toEqual([]);
  });
});

const origin = (at: number) => origins[at % 2 === 0 ? 0 : 1];
const isFault = ({ status }: Answer) => status >= 500;
const said = ({ status, path, text }: Answer) => `${status} at ${path.slice(0, 300)}: ${text.slice(0, 200)}`;
/** Where an answer sends somebody who is not to leave. */
const elsewhere = ({ to, path }: Answer) =>
  to !== null && !origins.includes(new URL(to, origins[0]).origin as never) ? [`${path} leads to ${to}`] : [];

/** Some at once, over both processes; the counters of how often are emptied between. */
async function inTurn<T>(list: readonly T[], ask: (one: T, at: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const group of inGroups(list, 12)) answers.push(...(await Promise.all(group.map(ask))));
  await world.client.query("delete from rate_limit");
  return answers;
}

async function ready(one: Case | undefined) {
  const given: Given = (await one?.given?.(world)) ?? { fields: {} };
  const own = {
    ...home,
    ...(given.provider && { provider: given.provider }),
    ...(given.authority && { authority: given.authority }),
  };
  const who: Somebody = await people.find(one?.may[0] ?? "steward.admin", own);
  const fields = typeof given.fields === "function" ? given.fields(who) : given.fields;
  return { who, fields, before: async () => given.before?.(who) };
}

async function placeOf(title: string, page: (typeof routes)[number]["page"]) {
  const { path, provider, authority } = (await page?.at?.(world)) ?? { path: title };
  const own = { ...home, ...(provider && { provider }), ...(authority && { authority }) };
  const { token } = await people.find(page?.may[0] ?? "steward.admin", own);
  return { path, token };
}
