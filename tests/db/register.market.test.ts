import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { type Member, system, visitor } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import { moveCondition, removeCondition, saveCondition } from "@/lib/register/market/commands/conditions";
import { designRegister, discardDesign } from "@/lib/register/market/commands/design";
import { endRegisters } from "@/lib/register/market/commands/end";
import { movePart, removePart, savePart } from "@/lib/register/market/commands/parts";
import { announceRegister, endRegister, publishRegister } from "@/lib/register/market/commands/publish";
import { saveBands, saveTerms } from "@/lib/register/market/commands/terms";
import { currentRegister, findRegister, listConditions, listParts } from "@/lib/register/market/queries";
import { standardTitle as title } from "@/lib/register/market/standard";
import { findNotice, listAllNotices } from "@/lib/register/notice/queries";
import standard from "@/prisma/register/standard.json";
import { done } from "@/tests/support/charity";
import { terms } from "@/tests/support/establish";
import { somebody } from "@/tests/support/register";

const year = new Date().getUTCFullYear();
const term = { opensOn: `${year}-01-01`, closesOn: `${year + 8}-12-31` };
const all = { kind: "" as const, year: null, page: 1 };

let admin: Member;
let others: Member[];

beforeAll(async () => {
  admin = await somebody("steward", ["admin"]);
  others = [
    await somebody("steward", ["assessor"]),
    await somebody("authority", ["admin"]),
    await somebody("provider", ["signatory"]),
  ];
});

/** A draft as it stands now, with its next edit. */
async function draft(from = "standard") {
  const { id } = await done(designRegister(admin, { from, title, ...term }));
  const now = async () => (await findRegister(admin, id)) ?? Promise.reject(new Error("It is gone."));
  const edit = async () => String((await now()).edit);
  return { registerId: id, now, edit, at: async () => ({ registerId: id, edit: await edit() }) };
}

const condition = {
  conditionId: "",
  kind: "question",
  title: "Working with families",
  text: "How do you ask families what would help?",
  help: "One example is enough.",
  justification: "Services in this part work only when families trust them.",
  orEquivalent: "yes",
  minutes: "4",
  bandFrom: "1",
  partNumbers: ["5"],
  evidenceKind: "",
  validMonths: "",
};
const part = {
  partId: "",
  title: "Mentoring for women",
  description: "One person, over a year.",
  categoryCode: "lifestyle-and-associates",
  cohortCode: "women",
  cpvCode: "85312400",
};

