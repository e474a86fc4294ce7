import { Download } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import { Day } from "@/components/ui/value";
import type { EvidenceLine } from "@/lib/register/evidence/queries/files";
import { sizeText, typeLabel } from "@/lib/register/evidence/rules";
import { kindWords, scanWords } from "@/lib/register/evidence/words";

/** The files under an answer, as they were when it was sent. */
export function EvidenceLines({ files, label = "Files" }: { files: readonly EvidenceLine[]; label?: string }) {
  if (files.length === 0) return null;
  return (
    <ul aria-label={label} className="mt-3 grid max-w-measure gap-3">
      {files.map((file) => (
        <li key={file.id}>
          <p className="flex flex-wrap items-baseline gap-x-3">
            {file.scan === "infected" ? (
              <span className="font-semibold">{file.title}</span>
            ) : (
              <Download
                href={`/evidence/${file.id}/file`}
                kind={`${typeLabel(file.mediaType)}, ${sizeText(file.bytes)}`}
              >
                {file.title}
              </Download>
            )}
            <Tag tone={scanWords[file.scan].tone}>{scanWords[file.scan].label}</Tag>
          </p>
          <p className="text-small text-muted">
            {kindWords[file.kind].label}, version {file.version}.{" "}
            {file.expiresOn && (
              <>
                Runs out on <Day on={file.expiresOn.toISOString()} />.{" "}
              </>
            )}
            {file.withdrawnAt && "Withdrawn since. "}
            {file.scan !== "clean" && scanWords[file.scan].meaning}
          </p>
        </li>
      ))}
    </ul>
  );
}
