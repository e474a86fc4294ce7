import type { CriterionKind, TenderPartnerState } from "@/lib/core/prisma/enums";
import type { PriceContent, QualityContent } from "./content";
import { lengthFault } from "./rules";

/** What is asked in a tender, as far as it decides whether one is complete. */
export type Asked = {
  lots: readonly { id: string; number: number }[];
  criteria: readonly { id: string; number: number; kind: CriterionKind; title: string; wordLimit: number | null }[];
  conditions: readonly { id: string; number: number }[];
};

/** The organisations named in a tender, and what each has said. */
export type Named = readonly { state: TenderPartnerState; organisation: { name: string } }[];

/** One thing to do: where, whether it is done, and what is missing as a sentence. Optional ones are done from the start. */
export type Task = {
  group: "work" | "questions" | "people" | "price";
  path: string;
  title: string;
  done: boolean;
  started: boolean;
  missing: string | null;
  optional?: boolean;
};

type Content = { quality: QualityContent; price: PriceContent };

/** Everything there is to do in a tender, in the order of its pages. */
export function tasksOf(asked: Asked, content: Content, named: Named): Task[] {
  return [
    lotsTask(asked, content),
    ...asked.criteria.filter(({ kind }) => kind !== "price").map((criterion) => answerTask(criterion, content)),
    ...offersTask(asked, content),
    ...conditionsTask(asked, content),
    partnersTask(named),
    priceTask(asked, content),
  ];
}

/** What is still missing before a tender can be submitted, as sentences. */
export const missingIn = (tasks: readonly Task[]): string[] => tasks.flatMap(({ missing }) => missing ?? []);

/** The lots that a tender is for and that there are, in order. */
export const chosenLots = <L extends { id: string }>(lots: readonly L[], { lotIds }: Pick<QualityContent, "lotIds">) =>
  lots.filter(({ id }) => lotIds.includes(id));

function lotsTask({ lots }: Asked, { quality }: Content): Task {
  const done = chosenLots(lots, quality).length > 0;
  const missing = done ? null : "Choose the lots that you tender for";
  return { group: "work", path: "lots", title: "Lots that you tender for", done, started: done, missing };
}

function answerTask({ id, number, title, wordLimit }: Asked["criteria"][number], { quality }: Content): Task {
  const text = quality.answers.find(({ criterionId }) => criterionId === id)?.text ?? "";
  const done = text !== "" && lengthFault(text, wordLimit) === null;
  const missing = done ? null : text === "" ? `Answer “${title}”` : `Shorten your answer to “${title}”`;
  return { group: "questions", path: `answers/${number}`, title, done, started: text !== "", missing };
}

function offersTask({ criteria }: Asked, { quality }: Content): Task[] {
  const about = criteria.filter(({ kind }) => kind === "socialValue");
  if (about.length === 0) return [];
  const made = about.filter(({ id }) => quality.offers.some(({ criterionId }) => criterionId === id));
  const done = made.length === about.length;
  const missing = done ? null : "Make at least one offer of social value that can be counted";
  return [
    {
      group: "questions",
      path: "social-value",
      title: "Social value that can be counted",
      done,
      started: made.length > 0,
      missing,
    },
  ];
}

function conditionsTask({ conditions }: Asked, { quality }: Content): Task[] {
  if (conditions.length === 0) return [];
  const answered = conditions.filter(({ id }) => quality.conditions.some(({ conditionId }) => conditionId === id));
  const done = answered.length === conditions.length;
  const missing = done ? null : "Say whether you meet each condition";
  return [{ group: "questions", path: "conditions", title: "Conditions", done, started: answered.length > 0, missing }];
}

function partnersTask(named: Named): Task {
  const open = named.filter(({ state }) => state !== "confirmed");
  const names = open.map(({ organisation }) => organisation.name).join(", ");
  const done = open.length === 0;
  return {
    group: "people",
    path: "partners",
    title: "Sub-contractors",
    done,
    started: named.length > 0,
    missing: done ? null : `Each sub-contractor must confirm its share. Still open: ${names}`,
    optional: true,
  };
}

function priceTask({ lots }: Asked, { quality, price }: Content): Task {
  const wanted = chosenLots(lots, quality);
  const priced = wanted.filter(({ id }) => price.lots.some(({ lotId }) => lotId === id));
  const done = wanted.length > 0 && priced.length === wanted.length;
  const missing = done ? null : wanted.length === 0 ? "Give your prices" : "Give a price for each lot that you chose";
  return { group: "price", path: "price", title: "Prices", done, started: priced.length > 0, missing };
}
