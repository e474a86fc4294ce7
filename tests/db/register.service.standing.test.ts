import { expect, test } from "vitest";
import { z } from "zod";
import type { Member } from "@/lib/core/actor";
import { system } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { command } from "@/lib/core/door/command";
import { submitApplication } from "@/lib/register/application/commands/submit";
import { admitWithin } from "@/lib/register/membership/commands/admit";
import { saveCapacity } from "@/lib/register/service/commands/capacity";
import { saveDescription } from "@/lib/register/service/commands/describe";
import { saveRates } from "@/lib/register/service/commands/rates";
import { approveService, publishWithin, returnService } from "@/lib/register/service/commands/review";
import { submitService } from "@/lib/register/service/commands/send";
import {
  confirmAllServices,
  confirmService,
  makeStale,
  pauseService,
  resumeService,
  withdrawService,
} from "@/lib/register/service/commands/stand";
import { editPublished } from "@/lib/register/service/commands/start";
import {
  countConfirmable,
  findService,
  listServices,
  listServicesInReview,
  listUnconfirmed,
  listWaiting,
  previewService,
} from "@/lib/register/service/queries";
import {
  colleagueOf,
  done,
  finishedService,
  newCharity,
  newMember,
  rateLine,
  readyCharity,
  startedService,
} from "@/tests/support/charity";

const published = { state: true, publishedId: true, draftId: true, rateCardId: true } as const;
const standing = (id: string) => db.service.findUniqueOrThrow({ where: { id }, select: published });

/** A decision in one line: the part is admitted and its services are published. The real one is tested with the steward's commands. */
const admit = command({
  event: "application.admitForTest",
  input: z.object({ applicationId: z.guid() }),
  load: ({ tx }, { applicationId }) =>
    tx.application.findUnique({
      where: { id: applicationId },
      select: { id: true, organisationId: true, parts: { select: { partId: true } } },
    }),
  allow: () => true,
  run: async (scene, { id, organisationId, parts }) => {
    for (const { partId } of parts) await admitWithin(scene, { organisationId, partId, applicationId: id, band: 1 });
    const services = await scene.tx.service.findMany({
      where: { organisationId, state: "inReview" },
      select: { id: true, state: true },
    });
    for (const service of services) await publishWithin(scene, service);
    return { value: null, id, detail: {} };
  },
});

/** A member of the first part with one published service. */
async function memberWithService() {
  const ready = await readyCharity();
  await done(submitApplication(ready.charity, { applicationId: ready.applicationId, declared: "yes" }));
  await done(admit(await newMember("steward", ["assessor"]), { applicationId: ready.applicationId }));
  return ready;
}

const words = {
  title: "Finding home",
  summary: "Short",
  description: "Long",
  outcomeCodes: ["accommodation.settled-home"],
  needCodes: [],
  cohortCodes: [],
};

test("admission publishes the service with its prices", async () => {
  const { serviceId, charity } = await memberWithService();
  const now = await standing(serviceId);
  expect(now).toMatchObject({
    state: "published",
    draftId: null,
    publishedId: expect.any(String),
    rateCardId: expect.any(String),
  });
  const facts = await previewService(charity, serviceId);
  expect(facts).toMatchObject({
    organisation: { name: "Open Gate", type: "Charitable incorporated organisation (CIO)" },
    version: { outcomes: [{ name: "Moves into a settled home" }], places: [{ name: "West Yorkshire (police area)" }] },
    rateCard: { lines: [{ pence: 4550n }] },
  });
  expect(await previewService(await newCharity(), serviceId)).toBeNull();
});

test("new prices of a published service are a new card; the old one stays as it was", async () => {
  const { charity, serviceId } = await memberWithService();
  const before = await standing(serviceId);
  await done(saveRates(charity, { serviceId, version: 1, lines: [{ ...rateLine, price: "50" }] }));
  const after = await standing(serviceId);
  expect(after.rateCardId).not.toBe(before.rateCardId);
  const old = await db.rateCard.findUniqueOrThrow({
    where: { id: before.rateCardId ?? "" },
    select: { withdrawnAt: true, lines: { select: { pence: true } } },
  });
  expect(old).toEqual({ withdrawnAt: expect.any(Date), lines: [{ pence: 4550n }] });
});

test("a changed description is checked beside the published one", async () => {
  const { charity, serviceId } = await memberWithService();
  const steward = await newMember("steward", ["assessor"]);
  const before = await standing(serviceId);
  await Promise.all([editPublished(charity, { serviceId }), editPublished(await colleagueOf(charity), { serviceId })]);
  expect(await db.serviceVersion.count({ where: { serviceId } })).toBe(2);
  await done(saveDescription(charity, { serviceId, edit: 1, ...words, title: "Finding a home" }));
  expect(await submitService(charity, { serviceId, edit: 1 })).toMatchObject({ refusal: { kind: "conflict" } });
  await done(submitService(charity, { serviceId, edit: 2 }));
  expect(await standing(serviceId)).toMatchObject({ state: "published", publishedId: before.publishedId });
  expect((await listServicesInReview(steward)).items.map(({ id }) => id)).toContain(serviceId);
  expect(await listServicesInReview(charity)).toEqual({ items: [], total: 0 });

  expect(await approveService(charity, { serviceId })).toMatchObject({ refusal: { kind: "forbidden" } });
  await done(returnService(steward, { serviceId, reason: "Say who runs the sessions." }));
  expect((await listWaiting(charity)).map(({ detail }) => detail)).toContain("Say who runs the sessions.");
  await done(submitService(charity, { serviceId, edit: 1 }));
  const press = () => approveService(steward, { serviceId });
  const results = await Promise.all([press(), press()]);
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  const after = await db.service.findUniqueOrThrow({
    where: { id: serviceId },
    select: { draftId: true, published: { select: { title: true, number: true } } },
  });
  expect(after).toEqual({ draftId: null, published: { title: "Finding a home", number: 3 } });
});

