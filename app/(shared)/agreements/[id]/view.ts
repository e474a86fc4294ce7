import type { Signature } from "@/components/agreements/signatures";
import { lotClauses } from "@/lib/agreements/clauses/lot";
import { type Clause, purchaseClauses } from "@/lib/agreements/clauses/purchase";
import { termsIn } from "@/lib/agreements/clauses/terms";
import type { AgreementDetail } from "@/lib/agreements/queries";
import { isDue, ownNotices } from "@/lib/agreements/rules";
import type { AgreementEvent } from "@/lib/agreements/states";
import type { HistoryLine } from "@/lib/core/history/history";
import { day, pounds } from "@/lib/core/values/format";
import { londonDay } from "@/lib/core/values/moment";

export const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The clauses of an agreement, filled in: of a purchase from what it pinned, of a call-off from the terms kept with it. */
export function clausesFor(found: AgreementDetail, place: string): Clause[] {
  const { purchase, buyer, supplier, valuePence, vatPence } = found;
  const sides = { buyer: buyer.name, supplier: supplier.name };
  const days = { startsOn: dayOf(found.startsOn), endsOn: dayOf(found.endsOn) };
  const terms = termsIn(found);
  if (terms) return lotClauses(found.instrument, { ...sides, ...days, valuePence, vatPence, terms });
  if (!purchase) return [];
  return purchaseClauses(found.instrument, {
    ...sides,
    service: purchase.serviceVersion.title,
    version: purchase.serviceVersion.number,
    card: purchase.rateCard.version,
    place,
    starts: day(days.startsOn),
    ends: day(days.endsOn),
    price: pounds(valuePence),
    vat: pounds(vatPence),
    total: pounds(valuePence + vatPence),
  });
}

/** Whoever is named beside a signature or an approval, by id. */
export const signersOf = (found: AgreementDetail): (string | null)[] => [
  ...[found.signedById, found.buyerSignedById, found.supplierSignedById],
  ...(found.purchase?.funders ?? []).map(({ decidedById }) => decidedById),
  ...(termsIn(found)?.funders ?? []).map(({ approvedById }) => approvedById),
];

/** Who bound each side: every funder's approver, and whoever signed. */
export function signaturesOf(found: AgreementDetail, names: ReadonlyMap<string, string>): Signature[] {
  const named = (id: string | null) => names.get(id ?? "") ?? null;
  const terms = termsIn(found);
  if (!terms)
    return [
      ...(found.purchase?.funders ?? []).map(
        ({ organisationId, organisation, decidedById, decidedAt, sharePence }) => ({
          key: organisationId,
          organisation: organisation.name,
          as: organisationId === found.buyerId ? "Buyer" : "Funder",
          person: named(decidedById),
          at: decidedAt,
          sharePence,
        }),
      ),
      {
        ...{ key: found.supplierId, organisation: found.supplier.name, as: "Provider", sharePence: null },
        ...{ person: named(found.signedById), at: found.signedAt },
      },
    ];
  return [
    ...terms.funders.map(({ organisationId, name, approvedById, approvedAt, pence }) => ({
      key: `approved ${organisationId}`,
      organisation: name,
      as: "Approved its share",
      person: named(approvedById),
      at: approvedAt ? new Date(approvedAt) : null,
      sharePence: pence,
    })),
    {
      ...{ key: "buyer", organisation: found.buyer.name, as: "Signs for the buyer", sharePence: null },
      ...{ person: named(found.buyerSignedById), at: found.buyerSignedAt },
    },
    {
      ...{ key: "supplier", organisation: found.supplier.name, as: "Signs for the provider", sharePence: null },
      ...{ person: named(found.supplierSignedById), at: found.supplierSignedAt },
    },
  ];
}

/** The notices of the award, and the one that was published when both had signed. */
export const noticesOf = ({ callOff, signedAt }: AgreementDetail) => ownNotices(callOff?.notices ?? [], signedAt);

/** What this person can do now that the calendar allows too, the stop apart. */
export function dueSteps(found: AgreementDetail, steps: readonly AgreementEvent[]) {
  const days = { startsOn: dayOf(found.startsOn), endsOn: dayOf(found.endsOn) };
  const today = londonDay(new Date());
  return steps.filter((event) => event !== "terminate").filter((event) => isDue(event, days, today));
}

/** When each stop of the line was passed, from the history of the agreement itself. */
export const passedFrom = (lines: readonly HistoryLine[]): ReadonlyMap<string, Date> =>
  new Map(
    lines
      .filter(({ subject }) => subject === "agreement")
      .map(({ event, at }) => [event.slice("agreement.".length), at]),
  );
