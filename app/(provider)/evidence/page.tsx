import { ButtonLink, Download } from "@/components/ui/button";
import { Tabs } from "@/components/ui/filter";
import { ResultList } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Day } from "@/components/ui/value";
import { londonDay } from "@/lib/core/values/moment";
import { requireMember } from "@/lib/identity/session";
import { hasRunOut } from "@/lib/register/evidence/expiry";
import { mayKeep } from "@/lib/register/evidence/policy";
import { type EvidenceSummary, listEvidence } from "@/lib/register/evidence/queries/own";
import { sizeText, typeLabel } from "@/lib/register/evidence/rules";
import { readListed } from "@/lib/register/evidence/schema";
import { kindWords, readerWords, scanWords } from "@/lib/register/evidence/words";

export const metadata = { title: "Your files" };

export default async function EvidencePage({ searchParams }: PageProps<"/evidence">) {
  const actor = await requireMember("provider");
  const { show } = readListed(await searchParams);
  const [current, withdrawn] = await Promise.all([listEvidence(actor), listEvidence(actor, "withdrawn")]);
  const files = show === "withdrawn" ? withdrawn : current;
  const keeps = mayKeep(actor, actor);
  const today = londonDay(new Date());

  return (
    <>
      <PageHeader
        title="Your files"
        lead={<p>Files that show something: add each once, and let every answer that needs it rest on it.</p>}
        action={keeps && <ButtonLink href="/evidence/new">Add a file</ButtonLink>}
      />
      {withdrawn.length > 0 && (
        <Tabs
          label="Which files"
          tabs={[
            { label: "In use", href: "/evidence", current: show === "current", count: current.length },
            {
              label: "Withdrawn",
              href: "/evidence?show=withdrawn",
              current: show === "withdrawn",
              count: withdrawn.length,
            },
          ]}
        />
      )}
      {files.length === 0 ? (
        <EmptyState
          title="There are no files here"
          action={keeps && <ButtonLink href="/evidence/new">Add your first file</ButtonLink>}
        >
          <p>Your governing document and your latest accounts are a good start. Nobody sees them but the stewards.</p>
        </EmptyState>
      ) : (
        <>
          <h2 className="sr-only">Files</h2>
          <ResultList label="Your files" items={files.map((file) => item(file, today))} />
          <p className="mt-4">
            <Download href={`/evidence/csv?show=${show}`} kind="CSV">
              Your files
            </Download>
          </p>
        </>
      )}
    </>
  );
}

function item(file: EvidenceSummary, today: string) {
  const { id, title, kind, version, expiresOn, readers, scan, mediaType, bytes, usedBy } = file;
  const late = hasRunOut(expiresOn?.toISOString().slice(0, 10) ?? null, today);
  return {
    id,
    title,
    href: `/evidence/${id}`,
    under: `${kindWords[kind].label}. Version ${version}.`,
    tag: late ? <Tag tone="bad">Has run out</Tag> : <Tag tone={scanWords[scan].tone}>{scanWords[scan].label}</Tag>,
    facts: [
      `${typeLabel(mediaType)}, ${sizeText(bytes)}`,
      expiresOn ? (
        <span key="ends">
          {late ? "Ran" : "Runs"} out on <Day on={expiresOn.toISOString()} />
        </span>
      ) : (
        "Has no end"
      ),
      readerWords[readers].label,
    ],
    why:
      usedBy.length > 0
        ? `Under your answers about: ${usedBy.map((use) => use.title.toLowerCase()).join("; ")}.`
        : "No answer rests on it yet.",
  };
}
