import "server-only";
import type { z } from "zod";
import type { PriceContent, QualityContent } from "@/lib/calloff/open/tender/content";
import { type LotPrice, priceOfLot } from "@/lib/calloff/open/tender/rules";
import type { HeldCallOff } from "@/lib/calloff/record/commands/step";
import { routeWords } from "@/lib/calloff/record/words";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { newId } from "@/lib/core/values/id";
import { vat } from "@/lib/core/values/money";
import { nextReference } from "@/lib/core/values/reference-number";
import { ofBp } from "@/lib/core/values/share";
import { reference } from "@/lib/reference/queries";
import { type AgreementTerms, reserveCap } from "../clauses/terms";
import { concludeProblems, gettingReady } from "../words";

const lot = {
  id: true,
  number: true,
  title: true,
  description: true,
  categoryCode: true,
  cohortCode: true,
  placeCodes: true,
  unit: true,
  volumes: { select: { volume: true } },
} satisfies Prisma.LotSelect;

const award = {
  version: true,
  tenderId: true,
  pricePence: true,
  vatPence: true,
  lot: { select: lot },
  tender: {
    select: {
      reference: true,
      organisationId: true,
      submittedNumber: true,
      submissions: { select: { number: true, hash: true } },
      organisation: { select: { name: true, provider: { select: { incomePence: true } } } },
    },
  },
} satisfies Prisma.LotAwardSelect;

/** What was decided last about each lot, those that nobody won left out, in the order of lots. */
export async function awardedLots({ tx }: Scene, callOffId: string) {
  const rows = await tx.lotAward.findMany({
    where: { callOffId },
    select: award,
    orderBy: [{ lot: { number: "asc" } }, { version: "desc" }],
    take: 2000,
  });
  return rows.filter(({ lot }, at) => lot.id !== rows[at - 1]?.lot.id).filter(({ tenderId }) => tenderId !== null);
}
type Awarded = Awaited<ReturnType<typeof awardedLots>>[number];

const asked = {
  need: true,
  forWhom: true,
  outcomeCodes: true,
  mobilisationWeeks: true,
  vcseShareBp: true,
  criteria: { select: { id: true, title: true } },
  conditions: { select: { id: true, title: true, text: true }, orderBy: { number: "asc" } },
  investor: { select: { name: true } },
  _count: { select: { lots: true } },
  funders: {
    select: {
      organisationId: true,
      decidedById: true,
      decidedAt: true,
      organisation: { select: { name: true } },
      shares: { select: { lotId: true, shareBp: true, awardPence: true } },
    },
    orderBy: { number: "asc" },
  },
} satisfies Prisma.CallOffSelect;

/** What a call-off asked for, as its agreements keep it. */
export const askedFor = ({ tx }: Scene, id: string) => tx.callOff.findUniqueOrThrow({ where: { id }, select: asked });
type Asked = Awaited<ReturnType<typeof askedFor>>;

/** A tender that won, opened. */
export type Won = { quality: QualityContent; price: PriceContent };

/**
 * Writes the draft of one lot's agreement, its payment lines and its terms. Refuses (conflict) when the tender's price is
 * not the one that was approved, or the call-off has no dates.
 */
export async function draftAgreement(scene: Scene, row: HeldCallOff, asked: Asked, awarded: Awarded, won: Won) {
  const only = asked._count.lots === 1;
  const { tx, now, record } = scene;
  const { lot, tender, tenderId } = awarded;
  const offer = won.price.lots.find(({ lotId }) => lotId === lot.id);
  if (!tender || !offer || !row.startsOn || !row.endsOn) return refuse("conflict", concludeProblems.unreadable);
  const volume = lot.volumes.reduce((sum, month) => sum + month.volume, 0);
  const price = priceOfLot(volume, offer, { grant: row.instrument === "grant" });
  if (price.pricePence !== awarded.pricePence || price.vatPence !== awarded.vatPence)
    refuse("conflict", concludeProblems.otherPrice(lot.number));
  const id = newId();
  const number = await nextReference(scene, "TG");
  const title = only ? row.title : `${row.title}: ${lot.title}`;
  await tx.agreement.create({
    data: {
      id,
      reference: number,
      state: "drafting",
      callOffId: row.id,
      lotId: lot.id,
      tenderId,
      buyerId: row.organisationId,
      supplierId: tender.organisationId,
      instrument: row.instrument,
      title,
      placeCode: lot.placeCodes[0] ?? "",
      categoryCode: lot.categoryCode,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
      valuePence: price.pricePence,
      vatPence: price.vatPence,
      investorId: row.investorId,
      returnCapBp: row.returnCapBp,
    },
    select: { id: true },
  });
  await tx.paymentLine.createMany({
    data: linesOf(lot, price).map((line) => ({ id: newId(), agreementId: id, ...line })),
  });
  const facts = await termsOf(row, asked, awarded, tender, won.quality, price);
  await tx.agreementTerms.create({ data: { agreementId: id, facts, pinnedAt: now }, select: { agreementId: true } });
  record({
    event: "agreement.draft",
    subject: "agreement",
    subjectId: id,
    detail: { callOffId: row.id, lotId: lot.id, tenderId, totalPence: String(price.totalPence) },
  });
  return { id, reference: number, title, supplierId: tender.organisationId };
}

