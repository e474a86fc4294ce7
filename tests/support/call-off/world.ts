import { newKeys } from "@/lib/calloff/seal/box";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { CallOffRoute, CallOffState, FundingState, Instrument, PriceMethod } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { addDays, londonDay } from "@/lib/core/values/moment";
import { asDate, budgetsFor, member, nextApril, organisation, startsOn, thisYear } from "../world.calloff";

let count = 0;
const unique = () => `${Date.now().toString(36)}${++count}`;
const DAY = 86_400_000;

/** People and bodies round a call-off: an authority with its officers, a funder beside it, and charities that are members. */
export async function players({ charities = 3 } = {}) {
  const authorityId = await organisation("authority", "London Probation", { isCentral: true });
  const funderId = await organisation("authority", "The Mayor's Office");
  const [commissioner, colleague, approver, one, two, moderator, auditor, funder, funderApprover] = await Promise.all([
    member("authority", authorityId, "commissioner"),
    member("authority", authorityId, "commissioner"),
    member("authority", authorityId, "approver"),
    member("authority", authorityId, "evaluator"),
    member("authority", authorityId, "evaluator"),
    member("authority", authorityId, "evaluator"),
    member("authority", authorityId, "auditor"),
    member("authority", funderId, "commissioner"),
    member("authority", funderId, "approver"),
  ]);
  const budgets = await budgetsFor(authorityId, 10_000_000_00n);
  const funderBudgets = await budgetsFor(funderId, 10_000_000_00n);
  const { registerId, partId } = await registerWithPart();
  const bidders = [];
  for (let at = 0; at < charities; at++) bidders.push(await charity(`Charity ${at + 1}`, partId));
  return {
    ...{
      authorityId,
      funderId,
      commissioner,
      colleague,
      approver,
      one,
      two,
      moderator,
      auditor,
      funder,
      funderApprover,
    },
    ...{ budgets, funderBudgets, budgetId: budgets[thisYear()] ?? "", registerId, partId, bidders },
  };
}
export type Players = Awaited<ReturnType<typeof players>>;

async function registerWithPart() {
  const [registerId, partId] = [newId(), newId()];
  await db.register.create({
    data: {
      id: registerId,
      code: unique(),
      title: "Register",
      opensOn: asDate("2020-01-01"),
      closesOn: asDate("2040-01-01"),
      createdAt: new Date(),
    },
  });
  await db.part.create({
    data: {
      id: partId,
      registerId,
      number: 1,
      title: "Accommodation",
      categoryCode: "accommodation",
      cpvCode: "75231240",
    },
  });
  await db.register.update({ where: { id: registerId }, data: { frozenAt: new Date() } });
  return { registerId, partId };
}

/** A charity with a signatory and an editor; a member of the part unless `partId` is null. */
export async function charity(name: string, partId: string | null) {
  const organisationId = await organisation("provider", name);
  const [signatory, editor] = await Promise.all([
    member("provider", organisationId, "signatory"),
    member("provider", organisationId, "editor"),
  ]);
  await db.provider.create({
    data: {
      ...{ organisationId, size: "small", incomePence: 400_000_00n, incomeYear: 2025, staffFte: 8, vcse: true },
      ...{ about: "We help.", areaOfBenefit: "London", coDesign: "", updatedAt: new Date() },
    },
  });
  if (partId)
    await db.membership.create({
      data: {
        id: newId(),
        organisationId,
        partId,
        since: new Date(),
        reviewDueOn: asDate("2039-01-01"),
        changedAt: new Date(),
      },
    });
  return { organisationId, signatory, editor, name };
}
export type Bidder = Awaited<ReturnType<typeof charity>>;

type How = {
  state?: CallOffState;
  route?: CallOffRoute;
  instrument?: Instrument;
  priceMethod?: PriceMethod;
  lots?: number;
  /** Weights in basis points, by kind; several qualities are several criteria. */
  quality?: number[];
  socialValue?: number;
  price?: number;
  closesAt?: Date;
  /** Whether the second body pays 40% of each lot. */
  shared?: boolean;
  funding?: FundingState;
  minimum?: number | null;
};

