import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import type { PartDecision } from "@/lib/core/prisma/enums";
import { count } from "@/lib/core/values/format";
import { reasonLabel } from "@/lib/register/application/decision/reason-words";
import { decisionWords } from "@/lib/register/application/words";

type Decided = { partId: string; title: string; decision: PartDecision; codes: string[]; reasons: string };

/** Each part with its outcome, the reasons chosen from the library and the words that the organisation reads. */
export function DecidedParts({ parts }: { parts: Decided[] }) {
  return (
    <SummaryList
      rows={parts.map(({ title, decision, codes, reasons }) => ({
        label: title,
        value: (
          <>
            <Tag tone={decisionWords[decision].tone}>{decisionWords[decision].label}</Tag>
            {codes.length > 0 && (
              <span className="mt-1 block text-small text-muted">{codes.map(reasonLabel).join(". ")}.</span>
            )}
            <span className="mt-1 block whitespace-pre-line">{reasons}</span>
          </>
        ),
      }))}
    />
  );
}

/** What a decision does, as sentences. */
export function effects(organisation: string, decided: { decision: PartDecision; services: number }[]): string[] {
  const admitted = decided.filter(({ decision }) => decision === "admitted");
  const published = admitted.reduce((total, { services }) => total + services, 0);
  return [
    ...(admitted.length > 0
      ? [
          `${organisation} becomes a member of each part admitted, at once. Anybody can see it on the register.`,
          "A public notice names it.",
        ]
      : []),
    ...(published > 0 ? [`Buyers can find ${count(published, "service")} from now on.`] : []),
    ...(decided.length > admitted.length
      ? ["Services in each part refused go back to the organisation to be changed."]
      : []),
  ];
}
