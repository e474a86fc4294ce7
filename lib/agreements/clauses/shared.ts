import { count, day, listed, percent, pounds } from "@/lib/core/values/format";
import type { Clause } from "./purchase";
import type { Said } from "./said";

/** A clause, unless there is nothing to say in it. */
export const clause = (title: string, ...lines: (string | null | false)[]): Clause[] => {
  const said = lines.flatMap((line) => (line ? [line] : []));
  return said.length > 0 ? [{ title, lines: said }] : [];
};

/** What is delivered, for whom and where, and what the description rests on. */
export const whatIsDelivered = ({ terms, places, starts, ends }: Said, title: string): Clause[] =>
  clause(
    title,
    `Lot ${terms.lot.number}, ${terms.lot.title}: ${terms.lot.category.toLowerCase()}, in ${places}, from ${starts} to ${ends}.`,
    terms.lot.cohort ? `It is for this group: ${terms.lot.cohort}.` : null,
    terms.forWhom ? `Who it is for: ${sentence(terms.forWhom)}` : null,
    terms.lot.description,
    `The tender ${terms.tender.reference} is part of this agreement. Where the two differ, this text comes first.`,
    terms.tender.hash ? `The fingerprint (SHA-256) of the tender is ${terms.tender.hash}.` : null,
  );

/** Typed text as a sentence, with its full stop. */
const sentence = (text: string) => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** Who was named, for which share, and that it may not be taken away again. */
export const namedPartners = ({ terms, several, one }: Said, after: string): Clause[] =>
  clause(
    "Others who deliver",
    ...terms.partners.map(
      ({ name, shareBp, volume, does, vcse }) =>
        `${name}${vcse ? ", a voluntary, community or social enterprise," : ""} delivers ${percent(shareBp)} of the work${volume === null ? "" : `, and ${count(volume, one, several)} at the least`}: ${sentence(does)}`,
    ),
    terms.partners.length > 0 &&
      "Each of them has agreed to its share. It is not made smaller without the buyer's agreement.",
    terms.partners.length === 0 && "Nobody else was named. The provider asks the buyer before it passes work on.",
    after,
  );

/** Social value as promised: a measure, from where, to where, by when. */
export const promisedValue = ({ terms }: Said): Clause[] =>
  terms.promises.length === 0
    ? []
    : clause(
        "Social value",
        ...terms.promises.map(
          ({ title, measure, unit, baseline, target, by }) =>
            `${title ? `${title}: ` : ""}${measure}, from ${baseline} to ${target} ${unit}, by ${day(by)}.`,
        ),
        "These are commitments. The provider says how far each has come, once a year and at the end.",
        "The buyer considered what this purchase could do for its area before it began (Public Services (Social Value) Act 2012).",
      );

/** The conditions that every tender had to meet. */
export const conditionsMet = ({ terms }: Said): Clause[] =>
  terms.conditions.length === 0
    ? []
    : clause(
        "Conditions",
        ...terms.conditions.map(
          ({ title, text, said }) => `${title}: ${text}${said ? ` The tender says: ${said}` : ""}`,
        ),
        "They hold for as long as this agreement does.",
      );

/** What progress is looked at by. The law asks for no indicators here, so none of them changes a payment. */
export const measures = ({ terms }: Said): Clause[] =>
  terms.outcomes.length === 0
    ? []
    : clause(
        "How progress is looked at",
        `Both sides look at these outcomes together, at least every three months: ${listed(terms.outcomes.map((name) => name.toLowerCase()))}.`,
        "They change no payment. The law asks for no indicators in a light touch contract (Procurement Act 2023 s52).",
      );

/** Who pays which share, where there are several. */
export const whoPays = ({ buyer, funders }: Said): string | null =>
  funders && `These pay for it together: ${funders}. ${buyer} signs for them.`;

/** Advance payment for getting ready, and what becomes of it. */
export const gettingReady = ({ terms }: Said, payer: string): Clause[] =>
  clause(
    "Getting ready",
    terms.mobilisationWeeks > 0 && `Getting ready takes ${count(terms.mobilisationWeeks, "week")} at the most.`,
    terms.mobilisationPence > 0n &&
      `${payer} pays ${pounds(terms.mobilisationPence)}, and any VAT on it, in advance: as soon as both sides have signed.`,
    terms.mobilisationPence > 0n &&
      "It is paid back only if the provider does not start. Low volumes do not change it.",
  );

/** What the specification asks to go to voluntary organisations. */
export const voluntaryShare = ({ terms }: Said): Clause[] =>
  clause(
    "Voluntary organisations",
    terms.vcseShareBp !== null &&
      terms.vcseShareBp > 0 &&
      `At least ${percent(terms.vcseShareBp)} of the work is done by voluntary, community and social enterprises. The specification asks for it.`,
  );
