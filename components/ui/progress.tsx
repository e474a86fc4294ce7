import type { ReactNode } from "react";
import { whole } from "@/lib/core/values/format";
import { TextLink } from "./button";
import type { Tone } from "./look";
import { Tag } from "./status";

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
      <circle
        cx="12"
        cy="12"
        r="7"
        className={fills[state]}
        strokeWidth="3"
        strokeDasharray={state === "skipped" ? "3 3" : undefined}
      />
      {state === "done" && (
        <path d="m8.800 12 2.200 2.200 4.200-4.400" fill="none" className="stroke-paper" strokeWidth="2" />
      )}
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

export type Task = {
  title: string;
  /** Without it the task cannot be started yet; say why in the hint. */
  href?: string | undefined;
  hint?: ReactNode;
  status: string;
  tone?: Tone;
};

export type TaskSection = { title: string; tasks: Task[] };

/** Everything there is to do, in sections, with how far each is. Finished ones are quiet: their word without a colour. */
export function TaskList({ sections }: { sections: TaskSection[] }) {
  return (
    <ol className="grid gap-10">
      {sections.map(({ title, tasks }, at) => (
        <li key={title}>
          <h2 className="mb-2 text-large font-bold">
            {at + 1}. {title}
          </h2>
          <ul className="border-t border-line">
            {tasks.map((task) => (
              <Item key={task.title} {...task} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Item({ title, href, hint, status, tone = "neutral" }: Task) {
  const id = `task-${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-line py-3 sm:gap-x-8">
      <div className="min-w-0 max-w-measure">
        {href ? (
          <span aria-describedby={id}>
            <TextLink href={href}>{title}</TextLink>
          </span>
        ) : (
          <span className="text-muted">{title}</span>
        )}
        {hint && <p className="text-small text-muted">{hint}</p>}
      </div>
      <span id={id}>
        {tone === "good" ? <span className="text-muted">{status}</span> : <Tag tone={tone}>{status}</Tag>}
      </span>
    </li>
  );
}

type BarProps = { value: number; max: number; label: string /** "14 of 20 places" */; said?: string };

/** How far along, in words first. */
export function ProgressBar({ value, max, label, said = `${whole(value)} of ${whole(max)}` }: BarProps) {
  const part = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span>{label}</span>
        <span className="tabular-nums">{said}</span>
      </p>
      <svg width="100%" height="10" aria-hidden="true">
        <rect width="100%" height="10" rx="5" className="fill-line" />
        <rect width={`${part}%`} height="10" rx="5" className="fill-act" />
      </svg>
    </div>
  );
}
