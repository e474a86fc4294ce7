import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Role } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { search } from "@/lib/search/queries/search";
import { everything } from "@/lib/search/schema";
import { addToShortlist, createShortlist } from "@/lib/search/shortlist/commands/adding";
import { freezeShortlist } from "@/lib/search/shortlist/commands/freezing";
import { shareShortlist, unshareShortlist } from "@/lib/search/shortlist/commands/sharing";
import { dropEntry, noteEntry, restoreEntry } from "@/lib/search/shortlist/commands/weighing";
import { askAgain, recount } from "@/lib/search/shortlist/queries/again";
import { findShortlist } from "@/lib/search/shortlist/queries/detail";
import { listOpenShortlists, listShortlists } from "@/lib/search/shortlist/queries/lists";
import { listOthers } from "@/lib/search/shortlist/queries/sharing";
import { chance, type Known, smallRegister } from "../support/small-register";

let known: Known[];
let buyer: Member;
let colleague: Member;
let stranger: Member;
let reader: Member;
let onShow: { id: string; reference: string; placeCodes: string[] }[];

beforeAll(async () => {
  known = await smallRegister(await reference(), chance(3), 120);
  const [ours, theirs, south] = [
    await authority("Kent region"),
    await authority("Wales region"),
    await authority("South region"),
  ];
  buyer = await person(ours, "Ada", ["commissioner"]);
  colleague = await person(ours, "Bo", ["commissioner"]);
  stranger = await person(theirs, "Cy", ["commissioner"]);
  reader = await person(south, "Di", ["commissioner"]);
  onShow = (await search(buyer, everything)).results;
}, 60_000);

const query = "open=yes&setting=community";

describe("starting one", () => {
  test("keeps the question in words, and its first service with its version, its prices and why", async () => {
    const service = (await search(buyer, { ...everything, open: true, setting: ["community"] })).results[0];
    const made = await createShortlist(buyer, {
      name: "Rooms in Kent",
      query: `${query}&nonsense=1&size=huge`,
      serviceId: service?.id,
    });
    const list = await detail(made);

    expect(list.criteria).toEqual({
      query: "setting=community&open=yes",
      said: ["Setting: In the community", "Space now"],
    });
    expect(list).toMatchObject({ name: "Rooms in Kent", state: "open", kept: 1, dropped: 0, createdBy: "Ada" });
    expect(list.reference).toMatch(/^TL-\d{4}-\d{6}$/);
    expect(list.entries[0]).toMatchObject({ addedBy: "Ada", why: service?.why, changes: [], canBeBought: true });
    expect(list.entries[0]?.version.id).toBe(service?.versionId);
    expect(list.entries[0]?.rateCard?.id).not.toBeUndefined();
    const events = await db.auditEvent.findMany({
      where: { subjectId: list.id },
      select: { event: true },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ event }) => event).toSorted()).toEqual(["shortlist.add", "shortlist.create"]);
  });

  test("without a name is refused; by anybody but a commissioner is forbidden, and remembered", async () => {
    expect(await createShortlist(buyer, { name: " ", query })).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", fields: { name: ["Give the shortlist a name"] } },
    });
    const approver: Actor = { ...buyer, roles: ["approver"] };
    expect(await createShortlist(approver, { name: "x", query })).toMatchObject({
      ok: false,
      refusal: { kind: "forbidden" },
    });
    const charity: Actor = {
      kind: "provider",
      id: newId(),
      organisationId: known[0]?.organisation.id ?? "",
      roles: ["editor"],
    };
    expect(await createShortlist(charity, { name: "x", query })).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    });
    expect(await db.permissionRefusal.count({ where: { command: "shortlist.create" } })).toBe(1);
  });

  test("the same press twice is one shortlist", async () => {
    const key = newId();
    const press = () => createShortlist(buyer, { name: "Once", query, key });
    const [one, other] = await Promise.all([press(), press()]);
    expect(await db.shortlist.count({ where: { name: "Once" } })).toBe(1);
    const third = await press();
    expect([one, other, third].filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(2);
  });
});

