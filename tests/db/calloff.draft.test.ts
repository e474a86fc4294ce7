import { beforeAll, describe, expect, test } from "vitest";
import { saveDetails, saveFunders, saveLines } from "@/lib/calloff/purchase/commands/save";
import { startPurchase } from "@/lib/calloff/purchase/commands/start";
import { findServiceToBuy, listCoFunders, listPrices } from "@/lib/calloff/purchase/queries/choices";
import { findPurchase } from "@/lib/calloff/purchase/queries/find";
import { findRoute } from "@/lib/calloff/purchase/queries/route";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import {
  coFunder,
  done,
  type Marketplace,
  marketplace,
  member,
  organisation,
  startsOn,
  typedDetails,
} from "../support/world.calloff";

let world: Marketplace;
beforeAll(async () => {
  world = await marketplace({
    prices: [
      { pence: 85_33n, vatBp: 2000, volumeTo: 10 },
      { pence: 70_00n, vatBp: 2000, volumeFrom: 11 },
      { pence: 12_50n, what: "Letters" },
    ],
  });
});

const start = async (more: Record<string, unknown> = {}) =>
  done(await startPurchase(world.commissioner, { serviceId: world.serviceId, ...typedDetails(more) })).id;
const file = async (id: string) => (await findPurchase(world.commissioner, id)) ?? fail();
const fail = (): never => {
  throw new Error("not found");
};
const line = (at: number, volume: string) => ({ rateLineId: world.lines[at]?.id, volume });

describe("starting a purchase", () => {
  test("pins the version and the card, and the buyer pays all of it", async () => {
    const id = await start();
    const found = await file(id);
    expect(found).toMatchObject({
      state: "draft",
      version: 1,
      valuePence: 0n,
      serviceVersion: { id: world.versionId },
      rateCard: { id: world.rateCardId },
    });
    expect(found.reference).toMatch(/^TC-\d{4}-\d{6}$/);
    expect(found.funders).toMatchObject([{ organisationId: world.buyerId, shareBp: 10_000, sharePence: 0n }]);
    expect(await db.auditEvent.count({ where: { subject: "purchase", subjectId: id, event: "purchase.start" } })).toBe(
      1,
    );
  });

  test("a double press is one purchase", async () => {
    const typed = { serviceId: world.serviceId, key: newId(), ...typedDetails() };
    const [one, other] = await Promise.all([
      startPurchase(world.commissioner, typed),
      startPurchase(world.commissioner, typed),
    ]);
    expect(done(one)).toEqual(done(other));
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["a place that the service does not reach", { placeCode: "region-wales" }, "placeCode"],
    ["no place at all", { placeCode: "nowhere" }, "placeCode"],
    ["a start in the past", { startsOn: "2020-01-01", endsOn: "2020-02-01" }, "startsOn"],
    ["an end before the start", { endsOn: "2020-01-01" }, "endsOn"],
    ["a grant without a public benefit", { instrument: "grant" }, "reason"],
  ])("refuses %s", async (_, more, field) => {
    const result = await startPurchase(world.commissioner, { serviceId: world.serviceId, ...typedDetails(more) });
    expect(result).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
    });
  });

  test("is for commissioners, of services that can be bought", async () => {
    const typed = { serviceId: world.serviceId, ...typedDetails() };
    for (const actor of [world.approver, world.signatory])
      expect(await startPurchase(actor, typed)).toMatchObject({ ok: false, refusal: { kind: "forbidden" } });
    expect(await startPurchase(world.commissioner, { ...typed, serviceId: newId() })).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    });
    expect(await findServiceToBuy(world.commissioner, world.serviceId)).not.toBeNull();
    expect(await findServiceToBuy(world.signatory, world.serviceId)).toBeNull();
    await db.membership.updateMany({ where: { organisationId: world.supplierId }, data: { state: "suspended" } });
    expect(await startPurchase(world.commissioner, typed)).toMatchObject({ ok: false, refusal: { kind: "missing" } });
    expect(await findServiceToBuy(world.commissioner, world.serviceId)).toBeNull();
    await db.membership.updateMany({ where: { organisationId: world.supplierId }, data: { state: "active" } });
  });
});

