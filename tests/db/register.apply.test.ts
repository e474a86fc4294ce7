import { expect, test } from "vitest";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { addWorkingDays } from "@/lib/reference/calendar";
import { reference } from "@/lib/reference/queries";
import { chooseParts } from "@/lib/register/application/commands/choose";
import { startApplication } from "@/lib/register/application/commands/start";
import { submitApplication } from "@/lib/register/application/commands/submit";
import { withdrawApplication } from "@/lib/register/application/commands/withdraw";
import { listAskedAnswers, listOwnConditions } from "@/lib/register/application/queries/asked";
import { findOwnApplication } from "@/lib/register/application/queries/own";
import { askedFor } from "@/lib/register/market/asked";
import { saveDescription } from "@/lib/register/service/commands/describe";
import {
  colleagueOf,
  done,
  newCharity,
  newMember,
  newPerson,
  openRegister,
  readyCharity,
  sentApplication,
} from "@/tests/support/charity";

const declared = "yes";

test("an organisation has one open application, however often it is started", async () => {
  await openRegister();
  const charity = await newCharity();
  const first = await done(startApplication(charity, {}));
  expect(await done(startApplication(charity, {}))).toEqual(first);
  expect(await db.application.count({ where: { organisationId: charity.organisationId } })).toBe(1);
});

test("two colleagues who start at once make one application", async () => {
  await openRegister();
  const charity = await newCharity();
  const other = await colleagueOf(charity);
  await Promise.all([startApplication(charity, {}), startApplication(other, {})]);
  expect(await db.application.count({ where: { organisationId: charity.organisationId } })).toBe(1);
});

test("somebody without a seat cannot start one", async () => {
  await openRegister();
  expect(await startApplication(await newPerson(), {})).toMatchObject({ refusal: { kind: "forbidden" } });
});

test("parts are chosen, a colleague's other choice is shown, and a stranger finds nothing", async () => {
  const { parts } = await openRegister();
  const charity = await newCharity();
  const { id: applicationId } = await done(startApplication(charity, {}));
  const partIds = parts.slice(0, 2).map(({ id }) => id);
  await done(chooseParts(charity, { applicationId, version: 1, partIds }));
  expect(await db.applicationPart.count({ where: { applicationId } })).toBe(2);

  const late = await chooseParts(await colleagueOf(charity), { applicationId, version: 1, partIds: [partIds[0]] });
  expect(late).toMatchObject({
    refusal: {
      kind: "conflict",
      changed: {
        version: 2,
        values: {
          Parts: parts
            .slice(0, 2)
            .map(({ title }) => title)
            .join(", "),
        },
      },
    },
  });
  expect(await chooseParts(charity, { applicationId, version: 2, partIds: [newId()] })).toMatchObject({
    refusal: { kind: "invalid", fields: { partIds: [expect.any(String)] } },
  });
  expect(await chooseParts(await newCharity(), { applicationId, version: 2, partIds })).toMatchObject({
    refusal: { kind: "missing" },
  });
});

test("sending pins the answers, sends the service and sets the day a decision is due", async () => {
  const { charity, applicationId, serviceId } = await readyCharity();
  const steward = await newMember("steward", ["assessor"]);
  await done(submitApplication(charity, { applicationId, declared }));

  const sent = await db.application.findUniqueOrThrow({
    where: { id: applicationId },
    select: {
      state: true,
      submittedAt: true,
      submittedById: true,
      dueOn: true,
      _count: { select: { answers: true, grounds: true } },
    },
  });
  const { holidays } = await reference();
  const today = new Date().toLocaleDateString("en-CA", { timeZone: "Europe/London" });
  expect(sent).toMatchObject({ state: "submitted", submittedById: charity.id });
  expect(sent.dueOn?.toISOString().slice(0, 10)).toBe(addWorkingDays(today, 20, holidays));
  expect(sent._count).toEqual({ answers: await db.condition.count({ where: { bandFrom: 1 } }), grounds: 24 });
  expect(await db.service.findUnique({ where: { id: serviceId }, select: { state: true } })).toEqual({
    state: "inReview",
  });
  expect(await db.notification.count({ where: { userId: steward.id } })).toBe(1);
  expect(
    await db.auditEvent.findMany({
      where: { subjectId: applicationId, event: "application.submit" },
      select: { actorId: true },
    }),
  ).toEqual([{ actorId: charity.id }]);
});

test("what is missing is said, and nothing is sent", async () => {
  const { first } = await openRegister();
  const charity = await newCharity();
  const { id: applicationId } = await done(startApplication(charity, {}));
  await done(chooseParts(charity, { applicationId, version: 1, partIds: [first.id] }));
  const refused = await submitApplication(charity, { applicationId, declared });
  expect(refused).toMatchObject({
    refusal: { kind: "conflict", message: expect.stringContaining("Say who your organisation is") },
  });
  expect(refused).toMatchObject({ refusal: { message: expect.stringContaining("Add a service for part 1") } });
  expect(
    await db.application.findUnique({ where: { id: applicationId }, select: { state: true, submittedAt: true } }),
  ).toEqual({
    state: "draft",
    submittedAt: null,
  });
});

test("only a signatory sends, only with the declaration, and a stranger finds nothing", async () => {
  const { charity, applicationId } = await readyCharity();
  expect(await submitApplication(charity, { applicationId })).toMatchObject({
    refusal: { kind: "invalid", fields: { declared: [expect.any(String)] } },
  });
  expect(await submitApplication(await colleagueOf(charity), { applicationId, declared })).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(await submitApplication(await newCharity(), { applicationId, declared })).toMatchObject({
    refusal: { kind: "missing" },
  });
  expect(await db.permissionRefusal.count({ where: { command: "application.submit" } })).toBeGreaterThan(0);
});