describe("adding", () => {
  test("what cannot be bought, or is there already, or was dropped, is refused in words", async () => {
    const { id } = await open();
    const hidden = known.find(({ state }) => state === "paused");
    expect(await addToShortlist(buyer, { shortlistId: id, serviceId: hidden?.id, query })).toMatchObject({
      ok: false,
      refusal: { kind: "conflict" },
    });
    expect(await addToShortlist(buyer, { shortlistId: id, serviceId: newId(), query })).toMatchObject({ ok: false });
    await add(id, 0);
    expect(await addToShortlist(colleague, { shortlistId: id, serviceId: onShow[0]?.id, query })).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", fields: { shortlistId: ["This service is already on the shortlist."] } },
    });
    expect(await db.shortlistEntry.count({ where: { shortlistId: id } })).toBe(1);
  });

  test("a search that did not find the service gives it no reason", async () => {
    const { id } = await open();
    await addToShortlist(buyer, { shortlistId: id, serviceId: onShow[0]?.id, query: "words=nothingatall" });
    expect((await seen(id)).entries[0]?.why).toEqual([]);
  });

  test("two people at once add it once", async () => {
    const { id } = await open();
    const results = await Promise.all(
      [buyer, colleague].map((who) => addToShortlist(who, { shortlistId: id, serviceId: onShow[1]?.id, query })),
    );
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await db.auditEvent.count({ where: { subjectId: id, event: "shortlist.add" } })).toBe(1);
  });

  test("a stranger's authority neither sees it nor adds to it", async () => {
    const { id } = await open();
    expect(await findShortlist(stranger, id)).toBeNull();
    expect(await addToShortlist(stranger, { shortlistId: id, serviceId: onShow[0]?.id, query })).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    });
    expect((await listShortlists(stranger)).total).toBe(0);
    expect(await listOpenShortlists(stranger)).toEqual([]);
    expect(await findShortlist(stranger, "nonsense")).toBeNull();
    const auditor: Actor = { ...stranger, roles: ["auditor"] };
    expect((await findShortlist(auditor, id))?.id).toBe(id);
    expect(await freezeShortlist(auditor, { shortlistId: id })).toMatchObject({
      ok: false,
      refusal: { kind: "forbidden" },
    });
  });
});

describe("weighing up", () => {
  test("a note is kept; a colleague's newer note is shown and not overwritten", async () => {
    const { id } = await open();
    const entryId = await add(id, 0);
    expect(await noteEntry(buyer, { entryId, note: "Ask about pets", before: "" })).toMatchObject({ ok: true });
    expect(await noteEntry(colleague, { entryId, note: "No pets", before: "" })).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", changed: { by: "Ada", values: { Note: "Ask about pets" } } },
    });
    expect((await seen(id)).entries[0]?.note).toBe("Ask about pets");
    expect(await noteEntry(stranger, { entryId, note: "x", before: "Ask about pets" })).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    });
    expect(await noteEntry({ ...buyer, roles: ["practitioner"] }, { entryId, note: "x", before: "" })).toMatchObject({
      ok: false,
      refusal: { kind: "forbidden" },
    });
  });

  test("a service is dropped with a reason, once, and can be put back", async () => {
    const { id } = await open();
    const entryId = await add(id, 0);
    expect(await dropEntry(buyer, { entryId, reason: "" })).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", fields: { reason: ["Say why this service is dropped"] } },
    });
    const results = await Promise.all(
      [buyer, colleague].map((who) => dropEntry(who, { entryId, reason: "Too far away" })),
    );
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await seen(id)).toMatchObject({ kept: 0, dropped: 1, entries: [{ dropReason: "Too far away" }] });
    expect(await dropEntry(stranger, { entryId, reason: "x" })).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    });
    expect(await restoreEntry(stranger, { entryId })).toMatchObject({ ok: false, refusal: { kind: "missing" } });
    expect(await restoreEntry(buyer, { entryId })).toMatchObject({ ok: true });
    expect(await restoreEntry(buyer, { entryId })).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    expect(await seen(id)).toMatchObject({ kept: 1, dropped: 0 });
  });
});

