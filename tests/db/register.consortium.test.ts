import { describe, expect, test } from "vitest";
import { system, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { addDays, londonDay } from "@/lib/core/values/moment";
import {
  agreeToShare,
  askPartnerAgain,
  declineShare,
  leaveConsortium,
} from "@/lib/register/consortium/commands/answer";
import { dissolveConsortium, withdrawConsortium } from "@/lib/register/consortium/commands/end";
import { changeConsortium, startConsortium } from "@/lib/register/consortium/commands/plan";
import { findConsortium, listConsortia, listPublicPartners, listWaiting } from "@/lib/register/consortium/queries";
import { resumeMembership, suspendMembership } from "@/lib/register/membership/commands/suspend";
import { done } from "@/tests/support/charity";
import { somebody, standingMember } from "@/tests/support/register";

const reason = "The funding for our half has ended.";
const membershipsOf = (organisationId: string) =>
  db.membership.findMany({ where: { organisationId }, select: { state: true }, orderBy: { id: "asc" } });

/** Two members of the same part, and a plan of the first for both; `ask` sends it. */
async function two() {
  const lead = await standingMember();
  const other = await standingMember();
  const { reference } = await db.organisation.findUniqueOrThrow({
    where: { id: other.signatory.organisationId },
    select: { reference: true },
  });
  const plan = {
    name: "Two Rivers Together",
    purpose: "We find homes and keep people in them, on both banks.",
    ownShare: "66.67",
    ownDoes: "Finds the homes",
    partners: [{ who: reference, share: "33.33", does: "Keeps people in them" }],
  };
  const ask = async () => {
    const { id } = await done(startConsortium(lead.signatory, plan));
    const { id: partnerId } = await db.consortiumPartner.findFirstOrThrow({
      where: { consortiumId: id, organisationId: other.signatory.organisationId },
    });
    return { id, partnerId };
  };
  return { lead, other, plan, ask };
}

async function formed() {
  const made = await two();
  const asked = await made.ask();
  await done(agreeToShare(made.other.signatory, { partnerId: asked.partnerId, signed: "yes" }));
  return { ...made, ...asked };
}

describe("forming", () => {
  test("the last partner to agree forms it: a member of the shared part, with the lead's people, in public", async () => {
    const { lead, other, ask } = await two();
    const { id, partnerId } = await ask();
    expect(await listWaiting(other.signatory)).toMatchObject([{ id, href: `/consortia/${id}` }]);
    expect(await membershipsOf(id)).toEqual([]);
    await done(agreeToShare(other.signatory, { partnerId, signed: "yes" }));
    expect(await membershipsOf(id)).toEqual([{ state: "active" }]);
    expect(await db.seat.count({ where: { organisationId: id, userId: lead.signatory.id } })).toBeGreaterThan(0);
    const { reference } = await db.organisation.findUniqueOrThrow({ where: { id }, select: { reference: true } });
    expect(await listPublicPartners(visitor, reference)).toMatchObject([
      { shareBp: 6667, isLead: true },
      { shareBp: 3333, isLead: false },
    ]);
    expect(await db.noticeMember.count({ where: { organisationId: id, joined: true } })).toBe(1);
    expect(await db.auditEvent.count({ where: { event: "consortium.form", subjectId: id } })).toBe(1);
  });

  test.each([
    ["shares that are not the whole", { ownShare: "60" }, "ownShare"],
    [
      "a partner whom nobody knows",
      { partners: [{ who: "Nobody", share: "33.33", does: "Something" }] },
      "partners.0.who",
    ],
    ["no partner", { partners: [] }, "partners"],
    ["a formula for a name", { name: "=1+1\u0000" }, "name"],
  ])("refuses %s, at its field", async (_what, change, field) => {
    const { lead, plan } = await two();
    const result = await startConsortium(lead.signatory, { ...plan, ...change });
    expect(result).toMatchObject({ ok: false, refusal: { kind: "invalid" } });
    expect(Object.keys(!result.ok && "fields" in result.refusal ? (result.refusal.fields ?? {}) : {})).toEqual([field]);
  });

  test("refuses a lead that is no member, itself as a partner, and anybody but a signatory", async () => {
    const { lead, plan } = await two();
    const newcomer = await somebody("provider", ["signatory"]);
    expect(await startConsortium(newcomer, plan)).toMatchObject({ refusal: { kind: "conflict" } });
    const own = await db.organisation.findUniqueOrThrow({ where: { id: lead.signatory.organisationId } });
    expect(
      await startConsortium(lead.signatory, { ...plan, partners: [{ ...plan.partners[0], who: own.reference }] }),
    ).toMatchObject({ refusal: { fields: { "partners.0.who": [expect.stringContaining("your own")] } } });
    const editor = await somebody("provider", ["editor"], lead.signatory.organisationId);
    expect(await startConsortium(editor, plan)).toMatchObject({ refusal: { kind: "forbidden" } });
  });

  test("the same key twice makes one", async () => {
    const { lead, plan } = await two();
    const again = { ...plan, key: `once-${lead.signatory.id}` };
    const [first, second] = [
      await done(startConsortium(lead.signatory, again)),
      await done(startConsortium(lead.signatory, again)),
    ];
    expect(second).toEqual(first);
  });

  test("two signatories who agree at once: one does, and it is formed once", async () => {
    const { other, ask } = await two();
    const { id, partnerId } = await ask();
    const second = await somebody("provider", ["signatory"], other.signatory.organisationId);
    const results = await Promise.all([
      agreeToShare(other.signatory, { partnerId, signed: "yes" }),
      agreeToShare(second, { partnerId, signed: "yes" }),
    ]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await membershipsOf(id)).toHaveLength(1);
  });
});

describe("answering", () => {
  test("a partner declines with a reason, is asked again, and agrees", async () => {
    const { lead, other, ask } = await two();
    const { id, partnerId } = await ask();
    expect(await declineShare(other.signatory, { partnerId, reason: "" })).toMatchObject({
      refusal: { kind: "invalid" },
    });
    await done(declineShare(other.signatory, { partnerId, reason }));
    expect((await findConsortium(lead.signatory, id))?.partners[1]).toMatchObject({ state: "declined", reason });
    expect(await askPartnerAgain(other.signatory, { partnerId })).toMatchObject({ refusal: { kind: "forbidden" } });
    await done(askPartnerAgain(lead.signatory, { partnerId }));
    await done(agreeToShare(other.signatory, { partnerId, signed: "yes" }));
    expect(await findConsortium(system, id)).toMatchObject({ state: "formed" });
  });

  test("the lead cannot answer for a partner, and must tick the box for itself", async () => {
    const { lead, other, ask } = await two();
    const { partnerId } = await ask();
    expect(await agreeToShare(lead.signatory, { partnerId, signed: "yes" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    expect(await agreeToShare(other.signatory, { partnerId })).toMatchObject({ refusal: { kind: "invalid" } });
  });

  test("a changed plan asks everybody anew; a second editor of the same version is told", async () => {
    const { lead, other, plan, ask } = await two();
    const { id, partnerId } = await ask();
    const changed = { ...plan, ownShare: "50", partners: [{ ...plan.partners[0], share: "50" }] };
    await done(changeConsortium(lead.signatory, { ...changed, consortiumId: id, version: "1" }));
    expect(await agreeToShare(other.signatory, { partnerId, signed: "yes" })).toMatchObject({
      refusal: { kind: "missing" },
    });
    expect(await changeConsortium(lead.signatory, { ...plan, consortiumId: id, version: "1" })).toMatchObject({
      refusal: { kind: "conflict" },
    });
    expect(await changeConsortium(other.signatory, { ...plan, consortiumId: id, version: "2" })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
  });
});

describe("standing", () => {
  test("while a partner is suspended the consortium's services cannot be bought; then they come back", async () => {
    const { id, other } = await formed();
    const { membershipId, assessor } = other;
    await done(suspendMembership(assessor, { membershipId, reason, endsOn: addDays(londonDay(new Date()), 10) }));
    expect(await membershipsOf(id)).toEqual([{ state: "suspended" }]);
    await done(resumeMembership(assessor, { membershipId }));
    expect(await membershipsOf(id)).toEqual([{ state: "active" }]);
  });

  test("a suspension of its own does not end with a partner's", async () => {
    const { id, other } = await formed();
    const own = await db.membership.findFirstOrThrow({ where: { organisationId: id }, select: { id: true } });
    const endsOn = addDays(londonDay(new Date()), 10);
    await done(suspendMembership(other.assessor, { membershipId: own.id, reason, endsOn }));
    await done(suspendMembership(other.assessor, { membershipId: other.membershipId, reason, endsOn }));
    await done(resumeMembership(other.assessor, { membershipId: other.membershipId }));
    expect(await membershipsOf(id)).toEqual([{ state: "suspended" }]);
  });
});

describe("ending", () => {
  test("a partner that leaves ends it: it leaves every part, and a notice says so", async () => {
    const { id, partnerId, lead, other } = await formed();
    expect(await dissolveConsortium(other.signatory, { consortiumId: id, reason })).toMatchObject({
      refusal: { kind: "forbidden" },
    });
    await done(leaveConsortium(other.signatory, { partnerId, reason }));
    expect(await findConsortium(lead.signatory, id)).toMatchObject({
      state: "dissolved",
      reason: expect.stringContaining(reason),
    });
    expect(await membershipsOf(id)).toEqual([{ state: "left" }]);
    expect(await db.noticeMember.count({ where: { organisationId: id, joined: false } })).toBe(1);
    expect(await dissolveConsortium(lead.signatory, { consortiumId: id, reason })).toMatchObject({
      refusal: { kind: "conflict" },
    });
  });

  test("the lead gives one up that is being formed, and ends one that stands", async () => {
    const { lead, ask } = await two();
    const { id } = await ask();
    await done(withdrawConsortium(lead.signatory, { consortiumId: id, reason }));
    expect(await findConsortium(lead.signatory, id)).toMatchObject({ state: "withdrawn" });
    const standing = await formed();
    await done(dissolveConsortium(standing.lead.signatory, { consortiumId: standing.id, reason }));
    expect(await membershipsOf(standing.id)).toEqual([{ state: "left" }]);
  });

  test("leaving and agreeing at once leaves no consortium that does not add up", async () => {
    const third = await standingMember();
    const { lead, other, plan } = await two();
    const named = await db.organisation.findUniqueOrThrow({ where: { id: third.signatory.organisationId } });
    const { id } = await done(
      startConsortium(lead.signatory, {
        ...plan,
        ownShare: "50",
        partners: [
          { ...plan.partners[0], share: "25" },
          { who: named.reference, share: "25", does: "Trains the volunteers" },
        ],
      }),
    );
    const rows = await db.consortiumPartner.findMany({ where: { consortiumId: id } });
    const partnerOf = (organisationId: string) => rows.find((row) => row.organisationId === organisationId)?.id ?? "";
    const second = partnerOf(other.signatory.organisationId);
    await done(agreeToShare(other.signatory, { partnerId: second, signed: "yes" }));
    await Promise.all([
      leaveConsortium(other.signatory, { partnerId: second, reason }),
      agreeToShare(third.signatory, { partnerId: partnerOf(third.signatory.organisationId), signed: "yes" }),
    ]);
    const { state } = await db.consortium.findUniqueOrThrow({ where: { organisationId: id } });
    const left = (await membershipsOf(id)).filter((one) => one.state === "active").length;
    expect([state, left]).toEqual([expect.stringMatching(/forming|dissolved/), 0]);
  });
});

test("a stranger sees nothing, and their act finds nothing", async () => {
  const { ask } = await two();
  const { id, partnerId } = await ask();
  const stranger = (await standingMember()).signatory;
  const buyer = await somebody("authority", ["commissioner"]);
  for (const actor of [stranger, buyer, visitor]) {
    expect(await findConsortium(actor, id)).toBeNull();
    expect((await listConsortia(actor)).map(({ organisationId }) => organisationId)).not.toContain(id);
  }
  expect(await agreeToShare(stranger, { partnerId, signed: "yes" })).toMatchObject({ refusal: { kind: "missing" } });
  expect(await withdrawConsortium(stranger, { consortiumId: id, reason })).toMatchObject({
    refusal: { kind: "missing" },
  });
  const steward = await somebody("steward", ["assessor"]);
  expect(await findConsortium(steward, id)).toMatchObject({ state: "forming" });
});
