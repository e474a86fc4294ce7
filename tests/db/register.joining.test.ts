import { beforeAll, expect, test } from "vitest";
import { type Member, system, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { approveRequest, askToJoin, refuseRequest, withdrawRequest } from "@/lib/register/joining/commands";
import { findRequest, listOwnRequests, listRequests, listWaiting } from "@/lib/register/joining/queries";
import { finishLoad, openLoad, storeBatch } from "@/lib/register/listing/commands";
import { lookUp } from "@/lib/register/listing/queries";
import { saveDetails } from "@/lib/register/profile/commands/details";
import { foundOrganisation } from "@/lib/register/profile/commands/found";
import { findProfile } from "@/lib/register/profile/queries";
import { colleagueOf, done, newCharity, newMember, newPerson, nextCharityNumber } from "@/tests/support/charity";

let charity: Member;
beforeAll(async () => {
  charity = await newCharity("Weirfield");
});

const message = "I run the drop-in.";
const ask = (actor: Parameters<typeof askToJoin>[0], to = charity) =>
  askToJoin(actor, { organisationId: to.organisationId, message });
const requestOf = async (userId: string) => {
  const { id } = await db.joinRequest.findFirstOrThrow({ where: { userId }, orderBy: { askedAt: "desc" } });
  return { requestId: id };
};

test("somebody asks, a signatory lets them in, and both are told", async () => {
  const person = await newPerson("Rhys Lomas");
  await done(ask(person));
  expect(await db.notification.count({ where: { userId: charity.id, title: "Somebody asks to join Weirfield" } })).toBe(
    1,
  );
  expect(await listWaiting(charity)).toMatchObject([{ title: "Rhys Lomas asks to join Weirfield" }]);
  const request = await requestOf(person.id);
  await done(approveRequest(charity, request));
  const seats = await db.seat.findMany({ where: { userId: person.id }, select: { organisationId: true, role: true } });
  expect(seats).toEqual([{ organisationId: charity.organisationId, role: "editor" }]);
  expect(await db.notification.count({ where: { userId: person.id, title: "You have joined Weirfield" } })).toBe(1);
  expect(await refuseRequest(charity, { ...request, reason: "No." })).toMatchObject({ refusal: { kind: "conflict" } });
  expect(await ask(person)).toMatchObject({ refusal: { kind: "conflict" } });
});

test("asking again says the same and tells nobody twice, at once or later", async () => {
  const person = await newPerson();
  const before = await db.notification.count({ where: { userId: charity.id } });
  const [one, other] = await Promise.all([ask(person), ask(person)]);
  expect(one).toEqual(other);
  expect(await ask(person)).toEqual(one);
  expect(await db.joinRequest.count({ where: { userId: person.id } })).toBe(1);
  expect(await db.notification.count({ where: { userId: charity.id } })).toBe(before + 1);
  await done(withdrawRequest(person, await requestOf(person.id)));
  await done(ask(person));
  expect((await listOwnRequests(person)).map(({ state }) => state).toSorted()).toEqual(["waiting", "withdrawn"]);
});

test("no is said with a reason, which they read", async () => {
  const person = await newPerson();
  await done(ask(person));
  const request = await requestOf(person.id);
  expect(await refuseRequest(charity, { ...request, reason: " " })).toMatchObject({
    refusal: { fields: { reason: [expect.any(String)] } },
  });
  await done(refuseRequest(charity, { ...request, reason: "We do not know you." }));
  expect(await findRequest(person, request.requestId)).toMatchObject({
    state: "refused",
    reason: "We do not know you.",
  });
  expect(await db.seat.count({ where: { userId: person.id } })).toBe(0);
});

test("two signatories answer at once, and one answer counts", async () => {
  const person = await newPerson();
  await done(ask(person));
  const request = await requestOf(person.id);
  const other = await colleagueOf(charity, ["signatory"]);
  const both = await Promise.all([
    approveRequest(charity, request),
    refuseRequest(other, { ...request, reason: "No." }),
  ]);
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await db.seat.count({ where: { userId: person.id } })).toBe(both[0].ok ? 1 : 0);
});

test("a stranger cannot see who asked, nor answer", async () => {
  const person = await newPerson();
  await done(ask(person));
  const request = await requestOf(person.id);
  const strangers = [
    await newPerson(),
    await newCharity(),
    await colleagueOf(charity),
    await colleagueOf(charity, ["auditor"]),
    await newMember("authority", ["approver", "auditor"]),
    await newMember("steward", ["admin"]),
    visitor,
  ];
  for (const stranger of strangers) {
    expect(await findRequest(stranger, request.requestId)).toBeNull();
    expect((await listRequests(stranger)).map(({ id }) => id)).not.toContain(request.requestId);
    expect(await listWaiting(stranger)).toEqual([]);
    expect(await approveRequest(stranger, request)).toMatchObject({ refusal: { kind: "missing" } });
    expect(await withdrawRequest(stranger, request)).toMatchObject({ refusal: { kind: "missing" } });
  }
  // Whoever asked sees it, and cannot let themselves in.
  expect(await approveRequest(person, request)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await withdrawRequest(charity, request)).toMatchObject({ refusal: { kind: "forbidden" } });
});