describe("freezing", () => {
  test("an empty one is refused; a frozen one never changes, by a command or by hand", async () => {
    const { id } = await open();
    expect(await freezeShortlist(buyer, { shortlistId: id })).toMatchObject({
      ok: false,
      refusal: { kind: "conflict" },
    });
    const entryId = await add(id, 0);
    expect(await freezeShortlist(stranger, { shortlistId: id })).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    });
    const results = await Promise.all([buyer, colleague].map((who) => freezeShortlist(who, { shortlistId: id })));
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect((await seen(id)).frozenBy).toMatch(/^(Ada|Bo)$/);

    for (const late of [
      addToShortlist(buyer, { shortlistId: id, serviceId: onShow[1]?.id, query }),
      noteEntry(buyer, { entryId, note: "late", before: "" }),
      dropEntry(buyer, { entryId, reason: "late" }),
      restoreEntry(buyer, { entryId }),
      freezeShortlist(buyer, { shortlistId: id }),
    ])
      expect(await late).toMatchObject({ ok: false, refusal: { kind: "conflict" } });
    await expect(db.shortlistEntry.update({ where: { id: entryId }, data: { note: "by hand" } })).rejects.toThrow(
      /frozen/,
    );
  });

  test("adding and freezing at once: either it is on the list that is frozen, or it is refused", async () => {
    const { id } = await open();
    await add(id, 0);
    const [added, frozen] = await Promise.all([
      addToShortlist(buyer, { shortlistId: id, serviceId: onShow[2]?.id, query }),
      freezeShortlist(colleague, { shortlistId: id }),
    ]);
    expect(frozen.ok).toBe(true);
    const list = await seen(id);
    expect(list.state).toBe("frozen");
    expect(list.kept).toBe(added.ok ? 2 : 1);
  });

  test("what has changed since is said, and what was pinned stays", async () => {
    const { id } = await open();
    const entryId = await add(id, 0);
    await freezeShortlist(buyer, { shortlistId: id });
    const serviceId = onShow[0]?.id ?? "";
    const cardId = newId();
    await db.rateCard.create({
      data: { id: cardId, serviceId, version: 2, validFrom: new Date("2026-07-01"), createdAt: new Date() },
      select: { id: true },
    });
    const before = await db.service.update({
      where: { id: serviceId },
      data: { rateCardId: cardId },
      select: { id: true },
    });
    await db.service.update({ where: { id: before.id }, data: { state: "paused" }, select: { id: true } });
    const [entry] = (await seen(id)).entries;

    expect(entry).toMatchObject({ id: entryId, canBeBought: false, rateCard: { version: 1 } });
    expect(entry?.changes).toHaveLength(2);
    expect(new Set(entry?.prices.map(({ kind }) => kind))).toEqual(new Set(["gone"]));
  });
});

