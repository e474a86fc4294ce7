import { expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { answerCondition } from "@/lib/register/profile/commands/answers";
import { foundOrganisation } from "@/lib/register/profile/commands/found";
import { answerGrounds } from "@/lib/register/profile/commands/grounds";
import { saveProfile } from "@/lib/register/profile/commands/profile";
import { findProfile, listAnswers, listGroundAnswers } from "@/lib/register/profile/queries";
import {
  colleagueOf,
  done,
  newCharity,
  newMember,
  newPerson,
  nextCharityNumber,
  openRegister,
  profile,
} from "@/tests/support/charity";

const organisation = (number: string) => ({
  name: "Open Gate",
  typeCode: "cio",
  numbers: { "GB-CHC": number },
  address: "1 Station Road, Leeds",
});

test("whoever founds an organisation signs and writes for it", async () => {
  const person = await newPerson();
  const { id } = await done(foundOrganisation(person, organisation(nextCharityNumber())));
  const seats = await db.seat.findMany({
    where: { organisationId: id },
    select: { userId: true, role: true },
    orderBy: { role: "asc" },
  });
  expect(seats).toEqual([
    { userId: person.id, role: "editor" },
    { userId: person.id, role: "signatory" },
  ]);
  expect(await db.auditEvent.count({ where: { subjectId: id, event: "organisation.found" } })).toBe(1);
});

test("a number that is here already points to the colleagues there", async () => {
  const number = nextCharityNumber();
  await done(foundOrganisation(await newPerson(), organisation(number)));
  const refused = await foundOrganisation(await newPerson(), organisation(` ${number} `));
  expect(refused).toMatchObject({
    refusal: { kind: "invalid", fields: { "numbers.GB-CHC": [expect.stringContaining("Ask a colleague there")] } },
  });
});

test("of two who found the same charity at once, one does", async () => {
  const number = nextCharityNumber();
  const people = await Promise.all([newPerson(), newPerson()]);
  const results = await Promise.all(people.map((person) => foundOrganisation(person, organisation(number))));
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await db.identifier.count({ where: { value: number } })).toBe(1);
});

test("numbers are checked by the register that they come from, and one is needed", async () => {
  const person = await newPerson();
  const found = (numbers: Record<string, string>, typeCode = "cio") =>
    foundOrganisation(person, { ...organisation(""), numbers, typeCode });
  expect(await found({ "GB-CHC": "12" })).toMatchObject({
    refusal: { fields: { "numbers.GB-CHC": [expect.any(String)] } },
  });
  expect(await found({})).toMatchObject({ refusal: { fields: { "numbers.GB-CHC": ["Enter at least one number"] } } });
  expect(await found({}, "wizards")).toMatchObject({ refusal: { fields: { typeCode: [expect.any(String)] } } });
  expect(await found({}, "association")).toMatchObject({ ok: true });
});

test("a visitor, an authority and a steward found nothing", async () => {
  for (const actor of [await newMember("authority", ["commissioner"]), await newMember("steward", ["admin"])])
    expect(await foundOrganisation(actor, organisation(nextCharityNumber()))).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  expect(await foundOrganisation(visitor, organisation(nextCharityNumber()))).toMatchObject({
    refusal: { kind: "missing" },
  });
});

test("a profile is saved with the size that follows from it", async () => {
  const charity = await newCharity();
  expect(await done(saveProfile(charity, profile))).toMatchObject({ size: "micro" });
  await done(saveProfile(charity, { ...profile, version: 1, staffFte: "60", income: "£3,000,000" }));
  expect((await findProfile(charity))?.provider).toMatchObject({
    size: "medium",
    incomePence: 300_000_000n,
    version: 2,
  });
  expect((await findProfile(await newCharity()))?.provider).toBeNull();
});

