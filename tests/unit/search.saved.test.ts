import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, listHeaders, unfold } from "@/lib/core/messages/folded";
import type { AlertPace } from "@/lib/core/prisma/enums";
import { isOneClick, isOurs } from "@/lib/identity/request/request-rules";
import { atom } from "@/lib/search/saved/feed/atom";
import { calendar } from "@/lib/search/saved/feed/calendar";
import { feedResponse } from "@/lib/search/saved/feed/response";
import { stableId } from "@/lib/search/saved/feed/stable-id";
import { isDue, tellsNow } from "@/lib/search/saved/rules";
import { idIn, isGenuine, writeToken } from "@/lib/search/saved/token";
import { newsText } from "@/lib/search/saved/words";
import { hostileTexts } from "../support/hostile";
import { secrets } from "../support/secrets";

process.env.THROUGHCARE_KEY = secrets.THROUGHCARE_KEY;

const origin = "https://throughcare.example.org";
const at = (text: string) => new Date(`${text}:00Z`);
/** Any text at all, halves of pairs and controls among it, and what attackers type. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.constantFrom(...hostileTexts.map(({ value }) => value.slice(0, 500))),
);

describe("when a search is asked again", () => {
  test.each([
    ["never asked", null, "2026-11-22T00:30", true],
    ["asked earlier today", "2026-11-22T01:00", "2026-11-22T23:00", false],
    ["asked yesterday", "2026-11-21T23:59", "2026-11-22T00:00", true],
    ["the same day in UTC, the next in London", "2026-07-01T22:30", "2026-07-01T23:30", true],
    ["the day before in UTC, the same in London", "2026-06-30T23:30", "2026-07-01T10:00", false],
  ])("%s", (_name, asked, now, due) => {
    expect(isDue(asked === null ? null : at(asked), at(now))).toBe(due);
  });

  test.each<[string, AlertPace, string | null, string, boolean]>([
    ["the first time only takes stock", "daily", null, "2026-11-23T09:00", false],
    ["daily tells each time", "daily", "2026-11-23T09:00", "2026-11-24T09:00", true],
    ["off never tells", "off", "2026-11-16T09:00", "2026-11-23T09:00", false],
    ["weekly tells on Monday", "weekly", "2026-11-22T09:00", "2026-11-23T09:00", true],
    ["weekly waits on Tuesday", "weekly", "2026-11-23T09:00", "2026-11-24T09:00", false],
    ["weekly makes up for a Monday that was missed", "weekly", "2026-11-22T09:00", "2026-11-24T09:00", true],
    ["weekly begins its week in London", "weekly", "2026-06-28T22:30", "2026-06-28T23:30", true],
  ])("%s", (_name, pace, asked, now, tells) => {
    expect(tellsNow(pace, asked === null ? null : at(asked), at(now))).toBe(tells);
  });
});

describe("tokens", () => {
  const anId = fc.uuid();

  test("a token opens its own search, its own purpose and its own number, and nothing else", () => {
    fc.assert(
      fc.property(anId, anId, fc.nat(1000), (id, other, number) => {
        const token = writeToken("feed", id, number);
        expect(token).toMatch(/^[\w-]{64}$/);
        expect(idIn(token)).toBe(id);
        expect(isGenuine(token, "feed", id, number)).toBe(true);
        expect(isGenuine(token, "feed", id, number + 1)).toBe(false);
        expect(isGenuine(token, "unsubscribe", id, number)).toBe(false);
        if (other !== id) expect(isGenuine(token, "feed", other, number)).toBe(false);
      }),
    );
  });

  test("with any one character changed, cut or added it opens nothing", () => {
    const id = "019e1234-5678-7abc-8def-0123456789ab";
    const token = writeToken("unsubscribe", id);
    fc.assert(
      fc.property(fc.nat(63), fc.constantFrom(..."ABCxyz019-_=+/. "), (place, character) => {
        const forged = token.slice(0, place) + character + token.slice(place + 1);
        if (forged === token) return;
        const claimed = idIn(forged);
        expect(claimed !== null && isGenuine(forged, "unsubscribe", claimed)).toBe(false);
      }),
    );
    for (const text of ["", token.slice(1), `${token}A`, `${token}=`, token.toLowerCase()]) {
      const claimed = idIn(text);
      expect(claimed !== null && isGenuine(text, "unsubscribe", claimed)).toBe(false);
    }
    fc.assert(
      fc.property(anyText, (text) => {
        expect(idIn(text)).toBeNull();
      }),
    );
  });
});

describe("the press that comes from no page of ours", () => {
  const path = `/unsubscribe/${"A".repeat(64)}/one-click`;
  const press = (headers: Record<string, string>, method = "POST") => ({ method, headers: new Headers(headers) });

  test("a mail provider's program may send it; isOurs alone would not let it", () => {
    expect(isOneClick(press({}), path)).toBe(true);
    expect(isOurs(press({}), { origin, demo: false })).toBe(false);
  });

  test.each([
    ["another site's page", press({ origin: "https://evil.example" }), path],
    ["a sandboxed frame", press({ origin: "null" }), path],
    ["a browser that hides its Origin", press({ "sec-fetch-site": "cross-site" }), path],
    ["a call of an action", press({ "next-action": "7f" }), path],
    ["another method", press({}, "DELETE"), path],
    ["the page with the button", press({}), path.replace("/one-click", "")],
    ["a token of another length", press({}), `/unsubscribe/${"A".repeat(63)}/one-click`],
    ["a longer path", press({}), `${path}/more`],
    ["another page", press({}), "/searches/new"],
    ["a path that only ends like it", press({}), `/x${path}`],
  ])("%s may not", (_name, request, pathname) => {
    expect(isOneClick(request, pathname)).toBe(false);
  });
});

describe("Atom", () => {
  const feed = (text: string) =>
    atom(
      {
        id: stableId("feed"),
        title: text,
        subtitle: text,
        updated: at("2026-11-22T09:00"),
        selfPath: "/feeds/x/atom.xml",
        entries: [{ id: stableId("entry"), at: at("2026-11-22T09:00"), title: text, summary: text, path: "/register" }],
      },
      origin,
    );
  /** What XML 1.0 may hold: nothing else stands in a well-formed document. */
  const character = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;
  const read = (xml: string) =>
    xml
      .replaceAll("&#13;", "\r")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&");

  test("whatever is typed, the document has the same elements and says the same text", () => {
    const shape = (xml: string) => xml.match(/<[^>]*>/g);
    const empty = shape(feed(""));
    fc.assert(
      fc.property(anyText, (text) => {
        const xml = feed(text);
        expect(xml).toMatch(character);
        expect(shape(xml)).toEqual(empty);
        expect(xml.match(/&(?!(amp|lt|gt|quot|apos|#13);)/)).toBeNull();
        const title = /<title>([^<]*)<\/title>/.exec(xml)?.[1] ?? "?";
        const kept = [...text].filter((one) => character.test(one)).join("");
        expect(read(title)).toBe(kept);
      }),
    );
  });

  test("bears what RFC 4287 asks of a feed and its entries", () => {
    const xml = feed("Rooms & more");
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/);
    expect(xml).toContain(`<id>urn:uuid:${stableId("feed")}</id>\n<title>Rooms &amp; more</title>`);
    expect(xml).toContain("<updated>2026-11-22T09:00:00.000Z</updated>\n<author><name>Throughcare</name></author>");
    expect(xml).toContain(`rel="self" type="application/atom+xml" href="${origin}/feeds/x/atom.xml"`);
    expect(xml).toContain(`<link rel="alternate" type="text/html" href="${origin}/register"/>`);
  });
});

describe("iCalendar", () => {
  const event = (text: string) => ({
    id: stableId("event"),
    day: "2026-11-22",
    stamp: at("2026-11-22T09:00"),
    title: text,
    description: text,
    path: "/searches/x",
  });
  const unfolded = (text: string) => text.replace(/\r\n /g, "").split("\r\n");
  const said = (value: string) => value.replace(/\\([\\;,n])/g, (_all, sign) => (sign === "n" ? "\n" : sign));

  test("whatever is typed, lines are of 75 octets at most, end with CRLF, and give the text back", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = calendar({ title: text, events: [event(text)] }, origin);
        const lines = written.split("\r\n");
        expect(lines.pop()).toBe("");
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/\p{Cc}/u);
          expect(line.isWellFormed()).toBe(true);
        }
        const names = unfolded(written).map((line) => line.split(/[:;]/)[0]);
        expect(names).toEqual(
          unfolded(calendar({ title: "", events: [event("")] }, origin)).map((l) => l.split(/[:;]/)[0]),
        );
        const summary = unfolded(written).find((line) => line.startsWith("SUMMARY:"));
        const kept = text
          .toWellFormed()
          .replace(/\r\n?/g, "\n")
          .replace(/(?!\n)\p{Cc}/gu, "");
        expect(said(summary?.slice("SUMMARY:".length) ?? "?")).toBe(kept);
      }),
    );
  });

  test("bears what RFC 5545 asks of a calendar and its events", () => {
    const written = calendar({ title: "Rooms", events: [event("2 new; look")] }, origin);
    expect(written).toContain("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:");
    expect(written).toContain(
      `BEGIN:VEVENT\r\nUID:${stableId("event")}\r\nDTSTAMP:20261122T090000Z\r\nDTSTART;VALUE=DATE:20261122\r\nSUMMARY:2 new\\; look\r\n`,
    );
    expect(written.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")).toBe(true);
  });
});

