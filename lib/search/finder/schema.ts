import type { Reference } from "@/lib/reference/snapshot";
import { type CriterionLine, hrefOf, linesOf, toQuery } from "../address";
import { type Asked, type Criteria, everything, type Read, readCriteria } from "../schema";
import { type FinderQuestion, finderWords, questions } from "./words";

const names: readonly string[] = Object.values(questions).flat();

/** Reads the finder's answers from an address: nothing but the three questions, so that no price or word slips in. */
export function readFinder(asked: Asked, lists: Reference): Read {
  const own = Object.fromEntries(Object.entries(asked).filter(([name]) => names.includes(name)));
  return readCriteria(own, lists);
}

/** The question of the finder as the search answers it: with space now, the shortest wait first. */
export const withSpace = (answers: Criteria): Criteria => ({ ...answers, open: true, sort: "wait" });

/** The same, whether there is space or not. */
export const withoutSpace = (answers: Criteria): Criteria => ({ ...answers, open: false, sort: "wait" });

/** Where a page of the finder stands with these answers. */
export const finderHref = (path: string, answers: Criteria, more: Record<string, string> = {}): string =>
  hrefOf(`/finder${path}`, { ...answers, open: false, sort: null }, more);

/** The answers to all questions but one, to be carried by that one's form. */
export const carried = (answers: Criteria, question: FinderQuestion): [string, string][] => {
  const own: readonly string[] = questions[question];
  return [...toQuery({ ...answers, open: false, sort: null })].filter(([name]) => !own.includes(name));
};

/** The answers without those to one question, for whoever skips it. */
export function without(answers: Criteria, question: FinderQuestion): Criteria {
  const left: Criteria = { ...answers };
  for (const name of questions[question]) Object.assign(left, { [name]: everything[name] });
  return left;
}

/** What was answered to a question, in words; what stands for no answer where it was skipped. */
export function answerWords(answers: Criteria, question: FinderQuestion, lists: Reference): string[] {
  const own: readonly string[] = questions[question];
  const lines: CriterionLine[] = linesOf(answers, lists).filter(({ name }) => own.includes(name));
  const skipped = { where: finderWords.anywhere, need: finderWords.anything, who: finderWords.anyone };
  return lines.length > 0 ? lines.map(({ label, said }) => (question === "who" ? label : said)) : [skipped[question]];
}
