import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Member, system } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { addDays, londonDay } from "@/lib/core/values/moment";
import { addEvidence } from "@/lib/register/evidence/commands/add";
import { remindOfAnswer, remindOfEvidence } from "@/lib/register/evidence/commands/remind";
import { keepEvidence } from "@/lib/register/evidence/keeping";
import { findEvidence } from "@/lib/register/evidence/queries/own";
import { listWaiting } from "@/lib/register/evidence/queries/waiting";
import { scanByClamd } from "@/lib/register/evidence/scan/clamd";
import { folderStorage } from "@/lib/register/evidence/storage/folder";
import { newStorageKey } from "@/lib/register/evidence/storage/storage";
import { lapseMembership } from "@/lib/register/membership/commands/lapse";
import { answerCondition } from "@/lib/register/profile/commands/answers";
import { done, newCharity, newMember, openRegister } from "@/tests/support/charity";
import { read, streamed } from "@/tests/support/evidence/form";
import { fakeClamd } from "@/tests/support/evidence/servers";

const DAY = 86_400_000;
const means = {
  storage: folderStorage(join(process.env.DATA_DIR ?? "", "evidence-clock")),
  incoming: join(process.env.DATA_DIR ?? "", "incoming-clock"),
  scan: null,
};
const inDays = (days: number) => addDays(londonDay(new Date()), days);
/** What the clock does so many days from now. */
const clock = (days: number) => {
  const now = new Date(Date.now() + days * DAY);
  return atTime(now, () => keepEvidence(now, means));
};
const later = <T>(days: number, work: () => Promise<T>) => atTime(new Date(Date.now() + days * DAY), work);
const told = async (actor: Member, title: string) =>
  db.notification.count({ where: { userId: actor.id, title: { contains: title } } });
const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

let made = 0;
const file = (title: string, expiresOn: string, more: object = {}) => {
  made += 1;
  return {
    ...{ title, kind: "accounts", expiresOn, readers: "stewards", scan: "notScanned" },
    ...{ fileName: "a.pdf", mediaType: "application/pdf", bytes: 10 },
    ...{ sha256: String(made).padStart(64, "c"), storageKey: newStorageKey(), ...more },
  };
};

let conditions: { id: string; number: number; kind: string }[];
let graceDays: number;
beforeAll(async () => {
  await openRegister();
  const register = await db.register.findFirstOrThrow({
    select: {
      graceDays: true,
      conditions: {
        where: { kind: "evidence" },
        orderBy: { number: "asc" },
        select: { id: true, number: true, kind: true },
      },
    },
  });
  ({ graceDays, conditions } = register);
});
const conditionId = (at = 0) => conditions[at]?.id ?? "";
const give = (actor: Member, version: number, evidenceIds: string[], more: object = {}) =>
  answerCondition(actor, {
    ...{ conditionId: conditionId(), version, met: "yes", text: "Here.", expiresOn: "", evidenceIds },
    ...more,
  });

