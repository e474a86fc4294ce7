import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Role } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { establish } from "./establish";

const now = () => new Date();
const today = () => new Date(`${now().toISOString().slice(0, 10)}T00:00:00Z`);
let made = 0;

/** Somebody with a seat at an organisation of this kind; at a new one unless one is named. */
export async function somebody(kind: Member["kind"], roles: Role[], organisationId?: string): Promise<Member> {
  const at = ++made;
  const organisation =
    organisationId ??
    (
      await db.organisation.create({
        data: {
          reference: `TO-TEST-${newId().slice(-12)}`,
          kind,
          name: `Organisation ${at}`,
          validFrom: today(),
          createdAt: now(),
        },
      })
    ).id;
  const user = await db.user.create({
    data: {
      email: `${newId()}@example.org`,
      name: `Person ${at}`,
      createdAt: now(),
      seats: { create: roles.map((role) => ({ organisationId: organisation, role, since: now() })) },
    },
  });
  return { kind, id: user.id, organisationId: organisation, roles };
}

/** The register of this test's database: established once, by a steward's admin. */
export async function standingRegister() {
  const standing = await db.register.findFirst({ select: { id: true } });
  if (!standing) {
    const admin = await somebody("steward", ["admin"]);
    const year = now().getUTCFullYear();
    const result = await establish(admin, { opensOn: `${year}-01-01`, closesOn: `${year + 8}-12-31` });
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  }
  return db.register.findFirstOrThrow({
    select: { id: true, parts: { orderBy: { number: "asc" } }, conditions: { orderBy: { number: "asc" } } },
  });
}

/** A finished service of an organisation under a part, sent to be checked. */
export async function sentService(
  organisationId: string,
  partId: string,
  { places = ["region-greater-manchester"], title = "A way home" } = {},
) {
  const id = newId();
  const draftId = newId();
  await db.service.create({
    data: {
      id,
      reference: `TS-TEST-${id.slice(-12)}`,
      organisationId,
      partId,
      places: 10,
      openPlaces: 4,
      waitDays: 7,
      createdAt: now(),
      capacityAsOf: now(),
    },
  });
  await db.serviceVersion.create({
    data: {
      id: draftId,
      serviceId: id,
      number: 1,
      title,
      summary: "Help to find a home.",
      description: "A worker meets each person every week.",
      settings: ["community"],
      languages: ["en"],
      access: [],
      needCodes: [],
      cohortCodes: [],
      outcomeCodes: ["accommodation.settled-home"],
      placeCodes: places,
      editedAt: now(),
      submittedAt: now(),
    },
  });
  await db.rateCard.create({
    data: {
      serviceId: id,
      version: 1,
      validFrom: today(),
      createdAt: now(),
      lines: { create: [{ number: 1, unit: "hour", what: "Support", pence: 4500n }] },
    },
  });
  await db.service.update({ where: { id }, data: { draftId, state: "inReview" } });
  return id;
}

type Sent = {
  parts?: number;
  grounds?: string[];
  state?: "submitted" | "inReview" | "clarifying";
  findings?: "none" | "all" | "oneUnmet";
  band?: number;
  /** Whether somebody has looked at the debarment list. */
  checked?: boolean;
};

/** An application as it stands once it was sent: every condition answered, one service in each part, an assessor when it is in review. */
export async function sentApplication({
  parts = 2,
  grounds = [],
  state = "inReview",
  findings = "none",
  band = 1,
  checked = true,
}: Sent = {}) {
  const register = await standingRegister();
  const signatory = await somebody("provider", ["signatory"]);
  const assessor = await somebody("steward", ["assessor"]);
  const { organisationId } = signatory;
  const asked = register.parts.slice(0, parts);
  await db.provider.create({
    data: {
      organisationId,
      size: "micro",
      incomePence: 12_000_000n,
      incomeYear: 2025,
      staffFte: 4.5,
      vcse: true,
      about: "We help.",
      areaOfBenefit: "Kent",
      coDesign: "With people.",
      updatedAt: now(),
    },
  });
  if (checked)
    await db.debarmentCheck.create({
      data: { organisationId, checkedOn: today(), listed: false, checkedById: assessor.id, checkedAt: now() },
    });
  const services = [];
  for (const { id } of asked) services.push(await sentService(organisationId, id));
  const applicationId = newId();
  await db.application.create({
    data: {
      id: applicationId,
      reference: `TA-TEST-${applicationId.slice(-12)}`,
      organisationId,
      registerId: register.id,
      state,
      band,
      createdAt: now(),
      submittedAt: now(),
      submittedById: signatory.id,
      dueOn: new Date(Date.now() + 28 * 86_400_000),
      assessorId: state === "submitted" ? null : assessor.id,
      parts: { create: asked.map(({ id }) => ({ partId: id })) },
    },
  });
  for (const [at, { id: conditionId }] of register.conditions.entries()) {
    const answer = await db.profileAnswer.create({
      data: {
        organisationId,
        conditionId,
        version: 1,
        met: true,
        text: "Yes, and here is how.",
        answeredById: signatory.id,
        answeredAt: now(),
      },
    });
    await db.applicationAnswer.create({ data: { applicationId, conditionId, profileAnswerId: answer.id } });
    if (findings === "none") continue;
    const met = findings === "all" || at > 0;
    await db.conditionFinding.create({
      data: { applicationId, conditionId, met, note: "", foundById: assessor.id, foundAt: now() },
    });
  }
  for (const groundCode of ["insolvency", ...grounds.filter((code) => code !== "insolvency")]) {
    const applies = grounds.includes(groundCode);
    const answer = await db.groundAnswer.create({
      data: {
        organisationId,
        groundCode,
        version: 1,
        applies,
        whatHappened: applies ? "It happened." : "",
        putRight: applies ? "It was put right." : "",
        answeredById: signatory.id,
        answeredAt: now(),
      },
    });
    await db.applicationGround.create({ data: { applicationId, groundCode, groundAnswerId: answer.id } });
  }
  return {
    applicationId,
    organisationId,
    signatory,
    assessor,
    services,
    partIds: asked.map(({ id }) => id),
    conditions: register.conditions,
  };
}

/** A member of one part with a published service, and a steward's assessor and admin. */
export async function standingMember() {
  const register = await standingRegister();
  const signatory = await somebody("provider", ["signatory"]);
  const [assessor, admin] = [await somebody("steward", ["assessor"]), await somebody("steward", ["admin"])];
  const partId = register.parts[0]?.id ?? "";
  const membership = await db.membership.create({
    data: { organisationId: signatory.organisationId, partId, since: now(), changedAt: now(), reviewDueOn: today() },
  });
  const serviceId = await sentService(signatory.organisationId, partId);
  const { draftId } = await db.service.findUniqueOrThrow({ where: { id: serviceId }, select: { draftId: true } });
  const card = await db.rateCard.findFirstOrThrow({ where: { serviceId }, select: { id: true } });
  await db.service.update({
    where: { id: serviceId },
    data: { publishedId: draftId, draftId: null, rateCardId: card.id, state: "published" },
  });
  return {
    membershipId: membership.id,
    organisationId: signatory.organisationId,
    serviceId,
    signatory,
    assessor,
    admin,
  };
}
