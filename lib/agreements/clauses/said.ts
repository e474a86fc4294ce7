import type { RateUnit } from "@/lib/core/prisma/enums";
import { count, day, listed, percent, pounds, whole } from "@/lib/core/values/format";
import { unitWords } from "@/lib/register/service/words";
import { type AgreementTerms, volumeBand } from "./terms";

/** The sides, the days and the money of an agreement from a call-off, and the terms that were kept with it. Days are ISO; money is pence. */
export type LotFacts = {
  buyer: string;
  supplier: string;
  startsOn: string;
  endsOn: string;
  valuePence: bigint;
  vatPence: bigint;
  terms: AgreementTerms;
};

/** The same as the clauses read it aloud. */
export type Said = LotFacts & {
  starts: string;
  ends: string;
  price: string;
  vat: string;
  total: string;
  totalPence: bigint;
  places: string;
  several: string;
  one: string;
  unitPrice: string;
  volume: string;
  band: string;
  /** How many months it may go on; null when it may not. */
  extension: string | null;
  funders: string | null;
};

const isUnit = (unit: string): unit is RateUnit => unit in unitWords;

/** Facts as they are read aloud: days, pounds, and how many of what. */
export function aloud(facts: LotFacts): Said {
  const { terms, valuePence, vatPence } = facts;
  const unit = isUnit(terms.lot.unit) ? unitWords[terms.lot.unit] : { one: "unit", several: "units" };
  const band = volumeBand(terms.volume);
  const others = terms.funders.filter(({ shareBp }) => shareBp < 10_000);
  return {
    ...facts,
    starts: day(facts.startsOn),
    ends: day(facts.endsOn),
    price: pounds(valuePence),
    vat: pounds(vatPence),
    total: pounds(valuePence + vatPence),
    totalPence: valuePence + vatPence,
    places: listed(terms.lot.places),
    one: unit.one,
    several: unit.several,
    unitPrice: pounds(terms.unitPence),
    volume: count(terms.volume, unit.one, unit.several),
    band: `${whole(band.from)} and ${count(band.to, unit.one, unit.several)}`,
    extension: terms.extensionMonths > 0 ? count(terms.extensionMonths, "month") : null,
    funders:
      others.length > 1
        ? listed(others.map(({ name, shareBp, pence }) => `${name} (${percent(shareBp)}, ${pounds(pence)})`))
        : null,
  };
}
