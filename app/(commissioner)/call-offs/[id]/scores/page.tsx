import type { Metadata } from "next";
import { DeclareForm } from "@/components/calloff/opening/declare-form";
import { ScoreGuide } from "@/components/calloff/scoring/score-guide";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { ProgressBar } from "@/components/ui/progress";
import { DataTable } from "@/components/ui/table";
import type { Scoring } from "@/lib/calloff/decide/scoring/queries/scores";
import { declareInterests } from "../opening/actions";
import { requireScoring } from "./reader";

export const metadata: Metadata = { title: "Scores" };

export default async function ScoresPage({ params, searchParams }: PageProps<"/call-offs/[id]/scores">) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const { scoring } = await requireScoring(id);
  const { title, reference, mayRead, conflicted, tenderers } = scoring;

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{title}</BackLink>
      <PageHeader
        title="Scores"
        caption={`Call-off ${reference}`}
        lead={leadOf(scoring)}
        action={mayRead && <Next id={id} scoring={scoring} />}
      />
      {done === "saved" && <Notice tone="good">Your scores were saved.</Notice>}
      {done === "finished" && <Notice tone="good">Your scores are final. The moderator hears when all are in.</Notice>}
      {conflicted === null && !mayRead && (
        <DeclareForm action={declareInterests} id={id} back="scores" tenderers={tenderers} />
      )}
      {conflicted === true && !mayRead && (
        <Notice tone="wait" title="A colleague must score in your place">
          You declared a conflict of interest. The commissioner changes the panel.
        </Notice>
      )}
      {mayRead && <Tenders id={id} scoring={scoring} />}
    </>
  );
}

const leadOf = ({ scores, moderates, finishedAt }: Scoring) =>
  scores && finishedAt !== null
    ? "Your scores are final. Those who have finished see them, and you see theirs."
    : scores
      ? "You score alone. Nobody sees your scores until you say that all are final."
      : moderates
        ? "You read the answers. Evaluators score them, and you write down what they agree."
        : "What the tenders answer. Evaluators score them.";

/** What there is to do now: the first tender that lacks a score, or to say that all are final. */
function Next({ id, scoring: { open, tenders, criteria, own, done, all } }: { id: string; scoring: Scoring }) {
  if (!open || all === 0) return null;
  if (done === all) return <ButtonLink href={`/call-offs/${id}/scores/finish`}>Finish scoring</ButtonLink>;
  const next = tenders.find((tender) => own.filter(({ tenderId }) => tenderId === tender.id).length < criteria.length);
  return (
    next && <ButtonLink href={`/call-offs/${id}/scores/tender/${next.id}`}>Score tender {next.reference}</ButtonLink>
  );
}

function Tenders({ id, scoring }: { id: string; scoring: Scoring }) {
  const { tenders, criteria, own, done, all, scores, finishedAt, state } = scoring;
  const scored = (tenderId: string, criterionId: string) =>
    own.find((row) => row.tenderId === tenderId && row.criterionId === criterionId)?.score;
  if (tenders.length === 0)
    return <EmptyState title="There is no tender to read">None was opened, or none is considered.</EmptyState>;

  return (
    <>
      {scores && (
        <div className="mb-10 max-w-measure">
          <ProgressBar label="Your progress" value={done} max={all} said={`${done} of ${all} scored`} />
        </div>
      )}
      {scores && finishedAt !== null && (
        <p className="mb-8">
          <TextLink href={`/call-offs/${id}/moderation`}>See what others gave</TextLink>
        </p>
      )}
      {!scores && state !== "opened" && (
        <p className="mb-8">
          <TextLink href={`/call-offs/${id}/moderation`}>Go to the moderation</TextLink>
        </p>
      )}
      {scores && state === "opened" && (
        <Notice tone="wait" title="Scoring has not begun">
          You can read the answers. You can score when the commissioner starts the scoring.
        </Notice>
      )}
      <DataTable
        caption={scores ? "Tenders, and what you gave each answer, from 0 to 5" : "Tenders"}
        rows={tenders}
        rowKey={(tender) => tender.id}
        columns={[
          {
            label: "Tender",
            cell: (tender) => (
              <TextLink href={`/call-offs/${id}/scores/tender/${tender.id}`}>{tender.reference}</TextLink>
            ),
          },
          { label: "Lots", cell: ({ lots }) => lots.map(({ number }) => number).join(", ") },
          ...(scores
            ? criteria.map((criterion) => ({
                label: criterion.title,
                numeric: true,
                cell: (tender: (typeof tenders)[number]) => scored(tender.id, criterion.id) ?? "Not yet",
              }))
            : []),
        ]}
      />
      <Section title="One question across all tenders" id="questions">
        <Bullets
          items={criteria.map((criterion) => (
            <TextLink key={criterion.id} href={`/call-offs/${id}/scores/question/${criterion.id}`}>
              {criterion.number}. {criterion.title}
            </TextLink>
          ))}
        />
      </Section>
      <div className="mt-10">
        <ScoreGuide />
      </div>
    </>
  );
}
