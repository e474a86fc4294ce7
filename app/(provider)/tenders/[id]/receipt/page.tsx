import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Download, TextLink } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/message";
import { BackLink, PageHeader, Prose, Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Moment } from "@/components/ui/value";
import { requireTender } from "../../reader";

export const metadata: Metadata = { title: "Receipt for your tender" };

export default async function ReceiptPage({ params, searchParams }: PageProps<"/tenders/[id]/receipt">) {
  const { id } = await params;
  const { done } = await searchParams;
  const { tender } = await requireTender(id);
  const { callOff, organisation, submissions, submittedNumber, content } = tender;
  if (submissions.length === 0) notFound();
  const counts = submissions.find(({ number }) => number === submittedNumber);
  const file = `${tender.reference}-${submittedNumber ?? ""}.json`;

  return (
    <>
      <BackLink href={`/tenders/${id}`}>Your tender</BackLink>
      {done === "submit" && counts ? (
        <Confirmation
          title="Your tender is in"
          receipt={
            <p>
              Tender {tender.reference}, received on <Moment at={counts.submittedAt} />. It is sealed until two officers
              open it, after the close.
            </p>
          }
        />
      ) : (
        <PageHeader caption={callOff.title} title="Receipt" />
      )}
      {counts ? (
        <SummaryList
          title="What we received"
          rows={[
            { label: "Tender", value: tender.reference },
            { label: "From", value: `${organisation.name} (${organisation.reference})` },
            { label: "For", value: `${callOff.title} (${callOff.reference}), ${callOff.organisation.name}` },
            { label: "Submission", value: `Number ${counts.number}` },
            { label: "Received", value: <Precise at={counts.submittedAt} /> },
            { label: "SHA-256", value: <code className="break-all">{counts.hash}</code> },
          ]}
        />
      ) : (
        <p className="mb-10">This tender was withdrawn. No submission counts now.</p>
      )}
      {counts && content && (
        <Section title="How to check the receipt" id="check">
          <Prose>
            <p>
              The hash is made from the whole tender. If one letter or penny in it were changed, the hash would be
              another. You can check it without us.
            </p>
            <ol>
              <li>Save the file of your tender, and change nothing in it.</li>
              <li>
                Work out its SHA-256. On Linux: <code>sha256sum {file}</code>. On a Mac:{" "}
                <code>shasum -a 256 {file}</code>. On Windows: <code>certutil -hashfile {file} SHA256</code>.
              </li>
              <li>Compare it with the one above. They are the same.</li>
            </ol>
          </Prose>
          <p className="no-print mt-4">
            <Download href={`/tenders/${id}/json`} kind="JSON">
              Your tender, as the hash was made from it
            </Download>
          </p>
          <p className="mt-2 text-small text-muted">
            The file holds your prices. Keep it where your organisation keeps what is confidential.
          </p>
        </Section>
      )}
      {submissions.length > 1 && (
        <Section
          title="Every submission"
          lead="One that was replaced or withdrawn lost its content. Its receipt stays."
        >
          <DataTable
            caption="Every submission of this tender, newest first"
            rows={submissions}
            rowKey={({ number }) => String(number)}
            columns={[
              { label: "Number", heads: true, cell: ({ number }) => number },
              { label: "Received", cell: ({ submittedAt }) => <Precise at={submittedAt} /> },
              { label: "SHA-256", cell: ({ hash }) => <code className="break-all text-small">{hash}</code> },
              { label: "Counts", cell: ({ number }) => (number === submittedNumber ? "Yes" : "No") },
            ]}
          />
        </Section>
      )}
      <p className="no-print mt-8">
        <TextLink href="/tenders">All tenders</TextLink>
      </p>
    </>
  );
}

/** To the millisecond, as it was judged: by the clock of the database. */
function Precise({ at }: { at: Date }) {
  return (
    <>
      <Moment at={at} /> <span className="text-small text-muted">({at.toISOString()})</span>
    </>
  );
}
