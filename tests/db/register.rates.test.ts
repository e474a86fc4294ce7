import { expect, test } from "vitest";
import { saveDetails, saveLines } from "@/lib/calloff/purchase/commands/save";
import { startPurchase } from "@/lib/calloff/purchase/commands/start";
import { listPrices } from "@/lib/calloff/purchase/queries/choices";
import { findPurchase } from "@/lib/calloff/purchase/queries/find";
import { visitor } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import { addDays, londonDay, startOfLondonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { saveRates } from "@/lib/register/service/commands/rates";
import { takeUpRates, withdrawRates } from "@/lib/register/service/commands/rates-later";
import { saveCosts } from "@/lib/register/service/cost/commands";
import { findCosts } from "@/lib/register/service/cost/queries";
import { findPublishedFacts } from "@/lib/register/service/queries";
import { checkRates } from "@/lib/register/service/rates/check";
import { listDueRates, listPriceLists, listWaiting } from "@/lib/register/service/rates/queries";
import { search } from "@/lib/search/queries/search";
import { listCompared } from "@/lib/search/queries/services";
import { everything } from "@/lib/search/schema";
import { done, newCharity, newMember } from "@/tests/support/charity";
import { marketplace, typedDetails } from "@/tests/support/world.calloff";

const today = londonDay(new Date());
const later = addDays(today, 30);
const line = {
  what: "Support",
  unit: "hour",
  complexity: "any",
  price: "40",
  vatBp: "0",
  volumeFrom: "",
  volumeTo: "",
};
const rates = (serviceId: string, version: number, more: Record<string, unknown> = {}) => ({
  ...{ serviceId, version, lines: [line], uplifts: [] },
  ...more,
});
const cardsOf = (serviceId: string) =>
  db.rateCard.findMany({
    where: { serviceId },
    orderBy: { version: "asc" },
    select: { id: true, version: true, validFrom: true, validTo: true, withdrawnAt: true },
  });
const pointer = async (id: string) =>
  (await db.service.findUniqueOrThrow({ where: { id }, select: { rateCardId: true } })).rateCardId;

test("prices for a later day stand beside those of today, and are bought from the first minute of their day", async () => {
  const { signatory, commissioner, serviceId, rateCardId } = await marketplace();
  await done(saveRates(signatory, rates(serviceId, 1, { validFrom: later })));
  const [first, second] = await cardsOf(serviceId);
  expect(first).toMatchObject({ validTo: new Date(addDays(later, -1)), withdrawnAt: null });
  expect(second).toMatchObject({ validFrom: new Date(later), validTo: null });
  expect(await pointer(serviceId)).toBe(rateCardId);

  const at = (moment: Date) =>
    atTime(moment, async () => {
      const start = addDays(londonDay(moment), 20);
      const details = typedDetails({ startsOn: start, endsOn: addDays(start, 90) });
      const { id } = await done(startPurchase(commissioner, { serviceId, ...details }));
      return (await db.purchase.findUniqueOrThrow({ where: { id }, select: { rateCardId: true } })).rateCardId;
    });
  const midnight = startOfLondonDay(later);
  expect(await at(new Date(midnight.getTime() - 1000))).toBe(rateCardId);
  expect(await at(new Date(midnight.getTime() + 1000))).toBe(second?.id);

  await atTime(midnight, async () => {
    expect(await takeUpRates(midnight)).toBeGreaterThan(0);
    expect(await pointer(serviceId)).toBe(second?.id);
    expect(await listDueRates({ kind: "system", id: null, organisationId: null, roles: [] }, later)).not.toContainEqual(
      {
        id: serviceId,
      },
    );
  });
});

test("days are refused at their field, and the database holds one list a day", async () => {
  const { signatory, serviceId } = await marketplace();
  const field = async (more: Record<string, unknown>) => {
    const result = await saveRates(signatory, rates(serviceId, 1, more));
    return !result.ok && "fields" in result.refusal ? Object.keys(result.refusal.fields) : [];
  };
  expect(await field({ validFrom: addDays(today, -1) })).toEqual(["validFrom"]);
  expect(await field({ validFrom: later, validTo: today })).toEqual(["validTo"]);
  await done(saveRates(signatory, rates(serviceId, 1, { validFrom: later })));
  expect(await saveRates(signatory, rates(serviceId, 2))).toMatchObject({
    refusal: { fields: { validTo: [expect.stringContaining("would overlap")] } },
  });
  const [first] = await cardsOf(serviceId);
  await expect(
    db.rateCard.update({ where: { id: first?.id ?? "" }, data: { validTo: new Date(later) } }),
  ).rejects.toThrow();
  await expect(
    db.rateCard.update({ where: { id: first?.id ?? "" }, data: { saidTo: new Date(later) } }),
  ).rejects.toThrow("can no longer change");
});

test("a list that began today gives way to another at once", async () => {
  const { signatory, serviceId } = await marketplace();
  await done(saveRates(signatory, rates(serviceId, 1)));
  await done(saveRates(signatory, rates(serviceId, 2, { lines: [{ ...line, price: "41" }] })));
  const cards = await cardsOf(serviceId);
  expect(cards.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([false, true, false]);
  expect(await pointer(serviceId)).toBe(cards[2]?.id);
});

test("prices that have not begun are withdrawn, once; those before them go on", async () => {
  const { signatory, editor, serviceId, rateCardId } = await marketplace();
  await done(saveRates(signatory, rates(serviceId, 1, { validFrom: later })));
  const [, second] = await cardsOf(serviceId);
  const input = { serviceId, rateCardId: second?.id };
  expect(await withdrawRates(await newCharity(), input)).toMatchObject({ refusal: { kind: "missing" } });
  expect(await withdrawRates(signatory, { serviceId, rateCardId })).toMatchObject({
    refusal: { kind: "conflict", message: expect.stringContaining("have begun") },
  });
  const both = await Promise.all([withdrawRates(signatory, input), withdrawRates(editor, input)]);
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect((await cardsOf(serviceId))[0]).toMatchObject({ validTo: null });
  await done(saveRates(signatory, rates(serviceId, 2, { validFrom: later })));
});

test("two colleagues who publish at once publish one list", async () => {
  const { signatory, editor, serviceId } = await marketplace();
  const both = await Promise.all([signatory, editor].map((who) => saveRates(who, rates(serviceId, 1))));
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  const viewer = await newMember("provider", ["viewer"], signatory.organisationId);
  expect(await saveRates(viewer, rates(serviceId, 2))).toMatchObject({ refusal: { kind: "forbidden" } });
});

test("what is added where somebody buys is in the price, with its working, and follows a change of place", async () => {
  const { signatory, commissioner, serviceId } = await marketplace();
  const croydon = await db.referenceItem.findFirstOrThrow({
    where: { list: "localAuthority", name: "Croydon" },
    select: { code: true },
  });
  const { places } = await reference();
  const uplifts = [
    { place: places.label("region-london"), percent: "10" },
    { place: places.label(croydon.code), percent: "12.5" },
  ];
  expect(
    await saveRates(signatory, rates(serviceId, 1, { uplifts: [{ place: "Leeds", percent: "5" }] })),
  ).toMatchObject({ refusal: { fields: { "uplifts.0.place": [expect.stringContaining("does not run")] } } });
  await done(
    saveRates(signatory, rates(serviceId, 1, { uplifts, lines: [{ ...line, price: "33.33", vatBp: "2000" }] })),
  );
  const { id } = await done(startPurchase(commissioner, { serviceId, ...typedDetails() }));
  const [price] = await listPrices(commissioner, id);
  expect(price).toMatchObject({ unitPence: 3_666n, working: expect.stringContaining("£33.33 and 10% more in London") });
  await done(saveLines(commissioner, { id, version: 1, lines: [{ rateLineId: price?.id, volume: "3" }] }));
  expect(await findPurchase(commissioner, id)).toMatchObject({
    valuePence: 10_998n,
    vatPence: 2_200n,
    lines: [{ unitPence: 3_666n, working: expect.stringContaining("£36.66") }],
  });
  await done(saveDetails(commissioner, { id, version: 2, ...typedDetails({ placeCode: croydon.code }) }));
  expect(await findPurchase(commissioner, id)).toMatchObject({ lines: [{ unitPence: 3_750n }] });
  await expect(db.areaUplift.updateMany({ data: { upliftBp: 1 } })).rejects.toThrow("can no longer change");
});

test("what new prices would change is told first, and nothing is saved by asking", async () => {
  const { signatory, commissioner, serviceId } = await marketplace();
  const input = rates(serviceId, 1, { validFrom: later });
  const check = await checkRates(signatory, input);
  expect(check).toMatchObject({
    ok: true,
    value: { said: expect.arrayContaining([expect.stringContaining("£40.00")]) },
  });
  expect(await checkRates(commissioner, input)).toMatchObject({ refusal: { kind: "missing" } });
  expect(await checkRates(signatory, { ...input, validFrom: addDays(today, -2) })).toMatchObject({
    refusal: { fields: { validFrom: [expect.any(String)] } },
  });
  expect(await cardsOf(serviceId)).toHaveLength(1);
  const again = await checkRates(
    signatory,
    rates(serviceId, 1, { validFrom: later, lines: [{ ...line, price: "41" }] }),
  );
  expect(again.ok && check.ok && again.value.mark === check.value.mark).toBe(false);
});

test("the history is the provider's own, and prices are shown to authorities and not to the public", async () => {
  const { signatory, commissioner, serviceId } = await marketplace();
  await done(saveRates(signatory, rates(serviceId, 1, { validFrom: later })));
  expect(await listPriceLists(signatory, serviceId)).toMatchObject([
    { version: 2, standing: "waiting", changed: [expect.stringContaining("£30.00 to £40.00")] },
    { version: 1, standing: "inForce", changed: [] },
  ]);
  expect(await listPriceLists(commissioner, serviceId)).toEqual([]);
  expect(await listPriceLists(await newCharity(), serviceId)).toEqual([]);
  const { reference: number } = await db.service.findUniqueOrThrow({
    where: { id: serviceId },
    select: { reference: true },
  });
  const [seen] = await listCompared(commissioner, [number]);
  const [open] = await listCompared(visitor, [number]);
  expect(open?.rateCard ?? null).toBeNull();
  expect(open?.nextPricesOn ?? null).toBeNull();
  expect(await findPublishedFacts(signatory, serviceId)).toMatchObject({
    rateCard: { version: 1 },
    nextPricesOn: new Date(later),
  });
  if (seen) expect(seen.rateCard).toMatchObject({ version: 1 });
});

const costs = (serviceId: string, edit: number, more: Record<string, unknown> = {}) => ({
  ...{ serviceId, edit, unit: "session", ni: "12", pension: "5", hours: "1950", utilisation: "60", units: "1000" },
  ...{ posts: [{ role: "Worker", fte: "1.5", salary: "30,000" }], others: [], overheadKind: "percent" },
  ...{ overheadPercent: "15", overheadAmount: "" },
  ...more,
});

test("what a service costs is its provider's own: kept, raced once, and unseen by everybody else", async () => {
  const { signatory, editor, commissioner, serviceId } = await marketplace();
  expect(await findCosts(signatory, serviceId)).toBeNull();
  const both = await Promise.all([signatory, editor].map((who) => saveCosts(who, costs(serviceId, 0))));
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "conflict", changed: { version: 1 } } });
  await done(saveCosts(signatory, costs(serviceId, 1, { units: "2000" })));
  expect(await findCosts(editor, serviceId)).toMatchObject({ edit: 2, inputs: { units: 2000, posts: [{ fte: 150 }] } });
  const steward = await newMember("steward", ["admin", "assessor"]);
  for (const stranger of [commissioner, steward, await newCharity(), visitor]) {
    expect(await findCosts(stranger, serviceId)).toBeNull();
    expect(await saveCosts(stranger, costs(serviceId, 2))).toMatchObject({ ok: false });
  }
  expect(await saveCosts(signatory, costs(serviceId, 2, { units: "" }))).toMatchObject({
    refusal: { fields: { units: [expect.any(String)] } },
  });
});

test("lists show the prices of the day even before the job has pointed at them", async () => {
  const { signatory, commissioner, serviceId, rateCardId } = await marketplace();
  await done(saveRates(signatory, rates(serviceId, 1)));
  await db.service.update({ where: { id: serviceId }, data: { rateCardId } });
  const { results } = await search(commissioner, everything);
  expect(results.find(({ id }) => id === serviceId)).toMatchObject({ prices: [{ unit: "hour", pence: 4_000n }] });
});

test("whoever sells is asked for new prices before the last of them end", async () => {
  const { signatory, commissioner, serviceId } = await marketplace();
  await done(saveRates(signatory, rates(serviceId, 1, { validTo: addDays(today, 10) })));
  expect(await listWaiting(signatory)).toMatchObject([
    { href: `/services/${serviceId}/prices`, title: expect.stringContaining("Publish new prices") },
  ]);
  expect(await listWaiting(commissioner)).toEqual([]);
  await done(saveRates(signatory, rates(serviceId, 2, { validFrom: addDays(today, 11) })));
  expect(await listWaiting(signatory)).toEqual([]);
});
