import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, type Member, system, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { addDays, londonDay } from "@/lib/core/values/moment";
import { submitApplication } from "@/lib/register/application/commands/submit";
import { addEvidence } from "@/lib/register/evidence/commands/add";
import { recordScan } from "@/lib/register/evidence/commands/scan";
import { withdrawEvidence } from "@/lib/register/evidence/commands/withdraw";
import { findFile, listPinnedEvidence } from "@/lib/register/evidence/queries/files";
import { findEarlierAnswer, findEvidence, listChoices, listEvidence } from "@/lib/register/evidence/queries/own";
import { scanByClamd } from "@/lib/register/evidence/scan/clamd";
import { folderStorage } from "@/lib/register/evidence/storage/folder";
import { newStorageKey, type Storage } from "@/lib/register/evidence/storage/storage";
import { receive } from "@/lib/register/evidence/upload/receive";
import { takeIn } from "@/lib/register/evidence/upload/take-in";
import { answerCondition } from "@/lib/register/profile/commands/answers";
import { colleagueOf, done, newCharity, newMember, openRegister, readyCharity } from "@/tests/support/charity";
import { form, formType, type Part, read, saidParts, streamed } from "@/tests/support/evidence/form";
import { fakeClamd } from "@/tests/support/evidence/servers";
import { pdf } from "@/tests/support/evidence/zip";

const folder = join(process.env.DATA_DIR ?? "", "evidence-test");
const incoming = join(process.env.DATA_DIR ?? "", "incoming-test");
const storage = folderStorage(folder);
const inDays = (days: number) => addDays(londonDay(new Date()), days);
const stored = () =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()) : [];
let made = 0;

/** A file that is already stored, as the upload hands it to the command. */
export const file = (more: object = {}) => {
  made += 1;
  return {
    ...{ title: `Accounts ${made}`, kind: "accounts", expiresOn: "", readers: "stewards" },
    ...{ fileName: "accounts.pdf", mediaType: "application/pdf", bytes: 10, scan: "notScanned" },
    ...{ sha256: String(made).padStart(64, "0"), storageKey: newStorageKey(), ...more },
  };
};

const upload = async (
  actor: Actor,
  parts: Part[],
  {
    to = storage,
    scan = null,
  }: {
    to?: Storage;
    scan?: Parameters<typeof takeIn>[2] extends infer M ? (M extends { scan: infer S } ? S : never) : never;
  } = {},
) => {
  const bytes = form(parts);
  const got = await receive({ body: streamed(bytes), contentType: formType, length: bytes.length }, incoming);
  if (!got.ok) throw new Error("The form was not read.");
  return takeIn(actor, got, { storage: to, scan });
};
const whole = (bytes: Buffer): Part => ({ name: "file", fileName: "accounts.pdf", bytes });

let charity: Member;
let evidenceCondition: string;
beforeAll(async () => {
  await openRegister();
  charity = await newCharity();
  const { id } = await db.condition.findFirstOrThrow({ where: { kind: "evidence" }, select: { id: true } });
  evidenceCondition = id;
});