/** The unit line, and one for getting ready where it is asked for. VAT is due on both together, so the second takes what the rounding leaves. */
function linesOf({ title, unit }: Awarded["lot"], price: LotPrice) {
  const unitVat = vat(price.amountPence, price.vatBp);
  const units = {
    ...{ number: 1, kind: "unit" as const, what: title, unit, complexity: null },
    ...{ unitPence: price.unitPence, volume: price.volume, amountPence: price.amountPence },
  };
  if (price.mobilisationPence === 0n) return [{ ...units, vatPence: price.vatPence }];
  const ready = {
    ...{ number: 2, kind: "mobilisation" as const, what: gettingReady, unit: null, complexity: null },
    ...{ unitPence: price.mobilisationPence, volume: 1, amountPence: price.mobilisationPence },
  };
  return [
    { ...units, vatPence: unitVat },
    { ...ready, vatPence: price.vatPence - unitVat },
  ];
}

/** What both sides sign, beside the payment lines: read once from the record and the opened tender, and kept. */
async function termsOf(
  row: HeldCallOff,
  asked: Asked,
  { lot }: Awarded,
  tender: NonNullable<Awarded["tender"]>,
  quality: QualityContent,
  price: LotPrice,
): Promise<z.input<typeof AgreementTerms>> {
  const { places, categories, cohorts, outcomes } = await reference();
  const income = tender.organisation.provider?.incomePence;
  return {
    ...{ need: asked.need, forWhom: asked.forWhom, mobilisationWeeks: asked.mobilisationWeeks },
    lot: {
      ...{ number: lot.number, title: lot.title, description: lot.description, unit: lot.unit },
      category: categories.name(lot.categoryCode),
      cohort: lot.cohortCode && cohorts.name(lot.cohortCode),
      places: lot.placeCodes.map((code) => places.label(code)),
    },
    outcomes: asked.outcomeCodes.map((code) => outcomes.name(code)),
    route: row.route && routeWords[row.route].label,
    extensionMonths: row.extensionMonths,
    vcseShareBp: asked.vcseShareBp,
    volume: price.volume,
    unitPence: String(price.unitPence),
    mobilisationPence: String(price.mobilisationPence),
    tender: {
      reference: tender.reference,
      hash: tender.submissions.find(({ number }) => number === tender.submittedNumber)?.hash ?? "",
    },
    promises: quality.offers.map(({ criterionId, ...offer }) => ({
      title: asked.criteria.find(({ id }) => id === criterionId)?.title ?? "",
      ...offer,
    })),
    conditions: asked.conditions.map(({ id, title, text }) => ({
      ...{ title, text },
      said: quality.conditions.find(({ conditionId }) => conditionId === id)?.text ?? "",
    })),
    partners: quality.partners.map(({ name, shareBp, volume, does, vcse }) => ({ name, shareBp, volume, does, vcse })),
    funders: asked.funders.flatMap(({ organisationId, organisation, decidedById, decidedAt, shares }) => {
      const share = shares.find(({ lotId }) => lotId === lot.id);
      if (!share || share.shareBp === 0) return [];
      return [
        {
          ...{
            organisationId,
            name: organisation.name,
            shareBp: share.shareBp,
            pence: String(share.awardPence ?? ofBp(price.totalPence, share.shareBp)),
          },
          ...{ approvedById: decidedById, approvedAt: decidedAt?.toISOString() ?? null },
        },
      ];
    }),
    reservePence: row.instrument === "grant" && income != null ? String(reserveCap(income)) : null,
    investor: asked.investor?.name ?? null,
    returnCapBp: row.returnCapBp,
  };
}
