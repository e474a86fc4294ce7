import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Member, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { command } from "@/lib/core/door/command";
import { noticeOfChange } from "@/lib/register/notice/commands";
import { findNotice, listNotices, membersAt } from "@/lib/register/notice/queries";
import { somebody, standingRegister } from "@/tests/support/register";

type Register = Awaited<ReturnType<typeof standingRegister>>;
let register: Register;
let assessor: Member;

beforeAll(async () => {
  register = await standingRegister();
  assessor = await somebody("steward", ["assessor"]);
});

/** Some command in which memberships move. */
const change = command({
  event: "test.change",
  input: z.object({
    organisationId: z.string(),
    partIds: z.array(z.string()),
    joined: z.boolean(),
    fails: z.boolean(),
  }),
  load: async () => ({}),
  allow: () => true,
  run: async (scene, _, { fails, ...said }) => {
    await noticeOfChange(scene, said);
    if (fails) throw new Error("Something else failed.");
    return { value: null, id: said.organisationId, detail: {} };
  },
});

async function charity(size: "micro" | "large", vcse = true) {
  const signatory = await somebody("provider", ["signatory"]);
  const { organisationId } = signatory;
  await db.provider.create({
    data: {
      organisationId,
      size,
      vcse,
      incomePence: 1n,
      incomeYear: 2025,
      staffFte: 1,
      about: "",
      areaOfBenefit: "",
      coDesign: "",
      contactEmail: "hello@example.org",
      updatedAt: new Date(),
    },
  });
  await db.identifier.createMany({
    data: [
      { scheme: "GB-REV", value: `AB${organisationId.slice(-5)}`, organisationId },
      { scheme: "GB-CHC", value: organisationId.slice(-7), organisationId },
    ],
  });
  return organisationId;
}

const part = (at: number) => register.parts[at]?.id ?? "";
const newest = async () => {
  const [first] = (await listNotices(visitor, { kind: "UK15", year: null, page: 1 })).rows;
  return (await findNotice(visitor, first?.reference ?? "")) ?? Promise.reject(new Error("There is no notice."));
};
const namesAt = async (notice: { registerId: string | null; number: number }) =>
  (await membersAt(visitor, notice)).rows.map(({ organisationId, part: number }) => [organisationId, number]);

test("one notice a command: everything that the law lists, who joined each part, and a line of history", async () => {
  const organisationId = await charity("micro");
  await change(assessor, { organisationId, partIds: [part(1), part(0)], joined: true, fails: false });

  const notice = await newest();
  expect(notice).toMatchObject({
    reference: expect.stringMatching(/^TN-\d{4}-\d{6}$/),
    title: expect.stringContaining("joined parts 1 and 2"),
    facts: { what: "change", joined: true, parts: [{ number: 1 }, { number: 2 }] },
  });
  expect((await membersAt(visitor, notice)).rows.filter((row) => row.organisationId === organisationId)).toMatchObject([
    {
      part: 1,
      email: "hello@example.org",
      identifier: `GB-CHC-${organisationId.slice(-7)}`,
      sme: true,
      vcse: true,
    },
    { part: 2 },
  ]);
  expect(await db.auditEvent.findFirst({ where: { subject: "notice", subjectId: notice.id } })).toMatchObject({
    event: "notice.publish",
    actorId: assessor.id,
    detail: { kindCode: "UK15" },
  });
});

test("the members as at a notice are those who joined last, whatever came later", async () => {
  const [stays, goes] = [await charity("large", false), await charity("micro")];
  const press = (organisationId: string, joined: boolean) =>
    change(assessor, { organisationId, partIds: [part(4)], joined, fails: false });
  const notices = [];
  for (const [who, joined] of [
    [stays, true],
    [goes, true],
    [goes, false],
    [goes, true],
  ] as const) {
    await press(who, joined);
    notices.push(await newest());
  }
  const inPart = [];
  for (const notice of notices)
    inPart.push(
      (await namesAt(notice))
        .filter(([, number]) => number === 5)
        .map(([id]) => id)
        .toSorted(),
    );
  const both = [stays, goes].toSorted();
  expect(inPart).toEqual([[stays], both, [stays], both]);
  const { rows } = await membersAt(visitor, notices[0] ?? { registerId: register.id, number: 0 });
  expect(rows.find(({ organisationId }) => organisationId === stays)).toMatchObject({ sme: false, vcse: false });
});

test("when the command fails there is no notice; with no parts there is none either", async () => {
  const organisationId = await charity("micro");
  const before = await db.notice.count();
  await expect(change(assessor, { organisationId, partIds: [part(2)], joined: true, fails: true })).rejects.toThrow();
  await change(assessor, { organisationId, partIds: [], joined: true, fails: false });
  expect(await db.notice.count()).toBe(before);
});

test("a page of members says how many there are in all", async () => {
  const notice = await newest();
  const all = await membersAt(visitor, notice);
  const second = await membersAt(visitor, notice, { most: 1, from: 1 });
  expect(second.rows).toEqual([all.rows[1]]);
  expect(second.total).toBe(all.rows.length);
});

test("nothing of a notice changes later, whoever asks the database", async () => {
  await expect(db.notice.updateMany({ data: { title: "Another" } })).rejects.toThrow();
  await expect(db.noticeMember.deleteMany({})).rejects.toThrow();
});
