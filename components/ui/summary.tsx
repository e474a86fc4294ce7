import type { ReactNode } from "react";
import { TextLink } from "./button";

export type SummaryRow = {
  label: string;
  value: ReactNode;
  /** Where this answer is changed. */
  change?: string | undefined;
  /** Under the answer: a question from a steward, when it was last changed. */
  note?: ReactNode;
};

type Props = { rows: SummaryRow[]; title?: string; changeAll?: string };

/** Answers to check, each with its way back to the question. */
export function SummaryList({ rows, title, changeAll }: Props) {
  return (
    <div className="mb-10">
      {title && (
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 className="text-large font-bold">{title}</h2>
          {changeAll && <Change href={changeAll} what={title} />}
        </div>
      )}
      <dl className="border-t border-line">
        {rows.map(({ label, value, change, note }) => (
          <div
            key={label}
            className="grid gap-x-8 gap-y-0.5 border-b border-line py-3 sm:grid-cols-[minmax(9rem,14rem)_minmax(0,1fr)_auto]"
          >
            <dt className="font-semibold">{label}</dt>
            <dd className="min-w-0 max-w-measure break-words">
              {isEmpty(value) ? <span className="text-muted">Not answered yet</span> : value}
              {note && <div className="mt-1 text-small text-muted">{note}</div>}
            </dd>
            {change && (
              <dd>
                <Change href={change} what={label} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </div>
  );
}

function Change({ href, what }: { href: string; what: string }) {
  return (
    <span className="no-print">
      <TextLink href={href}>
        Change<span className="sr-only"> {what}</span>
      </TextLink>
    </span>
  );
}

const isEmpty = (value: ReactNode) => value === null || value === undefined || value === false || value === "";

/** Facts that nobody changes here, in short lines. */
export function Facts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-4">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-small text-muted">{label}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
