import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, type Member, system, visitor } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { unseal } from "@/lib/core/crypto";
import { db } from "@/lib/core/db";
import { unfold } from "@/lib/core/messages/folded";
import { newId } from "@/lib/core/values/id";
import { resumeAlerts, stopAlerts } from "@/lib/search/saved/commands/by-token";
import { keepMatches } from "@/lib/search/saved/commands/keep";
import { changeSearch, deleteSearch, renewFeeds, saveSearch } from "@/lib/search/saved/commands/own";
import { writeAtom, writeCalendar } from "@/lib/search/saved/feed/write";
import { keepSavedSearches, takeStock } from "@/lib/search/saved/keeping";
import { findByStopToken, findSaved, findSavedName, listSaved } from "@/lib/search/saved/queries";
import { MOST_SEARCHES } from "@/lib/search/saved/rules";
import { writeToken } from "@/lib/search/saved/token";
import { done, member, organisation, serviceOnSale } from "../support/world.calloff";

/** A Monday in London, and the days after it. */
const on = (day: number, hour = 9) => new Date(Date.UTC(2026, 10, 23 + day, hour));
const query = "category=accommodation";
const origin = "https://throughcare.example.org";

let kent: string;
let wales: string;
let charity: string;
let stock: string[];
let ada: Member;
let adaInWales: Member;
let bo: Member;
let eve: Member;

beforeAll(async () => {
  [kent, wales] = [await organisation("authority", "Kent"), await organisation("authority", "Wales")];
  charity = await organisation("provider", "Lantern");
  stock = [await onSale("Stock one"), await onSale("Stock two", { validTo: "2027-03-31" })];
});

beforeEach(async () => {
  await db.savedSearch.deleteMany();
  [ada, bo, eve] = [
    await member("authority", kent, "commissioner"),
    await member("authority", kent, "commissioner", "auditor"),
    await member("provider", charity, "editor"),
  ];
  adaInWales = { ...ada, organisationId: wales };
  await db.seat.create({ data: { userId: ada.id, organisationId: wales, role: "commissioner", since: on(-9) } });
});

describe("saving", () => {
  test("keeps the question as its one address and in words, and takes stock without telling", async () => {
    const id = await saved(ada, { query: `nonsense=1&open=yes&${query}&size=huge`, pace: "weekly" });
    const row = await findSaved(ada, id);

    expect(row).toMatchObject({
      name: "Rooms",
      query: "category=accommodation&open=yes",
      pace: "weekly",
      toldAt: null,
    });
    expect(row?.said).toEqual(["Category: Accommodation", "Space now"]);
    const events = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(events.map(({ event }) => event).toSorted()).toEqual(["savedSearch.keep", "savedSearch.save"]);
    expect(JSON.stringify(events.map(({ detail }) => detail))).not.toMatch(/Rooms|accommodation/i);
    expect(await told(ada)).toEqual({ notifications: [], mails: [] });
  });

  test("a price is kept for a buyer, and left out for anybody else", async () => {
    const asked = { query: `${query}&unit=hour&to=40&sort=price` };
    expect((await findSavedName(ada, await saved(ada, asked)))?.said).toHaveLength(3);
    const id = await saved(eve, asked);
    expect((await findSaved(eve, id))?.query).toBe(query);
  });

  test("without a name or a pace it is refused; a visitor and somebody without a seat may not", async () => {
    expect(await saveSearch(ada, { name: " ", pace: "hourly", query })).toMatchObject({
      refusal: { kind: "invalid", fields: { name: ["Give the search a name"], pace: [expect.anything()] } },
    });
    const person: Actor = { kind: "person", id: ada.id, organisationId: null, roles: [] };
    for (const who of [visitor, person, system])
      expect(await saveSearch(who, { name: "x", pace: "off", query })).toMatchObject({ refusal: { kind: "missing" } });
  });

  test("up to fifty at an organisation, also when the last two are saved at once", async () => {
    await db.savedSearch.createMany({
      data: Array.from({ length: MOST_SEARCHES - 1 }, () => ({
        id: newId(),
        userId: ada.id,
        organisationId: kent,
        name: "x",
        query,
        createdAt: on(0),
      })),
    });
    const press = () => saveSearch(ada, { name: "The last", pace: "off", query });
    const results = await Promise.all([press(), press()]);

    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await db.savedSearch.count({ where: { userId: ada.id } })).toBe(MOST_SEARCHES);
    expect((await saveSearch(adaInWales, { name: "Elsewhere", pace: "off", query })).ok).toBe(true);
    expect((await listSaved(ada, { page: 5 })).items).toHaveLength(10);
  });
});

