import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuestionText } from "@/components/calloff/scoring/answer";
import { ScoreList } from "@/components/calloff/scoring/score-list";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { score } from "../../actions";
import { requireAnswers } from "../../reader";

export async function generateMetadata({
  params,
}: PageProps<"/call-offs/[id]/scores/question/[criterion]">): Promise<Metadata> {
  const { id, criterion } = await params;
  const { number, title } = (await requireAnswers(id)).criteria.find((one) => one.id === criterion) ?? notFound();
  return { title: `${number}. ${title}` };
}

export default async function ScoreQuestionPage({ params }: PageProps<"/call-offs/[id]/scores/question/[criterion]">) {
  const { id, criterion } = await params;
  const { tenders, criteria, own, open } = await requireAnswers(id);
  const question = criteria.find((one) => one.id === criterion) ?? notFound();
  const next = criteria[criteria.indexOf(question) + 1];

  return (
    <>
      <BackLink href={`/call-offs/${id}/scores`}>Scores</BackLink>
      <PageHeader
        title={`${question.number}. ${question.title}`}
        caption="One question across all tenders"
        action={next && <TextLink href={`/call-offs/${id}/scores/question/${next.id}`}>Next question</TextLink>}
      />
      <QuestionText {...question} />
      <ScoreList
        action={score}
        id={id}
        by="question"
        own={own}
        open={open}
        entries={tenders.map((tender) => ({ tender, question }))}
      />
    </>
  );
}