describe("a design", () => {
  test("is begun by an admin alone, is unseen by the public, and starts from the standard, from nothing or from another", async () => {
    for (const other of others)
      expect(await designRegister(other, { from: "standard", title, ...term })).toMatchObject({
        refusal: { kind: "forbidden" },
      });
    const { registerId, now } = await draft();
    expect(await now()).toMatchObject({ frozenAt: null, secondFromBand: 3 });
    expect((await now()).conditions).toMatchObject(standard.conditions);
    expect((await now()).parts).toMatchObject(standard.parts);
    for (const unseen of [visitor, ...others.slice(1)]) expect(await findRegister(unseen, registerId)).toBeNull();
    expect(await currentRegister(admin)).toBeNull();
    expect(await listParts(admin)).toEqual([]);

    const empty = await draft("empty");
    expect((await empty.now()).parts).toEqual([]);
    const again = await draft(registerId);
    expect((await again.now()).conditions.map(({ code }) => code)).toEqual(standard.conditions.map(({ code }) => code));
    const codes = await db.register.findMany({ select: { code: true } });
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length);
    expect(await designRegister(admin, { from: admin.id, title, ...term })).toMatchObject({
      refusal: { kind: "invalid", fields: { from: [expect.any(String)] } },
    });
  });

  test("of two who save at once one is shown what the other saved, and can put theirs in its place", async () => {
    const { registerId, now } = await draft();
    const other = await somebody("steward", ["admin"]);
    const said = { registerId, edit: "1", ...terms(term) };
    const results = await Promise.all([
      saveTerms(admin, { ...said, description: "One." }),
      saveTerms(other, { ...said, description: "Two." }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const late = results.find(({ ok }) => !ok);
    expect(late).toMatchObject({
      refusal: { kind: "conflict", changed: { version: 2, values: { "What it is for": (await now()).description } } },
    });
    expect(await saveTerms(admin, { ...said, edit: "2", description: "Three." })).toMatchObject({ ok: true });
    expect((await now()).description).toBe("Three.");
  });

  test("two who save different pages at once both save; the numbers of parts that another moved are not taken", async () => {
    const { registerId, now } = await draft();
    const other = await somebody("steward", ["admin"]);
    const results = await Promise.all([
      saveTerms(admin, { registerId, edit: "1", ...terms(term) }),
      saveCondition(other, { registerId, edit: "1", ...condition }),
      savePart(admin, { registerId, edit: "1", ...part }),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await now()).edit).toBe(4);
    await done(movePart(admin, { registerId, edit: "4", id: (await now()).parts[0]?.id, by: "down" }));
    expect(await saveCondition(other, { registerId, edit: "4", ...condition, title: "Another" })).toMatchObject({
      refusal: { kind: "conflict", changed: { version: 5 } },
    });
    expect(await publishRegister(other, { registerId, edit: "4", agreed: "yes" })).toMatchObject({
      refusal: { kind: "conflict", changed: { version: 5 } },
    });
    const first = (await now()).conditions[0];
    const said = { registerId, ...condition, conditionId: first?.id, partNumbers: [] };
    await done(saveCondition(admin, { ...said, edit: "5", title: "One" }));
    expect(await saveCondition(other, { ...said, edit: "5", title: "Two" })).toMatchObject({
      refusal: { kind: "conflict", changed: { version: 6, values: { Title: "One" } } },
    });
  });

  test("words that limit how many can join are refused at their field, and so is a term under a year", async () => {
    const { at } = await draft();
    const said = { ...(await at()), ...terms(term) };
    expect(await saveTerms(admin, { ...said, description: "No more than 20 members will be admitted." })).toMatchObject(
      {
        refusal: { fields: { description: [expect.stringContaining("limit")] } },
      },
    );
    expect(await saveTerms(admin, { ...said, closesOn: `${year}-06-01` })).toMatchObject({
      refusal: { fields: { closesOn: [expect.any(String)] } },
    });
    for (const other of others.slice(1))
      expect(await saveTerms(other, said)).toMatchObject({ refusal: { kind: "missing" } });
    expect(await saveTerms(others[0] ?? visitor, said)).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  test("bands rise, only the last has no end, and a condition keeps its band", async () => {
    const { at, now } = await draft();
    const bands = (...upTo: string[]) => upTo.map((value, index) => ({ title: `Band ${index + 1}`, upTo: value }));
    for (const [values, field] of [
      [["500", "400", ""], "bands.1.upTo"],
      [["500", "600"], "bands.1.upTo"],
      [["", ""], "bands.0.upTo"],
    ] as const)
      expect(await saveBands(admin, { ...(await at()), bands: bands(...values), secondFromBand: "" })).toMatchObject({
        refusal: { fields: { [field]: [expect.any(String)] } },
      });
    expect(await saveBands(admin, { ...(await at()), bands: bands("500", ""), secondFromBand: "" })).toMatchObject({
      refusal: { kind: "conflict", message: expect.stringContaining("Condition 13") },
    });
    await done(saveBands(admin, { ...(await at()), bands: bands("50,000", "600,000", ""), secondFromBand: "2" }));
    expect(await now()).toMatchObject({
      secondFromBand: 2,
      bands: [{ number: 1, upToPence: 5_000_000n }, { upToPence: 60_000_000n }, { upToPence: null }],
    });
  });

  test("parts are added, changed, moved and taken out, and conditions that name them follow", async () => {
    const { at, now } = await draft();
    await done(saveCondition(admin, { ...(await at()), ...condition }));
    await done(savePart(admin, { ...(await at()), ...part }));
    expect((await now()).parts.at(-1)).toMatchObject({ number: 15, cohortCode: "women" });
    expect(await savePart(admin, { ...(await at()), ...part })).toMatchObject({
      refusal: { fields: { categoryCode: [expect.stringContaining("15")] } },
    });
    expect(await savePart(admin, { ...(await at()), ...part, categoryCode: "none" })).toMatchObject({
      refusal: { fields: { categoryCode: [expect.any(String)] } },
    });
    const fifth = (await now()).parts[4]?.id ?? "";
    await done(movePart(admin, { ...(await at()), id: fifth, by: "up" }));
    expect((await now()).conditions.at(-1)?.partNumbers).toEqual([4]);
    expect((await now()).parts[3]?.id).toBe(fifth);
    await done(removePart(admin, { ...(await at()), id: (await now()).parts[0]?.id }));
    expect((await now()).conditions.at(-1)?.partNumbers).toEqual([3]);
    expect((await now()).parts.map(({ number }) => number)).toEqual(
      Array.from({ length: 14 }, (_, index) => index + 1),
    );
    expect(await removePart(admin, { ...(await at()), id: fifth })).toMatchObject({
      refusal: { kind: "conflict", message: expect.stringContaining("Condition 14") },
    });
  });

  test("a condition that the law does not allow is refused at its field; a lawful one is kept in its place", async () => {
    const { at, now } = await draft();
    const save = async (more: object) => saveCondition(admin, { ...(await at()), ...condition, ...more });
    for (const [said, field] of [
      [{ text: "Send your audited accounts." }, "text"],
      [{ help: "Attach your insurance certificate." }, "help"],
      [{ text: "You have held a contract with HMPPS before." }, "text"],
      [{ text: "Only the first ten organisations to apply are admitted." }, "text"],
      [{ orEquivalent: "no" }, "orEquivalent"],
      [{ justification: "Because." }, "justification"],
      [{ partNumbers: ["99"] }, "partNumbers"],
      [{ bandFrom: "7" }, "bandFrom"],
    ] as const)
      expect(await save(said)).toMatchObject({
        refusal: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
      });
    expect((await now()).conditions).toHaveLength(13);

    await done(save({}));
    const added = (await now()).conditions.at(-1);
    expect(added).toMatchObject({
      number: 14,
      partNumbers: [5],
      code: expect.stringMatching(/^working-with-families-/),
    });
    await done(moveCondition(admin, { ...(await at()), id: added?.id, by: "up" }));
    expect((await now()).conditions[12]?.id).toBe(added?.id);
    await done(save({ conditionId: added?.id, title: "Working with relatives", asksAnew: "yes" }));
    expect((await now()).conditions[12]).toMatchObject({ code: expect.stringMatching(/^working-with-relatives-/) });
    await done(removeCondition(admin, { ...(await at()), id: (await now()).conditions[0]?.id }));
    expect((await now()).conditions.map(({ number }) => number)).toEqual(
      Array.from({ length: 13 }, (_, index) => index + 1),
    );
  });

  test("one that nobody was told of can be thrown away; one that was announced is kept", async () => {
    const first = await draft();
    expect(await discardDesign(others[0] ?? visitor, await first.at())).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    await done(discardDesign(admin, await first.at()));
    expect(await findRegister(admin, first.registerId)).toBeNull();

    const second = await draft();
    const { notice } = await done(announceRegister(admin, await second.at()));
    expect(await findNotice(visitor, notice)).toMatchObject({ kindCode: "UK13", facts: { what: "market" } });
    expect(await announceRegister(admin, await second.at())).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await discardDesign(admin, await second.at())).toMatchObject({ refusal: { kind: "conflict" } });
  });
});

describe("publishing", () => {
  const agreed = "yes";

  test("says what is missing: a conflicts assessment, a part, something that shows what a part can do", async () => {
    const { at } = await draft("empty");
    const refused = await publishRegister(admin, { ...(await at()), agreed });
    expect(refused).toMatchObject({
      refusal: {
        kind: "conflict",
        message: expect.stringMatching(/conflicts assessment.*Add a part.*Add a condition/),
      },
    });
    await done(saveTerms(admin, { ...(await at()), ...terms(term) }));
    await done(savePart(admin, { ...(await at()), ...part }));
    await done(saveCondition(admin, { ...(await at()), ...condition, kind: "declaration", partNumbers: [] }));
    expect(await publishRegister(admin, { ...(await at()), agreed })).toMatchObject({
      refusal: { message: expect.stringContaining("part 1, Mentoring for women, can be done") },
    });
    expect(await publishRegister(admin, await at())).toMatchObject({
      refusal: { fields: { agreed: expect.any(Array) } },
    });
  });

  test("two designs for the same years, published at once: one stands, with its notice, frozen by the database", async () => {
    const [one, other] = [await draft(), await draft()];
    for (const design of [one, other]) await done(saveTerms(admin, { ...(await design.at()), ...terms(term) }));
    const before = (await listAllNotices(visitor, { ...all, kind: "UK14" })).length;
    expect(await publishRegister(others[0] ?? visitor, { ...(await one.at()), agreed })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const results = await Promise.all(
      [one, other].map(async (design) => publishRegister(admin, { ...(await design.at()), agreed })),
    );
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await currentRegister(visitor)).toMatchObject({ frozenAt: expect.any(Date) });
    expect(await listParts(visitor)).toHaveLength(14);
    expect(await listConditions(visitor)).toMatchObject(standard.conditions);
    const notices = await listAllNotices(visitor, { ...all, kind: "UK14" });
    expect(notices).toHaveLength(before + 1);
    const notice = await findNotice(visitor, notices[0]?.reference ?? "");
    expect(notice?.facts).toMatchObject({
      what: "market",
      authority: { name: expect.any(String) },
      usedBy: standard.usedBy,
      conflictsAssessed: true,
      bands: [{ upToPence: "10000000" }, {}, { upToPence: null }],
      parts: expect.arrayContaining([
        expect.objectContaining({ number: 9, cohort: "Women", cpv: expect.objectContaining({ code: "85320000" }) }),
      ]),
    });

    const standing = (await currentRegister(visitor))?.id;
    const stands = standing === one.registerId ? one : other;
    expect(await saveCondition(admin, { ...(await stands.at()), ...condition })).toMatchObject({
      refusal: { kind: "conflict", message: expect.stringContaining("published") },
    });
    const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
    await owner.connect();
    await expect(
      owner.query(`update "Condition" set "text" = 'Something else' where "registerId" = $1`, [standing]),
    ).rejects.toThrow("frozen");
    await expect(owner.query(`delete from "ValueBand" where "registerId" = $1`, [standing])).rejects.toThrow("frozen");
    await expect(
      owner.query(`update "Part" set "number" = 99 where "registerId" = $1 and "number" = 1`, [standing]),
    ).rejects.toThrow("frozen");
    await expect(
      owner.query(`update "Register" set "closesOn" = '2200-01-01' where "id" = $1`, [standing]),
    ).rejects.toThrow("stands");
    await owner.end();
  });

  test("after its last day the clock tells its end, once", async () => {
    const { id } = (await currentRegister(visitor)) ?? { id: "" };
    expect(await endRegister(system, { registerId: id })).toMatchObject({ refusal: { kind: "conflict" } });
    expect(await endRegister(admin, { registerId: id })).toMatchObject({ refusal: { kind: "forbidden" } });
    const over = new Date(`${year + 9}-01-01T09:00:00Z`);
    const ended = await atTime(over, () => Promise.all([endRegisters(over), endRegisters(over)]));
    expect(ended.toSorted()).toEqual([0, 1]);
    expect(await listAllNotices(visitor, { ...all, kind: "UK16" })).toHaveLength(1);
    expect(await atTime(over, () => endRegisters(over))).toBe(0);
  });
});
