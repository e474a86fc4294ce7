import { SummaryList } from "@/components/ui/summary";
import type { Reference } from "@/lib/reference/snapshot";
import { answerWords, finderHref } from "@/lib/search/finder/schema";
import type { Criteria } from "@/lib/search/schema";

/** What was answered, each with its way back to the question. */
export function Answers({ answers, lists }: { answers: Criteria; lists: Reference }) {
  const row = (label: string, question: "where" | "need" | "who", path: string) => ({
    label,
    value: answerWords(answers, question, lists).join(", "),
    change: finderHref(path, answers),
  });
  return (
    <SummaryList rows={[row("Where", "where", ""), row("Need", "need", "/need"), row("Who for", "who", "/who")]} />
  );
}