describe("volumes", () => {
  test("make the price, with VAT on each line, and the share", async () => {
    const id = await start();
    done(await saveLines(world.commissioner, { id, version: "1", lines: [line(0, "3"), line(1, ""), line(2, "2")] }));
    const found = await file(id);
    expect(found).toMatchObject({ valuePence: 280_99n, vatPence: 51_20n, version: 2 });
    expect(found.lines.map(({ amountPence, vatPence }) => [amountPence, vatPence])).toEqual([
      [255_99n, 51_20n],
      [25_00n, 0n],
    ]);
    expect(found.funders[0]?.sharePence).toBe(332_19n);
    expect((await listPrices(world.commissioner, id)).length).toBe(3);
    expect(await findRoute(world.commissioner, id)).toMatchObject({ allowed: true, route: "spot" });
  });

  test.each([
    ["too many for the band", [line, "11"], 0],
    ["too few for the band", [line, "10"], 1],
  ] as const)("refuses %s", async (_, [typed, volume], at) => {
    const id = await start();
    const lines = [0, 1, 2].map((each) => typed(each, each === at ? volume : ""));
    expect(await saveLines(world.commissioner, { id, version: 1, lines })).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", fields: { [`lines.${at}.volume`]: [expect.stringContaining("price")] } },
    });
  });

  test("refuses none, and another card's line", async () => {
    const id = await start();
    expect(await saveLines(world.commissioner, { id, version: 1, lines: [line(0, "0")] })).toMatchObject({
      ok: false,
      refusal: { kind: "invalid" },
    });
    expect(
      await saveLines(world.commissioner, { id, version: 1, lines: [{ rateLineId: newId(), volume: "1" }] }),
    ).toMatchObject({ ok: false, refusal: { kind: "missing" } });
  });

  test("two editors: the second is shown what the first saved", async () => {
    const id = await start();
    const colleague = await member("authority", world.buyerId, "commissioner");
    done(await saveLines(colleague, { id, version: 1, lines: [line(0, "3")] }));
    const result = await saveLines(world.commissioner, { id, version: 1, lines: [line(0, "5")] });
    expect(result).toMatchObject({
      ok: false,
      refusal: { kind: "conflict", changed: { version: 2, values: { "1. Support": "3" } } },
    });
    done(await saveLines(world.commissioner, { id, version: 2, lines: [line(0, "5")] }));
  });

  test("saved by two at once: one wins", async () => {
    const id = await start();
    const press = (volume: string) => saveLines(world.commissioner, { id, version: 1, lines: [line(0, volume)] });
    const results = await Promise.all([press("1"), press("2")]);
    expect(results.filter(({ ok }) => ok).length).toBe(1);
  });
});

describe("who pays", () => {
  test("percentages and pounds add up to the penny, and pounds stay when the price changes", async () => {
    const partner = await coFunder();
    const id = await start();
    done(await saveLines(world.commissioner, { id, version: 1, lines: [line(0, "3")] }));
    done(
      await saveFunders(world.commissioner, {
        id,
        version: 2,
        method: "percent",
        others: [{ organisationId: partner.organisationId, share: "33.33" }],
      }),
    );
    expect((await file(id)).funders.map(({ sharePence }) => sharePence)).toEqual([204_80n, 102_39n]);
    done(
      await saveFunders(world.commissioner, {
        id,
        version: 3,
        method: "pounds",
        others: [{ organisationId: partner.organisationId, share: "100.01" }],
      }),
    );
    done(await saveLines(world.commissioner, { id, version: 4, lines: [line(0, "4")] }));
    const { funders, valuePence, vatPence } = await file(id);
    expect(funders.map(({ sharePence }) => sharePence)).toEqual([309_57n, 100_01n]);
    expect(funders.reduce((sum, { sharePence }) => sum + sharePence, 0n)).toBe(valuePence + vatPence);
    expect((await listCoFunders(world.commissioner)).map(({ id }) => id)).toContain(partner.organisationId);
  });

  test("refuses nothing left for the buyer, a charity, the buyer twice, and the same body twice", async () => {
    const partner = await coFunder();
    const id = await start();
    done(await saveLines(world.commissioner, { id, version: 1, lines: [line(0, "1")] }));
    const save = (method: string, others: unknown[]) =>
      saveFunders(world.commissioner, { id, version: 2, method, others });
    const other = (organisationId: string, share: string) => ({ organisationId, share });
    for (const [method, others] of [
      ["pounds", [other(partner.organisationId, "9999")]],
      ["percent", [other(partner.organisationId, "100")]],
      ["percent", [other(world.supplierId, "10")]],
      ["percent", [other(world.buyerId, "10")]],
      ["percent", [other(partner.organisationId, "10"), other(partner.organisationId, "10")]],
      ["thirds", []],
    ] as const)
      expect.soft(await save(method, [...others]), method).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
    expect((await file(id)).version).toBe(2);
  });
});

test("a draft that becomes a grant loses its VAT", async () => {
  const id = await start();
  done(await saveLines(world.commissioner, { id, version: 1, lines: [line(0, "3")] }));
  done(
    await saveDetails(world.commissioner, {
      id,
      version: 2,
      ...typedDetails({ instrument: "grant", reason: "It helps everybody.", startsOn: startsOn() }),
    }),
  );
  expect(await file(id)).toMatchObject({
    vatPence: 0n,
    valuePence: 255_99n,
    funders: [{ sharePence: 255_99n }],
    version: 3,
  });
  done(await saveDetails(world.commissioner, { id, version: 3, ...typedDetails() }));
  expect(await file(id)).toMatchObject({ vatPence: 51_20n });
});

test("a stranger finds nothing, and the supplier sees no draft", async () => {
  const id = await start();
  const elsewhere = await organisation("authority", "Elsewhere");
  const stranger = await member("authority", elsewhere, "commissioner", "approver");
  for (const actor of [stranger, world.signatory]) {
    expect(await findPurchase(actor, id)).toBeNull();
    expect(await saveLines(actor, { id, version: 1, lines: [line(0, "1")] })).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    });
    expect(await saveFunders(actor, { id, version: 1, method: "percent", others: [] })).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    });
    expect(await saveDetails(actor, { id, version: 1, ...typedDetails() })).toMatchObject({
      ok: false,
      refusal: { kind: "missing" },
    });
  }
  expect(await saveLines(world.approver, { id, version: 1, lines: [line(0, "1")] })).toMatchObject({
    ok: false,
    refusal: { kind: "forbidden" },
  });
});
