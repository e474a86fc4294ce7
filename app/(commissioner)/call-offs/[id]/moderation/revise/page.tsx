import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GivenScores } from "@/components/calloff/scoring/given-scores";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { scoreWords } from "@/lib/calloff/decide/scoring/words";
import { newId } from "@/lib/core/values/id";
import { revise } from "../actions";
import { requireModeration } from "../reader";

export const metadata: Metadata = { title: "Change a consensus after the lock?" };

export default async function RevisePage({ params, searchParams }: PageProps<"/call-offs/[id]/moderation/revise">) {
  const [{ id }, { tender, question }] = await Promise.all([params, searchParams]);
  const { mayRevise, cells, tenders, criteria, reference } = await requireModeration(id);
  const cell = cells.find((one) => one.tenderId === tender && one.criterionId === question);
  if (!mayRevise || !cell) notFound();
  const back = `/call-offs/${id}/moderation/tender/${cell.tenderId}`;
  const named = tenders.find((one) => one.id === cell.tenderId)?.reference;
  const asked = criteria.find((one) => one.id === cell.criterionId)?.title;

  return (
    <>
      <BackLink href={back}>{`Tender ${named}`}</BackLink>
      <CheckPage
        title="Change a consensus after the lock?"
        caption={`Call-off ${reference}, tender ${named}: ${asked}`}
        happens={[
          "A new version is added, with your reasons. The earlier ones stay on the file.",
          "The ranking follows it.",
        ]}
        toWhom={["The commissioners of your authority."]}
        cannotBeUndone={["Every version stays on the file, with why it was changed."]}
      >
        <GivenScores {...cell} />
        <Form action={revise} idempotencyKey={newId()}>
          <HiddenFields values={{ id, tenderId: cell.tenderId, criterionId: cell.criterionId }} />
          <RadioGroup
            name="score"
            label="New consensus"
            inline
            options={scoreWords.map(({ score, label }) => ({ value: String(score), label: `${score} ${label}` }))}
            defaultValue={cell.consensus ? String(cell.consensus.score) : null}
          />
          <TextArea name="reason" label="Why is this score right?" defaultValue={cell.consensus?.reason} rows={4} />
          <TextArea
            name="changedFor"
            label="Why is it changed after the lock?"
            hint="Prices are known by now. Say what was overlooked, and who noticed."
            rows={4}
          />
          <Buttons>
            <Submit>Change the consensus</Submit>
            <TextLink href={back}>Leave it as it is</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
