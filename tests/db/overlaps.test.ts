import { beforeAll, expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { DeliveredBy } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { readOverlapFilter } from "@/lib/search/overlaps";
import { listOverlaps } from "@/lib/search/queries/overlaps";
import { newMember } from "@/tests/support/charity";
import { marketplace } from "@/tests/support/world.calloff";

const outcome = "accommodation.settled-home";
let unit = "";
let titles: string[] = [];

/** A service on sale that brings the outcome to some places by somebody's hands. */
async function offered(deliveredBy: DeliveredBy, placeCodes: string[], state?: "paused") {
  const { serviceId } = await marketplace();
  const id = newId();
  const title = `${deliveredBy} ${id}`;
  await db.serviceVersion.create({
    data: {
      ...{ id, serviceId, number: 2, title, summary: "x", description: "x", deliveredBy, placeCodes },
      ...{ outcomeCodes: [outcome], needCodes: [], cohortCodes: [], settings: ["community"], languages: ["en"] },
      ...{ access: [], editedAt: new Date(), submittedAt: new Date(), approvedAt: new Date() },
    },
  });
  await db.service.update({ where: { id: serviceId }, data: { publishedId: id } });
  if (state) await db.service.update({ where: { id: serviceId }, data: { state } });
  return title;
}

beforeAll(async () => {
  const { places } = await reference();
  const pdu = places.all.find(({ kind, current }) => kind === "pdu" && current);
  const outer = places.ancestors(pdu?.code ?? "");
  const other = places.all.find(({ kind, code }) => kind === "region" && !outer.some((one) => one.code === code));
  unit = pdu?.code ?? "";
  titles = [
    await offered("provider", [outer.at(-1)?.code ?? ""]),
    await offered("provider", [unit, outer[0]?.code ?? ""]),
    await offered("practitioner", [unit]),
  ];
  await offered("statutory", [other?.code ?? ""]);
  await offered("statutory", [unit], "paused");
});

const filterOf = async (more: Record<string, string> = {}) =>
  readOverlapFilter({ pdu: unit, ...more }, await reference());

test("services that reach a unit from above count once each, by whose hands, and only those on sale", async () => {
  const steward = await newMember("steward", ["assessor"]);
  const { items } = await listOverlaps(steward, await filterOf({ category: "accommodation" }));
  const services = items.flatMap((item) => item.services);
  const ours = services.filter(({ title }) => titles.includes(title));
  expect(ours.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
  expect(new Set(services.map(({ deliveredBy }) => deliveredBy))).toEqual(new Set(["provider", "practitioner"]));
});

test("what another category or a made-up one asks is read, and a page beyond the end is empty", async () => {
  const steward = await newMember("steward", ["admin"]);
  expect((await listOverlaps(steward, await filterOf({ category: "women" }))).items).toEqual([]);
  expect(await filterOf({ category: "nothing", show: "x", page: "x" })).toMatchObject({
    category: "",
    show: "mixed",
    page: 1,
  });
  expect((await listOverlaps(steward, await filterOf({ page: "99" }))).items).toEqual([]);
  const all = await listOverlaps(steward, { ...(await filterOf({ show: "several" })), pdu: "" }, { whole: true });
  expect(all.items.length).toBeGreaterThan(1);
});

test("nobody but stewards and their auditors sees them", async () => {
  const filter = await filterOf();
  const auditor = await newMember("steward", ["auditor"]);
  expect((await listOverlaps(auditor, filter)).total).toBeGreaterThan(0);
  const { commissioner, signatory } = await marketplace();
  for (const stranger of [visitor, commissioner, signatory])
    expect(await listOverlaps(stranger, filter)).toEqual({ items: [], total: 0 });
});
