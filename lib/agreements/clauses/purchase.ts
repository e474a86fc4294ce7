import type { Instrument } from "@/lib/core/prisma/enums";

/** A clause of an agreement: its title and its paragraphs. */
export type Clause = { title: string; lines: string[] };
type Terms = {
  buyer: string;
  supplier: string;
  service: string;
  version: number;
  card: number;
  place: string;
  starts: string;
  ends: string;
  price: string;
  vat: string;
  total: string;
};

/** What the two sides of a purchase have agreed, in plain words. The rules that a clause rests on are named in it. */
export const purchaseClauses = (instrument: Instrument, terms: Terms): Clause[] =>
  instrument === "contract" ? contractClauses(terms) : grantClauses(terms);

const contractClauses = (t: Terms): Clause[] => [
  { title: "The two sides", lines: [`${t.buyer} buys. ${t.supplier} provides.`] },
  {
    title: "What is bought",
    lines: [
      `${t.service}, as published in version ${t.version} of its description, in ${t.place}, from ${t.starts} to ${t.ends}.`,
      "A later change to the published description does not change this contract.",
    ],
  },
  {
    title: "Price",
    lines: [
      `The unit prices are those of rate card ${t.card} and do not change. For the volumes listed they come to ${t.price}, with ${t.vat} of VAT: ${t.total} in all.`,
      "The buyer pays for what is delivered, up to that amount.",
    ],
  },
  {
    title: "Payment",
    lines: [
      "The buyer pays each valid invoice within 30 days. The provider pays its own suppliers for this contract within 30 days too, and asks them to do the same.",
      "The law puts these terms into the contract, whether they are written here or not (Procurement Act 2023 s68 and s73; for smaller contracts s88).",
    ],
  },
  {
    title: "Ending it",
    lines: [
      "The buyer may end the contract if the provider becomes excluded or excludable from public contracts. It first says why, and gives time to answer.",
      "The law gives that right in larger contracts (Procurement Act 2023 s78). Here both sides agree to it whatever the size.",
    ],
  },
  {
    title: "In public",
    lines: [
      "The award, its value and the reason for the route are public. Unit prices are shown only to public authorities.",
    ],
  },
];

const grantClauses = (t: Terms): Clause[] => [
  { title: "The two sides", lines: [`${t.buyer} gives a grant. ${t.supplier} receives it.`] },
  {
    title: "Purpose",
    lines: [
      `The grant is for ${t.service}, as described in version ${t.version}, in ${t.place}, from ${t.starts} to ${t.ends}. It may be spent on nothing else.`,
      "The grant buys no services for the authority, and the authority has no right to be served under it.",
    ],
  },
  {
    title: "Amount",
    lines: [
      `The grant is ${t.total} at most. It was worked out from the volumes listed, at rate card ${t.card}. No VAT is due on it.`,
    ],
  },
  {
    title: "Money not spent",
    lines: [
      "Money that is not spent on the purpose by the end date is paid back within 30 days, unless both sides agree another use in writing.",
    ],
  },
  {
    title: "Showing what was done",
    lines: [
      "The organisation keeps accounts of the grant and says what it achieved, at least once a year and at the end.",
      "It lets the authority and its auditors see those accounts when asked.",
    ],
  },
  {
    title: "Ending it",
    lines: [
      "The authority may stop the grant if it is not used for its purpose. It first says why, and gives time to answer.",
    ],
  },
  { title: "In public", lines: ["The grant, its amount and its purpose are public."] },
];
