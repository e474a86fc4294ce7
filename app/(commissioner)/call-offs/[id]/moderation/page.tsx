import type { Metadata } from "next";
import { DeclareForm } from "@/components/calloff/opening/declare-form";
import { ModerationGrid } from "@/components/calloff/scoring/moderation-grid";
import { ScoreGuide } from "@/components/calloff/scoring/score-guide";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader } from "@/components/ui/page";
import { ProgressBar } from "@/components/ui/progress";
import type { Moderation } from "@/lib/calloff/decide/scoring/queries/scores";
import { listed } from "@/lib/core/values/format";
import { declareInterests } from "../opening/actions";
import { requireModeration } from "./reader";

export const metadata: Metadata = { title: "Moderation" };

export default async function ModerationPage({ params, searchParams }: PageProps<"/call-offs/[id]/moderation">) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const moderation = await requireModeration(id);
  const { title, reference, mayRead, conflicted, tenderers } = moderation;

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{title}</BackLink>
      <PageHeader
        title="Moderation"
        caption={`Call-off ${reference}`}
        lead="The evaluators talk about what they gave. The moderator writes down what they agree, with the reason."
        action={<Next id={id} moderation={moderation} />}
      />
      {done === "saved" && <Notice tone="good">The consensus was saved.</Notice>}
      {done === "revised" && <Notice tone="good">The consensus was changed, and the ranking follows it.</Notice>}
      {conflicted === null && !mayRead && (
        <DeclareForm action={declareInterests} id={id} back="moderation" tenderers={tenderers} />
      )}
      {conflicted === true && !mayRead && (
        <Notice tone="wait" title="A colleague must moderate in your place">
          You declared a conflict of interest. The commissioner changes the panel.
        </Notice>
      )}
      {mayRead && <Agreed id={id} moderation={moderation} />}
    </>
  );
}

/** Where one goes from here, once every answer has its consensus. */
function Next({ id, moderation: { mayRead, open, agreed, cells, lockedAt } }: { id: string; moderation: Moderation }) {
  if (!mayRead) return null;
  if (lockedAt !== null) return <ButtonLink href={`/call-offs/${id}/ranking`}>See the ranking</ButtonLink>;
  if (!open || cells.length === 0 || agreed < cells.length) return null;
  return <ButtonLink href={`/call-offs/${id}/moderation/lock`}>Lock quality and open prices</ButtonLink>;
}

function Agreed({ id, moderation }: { id: string; moderation: Moderation }) {
  const { tenders, cells, agreed, allFinished, waitingFor, mayRevise, state, lockedAt } = moderation;
  if (tenders.length === 0)
    return <EmptyState title="There is no tender to moderate">None was opened, or none is considered.</EmptyState>;

  return (
    <>
      {state === "evaluating" && !allFinished && (
        <Notice tone="wait" title="Scores are still coming in">
          Waiting for {listed(waitingFor)}. You see what others gave once you may.
        </Notice>
      )}
      {lockedAt === null && allFinished && (
        <div className="mb-10 max-w-measure">
          <ProgressBar
            label="Agreed so far"
            value={agreed}
            max={cells.length}
            said={`${agreed} of ${cells.length} agreed`}
          />
        </div>
      )}
      <ModerationGrid id={id} moderation={moderation} />
      <div className="mt-10">
        <ScoreGuide />
      </div>
      {mayRevise && (
        <p className="mt-8 max-w-measure text-muted">
          Quality is locked. Open a tender to change a consensus, with the reason, until an award is proposed.
        </p>
      )}
    </>
  );
}
