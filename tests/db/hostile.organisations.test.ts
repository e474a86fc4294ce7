import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { db } from "@/lib/core/db";
import type { Result } from "@/lib/core/door/result";
import { addAssociated, addConnected } from "@/lib/register/connection/commands";
import { AssociatedInput, CompleteInput, EndInput, PersonInput } from "@/lib/register/connection/schema";
import { askToJoin, withdrawRequest } from "@/lib/register/joining/commands";
import { AnswerInput, AskInput, RefuseInput } from "@/lib/register/joining/schema";
import { lookUp } from "@/lib/register/listing/queries";
import { saveDetails } from "@/lib/register/profile/commands/details";
import { answerGrounds } from "@/lib/register/profile/commands/grounds";
import { DetailsInput, GroundsInput } from "@/lib/register/profile/schema";
import { newCharity, newPerson, nextCharityNumber } from "@/tests/support/charity";
import { hostile, hostileTexts } from "@/tests/support/hostile";

const all = hostileTexts.map(({ group, name, value }) => ({ title: `${group}: ${name}`, value }));

/** A fair part of them, for what costs the database more than one statement. */
const some = all.filter((_, at) => at % 4 === 0);

/** What was typed in a field, whether the form took it, and what the command then said. Whatever else it is, it is no fault. */
async function agree<T extends z.ZodType>(schema: T, typed: object, send: (typed: object) => Promise<Result<unknown>>) {
  const parsed = schema.safeParse(typed);
  const answer = await send(typed);
  return parsed.success
    ? answer.ok || answer.refusal.kind === "invalid"
    : !answer.ok && answer.refusal.kind === "invalid";
}

describe("whatever is typed about an organisation is kept or refused", () => {
  test("who is connected with it", async () => {
    const charity = await newCharity();
    const wrong: string[] = [];
    for (const { title, value } of some) {
      const person = { name: value, connectedAs: "other", isBody: value, detail: value, since: "" };
      if (!(await agree(PersonInput, person, (typed) => addConnected(charity, typed)))) wrong.push(title);
      const body = { name: "A", scheme: "GB-COH", value, reliedOnFor: value };
      if (!(await agree(AssociatedInput, body, (typed) => addAssociated(charity, typed)))) wrong.push(title);
    }
    expect(wrong).toEqual([]);
    const kept = await db.connectedPerson.findMany({ where: { organisationId: charity.organisationId } });
    expect(kept.length).toBeGreaterThan(5);
    for (const { name, detail } of kept)
      expect(PersonInput.safeParse({ name, detail, connectedAs: "other" }).data).toMatchObject({ name, detail });
  });

  test("its name, its address and its numbers", async () => {
    const charity = await newCharity();
    const number = nextCharityNumber();
    const wrong: string[] = [];
    for (const { title, value } of some) {
      const { edit } = await db.organisation.findUniqueOrThrow({ where: { id: charity.organisationId } });
      const typed = { edit, name: value, address: value, nameNote: value, numbers: { "GB-CHC": number } };
      if (!(await agree(DetailsInput, typed, (sent) => saveDetails(charity, sent)))) wrong.push(`name: ${title}`);
      await lookUp(charity, value);
    }
    for (const { title, value } of some) {
      const { edit } = await db.organisation.findUniqueOrThrow({ where: { id: charity.organisationId } });
      const typed = { edit, name: "A", address: "B", nameNote: "", numbers: { "GB-CHC": value, [value]: value } };
      const answer = await saveDetails(charity, typed);
      if (!answer.ok && answer.refusal.kind === "missing") wrong.push(`number: ${title}`);
    }
    expect(wrong).toEqual([]);
    expect(await db.identifier.count({ where: { organisationId: charity.organisationId } })).toBe(1);
  });

  test("an exclusion ground", async () => {
    const charity = await newCharity();
    const wrong: string[] = [];
    for (const { title, value } of some) {
      const version = await db.groundAnswer.count({ where: { organisationId: charity.organisationId } });
      const one = (given: string) => ({ insolvency: given });
      const typed = {
        version,
        any: "yes",
        applies: ["insolvency"],
        about: one("organisation"),
        happened: one("2024-01-01"),
      };
      const story = { ...typed, what: one(value), right: one(value) };
      if (!(await agree(GroundsInput, story, (sent) => answerGrounds(charity, sent)))) wrong.push(`story: ${title}`);
      const days = {
        ...typed,
        what: one("A"),
        right: one("B"),
        happened: one(value),
        rightOn: one(value),
        about: one(value),
      };
      const answer = await answerGrounds(charity, days);
      if (answer.ok || answer.refusal.kind !== "invalid") wrong.push(`days: ${title}`);
      const stray = await answerGrounds(charity, { ...story, applies: [value] });
      if (stray.ok) wrong.push(`ground: ${title}`);
    }
    expect(wrong).toEqual([]);
  });

  test("a request to join", async () => {
    const { organisationId } = await newCharity();
    const person = await newPerson();
    const wrong: string[] = [];
    for (const { title, value } of some) {
      const typed = { organisationId, message: value };
      if (!(await agree(AskInput, typed, (sent) => askToJoin(person, sent)))) wrong.push(title);
      const waiting = await db.joinRequest.findFirst({ where: { userId: person.id, state: "waiting" } });
      if (waiting) await withdrawRequest(person, { requestId: waiting.id });
      const other = await askToJoin(person, { organisationId: value, message: "A" });
      if (other.ok || other.refusal.kind === "conflict") wrong.push(`id: ${title}`);
    }
    expect(wrong).toEqual([]);
  });
});

test.each<[string, z.ZodType, string[]]>([
  ["a person", PersonInput, ["name", "isBody", "connectedAs", "detail", "since"]],
  ["an organisation", AssociatedInput, ["name", "scheme", "value", "reliedOnFor"]],
  ["an end", EndInput, ["connectionId"]],
  ["completeness", CompleteInput, ["complete"]],
  ["asking", AskInput, ["organisationId", "message"]],
  ["an answer", AnswerInput, ["requestId"]],
  ["a refusal", RefuseInput, ["requestId", "reason"]],
  ["details", DetailsInput, ["edit", "name", "address", "numbers", "nameNote"]],
  ["grounds", GroundsInput, ["version", "any", "applies", "about", "what", "happened", "right", "rightOn"]],
])("%s of any shape at all is read without a fault", (_what, schema, fields) => {
  for (const { value } of hostile)
    for (const field of fields) expect(() => schema.safeParse({ [field]: value })).not.toThrow();
});