/** A call-off put straight into the tables in a state up to `published`; how it came there is the commands' business. */
export async function callOffIn(
  world: Players,
  {
    state = "published",
    route = "marketCompetition",
    instrument = "contract",
    priceMethod = "lowestOverPrice",
    lots = 1,
    quality = [4000, 2000],
    socialValue = 1000,
    price = 3000,
    closesAt = new Date(Date.now() + 10 * DAY),
    shared = false,
    funding = "agreed",
    minimum = null,
  }: How = {},
) {
  const id = newId();
  const publishedAt = new Date(closesAt.getTime() - 20 * DAY);
  const out = state === "published";
  await db.callOff.create({
    data: {
      ...{
        id,
        reference: `TC-2026-${unique()}`,
        organisationId: world.authorityId,
        state,
        instrument,
        route,
        priceMethod,
      },
      ...{ title: "Homes for people leaving prison", need: "A home on the day of release.", forWhom: "Adults" },
      ...{
        startsOn: asDate(startsOn()),
        // It always touches two financial years, whenever this runs.
        endsOn: asDate(addDays(nextApril(), 180)),
        estimatePence: 800_000_00n * BigInt(lots),
      },
      ...{ registerId: route === "marketCompetition" ? world.registerId : null, routeReason: "Because" },
      ...{ socialValueStatement: "Considered.", barriersConsidered: "Considered.", conflictsAssessment: "None found." },
      ...{ outcomeCodes: ["accommodation.settled-home"], ruleCodes: [], closesAt },
      ...{ clarifyUntil: new Date(closesAt.getTime() - 4 * DAY), decideOn: asDate(addDays(londonDay(closesAt), 30)) },
      ...{ createdById: world.commissioner.id, createdAt: publishedAt, conflictsAssessedAt: publishedAt },
      ...(out ? { publishedAt, publishedById: world.commissioner.id } : {}),
    },
  });
  const lotIds = [];
  for (let number = 1; number <= lots; number++) {
    const lotId = newId();
    lotIds.push(lotId);
    await db.lot.create({
      data: {
        ...{ id: lotId, callOffId: id, number, title: `Lot ${number}`, categoryCode: "accommodation" },
        ...{ placeCodes: ["region-london"], unit: "week", budgetPence: 600_000_00n, extensionPence: 200_000_00n },
      },
    });
    await db.lotVolume.createMany({
      data: Array.from({ length: 12 }, (_, at) => ({
        lotId,
        month: asDate(`2027-${String(at + 1).padStart(2, "0")}-01`),
        volume: 10,
      })),
    });
  }
  const bodies = shared
    ? [
        { organisationId: world.authorityId, shareBp: 6000 },
        { organisationId: world.funderId, shareBp: 4000 },
      ]
    : [{ organisationId: world.authorityId, shareBp: 10_000 }];
  for (const [at, { organisationId, shareBp }] of bodies.entries()) {
    const funderId = newId();
    await db.callOffFunder.create({
      data: { id: funderId, callOffId: id, organisationId, number: at + 1, state: funding },
    });
    await db.lotShare.createMany({
      data: lotIds.map((lotId) => ({
        funderId,
        lotId,
        shareBp,
        sharePence: (600_000_00n * BigInt(shareBp)) / 10_000n,
      })),
    });
  }
  const criteria = [
    ...quality.map((weightBp, at) => ({
      kind: "quality" as const,
      title: `Quality ${at + 1}`,
      weightBp,
      wordLimit: 500,
      minimum,
    })),
    { kind: "socialValue" as const, title: "Social value", weightBp: socialValue, wordLimit: 300, minimum: null },
    { kind: "price" as const, title: "Price", weightBp: price, wordLimit: null, minimum: null },
  ]
    .filter(({ weightBp }) => weightBp > 0)
    .map((row, at) => ({ id: newId(), callOffId: id, number: at + 1, question: `How (${at + 1})?`, ...row }));
  await db.criterion.createMany({ data: criteria });
  if (out) await db.callOffKey.create({ data: { callOffId: id, ...newKeys(id), madeAt: publishedAt } });
  return { id, lotIds, criteria, closesAt };
}
export type Made = Awaited<ReturnType<typeof callOffIn>>;

/** Says, straight into the tables, that these people have no conflict of interest. */
export const unconflicted = (callOffId: string, ...people: Member[]) =>
  db.callOffDeclaration.createMany({
    data: people.map(({ id: userId }) => ({
      id: newId(),
      callOffId,
      userId,
      conflicted: false,
      declaredAt: new Date(),
    })),
  });

/** Invites a charity, straight into the tables. */
export const invited = (callOffId: string, organisationId: string) =>
  db.invitation.create({ data: { id: newId(), callOffId, organisationId, lotNumbers: [1], invitedAt: new Date() } });