test("ids are the same for the same parts, and for no others", () => {
  expect(stableId("a", "b")).toBe(stableId("a", "b"));
  expect(stableId("a", "b")).not.toBe(stableId("ab"));
  expect(stableId("a", "b")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

describe("a reader that has a feed already", () => {
  const sent = { text: "feed", changed: new Date("2026-11-22T09:00:00.500Z"), type: "application/atom+xml" };
  const ask = (headers: Record<string, string>) => feedResponse(new Request(origin, { headers }), sent);
  const etag = ask({}).headers.get("etag") ?? "";

  test.each([
    ["asks for the first time", {}, 200],
    ["has it by its ETag", { "if-none-match": etag }, 304],
    ["has it by a weak one, among others", { "if-none-match": `"x", W/${etag}` }, 304],
    ["has another", { "if-none-match": '"x"', "if-modified-since": "Mon, 23 Nov 2026 09:00:00 GMT" }, 200],
    ["has it by its date", { "if-modified-since": "Sun, 22 Nov 2026 09:00:00 GMT" }, 304],
    ["has an older one", { "if-modified-since": "Sun, 22 Nov 2026 08:59:59 GMT" }, 200],
    ["says no date", { "if-modified-since": "soon" }, 200],
  ])("%s", (_name, headers, status) => {
    expect(ask(headers).status).toBe(status);
  });

  test("is told that it is private and for no search engine; an unknown token is not found", () => {
    const { headers } = ask({});
    expect(headers.get("cache-control")).toMatch(/^private/);
    expect(headers.get("x-robots-tag")).toBe("noindex");
    expect(headers.get("last-modified")).toBe("Sun, 22 Nov 2026 09:00:00 GMT");
    expect(feedResponse(new Request(origin), null).status).toBe(404);
  });
});

describe("mail that can be unsubscribed from", () => {
  test("text and path come back as they went in; a text alone is sealed as it is", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: fc.constantFrom(..."/abc-_") }), (text, path) => {
        expect(unfold(fold({ text, unsubscribe: path }))).toEqual({ text, unsubscribe: path });
      }),
    );
    expect(fold({ text: "Hello.", unsubscribe: "" })).toBe("Hello.");
    // No text can bring a path of its own.
    expect(unfold(fold({ text: "\u001e/evil\u001eHello.", unsubscribe: "" }))).toEqual({
      text: " /evil Hello.",
      unsubscribe: "",
    });
  });

  test("one press is offered where it is sent by https, and only a link elsewhere", () => {
    expect(listHeaders("", origin)).toEqual({});
    expect(listHeaders("/u/1", origin)).toEqual({
      "List-Unsubscribe": { prepared: true, value: `<${origin}/u/1>` },
      "List-Unsubscribe-Post": { prepared: true, value: "List-Unsubscribe=One-Click" },
    });
    expect(Object.keys(listHeaders("/u/1", "http://localhost:3000"))).toEqual(["List-Unsubscribe"]);
  });

  test("the e-mail counts what it does not name", () => {
    const text = newsText({
      name: "Rooms",
      said: ["Place: Kent"],
      total: 3,
      named: [{ title: "A home", organisation: "Lantern", path: "/register/services/TS-1" }],
      searchPath: "/searches/1",
      stopPath: "/unsubscribe/2",
    });
    expect(text).toContain("3 new services answer “Rooms”.\n\nYou asked for: Place: Kent.");
    expect(text).toContain("A home, from Lantern\n{origin}/register/services/TS-1");
    expect(text).toContain("And 2 more services.");
    expect(text).toContain("{origin}/unsubscribe/2");
  });
});
