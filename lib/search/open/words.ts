import type { ParameterName } from "./parameters";

/** What each parameter asks, for whoever reads the description. */
export const parameterWords: Record<ParameterName, string> = {
  words:
    'Words of the title, the organisation\'s name, the summary or the description. All must be there. A "phrase" in quotes, `or` between two, a minus before what must not be there, a star at the end of a beginning. At most 200 characters.',
  exact: "Searches the words as they are written, with no spelling mended.",
  place:
    "A place: its code, its name or a postcode. Finds what works there, what covers it and what is inside it. A region, police area, council area or probation delivery unit.",
  category: "Category of the service.",
  need: "A need that it helps with.",
  outcome: "An outcome that it works towards.",
  cohort: "For whom it was made.",
  sex: "Who may come. Services for anyone are found too.",
  age: "An age in years that it takes.",
  setting: "Where the person is.",
  method: "How it is done.",
  language: "A language that it is given in. Services that bring interpreters are found too.",
  access: "What makes it possible to come.",
  open: "Only services with a free place.",
  wait: "The longest wait, in days.",
  size: "Size of the organisation.",
  type: "Kind of organisation.",
  vcse: "Whether it is a voluntary, community or social enterprise.",
  led: "Only organisations led by people with lived experience.",
  consortium: "Whether a consortium offers it.",
  evidence: "Only organisations whose evidence is all in date.",
  sort: "The order. Without it: relevance where words are asked, else the day's own order, drawn by lot and the same for everyone.",
  take: "How many services at most.",
  after: "A cursor, as `next` of an answer holds it.",
  before: "A cursor, as `previous` of an answer holds it.",
  facets: "What to count results by, apart by commas; `none` for nothing.",
};

/** What is said of a request that cannot be answered. */
export const problemWords = {
  unread: { title: "Some parameters cannot be used", detail: "Each is named in errors, with what it takes." },
  missing: { title: "No such service", detail: "No service that can be bought now has this reference." },
  often: { title: "Too many requests", detail: "Wait for as many seconds as Retry-After says." },
  down: { title: "Not available", detail: "The database does not answer. Try again in a moment." },
  fault: { title: "A fault of ours", detail: "It has been written down. Try again later." },
  unknown: (names: readonly string[]) => `There is no such parameter. There are: ${names.join(", ")}.`,
  prices: "Prices are for buyers who have signed in, so nothing can be asked by them here.",
  empty: "It is empty. Give it a value, or leave it out.",
  once: "It is given more than once, and takes one value.",
  takes: (choices: readonly string[]) => `It takes ${choices.join(", ")}.`,
  words: (most: number) => `It takes at most ${most} characters.`,
  common: "These words are too common to search by. Add one that says more.",
  needsWords: "It needs words.",
  number: (min: number, max: number) => `It takes a whole number from ${min} to ${max}.`,
  cursor: "It takes a cursor that an answer of today or yesterday gave for this order.",
  both: "Only one of after and before can be given.",
} as const;

export const mendedWords = (typed: string, shown: string) => `Nothing says “${typed}”. We searched for “${shown}”.`;

/** What the description says of each address. */
export const describedWords = {
  title: "Throughcare open search",
  about:
    "Every service on the register that can be bought now, as public data under the Open Government Licence v3.0. No key is needed. Answers hold no prices and no personal data. Questions are read strictly: what cannot be used is refused, and named.",
  search: "Searches services",
  searchSaid:
    "One page in a stated, neutral order, with the exact total and counts by facet. Several values of one parameter mean any of them; parameters are joined by and. Repeat a parameter to give it several values. Page on by the address in `next`.",
  one: "Reads one service by its reference",
  description: "This description",
  ok: "The answer",
  same: "Nothing has changed since the answer with this ETag",
  reference: "The reference of a service, such as TS-2026-000001.",
  match: "The ETag of an answer in hand: 304 when nothing has changed.",
} as const;
