import { beforeAll, describe, expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { environment } from "@/lib/core/process/environment";
import { spendReading } from "@/lib/core/process/limits";
import { reference } from "@/lib/reference/queries";
import { OpenOne, OpenPage } from "@/lib/search/open/answer";
import { findOpen, searchOpen } from "@/lib/search/open/queries";
import { search } from "@/lib/search/queries/search";
import { everything } from "@/lib/search/schema";
import { chance, type Known, smallRegister } from "../support/small-register";

let known: Known[];
beforeAll(async () => {
  known = await smallRegister(await reference(), chance(11), 160);
}, 60_000);

async function asked(query: string): Promise<OpenPage & { tag: string }> {
  const opened = await searchOpen(visitor, query, null);
  if (opened.kind !== "answer") throw new Error(`${query} was not answered: ${JSON.stringify(opened)}`);
  return { ...OpenPage.parse(opened.body), tag: opened.tag };
}

test.each(["", "words=maple", "sort=wait&take=7", "open=yes&sort=title", "words=river or copper&setting=custody"])(
  "“%s” is answered as the search answers, in the shape that is described",
  async (query) => {
    const page = await asked(`${query}&facets=need,open`.replace(/^&/, ""));
    expect(Object.keys(page.facets).toSorted()).toEqual(["need", "open"]);
    expect(page.services.length).toBe(Math.min(page.total, query.includes("take=7") ? 7 : 20));
    expect(JSON.stringify(page)).not.toMatch(/pence|"prices"|rateCard|versionId/);
  },
);

test("paging by the addresses that it gives reads everything once, and back again", async () => {
  const all = await search(visitor, everything, { take: 500, facets: [] });
  const seen: string[] = [];
  let page = await asked("take=15&facets=none");
  const first = page.services.map((service) => service.reference);
  for (;;) {
    seen.push(...page.services.map((service) => service.reference));
    expect(page.from).toBe(seen.length - page.services.length + 1);
    if (!page.next) break;
    page = await asked(new URL(page.next).search.slice(1));
  }
  expect(seen).toEqual(all.results.map((result) => result.reference));
  expect(page.facets).toEqual({});
  while (page.previous) page = await asked(new URL(page.previous).search.slice(1));
  expect(page.services.map((service) => service.reference)).toEqual(first);
  expect(page.from).toBe(1);
});

describe("a tag", () => {
  test("is the same for the same question however it is written, and not for another", async () => {
    const { tag } = await asked("open=yes&words=maple");
    expect((await asked("words=%20maple&open=yes")).tag).toBe(tag);
    expect((await asked("words=maple&open=yes&take=21")).tag).not.toBe(tag);
  });

  test("spares the search while nothing changes, and holds no longer when something does", async () => {
    const { tag } = await asked("words=maple");
    const holds = (other: string) => other === tag;
    expect(await searchOpen(visitor, "words=maple", holds)).toEqual({ kind: "same", tag });
    const [service] = known.filter(({ state, member }) => state === "published" && member === "active");
    await db.service.update({ where: { id: service?.id ?? "" }, data: { waitDays: { increment: 1 } } });
    expect((await searchOpen(visitor, "words=maple", holds)).kind).toBe("answer");
  });
});

test.each([["words=the and of"], ["colour=red"], ["place=ZZ1 1ZZ"], ["place=Atlantis"], ["unit=hour&sort=price"]])(
  "%s is refused",
  async (query) => {
    expect((await searchOpen(visitor, query, null)).kind).toBe("faults");
  },
);

test("one service is read by its reference; one that cannot be bought is not there", async () => {
  const onShow = known.filter(({ state, member }) => state === "published" && member === "active");
  const shown = onShow[0]?.reference ?? "";
  const opened = await findOpen(visitor, shown, null);
  if (opened?.kind !== "answer") throw new Error("It was not found.");
  expect(OpenOne.parse(opened.body).service.reference).toBe(shown);
  expect(await findOpen(visitor, shown, (tag) => tag === opened.tag)).toEqual({ kind: "same", tag: opened.tag });
  for (const { reference: hidden } of known.filter((service) => !onShow.includes(service)).slice(0, 5))
    expect(await findOpen(visitor, hidden, null)).toBeNull();
  for (const strange of ["", "'", "TS-2026-000001 ", "%00", "x".repeat(5_000)])
    expect(await findOpen(visitor, strange, null)).toBeNull();
});

test("a network that reads too often waits, and another does not", async () => {
  for (let left = environment().OPEN_PER_MINUTE; left > 0; left -= 1)
    expect((await spendReading("203.0.113.9")).ok).toBe(true);
  expect(await spendReading("203.0.113.9")).toMatchObject({ ok: false, retryAfter: expect.any(Number) });
  expect(await spendReading("203.0.113.10")).toEqual({ ok: true });
});
