import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { writeToken } from "@/lib/search/saved/token";
import { World } from "./ground/world";

const { origins, admin } = inject("served");
const right = "List-Unsubscribe=One-Click";

let world: World;
let id: string;
let before: string;

beforeAll(async () => {
  world = await World.open(admin);
  const row = await world.row(`select id, pace::text from "SavedSearch" where pace <> 'off' order by id limit 1`);
  [id, before] = [row.id ?? "", row.pace ?? ""];
});

afterAll(async () => {
  await put(before);
  await world.client.end();
});

const put = (pace: string) =>
  world.client.query(`update "SavedSearch" set pace = $2::"AlertPace" where id = $1`, [id, pace]);
const pace = async () => (await world.row(`select pace::text from "SavedSearch" where id = $1`, id)).pace;
const address = (token: string) => `${origins[0]}/unsubscribe/${token}/one-click`;

/** As a mail provider's program sends it: no cookie, no Origin. */
const press = (
  token: string,
  { body = right, headers = {} }: { body?: string; headers?: Record<string, string> } = {},
) =>
  fetch(address(token), {
    method: "POST",
    redirect: "manual",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });

test("a mail provider's one press ends the e-mails of that search, and may be pressed again", async () => {
  await put("daily");
  const token = writeToken("unsubscribe", id);
  expect((await press(token)).status).toBe(200);
  expect(await pace()).toBe("off");
  expect((await press(token)).status).toBe(200);
});

test.each([
  ["from another site's page", { headers: { origin: "https://elsewhere.example" } }, 403],
  ["from a frame that hides where it is", { headers: { origin: "null" } }, 403],
  ["from a browser without an Origin", { headers: { "sec-fetch-site": "cross-site" } }, 403],
  ["as a call of an action", { headers: { "next-action": "00" } }, 403],
  ["with another body", { body: "List-Unsubscribe=Perhaps" }, 400],
  ["with no form at all", { body: "{", headers: { "content-type": "application/json" } }, 400],
])("%s nothing changes", async (_name, sent, status) => {
  await put("daily");
  expect((await press(writeToken("unsubscribe", id), sent)).status).toBe(status);
  expect(await pace()).toBe("daily");
});

test("a token that was made up, or is a feed's, finds nothing", async () => {
  await put("daily");
  for (const token of ["A".repeat(64), writeToken("feed", id, 1)]) expect((await press(token)).status).toBe(404);
  expect(await pace()).toBe("daily");
});

test("to follow the link changes nothing: it leads to the page with the button", async () => {
  await put("daily");
  const token = writeToken("unsubscribe", id);
  const response = await fetch(address(token), { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([307, `/unsubscribe/${token}`]);
  expect((await fetch(`${origins[1]}/unsubscribe/${token}`)).status).toBe(200);
  expect(await pace()).toBe("daily");
});

test("without an Origin nothing else may be sent, not even to the page with the button", async () => {
  for (const path of [`/unsubscribe/${writeToken("unsubscribe", id)}`, "/searches/new", "/find"]) {
    const response = await fetch(`${origins[0]}${path}`, { method: "POST", body: new URLSearchParams(right) });
    expect(response.status).toBe(403);
  }
});
