import { Details } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { kindWords, priceMethodWords, scoringGuide } from "@/lib/calloff/before/criteria/words";
import type { Opportunity } from "@/lib/calloff/open/opportunity/queries/find";
import { pointsWritten, priceExamples } from "@/lib/calloff/open/opportunity/rules";
import { percent, roundPounds, whole } from "@/lib/core/values/format";

/** What tenders are judged by: questions, weights, the scale, and how a price becomes points, with an example. */
export function Criteria({ criteria, priceMethod }: Pick<Opportunity, "criteria" | "priceMethod">) {
  const priceBp = criteria.filter(({ kind }) => kind === "price").reduce((all, { weightBp }) => all + weightBp, 0);
  const method = priceMethodWords[priceMethod];
  return (
    <>
      <DataTable
        caption="Criteria and weights"
        rows={criteria}
        rowKey={({ id }) => id}
        columns={[
          {
            label: "Criterion",
            heads: true,
            cell: ({ title, question, guidance, wordLimit, minimum }) => (
              <>
                {title}
                {question && <span className="block font-normal">{question}</span>}
                {guidance && <span className="block text-small font-normal text-muted">{guidance}</span>}
                <span className="block text-small font-normal">{asksFor(wordLimit, minimum)}</span>
              </>
            ),
          },
          { label: "Kind", cell: ({ kind }) => kindWords[kind].label },
          { label: "Share of the points", numeric: true, cell: ({ weightBp }) => percent(weightBp) },
        ]}
      />
      <div className="mt-6 grid gap-4">
        <p className="max-w-measure">
          <strong>{method.label}.</strong> {method.meaning} {method.working}
        </p>
        {priceMethod === "lowestOverPrice" && priceBp > 0 && (
          <Details summary="See an example of points for price">
            <DataTable
              caption={`Three made-up prices, where price weighs ${percent(priceBp)}`}
              rows={priceExamples(priceBp)}
              rowKey={({ pence }) => String(pence)}
              columns={[
                { label: "Price", heads: true, cell: ({ pence }) => roundPounds(pence) },
                {
                  label: "Working",
                  cell: ({ pence }) => `${roundPounds(80_000_00n)} ÷ ${roundPounds(pence)} × ${priceBp / 100}`,
                },
                { label: "Points", numeric: true, cell: ({ thousandths }) => pointsWritten(thousandths) },
              ]}
            />
          </Details>
        )}
        <Details summary="See how answers are scored">
          <DataTable
            caption="The scale for every answer"
            rows={[...scoringGuide]}
            rowKey={({ score }) => String(score)}
            columns={[
              { label: "Score", heads: true, cell: ({ score, label }) => `${score}: ${label}` },
              { label: "Meaning", cell: ({ meaning }) => meaning },
            ]}
          />
        </Details>
      </div>
    </>
  );
}

/** How long an answer may be, and the score below which it cannot win. */
const asksFor = (wordLimit: number | null, minimum: number | null) =>
  [
    wordLimit === null ? "" : `Up to ${whole(wordLimit)} words.`,
    minimum === null ? "" : `A tender that scores under ${minimum} of 5 here cannot win.`,
  ]
    .filter(Boolean)
    .join(" ");
