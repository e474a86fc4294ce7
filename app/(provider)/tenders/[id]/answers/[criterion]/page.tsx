import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SaveButtons } from "@/components/calloff/tender/save-buttons";
import { Form, HiddenFields } from "@/components/form/form";
import { TextArea } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, Details, PageHeader, Section } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { listReusable } from "@/lib/calloff/open/tender/queries/reuse";
import { wordsIn } from "@/lib/calloff/open/tender/rules";
import { count, percent } from "@/lib/core/values/format";
import { answer } from "../../../actions";
import { requireDraft, requireTender } from "../../../reader";

export async function generateMetadata({ params }: PageProps<"/tenders/[id]/answers/[criterion]">): Promise<Metadata> {
  const { id, criterion } = await params;
  const { tender } = await requireTender(id);
  return { title: tender.callOff.criteria.find(({ number }) => String(number) === criterion)?.title ?? "Question" };
}

export default async function AnswerPage({ params, searchParams }: PageProps<"/tenders/[id]/answers/[criterion]">) {
  const { id, criterion: number } = await params;
  const { take } = await searchParams;
  const { actor, tender, content } = await requireDraft(id);
  const asked =
    tender.callOff.criteria.find((one) => String(one.number) === number && one.kind !== "price") ?? notFound();
  const saved = content.quality.answers.find(({ criterionId }) => criterionId === asked.id)?.text ?? "";
  const earlier = await listReusable(actor, { tenderId: id, title: asked.title });
  const taken = earlier.find(({ key }) => key === take);
  const limit = asked.wordLimit;
  const here = `/tenders/${id}/answers/${asked.number}`;

  return (
    <>
      <BackLink href={`/tenders/${id}`}>Your tender</BackLink>
      <PageHeader caption={`Question ${asked.number}`} title={asked.title} lead={asked.question} />
      <Columns
        aside={
          <Facts
            facts={[
              { label: "What it counts for", value: `${percent(asked.weightBp)} of all points` },
              { label: "How it is scored", value: "From 0 to 5, by each evaluator alone" },
              ...(asked.minimum !== null
                ? [{ label: "Lowest score that can win", value: `${asked.minimum} of 5` }]
                : []),
              ...(limit !== null ? [{ label: "Length", value: `At most ${count(limit, "word")}` }] : []),
              ...(saved ? [{ label: "Saved", value: count(wordsIn(saved), "word") }] : []),
            ]}
          />
        }
      >
        {asked.guidance && (
          <div className="mb-6">
            <Details summary="What a good answer has">
              <p className="whitespace-pre-line">{asked.guidance}</p>
            </Details>
          </div>
        )}
        {taken && (
          <Notice tone="note" title={`Taken from ${taken.from}`}>
            <p>It is in the box below and not yet saved. Change it so that it answers this question.</p>
          </Notice>
        )}
        <Form action={answer} key={taken?.key ?? "own"}>
          <HiddenFields values={{ id, criterionId: asked.id, number: asked.number }} />
          <Versioned name="version" version={tender.version} />
          <TextArea
            name="text"
            label="Your answer"
            rows={16}
            defaultValue={[saved, taken?.text ?? ""].filter(Boolean).join("\n\n")}
            {...(limit !== null ? { words: limit } : {})}
          />
          <SaveButtons />
        </Form>
        {earlier.length > 0 && (
          <div className="mt-10">
            <Section
              title="What you wrote before"
              lead="Only your organisation sees this. Taking a text adds it to the box."
            >
              {earlier.map(({ key, from, text, words }) => (
                <Details key={key} summary={`${from} (${count(words, "word")})`}>
                  <p className="whitespace-pre-line">{text}</p>
                  <p className="mt-3">
                    <TextLink href={`${here}?take=${key}`}>Take this text</TextLink>
                  </p>
                </Details>
              ))}
            </Section>
          </div>
        )}
      </Columns>
    </>
  );
}
