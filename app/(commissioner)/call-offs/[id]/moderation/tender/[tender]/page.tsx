import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerText, QuestionText } from "@/components/calloff/scoring/answer";
import { GivenScores } from "@/components/calloff/scoring/given-scores";
import { ScoreFields } from "@/components/calloff/scoring/score-fields";
import { ScoreGuide } from "@/components/calloff/scoring/score-guide";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { BackLink, Details, PageHeader } from "@/components/ui/page";
import type { Cell } from "@/lib/calloff/decide/scoring/queries/scores";
import { agree } from "../../actions";
import { requireModeration } from "../../reader";

export async function generateMetadata({
  params,
}: PageProps<"/call-offs/[id]/moderation/tender/[tender]">): Promise<Metadata> {
  const { id, tender } = await params;
  const { tenders, mayRead } = await requireModeration(id);
  const found = (mayRead && tenders.find((one) => one.id === tender)) || notFound();
  return { title: `Tender ${found.reference}` };
}

/** Where all gave the same, that is where the moderator starts. */
const begun = ({ consensus, scores }: Cell) =>
  consensus ??
  (scores[0] && new Set(scores.map(({ score }) => score)).size === 1 ? { ...scores[0], reason: "" } : null);

export default async function ConsensusPage({ params }: PageProps<"/call-offs/[id]/moderation/tender/[tender]">) {
  const { id, tender: tenderId } = await params;
  const { tenders, criteria, cells, open, mayRevise, mayRead } = await requireModeration(id);
  const tender = (mayRead && tenders.find((one) => one.id === tenderId)) || notFound();
  const next = tenders[tenders.indexOf(tender) + 1];
  const list = criteria.map((question, at) => {
    const cell = cells.find((one) => one.tenderId === tender.id && one.criterionId === question.id);
    return (
      cell && (
        <div key={question.id} className="border-line border-t pt-8">
          <h2 className="mb-4 text-large font-bold">
            {question.number}. {question.title}
          </h2>
          <QuestionText {...question} />
          <div className="mb-6">
            <Details summary="What it answers">
              <AnswerText tender={tender} criterionId={question.id} />
            </Details>
          </div>
          <GivenScores {...cell} />
          {open && (
            <div className="grid gap-6">
              <ScoreFields
                at={at}
                tenderId={tender.id}
                criterionId={question.id}
                given={begun(cell)}
                label="Consensus"
                why="Why this score?"
              />
            </div>
          )}
          {mayRevise && (
            <TextLink href={`/call-offs/${id}/moderation/revise?tender=${tender.id}&question=${question.id}`}>
              Change this consensus
            </TextLink>
          )}
        </div>
      )
    );
  });

  return (
    <>
      <BackLink href={`/call-offs/${id}/moderation`}>Moderation</BackLink>
      <PageHeader
        title={`Tender ${tender.reference}`}
        caption={tender.lots.map(({ number, title }) => `Lot ${number}: ${title}`).join(", ")}
        action={next && <TextLink href={`/call-offs/${id}/moderation/tender/${next.id}`}>Next tender</TextLink>}
      />
      <div className="mb-8">
        <ScoreGuide />
      </div>
      {open ? (
        <Form action={agree}>
          <HiddenFields values={{ id }} />
          {list}
          <Buttons>
            <Submit>Save the consensus</Submit>
            <TextLink href={`/call-offs/${id}/moderation`}>Leave without saving</TextLink>
          </Buttons>
        </Form>
      ) : (
        <div className="grid max-w-measure gap-8">{list}</div>
      )}
    </>
  );
}