describe("whose it is", () => {
  test("a colleague, an auditor, a stranger, and its owner elsewhere neither see it nor change it", async () => {
    const id = await saved(ada);
    for (const who of [bo, eve, adaInWales, visitor]) {
      expect([await findSaved(who, id), await findSavedName(who, id), (await listSaved(who)).total]).toEqual([
        null,
        null,
        0,
      ]);
      for (const act of [changeSearch, renewFeeds, deleteSearch])
        expect(await act(who, { searchId: id, name: "Mine", pace: "off" })).toMatchObject({
          refusal: { kind: "missing" },
        });
    }
    expect(await findSaved(ada, "nonsense")).toBeNull();
    expect(await findSaved(ada, id)).toMatchObject({ name: "Rooms", feedNumber: 1 });
  });

  test("its owner renames it, changes the pace, makes its feeds anew and deletes it, each once", async () => {
    const id = await saved(ada);
    done(await changeSearch(ada, { searchId: id, name: "Homes", pace: "off" }));
    done(await renewFeeds(ada, { searchId: id }));
    expect(await findSaved(ada, id)).toMatchObject({ name: "Homes", pace: "off", feedNumber: 2 });
    expect(await changeSearch(ada, { searchId: id, name: "", pace: "off" })).toMatchObject({
      refusal: { kind: "invalid" },
    });
    const results = await Promise.all([deleteSearch(ada, { searchId: id }), deleteSearch(ada, { searchId: id })]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await db.savedSearchMatch.count({ where: { searchId: id } })).toBe(0);
  });

  test("the clock's command is the clock's", async () => {
    const id = await saved(ada);
    expect(await keepMatches(ada, { searchId: id, askedAt: on(0), serviceIds: [] })).toMatchObject({ ok: false });
    expect(await keepMatches(eve, { searchId: id, askedAt: on(0), serviceIds: [] })).toMatchObject({ ok: false });
  });
});

