import { beforeAll, expect, test } from "vitest";
import { type Member, system, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { fingerprint } from "@/lib/core/values/canonical";
import { addEvidence } from "@/lib/register/evidence/commands/add";
import { newStorageKey } from "@/lib/register/evidence/storage/storage";
import { answerCondition } from "@/lib/register/profile/commands/answers";
import { saveProfile } from "@/lib/register/profile/commands/profile";
import { endShare, shareSnapshot, takeSnapshot } from "@/lib/register/profile/snapshot/commands";
import {
  findSnapshot,
  listAuthorities,
  listSharedSnapshots,
  listSnapshots,
} from "@/lib/register/profile/snapshot/queries";
import { colleagueOf, done, newCharity, newMember, openRegister, profile } from "@/tests/support/charity";

let charity: Member;
let buyer: Member;
let conditionId: string;
beforeAll(async () => {
  await openRegister();
  charity = await newCharity("Snapshot Steps");
  buyer = await newMember("authority", ["commissioner"]);
  const condition = await db.condition.findFirstOrThrow({ where: { kind: "evidence" }, select: { id: true } });
  conditionId = condition.id;
});

const take = (actor: Member) => takeSnapshot(actor, { sure: "yes" });
const told = (actor: Member) => db.notification.count({ where: { userId: actor.id, title: { contains: "shared" } } });

test("there must be a profile, a signatory, and a word that it is true", async () => {
  const empty = await newCharity();
  expect(await take(empty)).toMatchObject({ refusal: { kind: "conflict" } });
  expect(await takeSnapshot(charity, {})).toMatchObject({ refusal: { fields: { sure: [expect.any(String)] } } });
  expect(await take(await colleagueOf(charity))).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await take(buyer)).toMatchObject({ refusal: { kind: "missing" } });
});

test("holds the profile, answers and files as they stand, for good, and says so by its fingerprint", async () => {
  await done(saveProfile(charity, profile));
  const facts = {
    ...{ title: "Rules", kind: "governingDocument", expiresOn: "", readers: "buyers", scan: "notScanned" },
    ...{ fileName: "rules.pdf", mediaType: "application/pdf", bytes: 10, sha256: "e".repeat(64) },
  };
  const file = await done(addEvidence(charity, { ...facts, storageKey: newStorageKey() }));
  const answer = { conditionId, met: "yes", expiresOn: "" };
  await done(answerCondition(charity, { ...answer, version: 0, text: "Our rules.", evidenceIds: [file.id] }));
  const { id } = await done(take(charity));
  expect(await take(charity)).toMatchObject({ refusal: { kind: "conflict" } });
  await done(answerCondition(charity, { ...answer, version: 1, text: "Other rules.", evidenceIds: [file.id] }));
  const found = await findSnapshot(charity, id);
  expect(found?.content).toMatchObject({
    organisation: { name: "Snapshot Steps" },
    profile: { incomePence: "25000000", staffFte: "6.5" },
    answers: [{ text: "Our rules.", evidence: [file.id] }],
    evidence: [{ id: file.id, title: "Rules" }],
  });
  expect(found).toMatchObject({ isWhole: true, opens: [file.id], fingerprint: fingerprint(found?.content) });
  await expect(db.profileSnapshot.update({ where: { id }, data: { content: {} } })).rejects.toThrow();
  await expect(db.profileSnapshot.delete({ where: { id } })).rejects.toThrow();
});

test("is read by those it is shared with, until it is taken back; to a stranger it is not there", async () => {
  const [first] = await listSnapshots(charity);
  const snapshotId = first?.id ?? "";
  const reads = async (actor: Parameters<typeof findSnapshot>[0]) => (await findSnapshot(actor, snapshotId)) !== null;
  const strangers = [
    buyer,
    await newMember("authority", ["admin"]),
    await newCharity(),
    await newMember("investor", ["admin"]),
    visitor,
  ];
  for (const actor of strangers) expect(await reads(actor)).toBe(false);
  for (const actor of [
    charity,
    await newMember("steward", ["assessor"]),
    await newMember("authority", ["auditor"]),
    system,
  ])
    expect(await reads(actor)).toBe(true);

  const organisationIds = [buyer.organisationId];
  expect((await listAuthorities(charity, snapshotId)).map(({ id }) => id)).toContain(buyer.organisationId);
  expect(await shareSnapshot(await colleagueOf(charity), { snapshotId, organisationIds })).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect(await shareSnapshot(strangers[2] ?? charity, { snapshotId, organisationIds })).toMatchObject({
    refusal: { kind: "missing" },
  });
  for (const wrong of [[], [charity.organisationId], ["x"]])
    expect(await shareSnapshot(charity, { snapshotId, organisationIds: wrong })).toMatchObject({
      refusal: { kind: "invalid" },
    });
  const twice = await Promise.all([1, 2].map(() => shareSnapshot(charity, { snapshotId, organisationIds })));
  expect(twice.every(({ ok }) => ok)).toBe(true);
  expect(await told(buyer)).toBe(1);
  const seen = await findSnapshot(buyer, snapshotId);
  expect(seen).toMatchObject({ isWhole: true, shares: [] });
  expect(seen?.opens).toHaveLength(1);
  expect(await listSharedSnapshots(buyer)).toMatchObject([{ id: snapshotId }]);
  expect(await listSharedSnapshots(charity)).toEqual([]);

  const back = { snapshotId, organisationId: buyer.organisationId };
  expect(await endShare(buyer, back)).toMatchObject({ refusal: { kind: "forbidden" } });
  const ended = await Promise.all([1, 2].map(() => endShare(charity, back)));
  expect(ended.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await reads(buyer)).toBe(false);
  expect(await listSharedSnapshots(buyer)).toEqual([]);
  await done(shareSnapshot(charity, { snapshotId, organisationIds }));
  expect(await reads(buyer)).toBe(true);
  expect(await db.auditEvent.count({ where: { subject: "snapshot", subjectId: snapshotId } })).toBe(5);
});
