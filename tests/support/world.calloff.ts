import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Result } from "@/lib/core/door/result";
import type { OrganisationKind, Role } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { addDays, financialYear, londonDay } from "@/lib/core/values/moment";

const now = () => new Date();
export const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
export const today = () => londonDay(now());
export const startsOn = () => addDays(today(), 1);
export const thisYear = () => financialYear(startsOn());
export const nextYear = () => financialYear(nextApril());
/** The first day of the financial year after the one in which things start. */
export const nextApril = () => `${Number(thisYear().slice(0, 4)) + 1}-04-01`;

/** A term of about a hundred days that stays within its financial year, whenever this runs. */
const withinTheYear = () => {
  const [sooner = startsOn()] = [addDays(nextApril(), -1), addDays(startsOn(), 100)].toSorted();
  return sooner;
};

/** The value of a command that must succeed. */
export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

let count = 0;
const unique = () => `${Date.now().toString(36)}${++count}`;

/** An organisation, put straight into the tables: how it came to be is another room's business. */
export async function organisation(kind: OrganisationKind, name: string, { isCentral = false } = {}) {
  const id = newId();
  await db.organisation.create({
    data: { id, reference: `TO-${unique()}`, kind, name, validFrom: asDate("2020-01-01"), createdAt: now(), isCentral },
  });
  return id;
}

/** Somebody with these roles at an organisation, as the door would see them. */
export async function member(kind: OrganisationKind, organisationId: string, ...roles: Role[]): Promise<Member> {
  const id = newId();
  await db.user.create({ data: { id, email: `p${unique()}@example.org`, name: `Person ${count}`, createdAt: now() } });
  await db.seat.createMany({ data: roles.map((role) => ({ userId: id, organisationId, role, since: now() })) });
  return { kind, id, organisationId, roles };
}

type Priced = { pence: bigint; vatBp?: number; volumeFrom?: number; volumeTo?: number | null; what?: string };

/** A published service of an active member, with its rate card. */
export async function serviceOnSale(
  supplierId: string,
  prices: Priced[],
  { cpvCode = "75231240", validTo = null as string | null, title = "A home to go to" } = {},
) {
  const [registerId, partId, serviceId, versionId, rateCardId] = Array.from({ length: 5 }, () => newId());
  const ids = {
    registerId: registerId ?? "",
    partId: partId ?? "",
    serviceId: serviceId ?? "",
    versionId: versionId ?? "",
    rateCardId: rateCardId ?? "",
  };
  await db.register.create({
    data: {
      id: ids.registerId,
      code: unique(),
      title: "Register",
      opensOn: asDate("2020-01-01"),
      closesOn: asDate("2040-01-01"),
      createdAt: now(),
    },
  });
  await db.part.create({
    data: {
      id: ids.partId,
      registerId: ids.registerId,
      number: 1,
      title: "Accommodation",
      categoryCode: "accommodation",
      cpvCode,
    },
  });
  await db.membership.create({
    data: {
      id: newId(),
      organisationId: supplierId,
      partId: ids.partId,
      since: now(),
      reviewDueOn: asDate("2030-01-01"),
      changedAt: now(),
    },
  });
  await db.service.create({
    data: {
      id: ids.serviceId,
      reference: `TS-${unique()}`,
      organisationId: supplierId,
      partId: ids.partId,
      state: "draft",
      createdAt: now(),
    },
  });
  await db.serviceVersion.create({
    data: {
      id: ids.versionId,
      serviceId: ids.serviceId,
      number: 1,
      title,
      summary: "Help to find a home",
      description: "We help people find a home and keep it.",
      needCodes: ["accommodation"],
      outcomeCodes: ["accommodation.settled-home"],
      cohortCodes: [],
      settings: ["community"],
      languages: ["en"],
      access: [],
      placeCodes: ["region-london"],
      editedAt: now(),
      submittedAt: now(),
      approvedAt: now(),
    },
  });
  await db.rateCard.create({
    data: {
      id: ids.rateCardId,
      serviceId: ids.serviceId,
      version: 1,
      validFrom: asDate("2020-01-01"),
      validTo: validTo ? asDate(validTo) : null,
      createdAt: now(),
    },
  });
  const lines = prices.map(({ what = "Support", ...price }, at) => ({
    id: newId(),
    rateCardId: ids.rateCardId,
    number: at + 1,
    unit: "hour" as const,
    what,
    ...price,
  }));
  await db.rateLine.createMany({ data: lines });
  await db.rateCard.update({ where: { id: ids.rateCardId }, data: { publishedAt: now() } });
  await db.service.update({
    where: { id: ids.serviceId },
    data: { publishedId: ids.versionId, rateCardId: ids.rateCardId },
  });
  await db.service.update({ where: { id: ids.serviceId }, data: { state: "inReview" } });
  await db.service.update({ where: { id: ids.serviceId }, data: { state: "published" } });
  return { ...ids, lines };
}

