import { expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import {
  addAssociated,
  addConnected,
  completeConnections,
  endAssociated,
  endConnected,
} from "@/lib/register/connection/commands";
import { findBehind, findConnections } from "@/lib/register/connection/queries";
import { saveProfile } from "@/lib/register/profile/commands/profile";
import { colleagueOf, done, newCharity, newMember, newPerson, profile } from "@/tests/support/charity";

const trustee = { name: "Ida Farrow", connectedAs: "trustee", isBody: "", detail: "", since: "2019-05-01" };
const insurer = { name: "Sundial Housing", scheme: "GB-COH", value: "99500016", reliedOnFor: "Its insurance" };

test("a person and an organisation are added, ended and never taken away", async () => {
  const charity = await newCharity();
  const { id } = await done(addConnected(charity, trustee));
  const { id: other } = await done(addAssociated(charity, insurer));
  expect(await findConnections(charity, charity.organisationId)).toMatchObject({
    persons: [{ id, name: "Ida Farrow", connectedAs: "trustee", endedAt: null }],
    associated: [{ id: other, value: "99500016", endedAt: null }],
    completeAt: null,
  });
  const ends = await Promise.all([
    endConnected(charity, { connectionId: id }),
    endConnected(await colleagueOf(charity), { connectionId: id }),
  ]);
  expect(ends.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  await done(endAssociated(charity, { connectionId: other }));
  expect(await endAssociated(charity, { connectionId: other })).toMatchObject({ refusal: { kind: "conflict" } });
  const left = await findConnections(charity, charity.organisationId);
  expect(left).toMatchObject({ persons: [{ endedAt: expect.any(Date) }], associated: [{ endedAt: expect.any(Date) }] });
  expect(await db.auditEvent.count({ where: { subjectId: charity.organisationId, subject: "connection" } })).toBe(4);
});

test("a signatory says that the list is complete, and a change takes it back", async () => {
  const charity = await newCharity();
  expect(await completeConnections(charity, { complete: "yes" })).toMatchObject({ refusal: { kind: "conflict" } });
  await done(saveProfile(charity, profile));
  expect(await completeConnections(charity, { complete: "" })).toMatchObject({
    refusal: { fields: { complete: [expect.any(String)] } },
  });
  expect(await completeConnections(await colleagueOf(charity), { complete: "yes" })).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  await done(completeConnections(charity, { complete: "yes" }));
  expect((await findConnections(charity, charity.organisationId))?.completeAt).toBeInstanceOf(Date);
  await done(addConnected(charity, trustee));
  expect((await findConnections(charity, charity.organisationId))?.completeAt).toBeNull();
});

test("what is wrong is said at its field", async () => {
  const charity = await newCharity();
  expect(await addConnected(charity, { ...trustee, name: "", connectedAs: "friend" })).toMatchObject({
    refusal: { fields: { name: [expect.any(String)], connectedAs: [expect.any(String)] } },
  });
  expect(await addConnected(charity, { ...trustee, since: "2999-01-01" })).toMatchObject({
    refusal: { fields: { since: [expect.any(String)] } },
  });
  expect(await addAssociated(charity, { ...insurer, scheme: "" })).toMatchObject({
    refusal: { fields: { scheme: [expect.any(String)] } },
  });
  expect(await addAssociated(charity, { ...insurer, value: "12" })).toMatchObject({ ok: true });
  expect(await addAssociated(charity, { ...insurer, value: "nonsense" })).toMatchObject({
    refusal: { fields: { value: [expect.any(String)] } },
  });
});

test("the organisation and the stewards see them; nobody else does, auditors of other bodies included", async () => {
  const charity = await newCharity();
  const { id } = await done(addConnected(charity, trustee));
  const { id: other } = await done(addAssociated(charity, insurer));
  for (const reader of [charity, await colleagueOf(charity, ["viewer"]), await newMember("steward", ["assessor"])])
    expect((await findBehind(reader, charity.organisationId)).connections?.persons).toHaveLength(1);
  const strangers = [
    visitor,
    await newPerson(),
    await newCharity(),
    await newMember("provider", ["auditor"]),
    await newMember("authority", ["commissioner", "approver"]),
    await newMember("authority", ["auditor"]),
    await newMember("investor", ["viewer", "auditor"]),
  ];
  for (const stranger of strangers) {
    expect(await findConnections(stranger, charity.organisationId)).toBeNull();
    expect(await findBehind(stranger, charity.organisationId)).toEqual({
      connections: null,
      registers: [],
      nameNote: null,
    });
    expect(await endConnected(stranger, { connectionId: id })).toMatchObject({ refusal: { kind: "missing" } });
    expect(await endAssociated(stranger, { connectionId: other })).toMatchObject({ refusal: { kind: "missing" } });
  }
  const steward = await newMember("steward", ["admin"]);
  expect(await endConnected(steward, { connectionId: id })).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await addConnected(steward, trustee)).toMatchObject({ refusal: { kind: "missing" } });
  expect(await addConnected(await colleagueOf(charity, ["viewer"]), trustee)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
});