test("a colleague's profile is shown and not overwritten, first time and later", async () => {
  const charity = await newCharity();
  const colleague = await colleagueOf(charity);
  const first = await Promise.all([saveProfile(charity, profile), saveProfile(colleague, profile)]);
  expect(first.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(first.find(({ ok }) => !ok)).toMatchObject({ refusal: { changed: { by: "Ada Mensah", version: 1 } } });
  const later = await Promise.all([charity, colleague].map((who) => saveProfile(who, { ...profile, version: 1 })));
  expect(later.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
});

test("only those who write for a provider save its profile, and each field says what is wrong", async () => {
  const charity = await newCharity();
  expect(await saveProfile(await colleagueOf(charity, ["auditor"]), profile)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(await saveProfile(await newMember("authority", ["commissioner"]), profile)).toMatchObject({
    refusal: { kind: "missing" },
  });
  expect(await saveProfile(charity, { version: 0, website: "http://example.org", staffFte: "3.55" })).toMatchObject({
    refusal: {
      kind: "invalid",
      fields: { income: [expect.any(String)], website: [expect.any(String)], staffFte: [expect.any(String)] },
    },
  });
});

test("answers are versions: the same again writes nothing, a colleague's is shown", async () => {
  await openRegister();
  const charity = await newCharity();
  const [first] = await listAnswers(charity);
  const answer = { conditionId: first?.id, version: 0, met: "yes", text: "", expiresOn: "" };
  await done(answerCondition(charity, answer));
  await done(answerCondition(charity, { ...answer, version: 1 }));
  expect(await db.profileAnswer.count({ where: { organisationId: charity.organisationId } })).toBe(1);
  const late = await answerCondition(await colleagueOf(charity), { ...answer, text: "With more words." });
  expect(late).toMatchObject({
    refusal: { kind: "conflict", changed: { version: 1, values: { "Do you meet it?": "Yes" } } },
  });
  expect(await answerCondition(await newMember("authority", ["commissioner"]), answer)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect((await listAnswers(await newCharity()))[0]?.answer).toBeNull();
});

test("an answer that needs words is refused without them, and cannot have run out", async () => {
  await openRegister();
  const charity = await newCharity();
  const evidence = (await listAnswers(charity)).find(({ kind }) => kind === "evidence");
  const answer = { conditionId: evidence?.id, version: 0, met: "yes", text: "", expiresOn: "" };
  expect(await answerCondition(charity, answer)).toMatchObject({
    refusal: { fields: { text: [expect.stringContaining("Say what evidence you have")] } },
  });
  expect(await answerCondition(charity, { ...answer, text: "A policy.", expiresOn: "2020-01-01" })).toMatchObject({
    refusal: { fields: { expiresOn: [expect.any(String)] } },
  });
  const both = await Promise.all(["One.", "Two."].map((text) => answerCondition(charity, { ...answer, text })));
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
});

test("one press says that no ground applies; one that does needs its story", async () => {
  const charity = await newCharity();
  await done(answerGrounds(charity, { version: 0, any: "no" }));
  expect(await db.groundAnswer.count({ where: { organisationId: charity.organisationId, applies: false } })).toBe(24);
  const input = {
    version: 24,
    any: "yes",
    applies: ["insolvency"],
    about: { insolvency: "associated" },
    what: { insolvency: "We were wound up." },
    happened: { insolvency: "2024-02-01" },
    right: {},
    rightOn: { insolvency: "" },
  };
  expect(await answerGrounds(charity, input)).toMatchObject({
    refusal: { fields: { "right.insolvency": [expect.any(String)] } },
  });
  const right = { insolvency: "We paid everyone." };
  const late = { ...input, right, happened: { insolvency: "2150-01-01" } };
  expect(await answerGrounds(charity, late)).toMatchObject({
    refusal: { fields: { "happened.insolvency": ["The day must not be in the future"] } },
  });
  await done(answerGrounds(charity, { ...input, right }));
  // The same again is no new version; a day that was wanting is one.
  await done(answerGrounds(charity, { ...input, right, version: 25 }));
  await done(answerGrounds(charity, { ...input, right, version: 25, rightOn: { insolvency: "2024-06-01" } }));
  const { grounds, version } = await listGroundAnswers(charity);
  expect(version).toBe(26);
  const applying = grounds.filter(({ answer }) => answer?.applies);
  expect(applying.map(({ code }) => code)).toEqual(["insolvency"]);
  expect(applying[0]?.answer).toMatchObject({
    about: "associated",
    happenedOn: new Date("2024-02-01"),
    putRightOn: new Date("2024-06-01"),
  });
  await done(answerGrounds(charity, { version: 26, any: "no" }));
  expect((await listGroundAnswers(charity)).grounds.some(({ answer }) => answer?.applies)).toBe(false);
});

test("two colleagues answer the grounds at once: one is shown the other's", async () => {
  const charity = await newCharity();
  const colleague = await colleagueOf(charity);
  const results = await Promise.all([charity, colleague].map((who) => answerGrounds(who, { version: 0, any: "no" })));
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(results.find(({ ok }) => !ok)).toMatchObject({
    refusal: { changed: { version: 24, values: { "Do any apply?": "No" } } },
  });
  expect(await answerGrounds(await newMember("steward", ["admin"]), { version: 0, any: "no" })).toMatchObject({
    refusal: { kind: "missing" },
  });
});