/** An authority with a commissioner, an approver, a budget and a limit; a charity with a signatory and a service on sale. */
export async function marketplace({
  budget = 10_000_00n,
  cap = 1_000_000_00n,
  prices = [{ pence: 30_00n }] as Priced[],
  cpvCode = "75231240",
  isCentral = true,
} = {}) {
  const buyerId = await organisation("authority", "London Probation", { isCentral });
  const supplierId = await organisation("provider", "Homeward");
  const [commissioner, approver, both, signatory, editor] = await Promise.all([
    member("authority", buyerId, "commissioner"),
    member("authority", buyerId, "approver"),
    member("authority", buyerId, "commissioner", "approver"),
    member("provider", supplierId, "signatory"),
    member("provider", supplierId, "editor"),
  ]);
  const sale = await serviceOnSale(supplierId, prices, { cpvCode });
  const budgetId = await budgetFor(buyerId, budget);
  await db.spotAllowance.create({ data: { organisationId: buyerId, year: thisYear(), capPence: cap } });
  const budgets = { [thisYear()]: budgetId };
  return { buyerId, supplierId, commissioner, approver, both, signatory, editor, budgetId, budgets, ...sale };
}
export type Marketplace = Awaited<ReturnType<typeof marketplace>>;

/** A budget of this year. */
export async function budgetFor(organisationId: string, amountPence: bigint, year = thisYear()) {
  const id = newId();
  await db.budget.create({
    data: {
      id,
      organisationId,
      title: `Budget ${unique()}`,
      year,
      amountPence,
      createdAt: now(),
      createdById: newId(),
    },
  });
  return id;
}

/** A budget of this year and one of the next, by year: what a term of a year needs. */
export async function budgetsFor(organisationId: string, amountPence: bigint): Promise<Record<string, string>> {
  const years = [thisYear(), nextYear()];
  const ids = await Promise.all(years.map((year) => budgetFor(organisationId, amountPence, year)));
  return Object.fromEntries(years.map((year, at) => [year, ids[at] ?? ""]));
}

/** A second authority with its own approver and budget. */
export async function coFunder({ budget = 10_000_00n } = {}) {
  const organisationId = await organisation("authority", "The Mayor's Office");
  const [approver, commissioner] = await Promise.all([
    member("authority", organisationId, "approver"),
    member("authority", organisationId, "commissioner"),
  ]);
  const budgetId = await budgetFor(organisationId, budget);
  return { organisationId, approver, commissioner, budgetId, budgets: { [thisYear()]: budgetId } };
}

/** What a commissioner types to start a purchase. */
export const typedDetails = (more: Record<string, unknown> = {}) => ({
  instrument: "contract",
  title: "Homes for leavers",
  need: "Twenty people leave prison with nowhere to go.",
  placeCode: "region-london",
  startsOn: startsOn(),
  endsOn: withinTheYear(),
  reason: "",
  ...more,
});