describe("an upload", () => {
  test("stores the file as it came, and its row says what it is", async () => {
    const bytes = pdf("one");
    const { id } = await done(upload(charity, [...saidParts({ expiresOn: inDays(90) }), whole(bytes)]));
    const found = await findEvidence(charity, id);
    expect(found).toMatchObject({ title: "Our accounts", version: 1, scan: "notScanned", bytes: bytes.length });
    const opened = await findFile(charity, id);
    expect(await read(await storage.get(opened?.storageKey ?? ""))).toEqual(bytes);
    expect(readdirSync(incoming)).toEqual([]);
  });

  test("that is refused leaves no row and no file, and says everything at once", async () => {
    const before = stored().length;
    expect(
      await upload(charity, [
        ...saidParts({ title: "", kind: "wizard", expiresOn: "2020-02-31" }),
        whole(Buffer.from("<html>")),
      ]),
    ).toMatchObject({
      refusal: {
        kind: "invalid",
        fields: {
          title: [expect.any(String)],
          kind: [expect.any(String)],
          expiresOn: [expect.any(String)],
          file: [expect.any(String)],
        },
      },
    });
    expect(await upload(charity, saidParts())).toMatchObject({ refusal: { fields: { file: ["Choose a file"] } } });
    expect(await upload(charity, [...saidParts({ expiresOn: inDays(0) }), whole(pdf("past"))])).toMatchObject({
      refusal: { fields: { expiresOn: [expect.stringContaining("future")] } },
    });
    const viewer = await colleagueOf(charity, ["viewer"]);
    expect(await upload(viewer, [...saidParts(), whole(pdf("viewer"))])).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const buyer = await newMember("authority", ["commissioner"]);
    expect(await upload(buyer, [...saidParts(), whole(pdf("buyer"))])).toMatchObject({ refusal: { kind: "missing" } });
    expect(stored().length).toBe(before);
    expect(readdirSync(incoming)).toEqual([]);
  });

  test("that the storage cannot keep leaves no row; one whose row cannot be written leaves no file", async () => {
    const rows = await db.evidence.count();
    const broken: Storage = { ...storage, put: () => Promise.reject(new Error("full")) };
    await expect(upload(charity, [...saidParts(), whole(pdf("full"))], { to: broken })).rejects.toThrow("full");
    expect(await db.evidence.count()).toBe(rows);
    expect(readdirSync(incoming)).toEqual([]);
  });

  test("of the same file pressed twice at once is kept once", async () => {
    const one = await newCharity();
    const before = stored().length;
    const results = await Promise.all([1, 2].map(() => upload(one, [...saidParts(), whole(pdf("twice"))])));
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      refusal: { fields: { file: [expect.stringContaining("Our accounts")] } },
    });
    expect(stored().length).toBe(before + 1);
  });

  test("that ClamAV finds harmful is not kept; one that it does not answer for is", async () => {
    const daemon = await fakeClamd();
    const scan = (bytes: ReadableStream<Uint8Array>) => scanByClamd(daemon.address, bytes);
    const harmful = await upload(charity, [...saidParts(), whole(pdf("EICAR"))], { scan });
    expect(harmful).toMatchObject({ refusal: { fields: { file: [expect.stringContaining("harmful")] } } });
    const clean = await done(upload(charity, [...saidParts(), whole(pdf("harmless"))], { scan }));
    daemon.close();
    expect(await findEvidence(charity, clean.id)).toMatchObject({ scan: "clean", scannedAt: expect.any(Date) });
    const away = await done(
      upload(charity, [...saidParts(), whole(pdf("away"))], {
        scan: () => scanByClamd("127.0.0.1:9", streamed(pdf())),
      }),
    );
    expect(await findEvidence(charity, away.id)).toMatchObject({ scan: "failed" });
  });
});

describe("who sees a file", () => {
  test("its own people, those who check, auditors, and buyers where they are let; for others it is not there", async () => {
    const hidden = await done(addEvidence(charity, file()));
    const open = await done(addEvidence(charity, file({ readers: "buyers" })));
    const sees = async (actor: Actor) => [
      (await findEvidence(actor, hidden.id)) !== null && (await findFile(actor, hidden.id)) !== null,
      (await findEvidence(actor, open.id)) !== null && (await findFile(actor, open.id)) !== null,
    ];
    for (const actor of [
      await colleagueOf(charity, ["viewer"]),
      await newMember("steward", ["assessor"]),
      await newMember("steward", ["auditor"]),
      await newMember("authority", ["auditor"]),
    ])
      expect(await sees(actor)).toEqual([true, true]);
    expect(await sees(await newMember("authority", ["practitioner"]))).toEqual([false, true]);
    for (const actor of [await newCharity(), await newMember("investor", ["admin"]), visitor])
      expect(await sees(actor)).toEqual([false, false]);
    await done(withdrawEvidence(charity, { evidenceId: open.id }));
    expect(await sees(await newMember("authority", ["commissioner"]))).toEqual([false, false]);
    expect(await sees(await newMember("steward", ["admin"]))).toEqual([true, true]);
  });
});

