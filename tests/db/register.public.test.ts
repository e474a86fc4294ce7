import { expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { addDays, londonDay } from "@/lib/core/values/moment";
import {
  countRegister,
  findListedOrganisation,
  findListedService,
  listOrganisations,
  listServices,
} from "@/lib/register/directory/queries";
import { DirectoryFilter } from "@/lib/register/directory/schema";
import { suspendMembership } from "@/lib/register/membership/commands/suspend";
import { sentService, standingMember } from "@/tests/support/register";

const all = DirectoryFilter.parse({});

test("the public sees published services of active members, and nothing else", async () => {
  const { serviceId, membershipId, organisationId, assessor } = await standingMember();
  const { partId, reference } = await db.service.findUniqueOrThrow({
    where: { id: serviceId },
    select: { partId: true, reference: true },
  });
  const { reference: organisation } = await db.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { reference: true },
  });
  const waiting = await sentService(organisationId, partId, { title: "Still being checked" });
  const ids = async () => (await listServices(visitor, all)).rows.map(({ id }) => id);

  expect(await ids()).toEqual([serviceId]);
  expect(await ids()).not.toContain(waiting);
  expect(await countRegister(visitor)).toEqual({ organisations: 1, services: 1 });
  expect(await findListedService(visitor, reference)).toMatchObject({ reference, version: { title: "A way home" } });
  expect(await findListedOrganisation(visitor, organisation)).toMatchObject({
    parts: [{ number: 1 }],
    offers: [{ id: serviceId }],
    services: 1,
  });

  await suspendMembership(assessor, {
    membershipId,
    reason: "Not safe until the new lead starts.",
    endsOn: addDays(londonDay(new Date()), 5),
  });
  expect(await ids()).toEqual([]);
  expect(await findListedService(visitor, reference)).toBeNull();
  expect(await findListedOrganisation(visitor, organisation)).toBeNull();
  expect(await listOrganisations(visitor, all)).toMatchObject({ rows: [], total: 0 });
});

test("it is searched by words, by place at every level, and by category", async () => {
  const { serviceId } = await standingMember();
  const found = async (filter: object) => {
    const typed = DirectoryFilter.parse(filter);
    const [services, organisations] = [await listServices(visitor, typed), await listOrganisations(visitor, typed)];
    return [services.rows.map(({ id }) => id).includes(serviceId), organisations.total > 0];
  };
  expect(await found({ q: "WAY HOME" })).toEqual([true, false]);
  expect(await found({ place: "Greater Manchester" })).toEqual([true, true]);
  expect(await found({ place: "Wigan" })).toEqual([true, true]);
  expect(await found({ place: "Cornwall" })).toEqual([false, false]);
  expect(await found({ category: "accommodation" })).toEqual([true, true]);
  expect(await found({ category: "women" })).toEqual([false, false]);
  expect(await listServices(visitor, DirectoryFilter.parse({ place: "Narnia" }))).toMatchObject({
    rows: [],
    unknown: true,
  });
  expect(await listServices(visitor, DirectoryFilter.parse({ q: "100%_'\"" }))).toMatchObject({ rows: [], total: 0 });
});

test("what is not on the register is not found", async () => {
  expect(await findListedService(visitor, "TS-0000-000000")).toBeNull();
  expect(await findListedOrganisation(visitor, "nonsense")).toBeNull();
});
