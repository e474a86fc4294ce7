import { count, day } from "@/lib/core/format";
import { RateUnit } from "@/lib/core/prisma/enums";
import { sizeWords } from "@/lib/register/profile/words";
import type { ServiceFacts } from "@/lib/register/service/facts";
import {
  accessName,
  ageWords,
  deliveredByWords,
  languageName,
  methodWords,
  settingWords,
  sexWords,
  unitWords,
  waitWords,
} from "@/lib/register/service/words";
import { compareWords, lineWords } from "./words";

/** One line of a comparison: the same question answered by each service, each answer as short lines. */
export type CompareRow = { label: string; cells: string[][]; same: boolean };

type Question = { label: string; answer: (facts: ServiceFacts) => string[] };

/** Services side by side, question by question. A price stands only beside prices for the same unit. */
export function compareRows(services: readonly ServiceFacts[]): CompareRow[] {
  return [...questions.slice(0, pricesAfter), ...pricesOf(services), ...questions.slice(pricesAfter)].map(
    ({ label, answer }) => {
      const cells = services.map(answer);
      return { label, cells, same: new Set(cells.map((cell) => JSON.stringify(cell))).size <= 1 };
    },
  );
}

/** What each service is called beside the others: whose it is, and more where one organisation has several. */
export function compareLabels(services: readonly ServiceFacts[]): string[] {
  const several = (name: string) => services.filter(({ organisation }) => organisation.name === name).length > 1;
  return services.map(({ organisation: { name }, version, reference }) =>
    several(name) ? `${name}: ${version.title} (${reference})` : name,
  );
}

const names = (list: { name: string }[]) => list.map(({ name }) => name);

const questions: Question[] = [
  { label: "What it is", answer: ({ version }) => [version.summary] },
  { label: "Category", answer: ({ part }) => [part.category] },
  { label: "Places", answer: ({ version }) => names(version.places) },
  {
    label: "Open now",
    answer: ({ capacity }) => [`${capacity.open} of ${count(capacity.places, "place")}`],
  },
  { label: "Waiting time", answer: ({ capacity }) => [waitWords(capacity.waitDays)] },
  { label: "Outcomes", answer: ({ version }) => names(version.outcomes) },
  { label: "Needs it helps with", answer: ({ version }) => names(version.needs) },
  { label: "Who for", answer: ({ version }) => [`${sexWords[version.sex]}, aged ${ageWords(version)}`] },
  { label: "Made for", answer: ({ version }) => names(version.cohorts) },
  { label: "Who it cannot take", answer: ({ version }) => [version.exclusions || compareWords.nobody] },
  { label: "Setting", answer: ({ version }) => version.settings.map((setting) => settingWords[setting].label) },
  { label: "Method", answer: ({ version }) => [methodWords[version.method].label] },
  { label: "Who does the work", answer: ({ version }) => [deliveredByWords[version.deliveredBy].label] },
  { label: "Languages", answer: ({ version }) => version.languages.map(languageName) },
  { label: "Access", answer: ({ version }) => version.access.map(accessName) },
  {
    label: "Kind of organisation",
    answer: ({ organisation: { type, provider } }) => [
      ...(type ? [type] : []),
      ...(provider ? [`${sizeWords[provider.size].label} organisation`] : []),
      ...(provider?.vcse ? [compareWords.vcse] : []),
      ...(provider?.ledByLivedExperience ? [compareWords.led] : []),
    ],
  },
  {
    label: "Works for people in",
    answer: ({ organisation }) => [organisation.provider?.areaOfBenefit].flatMap((area) => area || []),
  },
  { label: "Confirmed", answer: ({ confirmedAt }) => (confirmedAt ? [day(confirmedAt)] : []) },
];
const pricesAfter = questions.findIndex(({ label }) => label === "Outcomes");

/** One line for each unit that any of them charges by: every price of each service for that unit, lowest first. */
function pricesOf(services: readonly ServiceFacts[]): Question[] {
  const linesOf = ({ rateCard }: ServiceFacts, unit: RateUnit) =>
    (rateCard?.lines ?? [])
      .filter((line) => line.unit === unit)
      .toSorted((one, other) => Number(one.pence - other.pence) || one.number - other.number);
  const units = Object.values(RateUnit).filter((unit) => services.some((facts) => linesOf(facts, unit).length > 0));
  return units.map((unit) => ({
    label: compareWords.price(unitWords[unit].per),
    answer: (facts) => {
      const lines = linesOf(facts, unit).map(lineWords);
      return lines.length > 0 ? lines : [compareWords.otherUnit];
    },
  }));
}