describe("by the clock", () => {
  test("over several days services come and go, and each is told of once", async () => {
    const id = await saved(ada);
    await keep(0, 12);
    expect(await told(ada)).toMatchObject({ notifications: [], mails: [] });

    const first = await onSale("Rooms <one>");
    const other = await onSale("Rooms two");
    expect(await listed(ada)).toMatchObject({ fresh: 0, now: stock.length + 2 });
    await keep(1);
    await keep(1, 15);
    const { notifications, mails } = await told(ada);
    expect(notifications).toEqual([
      { title: "2 new services answer “Rooms”", href: `/searches/${id}`, organisationId: kent },
    ]);
    expect(mails).toHaveLength(1);
    const { text, unsubscribe } = mails[0] ?? { text: "", unsubscribe: "" };
    expect(text).toContain("Rooms <one>, from Lantern");
    expect(text).toMatch(/\{origin\}\/register\/services\/TS-/);
    expect(text).not.toMatch(/£|Stock/);
    expect(unsubscribe).toBe(`/unsubscribe/${writeToken("unsubscribe", id)}/one-click`);
    expect(text).toContain(`{origin}/unsubscribe/${writeToken("unsubscribe", id)}\n`);
    expect(await listed(ada)).toMatchObject({ fresh: 0, toldAt: on(1) });

    await pause(first, other);
    await keep(2);
    expect((await told(ada)).mails).toHaveLength(1);
    expect(await open(id)).toEqual(stock.toSorted());

    await resume(first);
    await keep(3);
    expect((await told(ada)).notifications[0]?.title).toBe("1 new service answers “Rooms”");
    expect((await told(ada)).mails).toHaveLength(2);
    await pause(first);
    await keep(4);
    const rows = await db.savedSearchMatch.findMany({
      where: { searchId: id, serviceId: first },
      select: { since: true, until: true, toldAt: true },
      orderBy: { since: "asc" },
    });
    expect(rows).toEqual([
      { since: on(1), until: on(2), toldAt: on(1) },
      { since: on(3), until: on(4), toldAt: on(3) },
    ]);
  });

  test("weekly waits for Monday, never tells nothing; turned on later, daily tells what is still new", async () => {
    const weekly = await saved(ada, { pace: "weekly" });
    const never = await saved(bo, { pace: "off" });
    const service = await onSale("Rooms in between");
    for (const day of [1, 2, 6]) await keep(day);
    expect((await told(ada)).mails).toEqual([]);
    expect((await findSaved(ada, weekly))?.news).toMatchObject([{ id: service, since: on(1) }]);
    await keep(7);
    expect((await told(ada)).mails).toHaveLength(1);
    expect((await findSaved(ada, weekly))?.news).toMatchObject([{ id: service, title: "Rooms in between" }]);
    expect((await told(bo)).mails).toEqual([]);
    expect(await open(never)).toEqual([...stock, service].toSorted());
    done(await changeSearch(bo, { searchId: never, name: "Rooms", pace: "daily" }));
    await keep(8);
    expect((await told(bo)).mails).toHaveLength(1);
    await pause(service);
  });

  test("two processes at once write it down once, and tell once", async () => {
    const id = await saved(ada);
    const service = await onSale("Rooms for two");
    await atTime(on(1), () => Promise.all([keepSavedSearches(), keepSavedSearches(), keepSavedSearches()]));
    expect((await told(ada)).mails).toHaveLength(1);
    expect((await told(ada)).notifications).toHaveLength(1);
    expect(await db.auditEvent.count({ where: { subjectId: id, event: "savedSearch.keep" } })).toBe(2);
    await pause(service);
  });

  test("whoever is disabled, or has lost their seat, gets nothing, and their feeds are gone", async () => {
    const [gone, off] = [await saved(ada), await saved(bo)];
    const feeds = [gone, off].map((id) => writeToken("feed", id, 1));
    await db.seat.deleteMany({ where: { userId: ada.id, organisationId: kent } });
    await db.user.update({ where: { id: bo.id }, data: { disabledAt: on(0) }, select: { id: true } });
    const service = await onSale("Rooms for nobody");
    await keep(1);
    for (const who of [ada, bo]) expect(await told(who)).toEqual({ notifications: [], mails: [] });
    for (const [at, id] of [gone, off].entries()) {
      const late = { searchId: id, askedAt: on(0), serviceIds: [service] };
      expect(await keepMatches(system, late)).toMatchObject({ refusal: { kind: "missing" } });
      expect(await writeAtom(visitor, { token: feeds[at] ?? "", origin })).toBeNull();
      expect(await writeCalendar(visitor, { token: feeds[at] ?? "", origin })).toBeNull();
    }
    await pause(service);
  });

  test("what cannot be bought any more at the moment of telling is not told of", async () => {
    const id = await saved(ada);
    const [here, hidden] = [await onSale("Rooms here"), await onSale("Rooms hidden")];
    await pause(hidden);
    const found = { searchId: id, askedAt: on(0), serviceIds: [...stock, here, hidden] };
    done(await atTime(on(1), () => keepMatches(system, found)));
    const [mail] = (await told(ada)).mails;
    expect(mail?.text).toContain("1 new service answers");
    expect(mail?.text).not.toContain("hidden");
    await pause(here);
  });

  test("too wide, it forgets that it was asked; narrower again, it takes stock and tells nothing", async () => {
    const id = await saved(ada);
    done(await atTime(on(1), () => keepMatches(system, { searchId: id, askedAt: on(0), serviceIds: null })));
    expect((await findSaved(ada, id))?.askedAt).toBeNull();
    const service = await onSale("Rooms meanwhile");
    await keep(2);
    expect((await told(ada)).mails).toEqual([]);
    expect(await open(id)).toEqual([...stock, service].toSorted());
    expect(await listed(ada)).toMatchObject({ fresh: 0 });
    await pause(service);
  });

  test("a charity is asked as a charity: a price in an old address finds what it would without", async () => {
    const id = await saved(eve);
    await db.savedSearch.update({ where: { id }, data: { query: `${query}&unit=hour&to=1` }, select: { id: true } });
    await keep(1);
    expect(await open(id)).toEqual(stock.toSorted());
  });
});