describe("sharing with another authority", () => {
  const readers = async (id: string) => [await findShortlist(reader, id), (await seen(id)).shares.length];

  test("its people read all of it and change nothing, until it is taken back; then it is gone at once", async () => {
    const { id } = await open();
    const entryId = await add(id, 4);
    await noteEntry(buyer, { entryId, note: "Ask about pets", before: "" });
    expect((await listOthers(buyer, id)).map(({ name }) => name)).toEqual(["South region", "Wales region"]);
    expect(await shareShortlist(buyer, { shortlistId: id, organisationIds: [reader.organisationId] })).toMatchObject({
      ok: true,
    });
    expect((await listOthers(buyer, id)).map(({ name }) => name)).toEqual(["Wales region"]);

    const list = await findShortlist(reader, id);
    expect(list).toMatchObject({
      isOurs: false,
      entries: [{ note: "Ask about pets", notedBy: "Ada", addedBy: "Ada" }],
    });
    expect(list?.entries[0]?.rateCard?.lines.length).toBeGreaterThan(0);
    expect((await listShortlists(reader, { shared: "yes" })).items.map((one) => one.id)).toEqual([id]);
    expect(await findShortlist({ ...reader, roles: ["practitioner"] }, id)).not.toBeNull();
    for (const refused of [
      addToShortlist(reader, { shortlistId: id, serviceId: onShow[1]?.id, query }),
      noteEntry(reader, { entryId, note: "Ours", before: "Ask about pets" }),
      dropEntry(reader, { entryId, reason: "x" }),
      freezeShortlist(reader, { shortlistId: id }),
      shareShortlist(reader, { shortlistId: id, organisationIds: [stranger.organisationId] }),
      unshareShortlist(reader, { shortlistId: id, organisationId: reader.organisationId }),
      shareShortlist(
        { ...buyer, roles: ["approver"] },
        { shortlistId: id, organisationIds: [stranger.organisationId] },
      ),
    ])
      expect(await refused).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await listOpenShortlists(reader)).toEqual([]);
    expect(await findShortlist(stranger, id)).toBeNull();

    expect(await unshareShortlist(colleague, { shortlistId: id, organisationId: reader.organisationId })).toMatchObject(
      {
        ok: true,
      },
    );
    expect(await readers(id)).toEqual([null, 0]);
    expect((await listShortlists(reader, { shared: "yes" })).total).toBe(0);
    expect(await askAgain(reader, id)).toBeNull();
    expect(await noteEntry(reader, { entryId, note: "x", before: "" })).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    });
    const acts = (await seen(id)).acts.map(({ event, by, with: whom }) => [event, by, ...whom]);
    expect(acts.slice(-2)).toEqual([
      ["shortlist.share", "Ada", "South region"],
      ["shortlist.unshare", "Bo", "South region"],
    ]);
  });

  test("their commissioners and approvers are told, each way; nobody else is", async () => {
    const { id } = await open();
    const told = async () => {
      const rows = await db.notification.findMany({
        where: { userId: { in: [reader.id, stranger.id, buyer.id] }, body: { contains: (await seen(id)).reference } },
        select: { userId: true, title: true, href: true },
        orderBy: { id: "asc" },
      });
      return rows.map(({ userId, title, href }) => [userId === reader.id, title, href]);
    };
    await shareShortlist(buyer, { shortlistId: id, organisationIds: [reader.organisationId] });
    await unshareShortlist(buyer, { shortlistId: id, organisationId: reader.organisationId });
    expect(await told()).toEqual([
      [true, "Kent region shared a shortlist with you", `/shortlists/${id}`],
      [true, "Kent region took back a shortlist", "/shortlists"],
    ]);
  });

  test("two presses at once share once and take back once; a frozen list can be shared too", async () => {
    const { id } = await open();
    await add(id, 4);
    await freezeShortlist(buyer, { shortlistId: id });
    for (let round = 0; round < 2; round++) {
      const shared = await Promise.all(
        [buyer, colleague].map((who) =>
          shareShortlist(who, { shortlistId: id, organisationIds: [reader.organisationId, stranger.organisationId] }),
        ),
      );
      expect(shared.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      expect((await seen(id)).shares.length).toBe(2);
      const ended = await Promise.all(
        [buyer, colleague].map((who) =>
          unshareShortlist(who, { shortlistId: id, organisationId: reader.organisationId }),
        ),
      );
      expect(ended.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      await unshareShortlist(buyer, { shortlistId: id, organisationId: stranger.organisationId });
    }
  });

  test("with nobody, with itself, with what is no authority, by a stranger: refused", async () => {
    const { id } = await open();
    const charity = known[0]?.organisation.id ?? "";
    for (const organisationIds of [[], [buyer.organisationId], [charity], [newId()], ["nonsense"]]) {
      const refused = await shareShortlist(buyer, { shortlistId: id, organisationIds });
      expect(refused).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
      expect(JSON.stringify(refused)).toMatch(/Choose (only from|at least)/);
    }
    for (const act of [
      shareShortlist(stranger, { shortlistId: id, organisationIds: [reader.organisationId] }),
      unshareShortlist(stranger, { shortlistId: id, organisationId: reader.organisationId }),
    ])
      expect(await act).toMatchObject({ ok: false, refusal: { kind: "missing" } });
    expect(await listOthers(stranger, id)).toEqual([]);
  });
});

