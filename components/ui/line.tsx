import type { ReactNode } from "react";

export type Stop = {
  label: string;
  /** Usually a `Day`; for a stop to come, when it is expected. */
  date?: ReactNode;
  state: "done" | "current" | "next" | "skipped";
  note?: ReactNode;
};

const said: Record<Stop["state"], string> = { done: "Done", current: "Now", next: "To come", skipped: "Not needed" };

type LineProps = {
  /** What the line is of: "This application". */
  label: string;
  stops: Stop[];
  /** What happens next and who acts, as a sentence. */
  next?: ReactNode;
};

/** The line: a process as a row of stops, the current one filled. Without CSS it is an ordered list. */
export function Line({ label, stops, next }: LineProps) {
  return (
    <div className="mb-10">
      <ol aria-label={label} className="line">
        {stops.map(({ label, date, state, note }) => (
          <li key={label} data-state={state} aria-current={state === "current" ? "step" : undefined}>
            <Mark state={state} />
            <p className={state === "current" ? "font-bold" : undefined}>
              {label}
              <span className="sr-only">: {said[state]}</span>
            </p>
            {date && <p className="text-small text-muted">{date}</p>}
            {note && <p className="text-small text-muted">{note}</p>}
          </li>
        ))}
      </ol>
      {next && (
        <p className="mt-5 max-w-measure">
          <strong>What happens next.</strong> {next}
        </p>
      )}
    </div>
  );
}

function Mark({ state }: { state: Stop["state"] }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className="stop">
      {state === "current" && <circle cx="12" cy="12" r="11" className="fill-act" />}
      <circle cx="12" cy="12" r="7" className={fills[state]} strokeWidth="3" strokeDasharray={state === "skipped" ? "3 3" : undefined} />
      {state === "done" && <path d="m8.800 12 2.200 2.200 4.200-4.400" fill="none" className="stroke-paper" strokeWidth="2" />}
    </svg>
  );
}

const fills: Record<Stop["state"], string> = {
  done: "fill-act stroke-act",
  current: "fill-paper stroke-act",
  next: "fill-paper stroke-field",
  skipped: "fill-paper stroke-field",
};

export type Entry = {
  id: string;
  what: ReactNode;
  /** Usually a `Moment`. */
  when: ReactNode;
  who?: ReactNode;
  more?: ReactNode;
};

/** What has happened, newest first unless the page says otherwise. */
export function Timeline({ entries, label }: { entries: Entry[]; label: string }) {
  return (
    <ol aria-label={label} className="timeline">
      {entries.map(({ id, what, when, who, more }) => (
        <li key={id}>
          <p className="font-semibold">{what}</p>
          <p className="text-small text-muted">
            {when}
            {who && <> by {who}</>}
          </p>
          {more && <div className="mt-1 max-w-measure">{more}</div>}
        </li>
      ))}
    </ol>
  );
}
