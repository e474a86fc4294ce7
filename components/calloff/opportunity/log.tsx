import { TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { DataTable } from "@/components/ui/table";
import { Day, Moment } from "@/components/ui/value";
import type { Opportunity } from "@/lib/calloff/open/opportunity/queries/find";
import { moment } from "@/lib/core/values/format";
import { kindName } from "@/lib/register/notice/words";

/** Questions with their answers, as everybody reads them. Who asked is not known here. */
export function Questions({ questions, open }: { questions: Opportunity["clarifications"]; open: boolean }) {
  if (questions.length === 0)
    return open ? (
      <EmptyState title="Nobody has asked yet">Each question is shown here with its answer.</EmptyState>
    ) : (
      <EmptyState title="Nobody asked a question" />
    );
  return (
    <ol className="border-t border-line">
      {questions.map(({ id, number, question, askedAt, answer, answeredAt }) => (
        <li key={id} id={`question-${number}`} className="grid max-w-measure gap-2 border-b border-line py-5">
          <h3 className="font-bold">
            Question {number}{" "}
            <span className="text-small font-normal text-muted">
              <Day on={askedAt} />
            </span>
          </h3>
          <p className="whitespace-pre-line">{question}</p>
          {answer ? (
            <>
              <p className="font-semibold">
                Answer{" "}
                {answeredAt && (
                  <span className="text-small font-normal text-muted">
                    <Day on={answeredAt} />
                  </span>
                )}
              </p>
              <p className="whitespace-pre-line">{answer}</p>
            </>
          ) : (
            <p className="text-muted">Not answered yet. The answer goes to everyone.</p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What was changed while it was open, the newest first. */
export function Amendments({ amendments }: { amendments: Opportunity["amendments"] }) {
  return (
    <ol className="border-t border-line">
      {amendments.map(({ id, number, text, closesAtBefore, closesAtAfter, publishedAt }) => (
        <li key={id} className="grid max-w-measure gap-2 border-b border-line py-5">
          <h3 className="font-bold">
            Change {number}{" "}
            <span className="text-small font-normal text-muted">
              <Moment at={publishedAt} />
            </span>
          </h3>
          <p className="whitespace-pre-line">{text}</p>
          {closesAtAfter > closesAtBefore && (
            <p>
              Tenders now close on {moment(closesAtAfter)}. It was {moment(closesAtBefore)}.
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The notices of a call-off, the first one first. */
export function Notices({ notices }: { notices: Opportunity["notices"] }) {
  return (
    <DataTable
      caption="What was published, the first one first"
      rows={notices}
      rowKey={({ reference }) => reference}
      columns={[
        {
          label: "Notice",
          heads: true,
          cell: ({ reference, title }) => <TextLink href={`/notices/${reference}`}>{title}</TextLink>,
        },
        { label: "Kind", cell: ({ kindCode }) => kindName(kindCode) },
        { label: "Published", cell: ({ publishedAt }) => <Day on={publishedAt} /> },
      ]}
    />
  );
}
