import { RateUnit } from "@/lib/core/prisma/enums";
import { count, day } from "@/lib/core/values/format";
import type { Places } from "@/lib/reference/places";
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
import { lineWords } from "../words";
import { aboveLowest, nothingAsked, type PriceAsk, type UnitAnswer, unitAnswer } from "./prices";
import { compareWords, workingWords } from "./words";

/** One line of a comparison: the same question answered by each service, each answer as short lines. */
export type CompareRow = { label: string; cells: string[][]; same: boolean };

type Question = { label: string; answer: (facts: ServiceFacts) => string[] };

/**
 * Services side by side, question by question. A price stands only beside prices for the same unit, and is worked out
 * for the number, the level and the place asked.
 */
export function compareRows(
  services: readonly ServiceFacts[],
  places: Places,
  ask: PriceAsk = nothingAsked,
): CompareRow[] {
  const answered = (list: Question[]) => list.map(({ label, answer }) => row(label, services.map(answer)));
  return [
    ...answered(questions.slice(0, pricesAfter)),
    ...unitsOf(services).flatMap((unit) => pricesOf(services, unit, places, ask)),
    ...answered(questions.slice(pricesAfter)),
  ];
}

const row = (label: string, cells: string[][]): CompareRow => ({
  label,
  cells,
  same: new Set(cells.map((cell) => JSON.stringify(cell))).size <= 1,
});

/** What each service is called beside the others: its title, and whose it is or its reference where titles are alike. */
export function compareLabels(services: readonly ServiceFacts[]): string[] {
  const plain = services.map(({ version }) => version.title);
  const whose = services.map(({ version, organisation }) => `${version.title}, ${organisation.name}`);
  const once = (names: string[], name: string) => names.filter((one) => one === name).length === 1;
  return services.map(({ reference }, at) => {
    const [title = "", full = ""] = [plain[at], whose[at]];
    return once(plain, title) ? title : once(whose, full) ? full : `${full} (${reference})`;
  });
}

const names = (list: { name: string }[]) => list.map(({ name }) => name);

const questions: Question[] = [
  { label: "Organisation", answer: ({ organisation }) => [organisation.name] },
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

const unitsOf = (services: readonly ServiceFacts[]): RateUnit[] =>
  Object.values(RateUnit).filter((unit) =>
    services.some(({ rateCard }) => rateCard?.lines.some((line) => line.unit === unit)),
  );

/** What all charge by one unit: every price, then the lowest worked out and set against the others', then the highest. */
function pricesOf(services: readonly ServiceFacts[], unit: RateUnit, places: Places, ask: PriceAsk): CompareRow[] {
  const { per } = unitWords[unit];
  const answers = services.map(({ rateCard }) => unitAnswer(rateCard, unit, ask, places));
  const above = aboveLowest(answers);
  const alone = answers.filter(({ kind }) => kind === "priced").length === 1;
  const rows = [
    row(
      compareWords.price(per),
      services.map((facts, at) => {
        const lines = linesOf(facts, unit);
        return lines.length > 0 ? lines : answers.slice(at, at + 1).map(notPriced);
      }),
    ),
    row(
      compareWords.lowest(per),
      answers.map((answer, at) =>
        answer.kind === "priced"
          ? [
              ...workingWords(answer.lowest, places.label),
              ...(alone ? [] : [compareWords.above(above[at] ?? 0n, answer.lowest.unitPence)]),
            ]
          : [notPriced(answer)],
      ),
    ),
  ];
  const spread = (answer: UnitAnswer) =>
    answer.kind === "priced" && answer.highest.unitPence !== answer.lowest.unitPence;
  if (!answers.some(spread)) return rows;
  const highest = answers.map((answer) => {
    if (answer.kind !== "priced") return [notPriced(answer)];
    return spread(answer) ? workingWords(answer.highest, places.label) : [compareWords.oneLevel];
  });
  return [...rows, row(compareWords.highest(per), highest)];
}

/** Every price of a service for a unit as it is published, the lowest first. */
const linesOf = ({ rateCard }: ServiceFacts, unit: RateUnit): string[] =>
  (rateCard?.lines ?? [])
    .filter((line) => line.unit === unit)
    .toSorted((one, other) => Number(one.pence - other.pence) || one.number - other.number)
    .map(lineWords);

function notPriced(answer: UnitAnswer): string {
  if (answer.kind === "otherUnit") return compareWords.otherUnit(answer.units);
  return answer.kind === "unfit" ? compareWords.unfit : compareWords.noPrices;
}
