import { expect, inject, test } from "vitest";
import { get } from "./ground/call";

const { origins } = inject("served");
const [origin] = origins;

/** What a reader without scripts has: Next fills these documents by one. */
const withoutScript = (text: string) => /<body><noscript>(.*?)<\/noscript>/s.exec(text)?.[1] ?? "";

test.each([
  ["a notice", "/notices/TN-1999-000001"],
  ["a service", "/register/services/TS-1999-000001"],
  ["an opportunity", "/opportunities/TC-1999-000001"],
])("%s that is not there says so without a script, with its reference and its language", async (_what, path) => {
  const { status, text } = await get(origin, path, null);
  const said = withoutScript(text);
  expect(status).toBe(404);
  expect(text).toContain('lang="en-GB"');
  expect(said).toContain("<h1>We could not find that page</h1>");
  expect(said).toMatch(/<style nonce="[\w+/=]{20,}">/);
  expect(said).toMatch(/Reference: [0-9a-f-]{36}/);
  expect(text.split("<noscript>").length).toBe(2);
});

test("a page that is there is left as it is", async () => {
  const { status, text } = await get(origin, "/register", null);
  expect(status).toBe(200);
  expect(text).not.toContain("<noscript>");
});
