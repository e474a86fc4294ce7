import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { BOUNDARY, form, formType, type Part, saidParts } from "@/tests/support/evidence/form";
import { docx, pdf, png } from "@/tests/support/evidence/zip";
import { type Home, People, type Somebody } from "./ground/people";
import { World } from "./ground/world";

const { origins, admin, env } = inject("served");
const [origin] = origins;
let world: World;
let home: Home;
let people: People;
let writer: Somebody;

const filesIn = (name: string) => {
  try {
    return readdirSync(join(env.DATA_DIR, name), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
      .length;
  } catch {
    return 0;
  }
};
const rows = async () => Number((await world.row(`select count(*) as count from "Evidence"`)).count);
/** Everything that an upload could leave behind. */
const left = async () => ({ rows: await rows(), kept: filesIn("evidence"), incoming: filesIn("incoming") });

type Sent = { contentType?: string; from?: string | null; who?: Somebody; headers?: Record<string, string> };

async function upload(
  body: Uint8Array,
  { contentType = formType, from = origin, who = writer, headers = {} }: Sent = {},
) {
  const sent = new Headers({ "content-type": contentType, ...headers });
  if (from !== null) sent.set("origin", from);
  if (who.token) sent.set("cookie", `throughcare-session=${who.token}`);
  const answer = await fetch(`${origin}/evidence/upload`, {
    ...{ method: "POST", body: Buffer.from(body), headers: sent, redirect: "manual" },
  });
  await answer.arrayBuffer();
  const { status } = answer;
  return { status, to: answer.headers.get("location") ?? "", headers: answer.headers };
}
const file = (bytes: Uint8Array, fileName = "a.pdf", type = "application/pdf"): Part => ({
  name: "file",
  fileName,
  type,
  bytes,
});
const whole = (...files: Part[]) => form([...saidParts(), ...files]);

beforeAll(async () => {
  world = await World.open(admin);
  home = await world.home();
  people = new People(world.client, await world.others());
  writer = await people.find("provider.editor", home);
});
afterAll(() => world?.client.end());

describe("an upload over HTTP", () => {
  test("is kept, and given back as an attachment that no browser runs", async () => {
    const before = await left();
    const bytes = pdf("over HTTP");
    const { status, to, headers } = await upload(whole(file(bytes, "Ünsere ‮Akte.pdf")));
    expect(status).toBe(303);
    expect(to).toMatch(/^\/evidence\/[0-9a-f-]{36}\?added=yes$/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(await left()).toEqual({ rows: before.rows + 1, kept: before.kept + 1, incoming: 0 });
    const got = await fetch(`${origin}${to.split("?")[0]}/file`, {
      headers: { cookie: `throughcare-session=${writer.token}` },
    });
    expect(Buffer.from(await got.arrayBuffer())).toEqual(bytes);
    expect(got.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(got.headers.get("content-disposition")).toMatch(
      /^attachment; filename="Unsere Akte.pdf"; filename\*=UTF-8''/,
    );
    expect(got.headers.get("cache-control")).toContain("no-store");
  });

  const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  test.each<[string, Buffer]>([
    ["with no file", form(saidParts())],
    ["with no words", form([file(pdf("no words"))])],
    ["of an SVG as PDF", whole(file(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")))],
    ["of HTML as PDF", whole(file(Buffer.from("<!doctype html><script>alert(1)</script>")))],
    ["of HTML as itself", whole(file(Buffer.from("<p>"), "a.html", "text/html"))],
    ["of a picture as PDF", whole(file(png))],
    ["of a bomb", whole(file(docx([{ name: "word/x.bin", data: Buffer.alloc(8 << 20) }]), "a.docx", DOCX))],
    ["of a name that climbs", whole(file(docx([{ name: "../x", data: "x" }]), "a.docx", DOCX))],
    ["of nothing", whole(file(Buffer.alloc(0)))],
    ["of 10 MB and a byte", whole(file(Buffer.alloc(10 * 1024 * 1024 + 1, "%PDF-1.7 ")))],
    ["of 15 MB", whole(file(Buffer.alloc(15 << 20, "%PDF-1.7 ")))],
    ["of a title of a megabyte", form([...saidParts({ title: "x".repeat(1 << 20) }), file(pdf("long"))])],
  ])("%s comes back with what was typed, and leaves nothing", async (_how, body) => {
    const before = await left();
    const { status, to, headers } = await upload(body);
    expect({ status, to: to.split("=")[0] }).toEqual({ status: 303, to: "/evidence/new?back" });
    const cookie = headers.get("set-cookie")?.split(";")[0] ?? "";
    const page = await fetch(`${origin}${to}`, {
      headers: { cookie: `${cookie}; throughcare-session=${writer.token}` },
    });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("There is a problem");
    expect(await left()).toEqual(before);
  });

  const good = whole(file(pdf("broken")));
  test.each<[string, Buffer, Sent]>([
    ["no form at all", Buffer.from("hello"), {}],
    ["JSON", Buffer.from("{}"), { contentType: "application/json" }],
    ["no boundary", good, { contentType: "multipart/form-data" }],
    ["another boundary", good, { contentType: "multipart/form-data; boundary=x" }],
    ["no end", good.subarray(0, good.length - 20), {}],
    ["half a file", good.subarray(0, good.length - 60), {}],
    [
      "an endless header",
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${"x".repeat(300_000)}`),
      {},
    ],
    ["nothing", Buffer.alloc(0), {}],
  ])("of %s is a 400, and leaves nothing", async (_how, body, how) => {
    const before = await left();
    expect((await upload(body, how)).status).toBe(400);
    expect(await left()).toEqual(before);
  });

  test("from another site, of no known site, too large or by a stranger changes nothing", async () => {
    const before = await left();
    expect((await upload(good, { from: "https://evil.example" })).status).toBe(403);
    expect((await upload(good, { from: null })).status).toBe(403);
    expect((await upload(good, { from: "null" })).status).toBe(403);
    for (const who of ["provider.viewer", "authority.commissioner", "steward.admin"] as const)
      expect((await upload(good, { who: await people.find(who, home) })).status, who).toBe(404);
    for (const who of ["visitor", "halfway", "expired", "disabled"] as const)
      expect((await upload(good, { who: await people.find(who, home) })).to, who).toMatch(/^\/sign-in\?/);
    expect((await upload(Buffer.alloc(41 << 20))).status).toBe(413);
    expect(await left()).toEqual(before);
  });
});
