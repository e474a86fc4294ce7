import { generateSync } from "otplib";
import { describe, expect, test } from "vitest";
import { answerHeaders, contentPolicy, isOurs, tooLarge } from "@/lib/identity/request/request-rules";
import { localPath, pageOf, secondStepOf, workplaces } from "@/lib/identity/rules";
import { newSecret, secretAddress, stepOf } from "@/lib/identity/totp";
import { signInProblem } from "@/lib/identity/words";

const now = new Date("2027-03-01T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe("the second step", () => {
  const charity = [{ kind: "provider" as const }];
  const authority = [{ kind: "provider" as const }, { kind: "authority" as const }];

  test.each([
    ["none for a charity that has not set it up", charity, false, null, "none"],
    ["asked of a charity that has", charity, true, null, "code"],
    ["set up first by an authority's people", authority, false, null, "enrol"],
    ["asked of them after that", authority, true, null, "code"],
    ["done when passed", authority, true, hoursAgo(11), "done"],
    ["asked again after twelve hours", authority, true, hoursAgo(13), "code"],
    ["to be set up again after a reset, once it has run out", authority, false, hoursAgo(13), "enrol"],
    ["none without a seat", [], false, null, "none"],
  ])("%s", (_name, workplaces, enrolled, factorAt, expected) => {
    expect(secondStepOf({ workplaces, enrolled, factorAt, now })).toBe(expected);
  });

  test("a code counts for its half minute and the ones beside it, and once", () => {
    const secret = newSecret();
    const at = (seconds: number) => generateSync({ secret, epoch: now.getTime() / 1000 + seconds });
    const step = stepOf({ secret, code: at(0), now, lastStep: null });
    expect(step).toBe(BigInt(now.getTime() / 30_000));
    expect(stepOf({ secret, code: at(-30), now, lastStep: null })).toBe((step ?? 0n) - 1n);
    expect(stepOf({ secret, code: at(0), now, lastStep: step })).toBeNull();
    expect(stepOf({ secret, code: at(-30), now, lastStep: step })).toBeNull();
    expect(stepOf({ secret, code: at(-120), now, lastStep: null })).toBeNull();
    expect(stepOf({ secret: newSecret(), code: at(0), now, lastStep: null })).toBeNull();
    expect(secretAddress(secret, "a@example.org")).toMatch(/^otpauth:\/\/totp\/Throughcare:a%40example\.org\?secret=/);
  });
});

test("seats are gathered by organisation", () => {
  const seat = { name: "Kent", kind: "authority" as const };
  expect(
    workplaces([
      { id: "1", ...seat, role: "admin" },
      { id: "2", ...seat, role: "viewer" },
      { id: "1", ...seat, role: "approver" },
    ]),
  ).toEqual([
    { id: "1", ...seat, roles: ["admin", "approver"] },
    { id: "2", ...seat, roles: ["viewer"] },
  ]);
});

describe("where somebody is sent on to", () => {
  test.each(["/home", "/purchases/new?service=1&place=x", "/people?organisation=a#b"])("%s is ours", (path) => {
    expect(localPath(path)).toBe(path);
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "home",
    "",
    "/a b",
    "/a\r\nset-cookie: x",
    "/sign-out",
    "/sign-in?next=/sign-in",
    "/api/auth/signin",
    "/demo",
    null,
    undefined,
    ["/home"],
    `/${"a".repeat(3000)}`,
  ])("%o is not", (path) => {
    expect(localPath(path)).toBe("/home");
  });

  test.each([
    ["2", 2],
    ["0", 1],
    ["-1", 1],
    ["1e3", 1],
    [undefined, 1],
    ["99999999", 1],
  ])("page %o is %o", (raw, page) => {
    expect(pageOf(raw)).toBe(page);
  });
});

const asked = (method: string, headers: Record<string, string>) => ({ method, headers: new Headers(headers) });
const live = { origin: "https://throughcare.example.org", demo: false };
const demo = { origin: "http://localhost:3000", demo: true };

describe("what may change something", () => {
  test.each([
    ["our own page", live, { origin: "https://throughcare.example.org" }, true],
    ["another site", live, { origin: "https://evil.example" }, false],
    ["a sandboxed frame", live, { origin: "null" }, false],
    ["no Origin and nothing said", live, {}, false],
    ["no Origin, same origin said by the browser", live, { "sec-fetch-site": "same-origin" }, true],
    ["no Origin, another site said by the browser", live, { "sec-fetch-site": "cross-site" }, false],
    [
      "a forwarded host that agrees",
      live,
      { origin: "https://evil.example", host: "evil.example", "x-forwarded-host": "evil.example" },
      false,
    ],
    [
      "this machine's other name, in live mode",
      live,
      { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" },
      false,
    ],
    ["this machine's other name, in a demo", demo, { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, true],
    ["this machine at another port", demo, { origin: "http://127.0.0.1:4000", host: "127.0.0.1:3000" }, false],
    ["another machine in a demo", demo, { origin: "http://evil.example", host: "evil.example" }, false],
  ])("%s", (_name, site, headers, expected) => {
    expect(isOurs(asked("POST", headers), site)).toBe(expected);
    expect(isOurs(asked("GET", headers), site)).toBe(true);
  });

  test.each([
    ["a form", { "content-length": "2000" }, null],
    ["nothing", { "content-length": "0" }, null],
    ["a megabyte and a byte", { "content-length": "1048577" }, 413],
    ["a length that is none", { "content-length": "12, 13" }, 413],
    ["a length that is not said", { "transfer-encoding": "chunked" }, 411],
  ])("%s", (_name, headers, expected) => {
    expect(tooLarge(asked("POST", headers))).toBe(expected);
    expect(tooLarge(asked("GET", headers))).toBeNull();
  });
});

test("the policy lets nothing in but our own, and https is kept to where it is used", () => {
  const policy = contentPolicy({ nonce: "abc", secure: true, development: false });
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
  expect(answerHeaders(true)["strict-transport-security"]).toContain("max-age=");
  expect(answerHeaders(false)["strict-transport-security"]).toBeUndefined();
});

test("a failed sign-in is explained without saying who is known", () => {
  expect(signInProblem(undefined)).toBeNull();
  expect(signInProblem("Verification")?.title).toBe("This link no longer works");
  expect(signInProblem("AccessDenied")).toEqual(signInProblem("OAuthAccountNotLinked"));
  expect(signInProblem("<script>")?.title).toBe("You could not be signed in");
});
