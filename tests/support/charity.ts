import type { Member, Person } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Result } from "@/lib/core/door/result";
import type { OrganisationKind, Role } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { chooseParts } from "@/lib/register/application/commands/choose";
import { startApplication } from "@/lib/register/application/commands/start";
import { submitApplication } from "@/lib/register/application/commands/submit";
import { answerCondition } from "@/lib/register/profile/commands/answers";
import { foundOrganisation } from "@/lib/register/profile/commands/found";
import { answerGrounds } from "@/lib/register/profile/commands/grounds";
import { saveProfile } from "@/lib/register/profile/commands/profile";
import { listAnswers } from "@/lib/register/profile/queries";
import { saveCapacity } from "@/lib/register/service/commands/capacity";
import { saveDelivery, saveDescription, saveEligibility, savePlaces } from "@/lib/register/service/commands/describe";
import { saveRates } from "@/lib/register/service/commands/rates";
import { startService } from "@/lib/register/service/commands/start";
import { establish } from "./establish";

/** The value of a command that must have worked. */
export async function done<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result;
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}

let people = 0;

/** Somebody who can sign in and has no seat. */
export async function newPerson(name = "Ada Mensah"): Promise<Person> {
  people += 1;
  const id = newId();
  await db.user.create({ data: { id, name, email: `person${people}-${id}@example.org`, createdAt: new Date() } });
  return { kind: "person", id, organisationId: null, roles: [] };
}

/** Somebody with a seat at an organisation that has nothing else. */
export async function newMember(kind: OrganisationKind, roles: Role[], organisationId?: string): Promise<Member> {
  const person = await newPerson();
  const id = organisationId ?? newId();
  if (!organisationId)
    await db.organisation.create({
      data: {
        id,
        reference: `TO-${id}`,
        kind,
        name: `Organisation ${id}`,
        validFrom: new Date("2020-01-01"),
        createdAt: new Date(),
      },
    });
  await db.seat.createMany({
    data: roles.map((role) => ({ userId: person.id, organisationId: id, role, since: new Date() })),
  });
  return { kind, id: person.id, organisationId: id, roles };
}

let last = 1_000_000 + (Date.now() % 8_000_000);

/** A charity number that nobody has yet. */
export function nextCharityNumber(): string {
  last += 1;
  return String(last);
}

/** A provider's founder: signatory and editor of an organisation that has said nothing yet. */
export async function newCharity(name = "Open Gate"): Promise<Member> {
  const person = await newPerson();
  const { id } = await done(
    foundOrganisation(person, {
      name,
      typeCode: "cio",
      numbers: { "GB-CHC": nextCharityNumber() },
      address: "1 Station Road, Leeds",
    }),
  );
  return { kind: "provider", id: person.id, organisationId: id, roles: ["signatory", "editor"] };
}

/** A colleague at the same organisation. */
export const colleagueOf = ({ kind, organisationId }: Member, roles: Role[] = ["editor"]) =>
  newMember(kind, roles, organisationId);

/** The register of the day, established by a steward if nobody has; its parts in order. */
export async function openRegister() {
  const standing = await db.register.findFirst({ select: { id: true } });
  if (!standing) {
    const admin = await newMember("steward", ["admin"]);
    const year = new Date().getUTCFullYear();
    await done(establish(admin, { opensOn: `${year - 1}-01-01`, closesOn: `${year + 6}-12-31` }));
  }
  const parts = await db.part.findMany({
    orderBy: { number: "asc" },
    select: { id: true, categoryCode: true, title: true },
  });
  const [first] = parts;
  if (!first) throw new Error("The register has no parts.");
  return { parts, first };
}

export const profile = {
  version: 0,
  income: "250,000",
  incomeYear: "2025",
  staffFte: "6.5",
  vcse: "yes",
  ledByLivedExperience: "yes",
  about: "We help people to find a home after prison.",
  areaOfBenefit: "West Yorkshire",
  coDesign: "People who used the service wrote the welcome pack.",
  website: "",
  contactEmail: "hello@example.org",
};

export const rateLine = {
  what: "One-to-one session",
  unit: "session",
  complexity: "any",
  price: "45.50",
  vatBp: "0",
  volumeFrom: "",
  volumeTo: "",
};

/** A draft service that is only started. */
export async function startedService(charity: Member, partId?: string) {
  const { first } = await openRegister();
  return done(startService(charity, { partId: partId ?? first.id, title: "Finding home" }));
}

/** A draft service with every part of it filled in; `edit` is the next save's number. */
export async function finishedService(charity: Member, partId?: string) {
  const { id: serviceId } = await startedService(charity, partId);
  const { part } = await db.service.findUniqueOrThrow({
    where: { id: serviceId },
    select: { part: { select: { categoryCode: true } } },
  });
  const { outcomesOf } = await reference();
  const [outcome] = outcomesOf(part.categoryCode);
  await done(
    saveDescription(charity, {
      serviceId,
      edit: 1,
      title: "Finding home",
      summary: "A worker helps you to find and keep a home.",
      description: "We meet you before release.\n\nWe stay with you for six months.",
      outcomeCodes: [outcome?.code ?? ""],
      needCodes: [],
      cohortCodes: [],
    }),
  );
  await done(saveEligibility(charity, { serviceId, edit: 2, sex: "anyone", minAge: "18", maxAge: "", exclusions: "" }));
  await done(savePlaces(charity, { serviceId, edit: 3, placeCodes: ["police-west-yorkshire"], list: "" }));
  await done(
    saveDelivery(charity, {
      serviceId,
      edit: 4,
      settings: ["community"],
      method: "oneToOne",
      deliveredBy: "provider",
      languages: ["en"],
      otherLanguages: "",
      access: ["stepFree"],
    }),
  );
  await done(saveRates(charity, { serviceId, version: 0, lines: [rateLine] }));
  await done(saveCapacity(charity, { serviceId, version: 0, places: "20", openPlaces: "5", waitDays: "7" }));
  return { id: serviceId, edit: 5 };
}

/** A charity that has answered everything and has one finished service in one part; its application is a draft. */
export async function readyCharity() {
  const charity = await newCharity();
  const { first } = await openRegister();
  await done(saveProfile(charity, profile));
  for (const { id, kind } of await listAnswers(charity))
    await done(
      answerCondition(charity, {
        conditionId: id,
        version: 0,
        met: "yes",
        text: kind === "declaration" ? "" : "We have a policy.",
        expiresOn: "",
      }),
    );
  await done(answerGrounds(charity, { version: 0, any: "no" }));
  const service = await finishedService(charity);
  const { id: applicationId } = await done(startApplication(charity, {}));
  await done(chooseParts(charity, { applicationId, version: 1, partIds: [first.id] }));
  return { charity, applicationId, serviceId: service.id, part: first };
}

/** The same, once it has been sent. */
export async function sentApplication() {
  const ready = await readyCharity();
  await done(submitApplication(ready.charity, { applicationId: ready.applicationId, declared: "yes" }));
  return ready;
}
