import { listed } from "@/lib/core/values/format";

/** The notices that a dynamic market makes, by their official codes, in the order in which they come. */
export const marketKinds = ["UK13", "UK14", "UK15", "UK16"] as const;

/** Kinds of ours, where the Act has no notice: a grant is no procurement, and it asks for no award notice below the threshold. */
export const ownKinds = ["AWARD", "GRANT"] as const;

/** The notices that a call-off makes. */
export const callOffKinds = ["UK2", "UK4", "UK5", "UK6", "UK7", "UK12", ...ownKinds] as const;
export type CallOffKindCode = (typeof callOffKinds)[number];

/** The notices that say who won. */
export const awardKinds: readonly string[] = ["UK6", "AWARD", "GRANT"] satisfies CallOffKindCode[];

export const noticeKinds = [...callOffKinds, ...marketKinds] as const;
export type NoticeKindCode = (typeof noticeKinds)[number];

/** What each notice is, for somebody who has not read the law. */
export const kindWords: Record<NoticeKindCode, { label: string; meaning: string }> = {
  UK2: {
    label: "Market engagement",
    meaning: "An authority asks suppliers what they think. Nothing can be tendered for yet.",
  },
  UK4: { label: "Tender", meaning: "A competition is open, or its terms were changed." },
  UK5: {
    label: "Transparency",
    meaning: "An authority means to choose one supplier without a competition, and says why.",
  },
  UK6: { label: "Award", meaning: "An authority has decided who wins. Nothing is signed yet." },
  UK7: { label: "Contract details", meaning: "A contract was signed." },
  UK12: { label: "Procurement ended", meaning: "A competition was ended, and nothing was awarded in it." },
  AWARD: {
    label: "Award below the threshold",
    meaning:
      "An authority has decided who wins, and says so although the Act does not ask for it. Nothing is signed yet.",
  },
  GRANT: { label: "Grant", meaning: "Money is offered for a public benefit. It is no procurement." },
  UK13: { label: "Intention", meaning: "A new register is being designed. Nothing can be joined yet." },
  UK14: { label: "Establishment", meaning: "A register stands. Anybody can apply to join it." },
  UK15: { label: "Change", meaning: "Somebody joined a part of the register, or left one." },
  UK16: { label: "End", meaning: "The register has come to the end of its term." },
};

const known = (code: string) => noticeKinds.find((kind) => kind === code);

/** The code of a notice with its word: "UK14: Establishment"; the word alone where the law gave it no code. */
export function kindName(code: string): string {
  const [kind, own] = [known(code), ownKinds.find((one) => one === code)];
  if (own) return kindWords[own].label;
  return kind ? `${code}: ${kindWords[kind].label}` : code;
}

/** What a kind of notice means, for its page; nothing for a kind that nobody makes here. */
export function meaningOf(code: string): string {
  const kind = known(code);
  return kind ? kindWords[kind].meaning : "";
}

const laws: Readonly<Record<string, string>> = {
  UK2: "Procurement Act 2023 s17",
  UK4: "Procurement Act 2023 s21, or s87 below the threshold",
  UK5: "Procurement Act 2023 s44",
  UK6: "Procurement Act 2023 s50",
  UK7: "Procurement Act 2023 s53, or s87 below the threshold",
  UK12: "Procurement Act 2023 s55",
  AWARD: "Our own: Procurement Act 2023 s50 is about covered procurement",
  GRANT: "Not a procurement (Procurement Act 2023 s3(2))",
};

/** What a notice rests on where the reference list does not say. */
export const lawOf = (code: string) => laws[code] ?? "Procurement Act 2023 s39";

type Named = { number: number; title: string };

const partsNamed = (parts: readonly Named[]) =>
  `${parts.length === 1 ? "part" : "parts"} ${listed(parts.map(({ number }) => String(number)))}`;

/** The title of a notice, as it stands in the list of them. */
export const titleWords = {
  UK13: (register: string) => `We intend to establish the ${lowered(register)}`,
  UK14: (register: string) => `The ${lowered(register)} is established`,
  UK15: (name: string, parts: readonly Named[], joined: boolean) =>
    `${name} ${joined ? "joined" : "left"} ${partsNamed(parts)}`,
  UK16: (register: string) => `The ${lowered(register)} has ended`,
};

/** A title inside a sentence; one that begins with an abbreviation stays as it is. */
const lowered = (title: string) =>
  /^[A-Z][^A-Z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** Where a register is for. The law asks for the places of each part; every part here is for all of them. */
export const GEOGRAPHY = { title: "England and Wales", codes: "UKC to UKL" } as const;

/** What is the same in every notice of a market. */
export const marketTerms = {
  fee: "None. Joining, being a member and winning work cost nothing here.",
  apply: "Apply on any day of the term. There is no closing date, and no limit on how many can join.",
  lightTouch: "The services are light touch services.",
} as const;

/** How membership of a list is said. */
export const memberWords = {
  sme: "Small or medium-sized",
  vcse: "Voluntary, community or social enterprise",
  notGiven: "Not given",
} as const;
