import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Download, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { Confirmation } from "@/components/ui/message";
import { BackLink, Details, PageHeader, Prose, Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Moment } from "@/components/ui/value";
import { londonTime } from "@/lib/core/values/moment";
import { requireTender } from "../../reader";

export async function generateMetadata({ searchParams }: PageProps<"/tenders/[id]/receipt">): Promise<Metadata> {
  return { title: (await searchParams).done === "submit" ? SENT : "Receipt" };
}

const SENT = "Your tender is in";

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
          title={SENT}
          receipt={
            <p>
              Tender {tender.reference}, received on <Moment at={counts.submittedAt} />. It is sealed until two officers
              open it, after the close.
            </p>
          }
        >
          <div className="mb-12">
            <Section title="What happens next" id="next">
              <Bullets
                items={[
                  ...(callOff.closesAt
                    ? [
                        <>
                          Until <Moment at={callOff.closesAt} /> you can change it and submit it again, or withdraw it.
                        </>,
                      ]
                    : []),
                  "After that, two officers open the tenders together. Each answer is scored before prices are seen.",
                  "You are told the decision, with your scores and the reasons.",
                ]}
              />
            </Section>
          </div>
        </Confirmation>
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
            {
              label: "Fingerprint (SHA-256)",
              value: <code className="break-all">{counts.hash}</code>,
              note: "It is made from the whole tender. Change one letter or penny, and it is another.",
            },
          ]}
        />
      ) : (
        <p className="mb-10">This tender was withdrawn. No submission counts now.</p>
      )}
      {counts && content && (
        <Section title="Keep it, or check it" id="check">
          <p className="no-print">
            <Download href={`/tenders/${id}/json`} kind="JSON">
              Your tender, as the fingerprint was made from it
            </Download>
          </p>
          <p className="mt-1 mb-4 max-w-measure text-small text-muted">
            The file holds your prices. Keep it where your organisation keeps what is confidential.
          </p>
          <Details summary="Check the fingerprint yourself">
            <Prose>
              <ol>
                <li>Save the file above, and change nothing in it.</li>
                <li>
                  Work out its fingerprint. On Windows: <code>certutil -hashfile {file} SHA256</code>. On a Mac:{" "}
                  <code>shasum -a 256 {file}</code>. On Linux: <code>sha256sum {file}</code>.
                </li>
                <li>Compare it with the one above. They are the same.</li>
              </ol>
            </Prose>
          </Details>
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
              {
                label: "Fingerprint (SHA-256)",
                cell: ({ hash }) => <code className="break-all text-small">{hash}</code>,
              },
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

const toTheMillisecond = (at: Date) => `${londonTime(at)}:${at.toISOString().slice(17, 23)}`;

/** To the millisecond, as it was judged: by the clock of the database. */
function Precise({ at }: { at: Date }) {
  return (
    <>
      <Moment at={at} />
      <span className="block text-small text-muted">To the millisecond: {toTheMillisecond(at)}, UK time</span>
    </>
  );
}
