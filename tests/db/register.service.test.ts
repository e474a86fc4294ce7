import { expect, test } from "vitest";
import { db } from "@/lib/core/db";
import { saveCapacity } from "@/lib/register/service/commands/capacity";
import { saveDescription, saveEligibility, savePlaces } from "@/lib/register/service/commands/describe";
import { saveRates } from "@/lib/register/service/commands/rates";
import { startService } from "@/lib/register/service/commands/start";
import {
  colleagueOf,
  done,
  newCharity,
  newPerson,
  openRegister,
  rateLine,
  startedService,
} from "@/tests/support/charity";

const words = {
  title: "Finding home",
  summary: "Short",
  description: "Long",
  outcomeCodes: ["accommodation.settled-home"],
  needCodes: [],
  cohortCodes: [],
};

test("a service is started under a part, once for one press", async () => {
  const { first } = await openRegister();
  const charity = await newCharity();
  const input = { partId: first.id, title: "Finding home", key: "press-0001" };
  const [one, two] = await Promise.all([startService(charity, input), startService(charity, input)]);
  expect(one).toEqual(two);
  expect(await db.service.count({ where: { organisationId: charity.organisationId } })).toBe(1);
  expect(await startService(await newPerson(), input)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await startService(charity, { partId: charity.id, title: "x" })).toMatchObject({
    refusal: { kind: "missing" },
  });
});

test("what is left half done for later is kept; what is sent on must be whole", async () => {
  const charity = await newCharity();
  const { id: serviceId } = await startedService(charity);
  const half = { serviceId, edit: 1, title: "Finding home", summary: "Half a thought" };
  expect(await saveDescription(charity, half)).toMatchObject({
    refusal: { kind: "invalid", fields: { description: [expect.any(String)], outcomeCodes: [expect.any(String)] } },
  });
  await done(saveDescription(charity, { ...half, intent: "later" }));
  const kept = await db.serviceVersion.findFirstOrThrow({
    where: { serviceId },
    select: { summary: true, edit: true, needCodes: true },
  });
  expect(kept).toEqual({ summary: "Half a thought", edit: 2, needCodes: ["accommodation"] });
});

test("a colleague's save is shown and can then be replaced; a stranger finds nothing", async () => {
  const charity = await newCharity();
  const { id: serviceId } = await startedService(charity);
  const colleague = await colleagueOf(charity);
  await done(saveDescription(colleague, { serviceId, edit: 1, ...words, title: "Theirs" }));
  const late = await saveDescription(charity, { serviceId, edit: 1, ...words, title: "Mine" });
  expect(late).toMatchObject({
    refusal: {
      kind: "conflict",
      changed: { by: "Ada Mensah", version: 2, values: { "Name of the service": "Theirs" } },
    },
  });
  await done(saveDescription(charity, { serviceId, edit: 2, ...words, title: "Mine" }));

  const raced = await Promise.all(
    [charity, colleague].map((who) => saveDescription(who, { serviceId, edit: 3, ...words })),
  );
  expect(raced.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await saveDescription(await newCharity(), { serviceId, edit: 4, ...words })).toMatchObject({
    refusal: { kind: "missing" },
  });
  expect(
    await saveDescription(await colleagueOf(charity, ["auditor"]), { serviceId, edit: 4, ...words }),
  ).toMatchObject({ refusal: { kind: "forbidden" } });
});

test("codes that are not on the list are refused at their field", async () => {
  const charity = await newCharity();
  const { id: serviceId } = await startedService(charity);
  expect(
    await saveDescription(charity, { serviceId, edit: 1, ...words, outcomeCodes: ["women.nothing"] }),
  ).toMatchObject({ refusal: { fields: { outcomeCodes: [expect.any(String)] } } });
  expect(await savePlaces(charity, { serviceId, edit: 1, placeCodes: ["atlantis"], list: "" })).toMatchObject({
    refusal: { fields: { list: [expect.any(String)] } },
  });
});

