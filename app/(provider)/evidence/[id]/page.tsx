import { notFound } from "next/navigation";
import { ButtonLink, Download, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Notice } from "@/components/ui/message";
import { BackLink, Columns, PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Day, Moment } from "@/components/ui/value";
import { londonDay } from "@/lib/core/values/moment";
import { requireMember } from "@/lib/identity/session";
import { hasRunOut } from "@/lib/register/evidence/expiry";
import { mayKeep } from "@/lib/register/evidence/policy";
import { findEvidence } from "@/lib/register/evidence/queries/own";
import { sizeText, typeLabel } from "@/lib/register/evidence/rules";
import { kindWords, readerWords, scanWords } from "@/lib/register/evidence/words";

export const metadata = { title: "A file" };

export default async function OneEvidencePage({ params, searchParams }: PageProps<"/evidence/[id]">) {
  const { id } = await params;
  const actor = await requireMember();
  const file = (await findEvidence(actor, id)) ?? notFound();
  const isOwn = file.organisationId === actor.organisationId;
  const keeps = mayKeep(actor, file);
  const [newest] = file.versions;
  const isNewest = newest?.id === file.id;
  const late = hasRunOut(file.expiresOn?.toISOString().slice(0, 10) ?? null, londonDay(new Date()));
  const { added } = await searchParams;

  return (
    <>
      {isOwn && <BackLink href="/evidence">Your files</BackLink>}
      <PageHeader
        title={file.title}
        caption={isOwn ? kindWords[file.kind].label : `${kindWords[file.kind].label} of ${file.organisation.name}`}
        aside={
          file.withdrawnAt ? (
            <Tag tone="neutral">Withdrawn</Tag>
          ) : late ? (
            <Tag tone="bad">Has run out</Tag>
          ) : (
            <Tag tone={scanWords[file.scan].tone}>{scanWords[file.scan].label}</Tag>
          )
        }
      />
      {added === "yes" && (
        <div className="mb-8">
          <Notice tone="good" title="The file is added">
            <p>Let answers rest on it from the page of each condition.</p>
          </Notice>
        </div>
      )}
      {newest && !isNewest && (
        <div className="mb-8">
          <Notice tone="note" title="There is a newer version">
            <TextLink href={`/evidence/${newest.id}`}>{newest.title}</TextLink>
          </Notice>
        </div>
      )}
      <Columns
        aside={
          <Facts
            facts={[
              { label: "File", value: `${file.fileName}, ${typeLabel(file.mediaType)}, ${sizeText(file.bytes)}` },
              {
                label: "Runs out on",
                value: file.expiresOn ? <Day on={file.expiresOn.toISOString()} /> : "It has no end",
              },
              { label: "Who may see it", value: readerWords[file.readers].label },
              { label: "Scan", value: scanWords[file.scan].meaning },
              { label: "Added", value: <Moment at={file.addedAt} /> },
              ...(isOwn && file.addedBy ? [{ label: "By", value: file.addedBy }] : []),
              {
                label: "Fingerprint (SHA-256)",
                value: <span className="text-small [overflow-wrap:anywhere]">{file.sha256}</span>,
              },
            ]}
          />
        }
      >
        <Section title="Open it">
          {file.scan === "infected" ? (
            <p className="max-w-measure">{scanWords.infected.meaning}</p>
          ) : (
            <p>
              <Download href={`/evidence/${id}/file`} kind={`${typeLabel(file.mediaType)}, ${sizeText(file.bytes)}`}>
                {file.fileName}
              </Download>
            </p>
          )}
        </Section>
        {isOwn && (
          <Section title="Where it is used">
            {file.usedBy.length > 0 ? (
              <Bullets
                items={file.usedBy.map(({ conditionId, number, title }) => (
                  <TextLink key={conditionId} href={`/apply/conditions/${number}`}>
                    {title}
                  </TextLink>
                ))}
              />
            ) : (
              <p className="max-w-measure">
                No answer that stands rests on it.{" "}
                <TextLink href="/apply/conditions">Choose it on the page of a condition.</TextLink>
              </p>
            )}
          </Section>
        )}
        {file.versions.length > 1 && (
          <Section title="Versions">
            <DataTable
              caption="Versions of this file"
              columns={[
                {
                  label: "Version",
                  heads: true,
                  cell: (one) =>
                    one.id === file.id ? (
                      `${one.version} (this one)`
                    ) : (
                      <TextLink href={`/evidence/${one.id}`}>{one.version}</TextLink>
                    ),
                },
                { label: "Title", cell: ({ title }) => title },
                { label: "Added", cell: ({ addedAt }) => <Day on={addedAt} /> },
                {
                  label: "Runs out on",
                  cell: ({ expiresOn }) => (expiresOn ? <Day on={expiresOn.toISOString()} /> : "No end"),
                },
              ]}
              rows={file.versions}
              rowKey={(one) => one.id}
            />
          </Section>
        )}
        {keeps && !file.withdrawnAt && isNewest && (
          <p className="no-print mt-8 flex flex-wrap items-center gap-6">
            <ButtonLink href={`/evidence/new?renews=${id}`}>Add a newer version</ButtonLink>
            <TextLink href={`/evidence/${id}/withdraw`}>Withdraw it</TextLink>
          </p>
        )}
      </Columns>
    </>
  );
}
