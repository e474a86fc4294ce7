import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { db } from "@/lib/core/db";
import { csv } from "@/lib/core/values/csv";
import { answerCondition } from "@/lib/register/profile/commands/answers";
import { foundOrganisation } from "@/lib/register/profile/commands/found";
import { saveProfile } from "@/lib/register/profile/commands/profile";
import { AnswerInput, FoundInput, ProfileInput } from "@/lib/register/profile/schema";
import { saveDescription, savePlaces } from "@/lib/register/service/commands/describe";
import { DescriptionInput } from "@/lib/register/service/schema";
import {
  done,
  newCharity,
  newPerson,
  nextCharityNumber,
  openRegister,
  profile,
  startedService,
} from "@/tests/support/charity";
import { hostileTexts } from "@/tests/support/hostile";

/** What Postgres has of a text, octet for octet. */
const octets = (text: string) => Buffer.from(text, "utf8").toString("hex");
/** The fields that take a text, and those that refuse it. */
function sorted<F extends string>(fields: readonly F[], read: (field: F) => { success: boolean }) {
  const taken = fields.filter((field) => read(field).success);
  return { taken, refused: fields.filter((field) => !taken.includes(field)) };
}
const all = hostileTexts.map(({ group, name, value }) => ({ title: `${group}: ${name}`, value }));

describe("what a field accepts comes back as it was, and what it refuses leaves nothing", () => {
  test("a profile", async () => {
    const charity = await newCharity();
    let version = 0;
    const lost: string[] = [];
    for (const { title, value } of all) {
      const { taken, refused } = sorted(["about", "areaOfBenefit", "coDesign"], (field) =>
        ProfileInput.safeParse({ ...profile, version, [field]: value }),
      );
      for (const field of refused) {
        const answer = await saveProfile(charity, { ...profile, version, [field]: value });
        if (answer.ok || answer.refusal.kind !== "invalid") lost.push(`${title}: ${JSON.stringify(answer)}`);
      }
      const sent = { ...profile, version, ...Object.fromEntries(taken.map((field) => [field, value])) };
      await done(saveProfile(charity, sent));
      version += 1;
      const [row] = await db.$queryRaw<Record<string, Uint8Array>[]>`
        select convert_to(about, 'UTF8') as about, convert_to("areaOfBenefit", 'UTF8') as "areaOfBenefit",
               convert_to("coDesign", 'UTF8') as "coDesign"
        from "Provider" where "organisationId" = ${charity.organisationId}::uuid and version = ${version}`;
      const wanted = ProfileInput.parse(sent);
      for (const field of taken)
        if (Buffer.from(row?.[field] ?? []).toString("hex") !== octets(wanted[field])) lost.push(`${title}: ${field}`);
    }
    expect(lost).toEqual([]);
  });

  test("an answer", async () => {
    const charity = await newCharity();
    await openRegister();
    const { id: conditionId } = await db.condition.findFirstOrThrow({
      where: { kind: "question" },
      select: { id: true },
    });
    const lost: string[] = [];
    let version = 0;
    for (const { title, value } of all) {
      const sent = { conditionId, version, met: "yes", text: value, expiresOn: "" };
      const wanted = AnswerInput.safeParse(sent);
      const answer = await answerCondition(charity, sent);
      const last = await db.profileAnswer.findFirst({
        where: { conditionId, organisationId: charity.organisationId },
        orderBy: { version: "desc" },
        select: { version: true, text: true },
      });
      if (answer.ok ? last?.text !== wanted.data?.text : (last?.version ?? 0) !== version) lost.push(title);
      version = last?.version ?? 0;
    }
    expect(lost).toEqual([]);
    expect(version).toBeGreaterThan(100);
  });

  test("the description of a service, and its places", async () => {
    const charity = await newCharity();
    const { id: serviceId } = await startedService(charity);
    const lost: string[] = [];
    let edit = 1;
    for (const { title, value } of all) {
      const words = { title: "A name", summary: "Short", description: "Long", intent: "later" };
      const sent = { serviceId, edit, outcomeCodes: [], needCodes: [], cohortCodes: [], ...words };
      const { taken, refused } = sorted(["title", "summary", "description"], (field) =>
        DescriptionInput.safeParse({ ...sent, [field]: value }),
      );
      for (const field of refused) {
        const answer = await saveDescription(charity, { ...sent, [field]: value });
        if (answer.ok || answer.refusal.kind !== "invalid") lost.push(`${title}: ${JSON.stringify(answer)}`);
      }
      const whole = { ...sent, ...Object.fromEntries(taken.map((field) => [field, value])) };
      await done(saveDescription(charity, whole));
      edit += 1;
      const saved = await db.serviceVersion.findFirstOrThrow({ where: { serviceId, edit } });
      const wanted = DescriptionInput.parse(whole);
      for (const field of taken) if (octets(saved[field]) !== octets(wanted[field])) lost.push(`${title}: ${field}`);
      const answer = await savePlaces(charity, { serviceId, edit, placeCodes: ["police-kent"], list: value });
      const kept = await db.serviceVersion.findFirstOrThrow({ where: { serviceId } });
      // A place that nobody knows is said, never dropped; what names nothing at all is nothing.
      if (answer.ok && /[\p{L}\p{N}]/u.test(value.replace(/\p{Default_Ignorable_Code_Point}/gu, "")))
        lost.push(`${title}: ${JSON.stringify(answer)}`);
      if (!answer.ok && kept.edit !== edit) lost.push(`${title}: half written`);
      edit = kept.edit;
    }
    expect(lost).toEqual([]);
  });

  test("an organisation, whose name stands in every list and download", async () => {
    const names: string[] = [];
    for (const { title, value } of all) {
      const person = await newPerson();
      const sent = {
        name: value,
        typeCode: "cio",
        numbers: { "GB-CHC": nextCharityNumber() },
        address: "1 High Street",
      };
      const wanted = FoundInput.safeParse(sent);
      if (!wanted.success) {
        expect(await foundOrganisation(person, sent), title).toMatchObject({ refusal: { kind: "invalid" } });
        continue;
      }
      const { id } = await done(foundOrganisation(person, sent));
      const { name } = await db.organisation.findUniqueOrThrow({ where: { id }, select: { name: true } });
      expect(octets(name), title).toBe(octets(wanted.data.name));
      names.push(name);
    }
    expect(names.length).toBeGreaterThan(100);
    const table = csv([{ header: "Name", value: (name: string) => name }], names);
    const [, ...cells] = Papa.parse<string[]>(table.trim()).data.map(([cell]) => cell ?? "");
    expect(cells).toHaveLength(names.length);
    for (const [at, cell] of cells.entries()) {
      expect(cell).not.toMatch(/^[\s\p{C}\p{Z}]*[=+@＝＋－＠﹢﹣﹦−]/u);
      expect(cell).not.toMatch(/^[\s\p{C}\p{Z}]*-(?!\d+(\.\d+)?$)/u);
      expect([names[at], `'${names[at]}`]).toContain(cell);
    }
  });
});
