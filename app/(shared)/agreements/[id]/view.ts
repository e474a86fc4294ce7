import type { AgreementDetail } from "@/lib/agreements/queries";
import { isDue } from "@/lib/agreements/rules";
import type { AgreementEvent } from "@/lib/agreements/states";
import { purchaseClauses } from "@/lib/agreements/clauses/purchase";
import { day, pounds } from "@/lib/core/format";
import type { HistoryLine } from "@/lib/core/history";
import { londonDay } from "@/lib/core/moment";

export const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The clauses of an agreement that came from a purchase, filled in. */
export function clausesFor(found: AgreementDetail, place: string) {
  if (!found.purchase) return [];
  return purchaseClauses(found.instrument, {
    buyer: found.buyer.name,
    supplier: found.supplier.name,
    service: found.purchase.serviceVersion.title,
    version: found.purchase.serviceVersion.number,
    card: found.purchase.rateCard.version,
    place,
    starts: day(dayOf(found.startsOn)),
    ends: day(dayOf(found.endsOn)),
    price: pounds(found.valuePence),
    vat: pounds(found.vatPence),
    total: pounds(found.valuePence + found.vatPence),
  });
}

/** Who bound each side: every funder's approver, and the provider's signatory. */
export const signaturesOf = (found: AgreementDetail, names: ReadonlyMap<string, string>) => [
  ...(found.purchase?.funders ?? []).map(({ organisationId, organisation, decidedById, decidedAt, sharePence }) => ({
    key: organisationId,
    organisation: organisation.name,
    as: organisationId === found.buyerId ? "Buyer" : "Funder",
    person: names.get(decidedById ?? "") ?? null,
    at: decidedAt,
    sharePence,
  })),
  {
    key: found.supplierId,
    organisation: found.supplier.name,
    as: "Provider",
    person: names.get(found.signedById ?? "") ?? null,
    at: found.signedAt,
    sharePence: null,
  },
];

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
