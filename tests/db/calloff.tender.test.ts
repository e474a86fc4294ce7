import { beforeAll, describe, expect, test } from "vitest";
import { savePrices } from "@/lib/calloff/open/tender/commands/prices";
import { saveAnswer, saveConditionsMet, saveLotsOf, saveOffers } from "@/lib/calloff/open/tender/commands/save";
import { startTender } from "@/lib/calloff/open/tender/commands/start";
import { resumeTender, withdrawTender } from "@/lib/calloff/open/tender/commands/withdraw";
import { ownContent } from "@/lib/calloff/seal/own";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { condition, filled, handIn, versionOf } from "../support/call-off/tendering";
import { passed } from "../support/call-off/tenders";
import { type Bidder, callOffIn, charity, invited, type Made, type Players, players } from "../support/call-off/world";
import { done } from "../support/world.calloff";

let world: Players;
let one: Bidder;
let two: Bidder;
beforeAll(async () => {
  world = await players({ charities: 2 });
  const [first, second] = world.bidders;
  if (!first || !second) throw new Error("There are no bidders.");
  [one, two] = [first, second];
});

const contentOf = async (id: string) => {
  const row = await db.tender.findUniqueOrThrow({
    where: { id },
    select: { sealedQuality: true, sealedPrice: true, callOff: { select: { key: true } } },
  });
  return ownContent(row.callOff.key, id, row);
};
const begun = async (made: Made, bidder = one) => done(await startTender(bidder.editor, { callOffId: made.id })).id;
const field = (name: string, message: unknown = expect.anything()) => ({
  ok: false,
  refusal: { kind: "invalid", fields: { [name]: [message] } },
});

describe("who may begin", () => {
  test("a member begins, a second press finds the same tender, and a stranger finds nothing", async () => {
    const made = await callOffIn(world);
    const id = await begun(made);
    expect(await begun(made)).toBe(id);
    expect((await db.tender.findUniqueOrThrow({ where: { id } })).reference).toMatch(/^TT-\d{4}-\d{6}$/);
    expect(await startTender(world.commissioner, { callOffId: made.id })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await startTender(one.editor, { callOffId: newId() })).toMatchObject({ refusal: { kind: "missing" } });
  });

  test("an invited route takes those invited, and hides itself from the others", async () => {
    for (const route of ["quotes", "directGrant"] as const) {
      const made = await callOffIn(world, { route });
      await invited(made.id, one.organisationId);
      expect(await startTender(two.editor, { callOffId: made.id })).toMatchObject({ refusal: { kind: "missing" } });
      await begun(made);
    }
  });

  test("an open route takes anybody; a market takes members, and whoever waits for a decision", async () => {
    const outsider = await charity("No Member", null);
    await begun(await callOffIn(world, { route: "belowThreshold" }), outsider);
    const market = await callOffIn(world);
    expect(await startTender(outsider.editor, { callOffId: market.id })).toMatchObject({
      refusal: { kind: "conflict", message: expect.stringContaining("Apply to join it") },
    });
    const applicationId = newId();
    await db.application.create({
      data: {
        ...{ id: applicationId, reference: `TA-${applicationId}`, organisationId: outsider.organisationId },
        ...{ registerId: world.registerId, createdAt: new Date(), parts: { create: { partId: world.partId } } },
      },
    });
    expect(await startTender(outsider.editor, { callOffId: market.id })).toMatchObject({ ok: false });
    await db.application.update({
      where: { id: applicationId },
      data: { state: "submitted", submittedAt: new Date() },
    });
    await begun(market, outsider);
  });

  test("nobody begins after the close, or before publication", async () => {
    const late = await callOffIn(world, { closesAt: passed() });
    expect(await startTender(one.editor, { callOffId: late.id })).toMatchObject({ refusal: { kind: "conflict" } });
    const early = await callOffIn(world, { state: "draft" });
    expect(await startTender(one.editor, { callOffId: early.id })).toMatchObject({ refusal: { kind: "missing" } });
  });
});