/** A charity that is a member of the first part for the first band. */
async function member() {
  const charity = await newCharity();
  const { first } = await openRegister();
  const { id } = await db.membership.create({
    data: {
      ...{ organisationId: charity.organisationId, partId: first.id, since: new Date(), changedAt: new Date() },
      reviewDueOn: new Date(inDays(300)),
    },
    select: { id: true },
  });
  return { charity, membershipId: id };
}
const state = async (id: string) =>
  (await db.membership.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;

describe("reminders", () => {
  test("of a file come at 60, 30 and 7 days, each once, however often the clock looks", async () => {
    const charity = await newCharity();
    await done(addEvidence(charity, file("Slow file", inDays(100))));
    const seen: number[] = [];
    for (const days of [0, 39, 40, 41, 60, 70, 70, 92, 93, 99, 100, 101]) {
      await clock(days);
      seen.push(await told(charity, "Slow file"));
    }
    expect(seen).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3]);
  });

  test("that were missed while the clock stood still are not made up for", async () => {
    const charity = await newCharity();
    await done(addEvidence(charity, file("Late file", inDays(100))));
    await clock(95);
    expect(await told(charity, "Late file")).toBe(1);
  });

  test("are not sent for what its people have just typed, or have renewed", async () => {
    const charity = await newCharity();
    const { id } = await done(addEvidence(charity, file("New file", inDays(20))));
    await clock(0);
    expect(await told(charity, "New file")).toBe(0);
    await done(addEvidence(charity, file("Newer file", inDays(400), { renews: id })));
    await clock(15);
    expect(await told(charity, "ew")).toBe(0);
  });

  test("of an answer that a membership rests on come the same way, and not beside those of its file", async () => {
    const { charity } = await member();
    await done(give(charity, 0, [], { expiresOn: inDays(100) }));
    await clock(40);
    await clock(41);
    expect(await told(charity, "Your answer runs out")).toBe(1);
    const outside = await newCharity();
    await done(give(outside, 0, [], { expiresOn: inDays(100) }));
    await clock(41);
    expect(await told(outside, "Your answer runs out")).toBe(0);
    const { charity: other } = await member();
    const { id } = await done(addEvidence(other, file("Shared file", inDays(100))));
    await done(give(other, 0, [id]));
    await clock(40);
    expect(await told(other, "Shared file")).toBe(1);
    expect(await told(other, "Your answer runs out")).toBe(0);
  });

  test("of two processes at once, one sends; nobody but the clock does", async () => {
    const charity = await newCharity();
    const { id } = await done(addEvidence(charity, file("Raced file", inDays(100))));
    await Promise.all([clock(40), clock(40)]);
    expect(await told(charity, "Raced file")).toBe(1);
    const both = await Promise.all([1, 2].map(() => remindOfEvidence(system, { id, days: 30 })));
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await remindOfEvidence(charity, { id, days: 7 })).toMatchObject({ refusal: { kind: "forbidden" } });
    const answer = await done(give(charity, 0, [], { expiresOn: inDays(90) }));
    expect(await remindOfAnswer(charity, { id: answer.id, days: 7 })).toMatchObject({ refusal: { kind: "forbidden" } });
    expect(await remindOfAnswer(await newCharity(), { id: answer.id, days: 7 })).toMatchObject({
      refusal: { kind: "missing" },
    });
  });
});

describe("a membership", () => {
  test("lapses once the days of grace are over, and comes back with a newer file", async () => {
    const { charity, membershipId } = await member();
    const { id } = await done(addEvidence(charity, file("Short file", inDays(10))));
    await done(give(charity, 0, [id]));
    expect(await listWaiting(charity)).toMatchObject([
      {
        href: `/evidence/${id}`,
        title: expect.stringContaining("Runs out on"),
        detail: expect.stringContaining("Short file"),
      },
    ]);
    expect(await listWaiting(await newCharity())).toEqual([]);
    await clock(10 + graceDays);
    expect(await state(membershipId)).toBe("active");
    await clock(10 + graceDays + 1);
    expect(await state(membershipId)).toBe("lapsed");
    expect(await told(charity, "Lapsed")).toBe(1);
    await clock(10 + graceDays + 1);
    expect(await state(membershipId)).toBe("lapsed");
    const renewing = file("Short file", inDays(800), { renews: id });
    await later(10 + graceDays + 2, () => done(addEvidence(charity, renewing)));
    expect(await state(membershipId)).toBe("active");
    expect(await told(charity, "Renewed")).toBe(1);
    await clock(10 + graceDays + 3);
    expect(await state(membershipId)).toBe("active");
  });

  test("comes back only when every answer that it rests on is up to date", async () => {
    const { charity, membershipId } = await member();
    await done(give(charity, 0, [], { expiresOn: inDays(5) }));
    await done(give(charity, 0, [], { conditionId: conditionId(1), expiresOn: inDays(6) }));
    const then = 7 + graceDays;
    await clock(then);
    expect(await state(membershipId)).toBe("lapsed");
    await later(then + 1, () => done(give(charity, 1, [], { expiresOn: inDays(900) })));
    expect(await state(membershipId)).toBe("lapsed");
    await later(then + 1, () => done(give(charity, 1, [], { conditionId: conditionId(1), text: "Again." })));
    expect(await state(membershipId)).toBe("active");
  });

  test("of another part or a lower band does not rest on what is not asked of it", async () => {
    const { charity, membershipId } = await member();
    await done(give(charity, 0, [], { expiresOn: inDays(5) }));
    const asked = (data: string) =>
      db.$executeRawUnsafe(`update "Condition" set ${data} where id = '${conditionId()}'`).catch(() => null);
    // Conditions of a register that stands are frozen, so the band of the membership is what can be moved here.
    expect(await asked(`"bandFrom" = 2`)).toBeNull();
    await db.membership.update({ where: { id: membershipId }, data: { band: 0 } });
    await clock(6 + graceDays);
    expect(await state(membershipId)).toBe("active");
    await db.membership.update({ where: { id: membershipId }, data: { band: 1 } });
    await clock(6 + graceDays);
    expect(await state(membershipId)).toBe("lapsed");
  });

  test("that lapses in the moment of an answer ends up as a member", async () => {
    const { charity, membershipId } = await member();
    await done(give(charity, 0, [], { expiresOn: inDays(5) }));
    const then = 6 + graceDays;
    await Promise.all([clock(then), clock(then), later(then, () => give(charity, 1, [], { text: "Anew." }))]);
    expect(await state(membershipId)).toBe("active");
  });

  test("that a steward marked by hand stays so until its member answers something", async () => {
    const { charity, membershipId } = await member();
    await done(give(charity, 0, []));
    const steward = await newMember("steward", ["assessor"]);
    const reason = "The document that we were shown is of another organisation.";
    await later(1, () => done(lapseMembership(steward, { membershipId, reason })));
    await clock(2);
    expect(await state(membershipId)).toBe("lapsed");
    await later(2, () => done(give(charity, 1, [], { text: "The right one." })));
    expect(await state(membershipId)).toBe("active");
    expect(await lapseMembership(system, { membershipId, reason })).toMatchObject({ refusal: { kind: "conflict" } });
  });
});

