import { beforeAll, describe, expect, inject, test } from "vitest";
import { OpenOne, OpenPage, Problem } from "@/lib/search/open/answer";

const { origins } = inject("served");
const [origin] = origins;
const path = "/api/v1/services";
const ask = (query: string, init: RequestInit = {}) => fetch(`${origin}${path}${query}`, init);

describe("open data over HTTP", () => {
  let page: OpenPage;
  let tag: string;

  beforeAll(async () => {
    const answer = await ask("?words=support&take=3");
    page = OpenPage.parse(await answer.json());
    tag = answer.headers.get("etag") ?? "";
  });

  test("is what its description says, page by page, and each service has an address", async () => {
    expect(page.services).toHaveLength(3);
    const next = await fetch(page.next ?? "");
    const second = OpenPage.parse(await next.json());
    expect([second.from, second.total]).toEqual([4, page.total]);
    const one = await fetch(page.services[0]?.links.self ?? "");
    expect(OpenOne.parse(await one.json()).service.title).toBe(page.services[0]?.title);
    const shown = await fetch(page.services[0]?.links.page ?? "");
    expect(shown.status).toBe(200);
  });

  test("is sent again only when it has changed", async () => {
    const same = await ask("?take=3&words=support", { headers: { "if-none-match": `"other", ${tag}` } });
    expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", tag]);
    expect((await ask("?take=4&words=support", { headers: { "if-none-match": tag } })).status).toBe(200);
  });

  test("is anybody's, for any site, and the same whoever is signed in", async () => {
    const answer = await ask("?take=1", {
      headers: { cookie: "throughcare-session=anything", origin: "https://other.example" },
    });
    const told = Object.fromEntries(answer.headers);
    expect(told).toMatchObject({
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=5, must-revalidate",
      "content-type": "application/json; charset=utf-8",
      "x-content-type-options": "nosniff",
    });
    expect(told).not.toHaveProperty("set-cookie");
    const asked = await ask("", { method: "OPTIONS" });
    expect([asked.status, asked.headers.get("access-control-allow-methods")]).toEqual([204, "GET, HEAD, OPTIONS"]);
    const head = await ask("?take=1", { method: "HEAD" });
    expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", told.etag]);
    for (const method of ["POST", "PUT", "DELETE"])
      expect((await ask("", { method, body: "x".repeat(100) })).status).toBe(405);
  });

  test.each([
    ["?colour=red&take=0", 400, ["colour", "take"]],
    ["?unit=hour", 400, ["unit"]],
    ["?words=the", 400, ["words"]],
    ["?words=%00%ff", 400, ["words"]],
    ["?after=nothing", 400, ["after"]],
    ["/TS-1999-000001", 404, undefined],
    ["/%00", 404, undefined],
  ])("%s is a problem, and says which", async (query, status, names) => {
    const answer = await ask(query);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    const problem = Problem.parse(await answer.json());
    expect([problem.status, problem.errors?.map(({ parameter }) => parameter)]).toEqual([status, names]);
  });

  test("is described at its own address", async () => {
    const described = await (await fetch(`${origin}/api/v1/openapi.json`)).json();
    expect([described.openapi, Object.keys(described.paths)]).toEqual([
      "3.1.0",
      [path, `${path}/{reference}`, "/api/v1/openapi.json"],
    ]);
  });
});
