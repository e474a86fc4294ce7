import type { ReactNode } from "react";
import { Button, TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { carried, finderHref, without } from "@/lib/search/finder/schema";
import { type FinderQuestion, finderWords } from "@/lib/search/finder/words";
import type { Criteria } from "@/lib/search/schema";

type Props = {
  question: FinderQuestion;
  at: number;
  answers: Criteria;
  /** The page before, and the page after, below /finder. */
  back?: string;
  next: string;
  children: ReactNode;
};

/** One question of the finder: a plain GET form that carries the other answers, and may be skipped. */
export function Question({ question, at, answers, back, next, children }: Props) {
  const { title } = finderWords[question];
  return (
    <>
      {back !== undefined && <BackLink href={finderHref(back, answers)}>Back</BackLink>}
      <PageHeader
        title={title}
        caption={`${finderWords.title}. ${finderWords.step(at)}`}
        lead={at === 1 ? finderWords.lead : undefined}
      />
      <form action={`/finder${next}`} method="get" className="grid max-w-measure grid-cols-1 gap-8">
        {carried(answers, question).map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div className="flex flex-wrap items-center gap-5">
          <Button>{next === "/services" ? finderWords.show : finderWords.next}</Button>
          <TextLink href={finderHref(next, without(answers, question))}>{finderWords.skip}</TextLink>
        </div>
      </form>
      <p className="mt-10 max-w-measure text-muted">{finderWords.private}</p>
    </>
  );
}