test("two presses send once", async () => {
  const { charity, applicationId } = await readyCharity();
  const press = () => submitApplication(charity, { applicationId, declared });
  const results = await Promise.all([press(), press()]);
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await db.auditEvent.count({ where: { subjectId: applicationId, event: "application.submit" } })).toBe(1);
});

test("a colleague who saves the service while it is sent does not change what was sent", async () => {
  const { charity, applicationId, serviceId } = await readyCharity();
  const words = {
    serviceId,
    edit: 5,
    title: "Another name",
    summary: "s",
    description: "d",
    outcomeCodes: [],
    intent: "later",
  };
  const [sent, saved] = await Promise.all([
    submitApplication(charity, { applicationId, declared }),
    saveDescription(await colleagueOf(charity), words),
  ]);
  const [version] = await db.serviceVersion.findMany({
    where: { serviceId },
    select: { title: true, submittedAt: true },
  });
  expect(Boolean(version?.submittedAt)).toBe(sent.ok);
  if (sent.ok && saved.ok) expect(version?.title).toBe("Another name");
  if (sent.ok && !saved.ok) expect(version?.title).toBe("Finding home");
});

test("withdrawing gives the services back as drafts that can be changed", async () => {
  const { charity, applicationId, serviceId } = await sentApplication();
  expect(await withdrawApplication(await newCharity(), { applicationId })).toMatchObject({
    refusal: { kind: "missing" },
  });
  expect(await withdrawApplication(await colleagueOf(charity), { applicationId })).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  const results = await Promise.all([
    withdrawApplication(charity, { applicationId }),
    withdrawApplication(charity, { applicationId }),
  ]);
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);

  const service = await db.service.findUniqueOrThrow({
    where: { id: serviceId },
    select: {
      state: true,
      draft: { select: { number: true, submittedAt: true, title: true } },
      _count: { select: { versions: true } },
    },
  });
  expect(service).toEqual({
    state: "draft",
    draft: { number: 2, submittedAt: null, title: "Finding home" },
    _count: { versions: 2 },
  });
});

test("a higher value asks for more, and only what was asked is pinned", async () => {
  const { charity, applicationId, part } = await readyCharity();
  const asked = async () => {
    const own = await findOwnApplication(charity);
    return own ? { band: own.band, asked: (await listAskedAnswers(charity, own)).map(({ number }) => number) } : null;
  };
  expect(await asked()).toEqual({ band: 1, asked: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
  expect(await chooseParts(charity, { applicationId, version: 2, partIds: [part.id], band: "8" })).toMatchObject({
    refusal: { fields: { band: [expect.any(String)] } },
  });
  await done(chooseParts(charity, { applicationId, version: 2, partIds: [part.id], band: "2" }));
  expect(await asked()).toEqual({ band: 2, asked: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] });

  const thirteenth = await db.condition.findFirstOrThrow({ where: { number: 13 } });
  await done(submitApplication(charity, { applicationId, declared }));
  const pinned = await db.applicationAnswer.findMany({ where: { applicationId } });
  expect(pinned).toHaveLength(12);
  expect(pinned.map(({ conditionId }) => conditionId)).not.toContain(thirteenth.id);
});

test("what an organisation is asked follows its application and its memberships", async () => {
  const charity = await newCharity();
  const { parts } = await openRegister();
  const asked = async () => (await listOwnConditions(charity)).length;
  expect(await asked()).toBe(10);
  const { id: applicationId } = await done(startApplication(charity, {}));
  expect(await asked()).toBe(10);
  await done(chooseParts(charity, { applicationId, version: 1, partIds: [parts[0]?.id ?? ""], band: "3" }));
  expect(await asked()).toBe(13);
  await done(withdrawApplication(charity, { applicationId }));
  await db.membership.create({
    data: {
      organisationId: charity.organisationId,
      partId: parts[1]?.id ?? "",
      band: 2,
      since: new Date(),
      changedAt: new Date(),
      reviewDueOn: new Date(),
    },
  });
  expect(await asked()).toBe(12);
});

test("a condition for one part alone is not asked of an application for another", async () => {
  const { charity, applicationId } = await readyCharity();
  const own = await findOwnApplication(charity);
  const conditions = await db.condition.findMany({ where: { registerId: own?.registerId ?? "" } });
  expect(askedFor(conditions, { band: own?.band ?? 0, partNumbers: [] })).toEqual([]);
  const narrowed = conditions.map((one) => (one.number === 3 ? { ...one, partNumbers: [2] } : one));
  expect(askedFor(narrowed, { band: 1, partNumbers: [1] }).map(({ number }) => number)).not.toContain(3);
  expect(applicationId).toBe(own?.id);
});

test("a member may ask for a higher value in a part where it stands, and for nothing that it has", async () => {
  const { charity, applicationId, part } = await readyCharity();
  await db.membership.create({
    data: {
      organisationId: charity.organisationId,
      partId: part.id,
      band: 1,
      since: new Date(),
      changedAt: new Date(),
      reviewDueOn: new Date(),
    },
  });
  const choose = (band: string, version: number) =>
    chooseParts(charity, { applicationId, version, partIds: [part.id], band });
  expect(await choose("1", 2)).toMatchObject({
    refusal: { fields: { partIds: [expect.stringContaining("already")] } },
  });
  expect(await choose("2", 2)).toMatchObject({ ok: true });
});
