import { Tag } from "@/components/ui/status";
import { Moment } from "@/components/ui/value";

type Said = { id: string; text: string; madeAt: Date; isLast: boolean };

/** What a member has said about a proposal to remove it, in order. */
export function Representations({ said, empty }: { said: readonly Said[]; empty: string }) {
  if (said.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <ol className="border-t border-line">
      {said.map(({ id, text, madeAt, isLast }) => (
        <li key={id} className="grid max-w-measure gap-2 border-b border-line py-4">
          <p className="break-words whitespace-pre-line">{text}</p>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
            <Moment at={madeAt} />
            {isLast && <Tag tone="note">Nothing more to say</Tag>}
          </p>
        </li>
      ))}
    </ol>
  );
}