describe("an answer", () => {
  const give = (actor: Member, version: number, evidenceIds: string[], more: object = {}) =>
    answerCondition(actor, {
      ...{ conditionId: evidenceCondition, version, met: "yes", text: "", expiresOn: "", evidenceIds },
      ...more,
    });
  const newest = (actor: Member) =>
    db.profileAnswer.findFirstOrThrow({
      where: { organisationId: actor.organisationId, conditionId: evidenceCondition },
      orderBy: { version: "desc" },
      select: { id: true, version: true, expiresOn: true, evidence: { select: { evidenceId: true } } },
    });
  const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

  test("rests on files, ends with the soonest of them, and says nothing new twice", async () => {
    const one = await newCharity();
    const early = await done(addEvidence(one, file({ expiresOn: inDays(40) })));
    const late = await done(addEvidence(one, file({ expiresOn: inDays(400) })));
    await done(give(one, 0, [early.id, late.id]));
    expect(await newest(one)).toMatchObject({ version: 1, evidence: { length: 2 } });
    expect(dayOf((await newest(one)).expiresOn)).toBe(inDays(40));
    await done(give(one, 1, [late.id, early.id]));
    expect((await newest(one)).version).toBe(1);
    await done(give(one, 1, [late.id], { expiresOn: inDays(20) }));
    expect(dayOf((await newest(one)).expiresOn)).toBe(inDays(20));
    expect((await listEvidence(one)).find(({ id }) => id === late.id)?.usedBy).toHaveLength(1);
    expect((await listEvidence(one)).find(({ id }) => id === early.id)?.usedBy).toEqual([]);
  });

  test("needs a file or words; another's file, one that is not there or a withdrawn one cannot be chosen", async () => {
    const one = await newCharity();
    expect(await give(one, 0, [])).toMatchObject({ refusal: { fields: { text: [expect.any(String)] } } });
    const others = await done(addEvidence(charity, file()));
    const gone = await done(addEvidence(one, file()));
    await done(withdrawEvidence(one, { evidenceId: gone.id }));
    for (const id of [others.id, gone.id, crypto.randomUUID(), "x"])
      expect(await give(one, 0, [id])).toMatchObject({ refusal: { kind: "invalid" } });
    expect((await listChoices(one)).map(({ id }) => id)).toEqual([]);
  });

  test("is given again with the newer version of its file; what was sent stays", async () => {
    const { charity: one, applicationId } = await readyCharity();
    const first = await done(addEvidence(one, file({ expiresOn: inDays(40) })));
    await done(give(one, 1, [first.id], { text: "Our accounts." }));
    await done(submitApplication(one, { applicationId, declared: "yes" }));
    expect(await withdrawEvidence(one, { evidenceId: first.id })).toMatchObject({
      refusal: { kind: "conflict", message: expect.stringContaining("rests on it") },
    });
    const second = await done(addEvidence(one, file({ renews: first.id, expiresOn: inDays(500) })));
    const renewed = await newest(one);
    expect(renewed).toMatchObject({ version: 3, evidence: [{ evidenceId: second.id }] });
    expect(dayOf(renewed.expiresOn)).toBe(inDays(500));
    expect(await findEvidence(one, second.id)).toMatchObject({ version: 2, versions: { length: 2 } });
    expect((await listEvidence(one)).map(({ id }) => id)).toEqual([second.id]);
    const steward = await newMember("steward", ["assessor"]);
    const pinned = (await listPinnedEvidence(steward, applicationId)).get(evidenceCondition);
    expect(pinned?.map(({ id }) => id)).toEqual([first.id]);
    expect((await listPinnedEvidence(charity, applicationId)).size).toBe(0);
    // No answer that stands rests on the first version now, but the application was sent with it.
    expect(await withdrawEvidence(one, { evidenceId: first.id })).toMatchObject({
      refusal: { kind: "conflict", message: expect.stringContaining("Application") },
    });
    expect(await db.auditEvent.count({ where: { event: "profileAnswer.renew", subjectId: renewed.id } })).toBe(1);
  });

  test("and a withdrawal at once: the file is not both withdrawn and under the answer", async () => {
    const one = await newCharity();
    const { id } = await done(addEvidence(one, file()));
    await Promise.all([give(one, 0, [id]), withdrawEvidence(one, { evidenceId: id })]);
    const found = await findEvidence(one, id);
    expect(found?.withdrawnAt !== null && found?.usedBy.length !== 0).toBe(false);
  });

  test("to an earlier register's condition of the same code is offered", async () => {
    const one = await newCharity();
    const condition = await db.condition.findUniqueOrThrow({ where: { id: evidenceCondition } });
    expect(await findEarlierAnswer(one, evidenceCondition)).toBeNull();
    const code = condition.code || "who-runs-it";
    const registerId = crypto.randomUUID();
    const [before, again] = [crypto.randomUUID(), crypto.randomUUID()];
    const { registerId: _registerId, ...row } = { ...condition, code, number: 1 };
    await db.register.create({
      data: {
        ...{ id: registerId, code: "EARLIER", title: "An earlier register" },
        ...{ opensOn: new Date("2015-01-01"), closesOn: new Date("2016-01-01"), createdAt: new Date() },
        conditions: {
          create: [
            { ...row, id: before },
            { ...row, id: again, number: 2 },
          ],
        },
      },
    });
    await db.profileAnswer.create({
      data: {
        ...{ organisationId: one.organisationId, conditionId: before, version: 1, met: true, text: "Our rules." },
        ...{ answeredById: one.id, answeredAt: new Date("2015-06-03") },
      },
    });
    expect(await findEarlierAnswer(one, again)).toMatchObject({ met: true, text: "Our rules." });
    expect(await findEarlierAnswer(charity, again)).toBeNull();
  });
});

