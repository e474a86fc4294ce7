import { Tag } from "@/components/ui/status";
import { Moment } from "@/components/ui/value";
import type { Dossier } from "@/lib/register/application/decision/queries";

type Props = {
  queries: Dossier["queries"] /** What each question is about, by its code. */;
  names: Record<string, string>;
};

/** Questions back to the organisation, with their replies. */
export function DossierQueries({ queries, names }: Props) {
  if (queries.length === 0) return <p className="text-muted">No question has been asked.</p>;
  return (
    <ol className="border-t border-line">
      {queries.map(({ id, about, question, askedAt, reply, repliedAt }) => (
        <li key={id} className="grid max-w-measure gap-2 border-b border-line py-4">
          <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-bold">
            {names[about] ?? about}
            {!reply && <Tag tone="wait">Waiting for a reply</Tag>}
          </h3>
          <p className="whitespace-pre-line">{question}</p>
          <p className="text-small text-muted">
            Asked on <Moment at={askedAt} />
          </p>
          {reply && repliedAt && (
            <div className="border-l-4 border-act pl-4">
              <p className="whitespace-pre-line">{reply}</p>
              <p className="text-small text-muted">
                Answered on <Moment at={repliedAt} />
              </p>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