test("only people and providers ask, and only of a provider that is here", async () => {
  expect(await ask(await newMember("authority", ["commissioner"]))).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await ask(visitor)).toMatchObject({ refusal: { kind: "missing" } });
  const nowhere = { organisationId: newId(), message };
  expect(await askToJoin(await newPerson(), nowhere)).toMatchObject({ refusal: { kind: "missing" } });
  expect(await ask(await newPerson(), await newMember("steward", ["admin"]))).toMatchObject({
    refusal: { kind: "missing" },
  });
  expect(await askToJoin(await newPerson(), { organisationId: "x", message })).toMatchObject({
    refusal: { kind: "invalid" },
  });
});

const listedRow = (value: string, name: string, more: object = {}) => ({
  ...{ scheme: "GB-CHC", value, name, status: "Registered", isActive: true, registeredOn: null, removedOn: null },
  ...{ address: "1 Mill Lane\nOrmside", postcode: "ZZ1 1ZZ", website: "", email: "", activities: "" },
  ...{ incomePence: null, incomeYear: null, ...more },
});

async function load(...rows: object[]) {
  const sha256 = newId().replaceAll("-", "").padEnd(64, "0");
  const { id: loadId } = await done(openLoad(system, { source: "a.csv", sha256, isFiction: "" }));
  await done(storeBatch(system, { loadId, from: 0n, to: 1n, lines: 1, refused: 0, rows }));
  await done(finishLoad(system, { loadId }));
}

test("a number comes to one of five things, and a visitor is told none of them", async () => {
  const person = await newPerson();
  expect(await lookUp(person, "nonsense")).toEqual({ kind: "unreadable" });
  const number = nextCharityNumber();
  expect(await lookUp(person, "NI012345")).toMatchObject({ kind: "noExtract" });
  await load(listedRow(number, "Amber Gate"));
  expect(await lookUp(person, ` ${number} `)).toMatchObject({
    kind: "listed",
    isFiction: false,
    found: [{ name: "Amber Gate", scheme: "GB-CHC" }],
  });
  expect(await lookUp(person, nextCharityNumber())).toMatchObject({ kind: "notListed", asOf: expect.any(Date) });
  const { identifiers } = (await findProfile(charity)) ?? { identifiers: [] };
  expect(await lookUp(person, identifiers[0]?.value ?? "")).toMatchObject({
    kind: "here",
    organisation: { id: charity.organisationId, name: "Weirfield" },
  });
  expect(await lookUp(visitor, number)).toEqual({ kind: "unreadable" });
});

test("another name than the register's asks for a reason, and the same in other letters does not", async () => {
  const number = nextCharityNumber();
  await load(listedRow(number, "THE BRAMBLE & FINCH TRUST LTD"));
  const input = { typeCode: "cio", numbers: { "GB-CHC": number }, address: "1 Mill Lane" };
  const refused = await foundOrganisation(await newPerson(), { ...input, name: "Finch Kitchen" });
  expect(refused).toMatchObject({ refusal: { fields: { nameNote: [expect.stringContaining("BRAMBLE & FINCH")] } } });
  const person = await newPerson();
  const nameNote = "Everybody calls us this.";
  const { id } = await done(foundOrganisation(person, { ...input, name: "Finch Kitchen", nameNote }));
  expect(await db.organisation.findUnique({ where: { id }, select: { nameNote: true } })).toEqual({ nameNote });

  const signatory: Member = { kind: "provider", id: person.id, organisationId: id, roles: ["signatory"] };
  const steward = await newMember("steward", ["assessor"]);
  await done(
    saveDetails(signatory, { ...input, edit: 1, name: "Bramble and Finch Trust Limited", address: "2 Mill Lane" }),
  );
  expect(await findProfile(signatory)).toMatchObject({ nameNote: null, edit: 2, address: "2 Mill Lane" });
  expect(
    await db.notification.count({
      where: { userId: steward.id, title: "Finch Kitchen is now called Bramble and Finch Trust Limited" },
    }),
  ).toBe(1);
  const line = await db.auditEvent.findFirst({ where: { subjectId: id, event: "organisation.change" } });
  expect(line?.detail).toMatchObject({
    from: { name: "Finch Kitchen", numbers: [`GB-CHC-${number}`] },
    to: { name: "Bramble and Finch Trust Limited", address: "2 Mill Lane" },
  });
});

test("details are changed by a signatory, one at a time, to numbers that nobody else has", async () => {
  const own = await newCharity("Own");
  const taken = (await findProfile(charity))?.identifiers[0]?.value ?? "";
  const number = (await findProfile(own))?.identifiers[0]?.value ?? "";
  const input = { edit: 1, name: "Own", address: "3 Mill Lane", numbers: { "GB-CHC": number } };
  expect(await saveDetails(own, { ...input, numbers: { "GB-CHC": taken } })).toMatchObject({
    refusal: { fields: { "numbers.GB-CHC": [expect.stringContaining("already here")] } },
  });
  const next = nextCharityNumber();
  const other = await colleagueOf(own, ["signatory"]);
  const both = await Promise.all([
    saveDetails(own, { ...input, numbers: { "GB-CHC": next } }),
    saveDetails(other, { ...input, address: "4 Mill Lane" }),
  ]);
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { changed: { version: 2 } } });
  expect(await db.identifier.count({ where: { organisationId: own.organisationId } })).toBe(1);

  for (const stranger of [await colleagueOf(own), await colleagueOf(own, ["auditor"])])
    expect(await saveDetails(stranger, { ...input, edit: 2 })).toMatchObject({ refusal: { kind: "forbidden" } });
  for (const stranger of [visitor, await newMember("steward", ["admin"]), await newPerson()])
    expect(await saveDetails(stranger, { ...input, edit: 2 })).toMatchObject({ refusal: { kind: "missing" } });
});
