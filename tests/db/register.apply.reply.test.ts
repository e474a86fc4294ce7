import { expect, test } from "vitest";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { replyToQuery } from "@/lib/register/application/commands/reply";
import { colleagueOf, done, newCharity, newMember, sentApplication } from "@/tests/support/charity";

/** An application on which a steward has asked two questions, one about the first condition. */
async function queriedApplication() {
  const sent = await sentApplication();
  const assessor = await newMember("steward", ["assessor"]);
  // The steward's own commands are tested beside them; here the questions are only scenery.
  await db.$executeRaw`update "Application" set "state" = 'inReview', "assessorId" = ${assessor.id}::uuid where "id" = ${sent.applicationId}::uuid`;
  await db.$executeRaw`update "Application" set "state" = 'clarifying' where "id" = ${sent.applicationId}::uuid`;
  const condition = await db.condition.findFirstOrThrow({ where: { number: 1 }, select: { id: true } });
  const [first, second] = [newId(), newId()];
  const asked = { applicationId: sent.applicationId, askedById: assessor.id, askedAt: new Date() };
  await db.answerQuery.createMany({
    data: [
      { ...asked, id: first, about: `condition:${condition.id}`, question: "Which document is it?" },
      { ...asked, id: second, about: "profile", question: "Is that income right?" },
    ],
  });
  return { ...sent, assessor, first, second };
}

test("a reply may change the answer, and the last reply sends it back to the assessor", async () => {
  const { charity, applicationId, assessor, first, second } = await queriedApplication();
  const colleague = await colleagueOf(charity);
  await done(
    replyToQuery(colleague, {
      queryId: first,
      reply: "See below.",
      change: "yes",
      met: "yes",
      text: "Our constitution of 2019.",
      expiresOn: "",
    }),
  );
  expect(await db.application.findUnique({ where: { id: applicationId }, select: { state: true } })).toEqual({
    state: "clarifying",
  });
  const pinned = await db.applicationAnswer.findFirstOrThrow({
    where: { applicationId, condition: { number: 1 } },
    select: { profileAnswer: { select: { version: true, text: true } } },
  });
  expect(pinned.profileAnswer).toEqual({ version: 2, text: "Our constitution of 2019." });

  await done(replyToQuery(charity, { queryId: second, reply: "Yes, it is." }));
  expect(await db.application.findUnique({ where: { id: applicationId }, select: { state: true } })).toEqual({
    state: "inReview",
  });
  expect(await db.notification.count({ where: { userId: assessor.id } })).toBe(1);
});

test("a question is replied to once, by its own organisation, while it is open", async () => {
  const { charity, first, second, applicationId } = await queriedApplication();
  expect(await replyToQuery(await newCharity(), { queryId: first, reply: "Hello" })).toMatchObject({
    refusal: { kind: "missing" },
  });
  expect(await replyToQuery(await colleagueOf(charity, ["auditor"]), { queryId: first, reply: "Hello" })).toMatchObject(
    { refusal: { kind: "forbidden" } },
  );
  expect(await replyToQuery(charity, { queryId: first, reply: "" })).toMatchObject({ refusal: { kind: "invalid" } });
  expect(
    await replyToQuery(charity, { queryId: second, reply: "x", change: "yes", met: "yes", text: "y", expiresOn: "" }),
  ).toMatchObject({
    refusal: { kind: "conflict" },
  });

  const press = (queryId: string) => replyToQuery(charity, { queryId, reply: "Here it is." });
  const results = await Promise.all([press(first), press(first), press(second)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(2);
  expect(await db.application.findUnique({ where: { id: applicationId }, select: { state: true } })).toEqual({
    state: "inReview",
  });
  expect(await press(first)).toMatchObject({ refusal: { kind: "conflict" } });
});