describe("unsubscribing without signing in", () => {
  test("the token stops this search alone, twice if need be, and can take it back", async () => {
    const [id, other] = [await saved(ada, { pace: "weekly" }), await saved(ada)];
    const token = writeToken("unsubscribe", id);
    expect(await findByStopToken(visitor, token)).toEqual({ name: "Rooms", pace: "weekly" });
    expect(done(await stopAlerts(visitor, { token }))).toEqual({ id, was: "weekly" });
    expect(done(await stopAlerts(visitor, { token })).was).toBe("off");
    expect((await findSavedName(ada, id))?.pace).toBe("off");
    expect((await findSavedName(ada, other))?.pace).toBe("daily");
    done(await resumeAlerts(visitor, { token, pace: "weekly" }));
    expect((await findSavedName(ada, id))?.pace).toBe("weekly");
    const events = await db.auditEvent.findMany({
      where: { subjectId: id, actorKind: "visitor" },
      select: { event: true },
    });
    expect(events).toHaveLength(3);
  });

  test("a token of a feed, of nothing, or made up stops nothing; nor is another pace set by it", async () => {
    const id = await saved(ada);
    const strange = [writeToken("feed", id, 1), writeToken("unsubscribe", newId()), "x".repeat(64), ""];
    for (const token of strange) {
      expect(await stopAlerts(visitor, { token })).toMatchObject({ refusal: { kind: "missing" } });
      expect(await findByStopToken(visitor, token)).toBeNull();
    }
    const token = writeToken("unsubscribe", id);
    expect(await resumeAlerts(visitor, { token, pace: "off" })).toMatchObject({ refusal: { kind: "invalid" } });
    done(await resumeAlerts(visitor, { token, pace: "weekly" }));
    expect((await findSavedName(ada, id))?.pace).toBe("daily");
  });
});