test("a service in the part for women cannot be for men", async () => {
  const { parts } = await openRegister();
  const charity = await newCharity();
  const women = parts.find(({ categoryCode }) => categoryCode === "women");
  const { id: serviceId } = await startedService(charity, women?.id);
  const who = { serviceId, edit: 1, minAge: "18", maxAge: "", exclusions: "" };
  expect(await saveEligibility(charity, { ...who, sex: "men" })).toMatchObject({
    refusal: { fields: { sex: [expect.any(String)] } },
  });
  expect(await saveEligibility(charity, { ...who, sex: "women", maxAge: "17" })).toMatchObject({
    refusal: { fields: { maxAge: [expect.any(String)] } },
  });
  await done(saveEligibility(charity, { ...who, sex: "women" }));
});

test("places are typed or ticked, folded, and what is not known is said", async () => {
  const charity = await newCharity();
  const { id: serviceId } = await startedService(charity);
  await done(
    savePlaces(charity, {
      serviceId,
      edit: 1,
      placeCodes: ["police-west-yorkshire"],
      list: "Leeds\nKent, Surrey and Sussex\nE08000019",
    }),
  );
  const { placeCodes } = await db.serviceVersion.findFirstOrThrow({
    where: { serviceId },
    select: { placeCodes: true },
  });
  expect(placeCodes).toEqual(
    ["region-kent-surrey-and-sussex", "police-west-yorkshire", "la-e08000019"].toSorted(
      (a, b) => placeCodes.indexOf(a) - placeCodes.indexOf(b),
    ),
  );
  const lost = await savePlaces(charity, { serviceId, edit: 2, placeCodes: [], list: "Leeds\nNarnia" });
  expect(lost).toMatchObject({ refusal: { fields: { list: [expect.stringContaining("Narnia")] } } });
});

test("prices are replaced while a draft, raced once, and refused when they overlap", async () => {
  const charity = await newCharity();
  const { id: serviceId } = await startedService(charity);
  await done(saveRates(charity, { serviceId, version: 0, lines: [rateLine] }));
  const both = await Promise.all(
    [1, 2].map(() => saveRates(charity, { serviceId, version: 1, lines: [rateLine, { ...rateLine, what: "Group" }] })),
  );
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "conflict", changed: { version: 2 } } });
  expect(await db.rateCard.findMany({ where: { serviceId }, select: { version: true, publishedAt: true } })).toEqual([
    { version: 2, publishedAt: null },
  ]);
  expect(await saveRates(charity, { serviceId, version: 2, lines: [rateLine, rateLine] })).toMatchObject({
    refusal: { fields: { "lines.1.volumeFrom": [expect.any(String)] } },
  });
  expect(await saveRates(await newCharity(), { serviceId, version: 2, lines: [rateLine] })).toMatchObject({
    refusal: { kind: "missing" },
  });
});

test("how full it is changes at once, and a colleague's newer numbers are shown", async () => {
  const charity = await newCharity();
  const { id: serviceId } = await startedService(charity);
  const full = { serviceId, version: 0, places: "10", openPlaces: "3", waitDays: "0" };
  expect(await saveCapacity(charity, { ...full, openPlaces: "11" })).toMatchObject({
    refusal: { fields: { openPlaces: [expect.any(String)] } },
  });
  await done(saveCapacity(charity, full));
  expect(await saveCapacity(charity, full)).toMatchObject({
    refusal: { kind: "conflict", changed: { values: { Places: "10" } } },
  });
  const { capacityAsOf } = await db.service.findUniqueOrThrow({
    where: { id: serviceId },
    select: { capacityAsOf: true },
  });
  await done(saveCapacity(charity, { ...full, version: capacityAsOf?.getTime(), openPlaces: "0" }));
  expect(await saveCapacity(await newCharity(), full)).toMatchObject({ refusal: { kind: "missing" } });
});
