import { expect, test } from "vitest";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { newCharity, newMember, sentApplication, startedService } from "@/tests/support/charity";

/** What the database holds by itself, should a command ever forget it. */
test("an answered question stays as it is", async () => {
  const { applicationId } = await sentApplication();
  const { id: askedById } = await newMember("steward", ["assessor"]);
  const id = newId();
  const asked = { id, applicationId, askedById, askedAt: new Date(), about: "profile", question: "Is it right?" };
  await db.answerQuery.create({ data: asked });
  await db.answerQuery.update({ where: { id }, data: { reply: "Yes.", repliedAt: new Date() } });
  const again = /no longer change/;
  await expect(db.answerQuery.update({ where: { id }, data: { reply: "No." } })).rejects.toThrow(again);
  await expect(db.answerQuery.delete({ where: { id } })).rejects.toThrow(again);
});

test("a service that was sent says what it is, what comes of it and where it works", async () => {
  const charity = await newCharity();
  const { id: serviceId } = await startedService(charity);
  await expect(
    db.serviceVersion.updateMany({ where: { serviceId }, data: { submittedAt: new Date() } }),
  ).rejects.toThrow(/23514/);
});