describe("feeds", () => {
  test("say what began and ended to answer, and on which days; nothing of whose search it is, and no price", async () => {
    const id = await saved(ada);
    const token = writeToken("feed", id, 1);
    const [kept, gone] = [await onSale("Rooms & more"), await onSale("Rooms withdrawn")];
    await keep(1);
    await pause(gone);
    await keep(2);
    const atom = (await writeAtom(visitor, { token, origin }))?.text ?? "";
    const titles = [...atom.matchAll(/<title>([^<]*)/g)].map(([, title]) => title);
    const { reference } = await db.service.findUniqueOrThrow({ where: { id: gone }, select: { reference: true } });

    expect(titles).toEqual([
      "Throughcare: Rooms",
      `No longer answers: ${reference}`,
      "Rooms &amp; more, from Lantern",
      expect.stringMatching(/^Stock (one|two), from Lantern$/),
      expect.stringMatching(/^Stock (one|two), from Lantern$/),
    ]);
    const calendar = (await writeCalendar(visitor, { token, origin }))?.text ?? "";
    const summaries = [...calendar.replace(/\r\n /g, "").matchAll(/SUMMARY:(.*)\r/g)].map(([, title]) => title);
    expect(summaries).toEqual([
      "“Rooms” saved: 2 services answer",
      "2 new services answer “Rooms”",
      "Price list ends: Stock two\\, from Lantern",
    ]);
    expect(calendar).toContain("DTSTART;VALUE=DATE:20261124");
    expect(calendar).toContain("DTSTART;VALUE=DATE:20270331");
    for (const text of [atom, calendar]) {
      expect(text).not.toMatch(/£|30\.00|Person|@example\.org/);
      expect(text).not.toContain(ada.id);
      expect(text).not.toContain("Rooms withdrawn");
    }
    expect((await writeAtom(visitor, { token, origin }))?.text).toBe(atom);
    await pause(kept);
  });

  test("a charity's calendar says nothing of when prices end", async () => {
    const id = await saved(eve);
    const calendar = await writeCalendar(visitor, { token: writeToken("feed", id, 1), origin });
    expect(calendar?.text).toContain("saved: 2 services answer");
    expect(calendar?.text).not.toContain("Price list");
  });

  test("an address that was made anew, or made up, or is of an e-mail, finds nothing", async () => {
    const id = await saved(ada);
    const token = writeToken("feed", id, 1);
    expect(await writeAtom(visitor, { token, origin })).not.toBeNull();
    done(await renewFeeds(ada, { searchId: id }));
    for (const stale of [
      token,
      writeToken("feed", id, 3),
      writeToken("unsubscribe", id),
      writeToken("feed", newId(), 1),
      "",
    ])
      expect([
        await writeAtom(visitor, { token: stale, origin }),
        await writeCalendar(visitor, { token: stale, origin }),
      ]).toEqual([null, null]);
    expect(await writeAtom(visitor, { token: writeToken("feed", id, 2), origin })).not.toBeNull();
  });
});

type Asked = { name?: string; pace?: string; query?: string };

/** A search saved on Monday at nine, which has taken stock. */
async function saved(who: Member, asked: Asked = {}): Promise<string> {
  return atTime(on(0), async () => {
    const { id } = done(await saveSearch(who, { name: "Rooms", pace: "daily", query, ...asked }));
    await takeStock(id);
    return id;
  });
}

const keep = (day: number, hour = 9) => atTime(on(day, hour), () => keepSavedSearches());

async function listed(who: Member) {
  const { items } = await listSaved(who);
  return items[0];
}

const open = async (searchId: string) =>
  (await db.savedSearchMatch.findMany({ where: { searchId, until: null }, select: { serviceId: true } }))
    .map(({ serviceId }) => serviceId)
    .toSorted();

async function told({ id }: Member) {
  const { email } = await db.user.findUniqueOrThrow({ where: { id }, select: { email: true } });
  const mails = await db.mail.findMany({ where: { to: email }, select: { sealed: true }, orderBy: { id: "asc" } });
  return {
    notifications: await db.notification.findMany({
      where: { userId: id },
      select: { title: true, href: true, organisationId: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    }),
    mails: mails.map(({ sealed }) => unfold(unseal(sealed, process.env.THROUGHCARE_KEY ?? ""))),
  };
}

async function onSale(title: string, options: { validTo?: string } = {}): Promise<string> {
  const { serviceId } = await serviceOnSale(charity, [{ pence: 30_00n }], { ...options, title });
  return serviceId;
}

const stand = (state: "paused" | "published", ids: string[]) =>
  Promise.all(ids.map((id) => db.service.update({ where: { id }, data: { state }, select: { id: true } })));
const pause = (...ids: string[]) => stand("paused", ids);
const resume = (...ids: string[]) => stand("published", ids);