describe("a draft", () => {
  test("is sealed, takes part answers, and counts words", async () => {
    const made = await callOffIn(world, { lots: 2 });
    const id = await begun(made);
    done(await saveLotsOf(one.editor, { id, version: "1", lotIds: made.lotIds.slice(0, 1) }));
    const criterionId = made.criteria[0]?.id;
    const answer = { id, criterionId, version: "2" };
    const long = await saveAnswer(one.editor, { ...answer, text: "word ".repeat(501) });
    expect(long).toMatchObject(field("text", "Your answer has 501 words. The most is 500. Take out 1"));
    done(await saveAnswer(one.editor, { ...answer, text: "word ".repeat(500) }));
    const content = await contentOf(id);
    expect(content?.quality.lotIds).toEqual(made.lotIds.slice(0, 1));
    expect(content?.quality.answers).toHaveLength(1);
    done(await saveAnswer(one.editor, { id, criterionId, version: "3", text: "" }));
    expect((await contentOf(id))?.quality.answers).toEqual([]);
    expect(await saveAnswer(one.editor, { id, criterionId: newId(), version: "4", text: "x" })).toMatchObject({
      refusal: { kind: "missing" },
    });
  });

  test("shows a second editor what the first one saved, and lets the same words through", async () => {
    const made = await callOffIn(world);
    const id = await begun(made);
    const criterionId = made.criteria[0]?.id;
    done(await saveAnswer(one.editor, { id, version: "1", criterionId, text: "Ours." }));
    done(await saveAnswer(one.signatory, { id, version: "1", criterionId, text: "Ours." }));
    expect(await saveAnswer(one.signatory, { id, version: "1", criterionId, text: "Mine." })).toMatchObject({
      refusal: { kind: "conflict", changed: { version: 2, values: { "Your answer": "Ours." } } },
    });
  });

  test("belongs to one organisation: to the others, and to the authority, it does not exist", async () => {
    const made = await callOffIn(world);
    const id = await begun(made);
    for (const actor of [two.editor, two.signatory, world.commissioner, world.auditor]) {
      const asked = { id, version: "1", lotIds: made.lotIds };
      expect(await saveLotsOf(actor, asked)).toMatchObject({ refusal: { kind: "missing" } });
      expect(await handIn(actor, id)).toMatchObject({ refusal: { kind: "missing" } });
      expect(await withdrawTender(actor, { id })).toMatchObject({ refusal: { kind: "missing" } });
    }
    expect(await handIn(one.editor, id)).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  test("takes offers that can be counted, and conditions with their words", async () => {
    const made = await callOffIn(world);
    const conditionId = await condition(made);
    const id = await begun(made);
    const criterionId = made.criteria.find(({ kind }) => kind === "socialValue")?.id;
    const offer = {
      criterionId,
      measure: "People hired",
      unit: "people",
      baseline: "0",
      target: "0",
      by: "2028-03-31",
    };
    expect(await saveOffers(one.editor, { id, version: "1", offers: [offer] })).toMatchObject(field("offers.0.target"));
    done(await saveOffers(one.editor, { id, version: "1", offers: [{ ...offer, target: "4" }] }));
    const unmet = { conditionId, met: "no", text: "" };
    expect(await saveConditionsMet(one.editor, { id, version: "2", conditions: [unmet] })).toMatchObject(
      field("conditions.0.text"),
    );
    done(await saveConditionsMet(one.editor, { id, version: "2", conditions: [{ ...unmet, met: "yes" }] }));
    const content = await contentOf(id);
    expect(content?.quality.offers[0]).toMatchObject({ measure: "People hired", target: 4 });
    expect(content?.quality.conditions).toEqual([{ conditionId, met: true, text: "" }]);
  });

  test("takes prices for its own lots; a fixed price keeps to the budget, a grant carries no VAT", async () => {
    const fixed = await callOffIn(world, { lots: 2, priceMethod: "fixedPrice", price: 0, quality: [5000, 4000] });
    const id = await begun(fixed);
    const [lotId = "", other = ""] = fixed.lotIds;
    done(await saveLotsOf(one.editor, { id, version: "1", lotIds: [lotId] }));
    const lot = { lotId, unit: "5000", mobilisation: "0", vat: "0" };
    const save = (lots: unknown[]) => savePrices(one.editor, { id, version: "2", lots });
    expect(await save([{ ...lot, vat: "2000" }])).toMatchObject(
      field("lots.0.unit", "With VAT this comes to £720,000.00. It cannot be more than the budget of £600,000.00"),
    );
    expect(await save([{ ...lot, lotId: other }])).toMatchObject({ refusal: { kind: "missing" } });
    expect(await save([{ ...lot, vat: "" }])).toMatchObject(field("lots.0.vat"));
    done(await save([lot]));
    expect((await contentOf(id))?.price.lots[0]).toMatchObject({ unitPence: 5000_00n, vatBp: 0 });

    const grant = await callOffIn(world, { route: "grantRound", instrument: "grant" });
    const grantId = await begun(grant);
    done(await saveLotsOf(one.editor, { id: grantId, version: "1", lotIds: grant.lotIds }));
    const priced = { lotId: grant.lotIds[0], unit: "1", vat: "2000" };
    done(await savePrices(one.editor, { id: grantId, version: "2", lots: [priced] }));
    expect((await contentOf(grantId))?.price.lots[0]?.vatBp).toBe(0);
  });
});

describe("submitting", () => {
  test("gives a receipt; replacing drops what was there; the same twice is refused", async () => {
    const made = await callOffIn(world);
    const id = await filled(made, one);
    const first = done(await handIn(one.signatory, id));
    expect(first).toMatchObject({ number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await handIn(one.signatory, id)).toMatchObject({ refusal: { kind: "conflict" } });
    const criterionId = made.criteria[0]?.id;
    done(await saveAnswer(one.editor, { id, version: await versionOf(id), criterionId, text: "Better." }));
    const second = done(await handIn(one.signatory, id));
    expect(second.number).toBe(2);
    expect(second.hash).not.toBe(first.hash);
    const kept = await db.submission.findMany({ where: { tenderId: id }, orderBy: { number: "asc" } });
    expect(kept.map(({ sealedQuality }) => sealedQuality !== null)).toEqual([false, true]);
    expect(kept[0]).toMatchObject({ hash: first.hash, droppedAt: expect.any(Date), sealedPrice: null });
    expect(await db.tender.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "submitted",
      submittedNumber: 2,
    });
  });

  test("the same press twice is one submission", async () => {
    const made = await callOffIn(world);
    const id = await filled(made, one);
    const { submitTender } = await import("@/lib/calloff/open/tender/commands/submit");
    const press = { id, version: await versionOf(id), signed: "yes", key: newId() };
    const [first, again] = [
      done(await submitTender(one.signatory, press)),
      done(await submitTender(one.signatory, press)),
    ];
    expect(again).toEqual(first);
    expect(await db.submission.count({ where: { tenderId: id } })).toBe(1);
  });

  test("refuses what is not complete, and says all of it", async () => {
    const made = await callOffIn(world);
    await condition(made);
    const id = await begun(made);
    const refused = await handIn(one.signatory, id);
    for (const said of ["Choose the lots", "Answer “Quality 1”", "social value", "each condition", "prices"])
      expect(refused).toMatchObject({ refusal: { message: expect.stringContaining(said) } });
  });

  test("refuses somebody who lost the membership on the way", async () => {
    const made = await callOffIn(world);
    const leaver = await charity("Leaver", world.partId);
    const id = await filled(made, leaver);
    await db.membership.updateMany({ where: { organisationId: leaver.organisationId }, data: { state: "left" } });
    expect(await handIn(leaver.signatory, id)).toMatchObject({ refusal: { kind: "conflict" } });
  });

  test("a withdrawn tender loses what was submitted, keeps its draft, and can be taken up again", async () => {
    const made = await callOffIn(world);
    const id = await filled(made, one);
    done(await handIn(one.signatory, id));
    expect(await withdrawTender(one.editor, { id })).toMatchObject({ refusal: { kind: "forbidden" } });
    done(await withdrawTender(one.signatory, { id }));
    const [gone] = await db.submission.findMany({ where: { tenderId: id } });
    expect(gone).toMatchObject({ sealedQuality: null, sealedPrice: null, droppedAt: expect.any(Date) });
    const criterionId = made.criteria[0]?.id;
    const answer = { id, version: await versionOf(id), criterionId, text: "New." };
    expect(await saveAnswer(one.editor, answer)).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await handIn(one.signatory, id)).toMatchObject({ refusal: { kind: "conflict" } });
    done(await resumeTender(one.editor, { id }));
    expect(done(await handIn(one.signatory, id)).number).toBe(2);
  });

  test("after the close nothing is saved, submitted or withdrawn, whatever the row still says", async () => {
    const made = await callOffIn(world);
    const id = await filled(made, one);
    await db.callOff.update({ where: { id: made.id }, data: { clarifyUntil: null, closesAt: passed() } });
    const late = { refusal: { kind: "conflict", message: expect.stringContaining("time for tenders is over") } };
    expect(await handIn(one.signatory, id)).toMatchObject(late);
    expect(await withdrawTender(one.signatory, { id })).toMatchObject(late);
    const asked = { id, version: await versionOf(id), lotIds: made.lotIds };
    expect(await saveLotsOf(one.editor, asked)).toMatchObject(late);
  });
});