describe("the state of the register", () => {
  test("is kept when a list is started and when it is frozen", async () => {
    const { id, startedAtGeneration, frozenAtGeneration } = await open();
    const before = (await search(buyer, everything, { take: 1, facets: [] })).generation;
    expect([startedAtGeneration, frozenAtGeneration]).toEqual([BigInt(before), null]);
    await add(id, 4);
    await db.service.update({ where: { id: onShow[6]?.id ?? "" }, data: { waitDays: 99 }, select: { id: true } });
    await freezeShortlist(buyer, { shortlistId: id });
    const list = await seen(id);
    expect(list.startedAtGeneration).toBe(BigInt(before));
    expect(list.frozenAtGeneration).toBe(BigInt(before) + 1n);
  });

  test("the question asked again says what became of each result", async () => {
    const made = await createShortlist(buyer, { name: "All of them", query: "" });
    const { id } = await detail(made);
    const [kept, dropped] = [await add(id, 4, ""), await add(id, 5, "")];
    await dropEntry(buyer, { entryId: dropped, reason: "Too far away" });
    const now = await recount(buyer, id);
    const page = await askAgain(buyer, id);
    expect(now).toMatchObject({ total: page?.page.total, onList: 2 });
    const of = (standing: string) => page?.results.filter((result) => result.standing === standing) ?? [];
    expect(of("dropped").map(({ reason }) => reason)).toEqual(["Too far away"]);
    expect(of("kept").map((result) => result.id)).toEqual([
      (await seen(id)).entries.find((entry) => entry.id === kept)?.service.id,
    ]);
    expect(of("missing").length).toBe((page?.results.length ?? 0) - 2);
    expect(await recount(stranger, id)).toBeNull();
    expect(await askAgain({ ...buyer, kind: "steward", roles: ["auditor"] }, id)).toBeNull();
  });
});

test("the record names who added, noted, dropped and put back", async () => {
  const { id } = await open();
  const entryId = await add(id, 4);
  await dropEntry(colleague, { entryId, reason: "Too far away" });
  expect((await seen(id)).entries[0]).toMatchObject({ addedBy: "Ada", droppedBy: "Bo", notedBy: null });
  await restoreEntry(buyer, { entryId });
  const list = await seen(id);
  expect(list.entries[0]).toMatchObject({ droppedBy: null });
  expect(list.acts.map(({ event, by }) => [event, by])).toEqual([
    ["shortlist.create", "Ada"],
    ["shortlist.add", "Ada"],
    ["shortlist.drop", "Bo"],
    ["shortlist.restore", "Ada"],
  ]);
});

async function authority(name: string) {
  const id = newId();
  await db.organisation.create({
    data: {
      id,
      reference: `TO-${id}`,
      kind: "authority",
      name,
      validFrom: new Date("2024-01-01"),
      createdAt: new Date(),
    },
    select: { id: true },
  });
  return id;
}

async function person(organisationId: string, name: string, roles: Role[]): Promise<Member> {
  const id = newId();
  await db.user.create({ data: { id, email: `${id}@example.org`, name, createdAt: new Date() }, select: { id: true } });
  await db.seat.createMany({ data: roles.map((role) => ({ userId: id, organisationId, role, since: new Date() })) });
  return { kind: "authority", id, organisationId, roles };
}

async function open() {
  const made = await createShortlist(buyer, { name: "A list", query });
  return detail(made);
}

async function detail(made: Awaited<ReturnType<typeof createShortlist>>) {
  if (!made.ok) throw new Error(made.refusal.message);
  return seen(made.value.id);
}

async function seen(id: string) {
  const list = await findShortlist(buyer, id);
  if (!list) throw new Error("The shortlist is not there.");
  return list;
}

async function add(shortlistId: string, at: number, asked = query) {
  const added = await addToShortlist(buyer, { shortlistId, serviceId: onShow[at]?.id, query: asked });
  if (!added.ok) throw new Error(added.refusal.message);
  const entry = (await seen(shortlistId)).entries.find(({ service }) => service.id === onShow[at]?.id);
  return entry?.id ?? "";
}
