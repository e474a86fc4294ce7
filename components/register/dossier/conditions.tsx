import { EvidenceLines } from "@/components/register/evidence/lines";
import { TextLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import type { Examined } from "@/lib/register/application/decision/queries";
import { findingWords } from "@/lib/register/application/decision/words";
import type { EvidenceLine } from "@/lib/register/evidence/queries/files";

type Props = {
  applicationId: string;
  conditions: Examined[];
  /** The files under each answer, by condition. */
  files: ReadonlyMap<string, readonly EvidenceLine[]>;
};

/** Each condition with what was answered and what was found. The finding has a page of its own. */
export function DossierConditions({ applicationId, conditions, files }: Props) {
  return (
    <ol className="border-t border-line">
      {conditions.map(({ id, number, title, answer, finding }) => {
        const { label, tone } = findingWords[finding === null ? "none" : finding.met ? "met" : "unmet"];
        return (
          <li key={id} className="grid gap-x-8 gap-y-2 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
            <div className="min-w-0 max-w-measure">
              <h3 className="font-bold">
                <TextLink href={`/steward/applications/${applicationId}/conditions/${number}`}>
                  {number}. {title}
                </TextLink>
              </h3>
              {answer ? (
                <p className="mt-1 break-words whitespace-pre-line">
                  <span className="font-semibold">{answer.met ? "Yes" : "No, or not yet"}</span>
                  {answer.text && `\n${answer.text}`}
                </p>
              ) : (
                <p className="mt-1 text-muted">Not answered.</p>
              )}
              <EvidenceLines files={files.get(id) ?? []} label={`Files for ${title}`} />
              {finding?.note && <p className="mt-2 text-small text-muted">Note: {finding.note}</p>}
            </div>
            <p>
              <Tag tone={tone}>{label}</Tag>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