describe("files", () => {
  test("that were not scanned are, once a scanner is there and answers", async () => {
    const charity = await newCharity();
    const put = async (text: string) => {
      const bytes = Buffer.from(text);
      const facts = file(text, "", { bytes: bytes.length });
      await means.storage.put(facts.storageKey, streamed(bytes), { ...facts, bytes: bytes.length });
      return (await done(addEvidence(charity, facts))).id;
    };
    const [clean, harmful] = [await put("nothing"), await put("EICAR")];
    await keepEvidence(new Date(), { ...means, scan: async (bytes) => ((await read(bytes)) ? "failed" : "clean") });
    expect(await findEvidence(charity, clean)).toMatchObject({ scan: "notScanned" });
    const daemon = await fakeClamd();
    await keepEvidence(new Date(), { ...means, scan: (bytes) => scanByClamd(daemon.address, bytes) });
    daemon.close();
    expect(await findEvidence(charity, clean)).toMatchObject({ scan: "clean" });
    expect(await findEvidence(charity, harmful)).toMatchObject({ scan: "infected" });
    expect(await told(charity, "blocked")).toBe(1);
  });

  test("without a row are swept after a day, those with one never, and nothing stays half taken in", async () => {
    const charity = await newCharity();
    const kept = file("Kept", "");
    const orphan = newStorageKey();
    for (const key of [kept.storageKey, orphan])
      await means.storage.put(key, streamed(Buffer.from("0123456789")), { ...kept, bytes: 10 });
    await done(addEvidence(charity, kept));
    mkdirSync(means.incoming, { recursive: true });
    const stray = join(means.incoming, newId());
    writeFileSync(stray, "half");
    const foreign = join(process.env.DATA_DIR ?? "", "evidence-clock", "ab", "notes.txt");
    mkdirSync(dirname(foreign), { recursive: true });
    writeFileSync(foreign, "not ours");
    utimesSync(stray, new Date(Date.now() - 2 * DAY), new Date(Date.now() - 2 * DAY));
    await clock(0);
    expect(await read(await means.storage.get(orphan))).not.toBeNull();
    await clock(2);
    expect(await means.storage.get(orphan)).toBeNull();
    expect(await read(await means.storage.get(kept.storageKey))).not.toBeNull();
    expect(existsSync(foreign)).toBe(true);
    expect(existsSync(stray)).toBe(false);
    expect(readdirSync(dirname(stray))).toEqual([]);
  });
});

test("an answer holds for as long as its condition lets it, and giving it again starts anew", async () => {
  const charity = await newCharity();
  const limited = await db.condition.findFirst({
    where: { validMonths: { not: null } },
    select: { id: true, kind: true },
  });
  if (!limited) return;
  const say = (version: number) => give(charity, version, [], { conditionId: limited.id });
  await done(say(0));
  const first = await db.profileAnswer.findFirstOrThrow({
    where: { organisationId: charity.organisationId, conditionId: limited.id },
  });
  await later(30, () => done(say(1)));
  const second = await db.profileAnswer.findFirstOrThrow({
    where: { organisationId: charity.organisationId, conditionId: limited.id, version: 2 },
  });
  expect((dayOf(second.expiresOn) ?? "") > (dayOf(first.expiresOn) ?? "")).toBe(true);
});