describe("renewing and withdrawing", () => {
  test("of two who renew at once, both are kept, one after the other; a stranger renews nothing", async () => {
    const one = await newCharity();
    const { id } = await done(addEvidence(one, file()));
    const both = await Promise.all([1, 2].map(() => addEvidence(one, file({ renews: id }))));
    expect(both.every(({ ok }) => ok)).toBe(true);
    expect((await findEvidence(one, id))?.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(await addEvidence(charity, file({ renews: id }))).toMatchObject({ refusal: { kind: "missing" } });
  });

  test("the same file again changes what is said of it, and nothing else", async () => {
    const one = await newCharity();
    const facts = file();
    const { id } = await done(addEvidence(one, facts));
    const again = { ...facts, renews: id, storageKey: newStorageKey() };
    expect(await addEvidence(one, again)).toMatchObject({ refusal: { fields: { file: [expect.any(String)] } } });
    const open = await done(addEvidence(one, { ...again, readers: "buyers" }));
    expect(await findEvidence(one, open.id)).toMatchObject({ version: 2, readers: "buyers" });
    const apart = { ...facts, title: "Other", storageKey: newStorageKey() };
    expect(await addEvidence(one, apart)).toMatchObject({ refusal: { fields: { file: [expect.any(String)] } } });
  });

  test("twice at once is done once, and a stranger finds nothing to withdraw", async () => {
    const one = await newCharity();
    const { id } = await done(addEvidence(one, file()));
    for (const actor of [charity, await newMember("steward", ["admin"]), visitor])
      expect(await withdrawEvidence(actor, { evidenceId: id })).toMatchObject({
        refusal: { kind: expect.stringMatching(/missing|forbidden/) },
      });
    const both = await Promise.all([1, 2].map(() => withdrawEvidence(one, { evidenceId: id })));
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test("a scan is written down once, by the clock alone, and harm is told", async () => {
    const one = await newCharity();
    const { id } = await done(addEvidence(one, file({ scan: "failed" })));
    expect(await recordScan(one, { evidenceId: id, verdict: "clean" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    const both = await Promise.all([1, 2].map(() => recordScan(system, { evidenceId: id, verdict: "infected" })));
    expect(both.map(({ ok }) => ok)).toContain(true);
    expect(await db.notification.count({ where: { userId: one.id, title: { contains: "blocked" } } })).toBe(1);
    expect((await listChoices(one)).map((choice) => choice.id)).not.toContain(id);
  });

  test("a stored file's facts never change", async () => {
    const { id } = await done(addEvidence(charity, file()));
    await expect(db.evidence.update({ where: { id }, data: { title: "Other" } })).rejects.toThrow();
  });
});
