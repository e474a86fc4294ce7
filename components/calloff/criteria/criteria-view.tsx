import { Prose, Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { kindWords, priceMethodWords } from "@/lib/calloff/before/criteria/words";
import type { CallOffFile } from "@/lib/calloff/record/queries/find";
import { percent } from "@/lib/core/values/format";

/** The criteria, to read: weights first, then each question. */
export function CriteriaView({
  callOff,
}: {
  callOff: Pick<CallOffFile, "criteria" | "priceMethod" | "socialValueReason">;
}) {
  const { criteria, priceMethod, socialValueReason } = callOff;
  return (
    <>
      <DataTable
        caption="What tenders are judged by"
        columns={[
          { label: "Criterion", cell: ({ number, title }) => `${number}. ${title}` },
          { label: "About", cell: ({ kind }) => kindWords[kind].label },
          { label: "Weight", numeric: true, cell: ({ weightBp }) => percent(weightBp) },
          { label: "Most words", numeric: true, cell: ({ wordLimit }) => wordLimit ?? "None" },
          { label: "Lowest score", numeric: true, cell: ({ minimum }) => minimum ?? "None" },
        ]}
        rows={criteria}
        rowKey={({ id }) => id}
      />
      <p className="mt-4 max-w-measure">
        <strong>{priceMethodWords[priceMethod].label}.</strong> {priceMethodWords[priceMethod].meaning}
      </p>
      {socialValueReason && (
        <p className="mt-4 max-w-measure whitespace-pre-line">
          <strong>Why social value weighs less.</strong> {socialValueReason}
        </p>
      )}
      {criteria
        .filter(({ question }) => question)
        .map(({ id, number, title, question, guidance }) => (
          <Section key={id} title={`${number}. ${title}`}>
            <Prose>
              <p className="whitespace-pre-line">{question}</p>
              {guidance && <p className="whitespace-pre-line text-muted">{guidance}</p>}
            </Prose>
          </Section>
        ))}
    </>
  );
}