test("a member's new service is sent by itself and published by a steward", async () => {
  const { charity } = await memberWithService();
  const steward = await newMember("steward", ["assessor"]);
  const { id: serviceId, edit } = await finishedService(charity);
  await done(submitService(charity, { serviceId, edit }));
  const results = await Promise.all([
    approveService(steward, { serviceId }),
    returnService(steward, { serviceId, reason: "No" }),
  ]);
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(["published", "draft"]).toContain((await standing(serviceId)).state);
});

test("a service outside a membership cannot be sent by itself, nor an unfinished one at all", async () => {
  const charity = await newCharity();
  const { id: serviceId, edit } = await finishedService(charity);
  expect(await submitService(charity, { serviceId, edit })).toMatchObject({
    refusal: { kind: "conflict", message: expect.stringContaining("application") },
  });
  const member = await memberWithService();
  const { id: bare } = await startedService(member.charity);
  expect(await submitService(member.charity, { serviceId: bare, edit: 1 })).toMatchObject({
    refusal: { kind: "conflict", message: expect.stringContaining("not finished") },
  });
  expect(await submitService(charity, { serviceId: bare, edit: 1 })).toMatchObject({ refusal: { kind: "missing" } });
});

const stands: [string, (who: Member, serviceId: string) => Promise<{ ok: boolean }>, string][] = [
  ["pause", (who, serviceId) => pauseService(who, { serviceId }), "paused"],
  ["confirm", (who, serviceId) => confirmService(who, { serviceId }), "published"],
  ["withdraw", (who, serviceId) => withdrawService(who, { serviceId, reason: "We have closed." }), "withdrawn"],
];

test.each(stands)("%s: done once, refused to others, unseen by a stranger", async (_, act, state) => {
  const { charity, serviceId } = await memberWithService();
  expect(await act(await newCharity(), serviceId)).toMatchObject({ refusal: { kind: "missing" } });
  expect(await act(await colleagueOf(charity, ["auditor"]), serviceId)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  const results = await Promise.all([act(charity, serviceId), act(charity, serviceId)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(state === "published" ? 2 : 1);
  expect((await standing(serviceId)).state).toBe(state);
});

test("a paused service starts again; a withdrawn one never does", async () => {
  const { charity, serviceId } = await memberWithService();
  await done(pauseService(charity, { serviceId }));
  await done(resumeService(charity, { serviceId }));
  await done(withdrawService(charity, { serviceId, reason: "Closed." }));
  expect(await resumeService(charity, { serviceId })).toMatchObject({ refusal: { kind: "conflict" } });
  expect(
    await saveCapacity(charity, { serviceId, version: 0, places: "1", openPlaces: "0", waitDays: "0" }),
  ).toMatchObject({ refusal: { kind: "conflict" } });
});

test("a service that nobody confirms is hidden by a job alone, and comes back when somebody does", async () => {
  const { charity, serviceId } = await memberWithService();
  const soon = new Date(Date.now() + 60_000);
  expect((await listUnconfirmed(system, soon)).map(({ id }) => id)).toContain(serviceId);
  expect(await makeStale(charity, { serviceId, confirmedBefore: soon })).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(await makeStale(system, { serviceId, confirmedBefore: new Date(0) })).toMatchObject({
    refusal: { kind: "conflict" },
  });
  await done(makeStale(system, { serviceId, confirmedBefore: soon }));
  expect((await listWaiting(charity)).map(({ detail }) => detail)).toContain("Buyers cannot find it until you do.");
  await done(confirmService(charity, { serviceId }));
  expect((await standing(serviceId)).state).toBe("published");
});

test("each sees its own services and nobody else's", async () => {
  const { charity, serviceId } = await memberWithService();
  const stranger = await newCharity();
  expect((await listServices(charity)).items.map(({ id }) => id)).toEqual([serviceId]);
  expect(await listServices(stranger)).toEqual({ items: [], total: 0 });
  expect(await findService(stranger, serviceId)).toBeNull();
  expect(await findService(charity, "not-an-id")).toBeNull();
  expect(await findService(await newMember("authority", ["commissioner"]), serviceId)).toBeNull();
});

test("all services are confirmed with one press, hidden ones too; a stranger has none to confirm", async () => {
  const { charity, serviceId } = await memberWithService();
  await db.service.update({ where: { id: serviceId }, data: { confirmedAt: new Date("2020-01-01") } });
  await done(makeStale(system, { serviceId, confirmedBefore: new Date("2021-01-01") }));
  expect(await countConfirmable(charity)).toBe(1);
  expect(await confirmAllServices(await colleagueOf(charity, ["viewer"]), {})).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(await confirmAllServices(await newCharity(), {})).toMatchObject({ refusal: { kind: "conflict" } });
  expect(await done(confirmAllServices(charity, {}))).toEqual({ count: 1 });
  const after = await db.service.findUniqueOrThrow({
    where: { id: serviceId },
    select: { state: true, confirmedAt: true },
  });
  expect(after.state).toBe("published");
  expect(after.confirmedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
});
