import type { ReactNode } from "react";
import { type Tone, toneEdge, toneText, toneWash } from "./look";
import { PageHeader } from "./page";

const heads: Record<Tone, string> = {
  neutral: "Please note",
  note: "Please note",
  good: "Done",
  wait: "Important",
  bad: "There is a problem",
};

type NoticeProps = { tone?: Tone; title?: string; children?: ReactNode };

/** Something this person must know before the rest. A success after an act is announced. */
export function Notice({ tone = "note", title = heads[tone], children }: NoticeProps) {
  return (
    <div
      role={tone === "good" ? "status" : undefined}
      className={`notice mb-8 max-w-measure ${toneEdge[tone]} ${toneWash[tone]}`}
    >
      <p className={`font-bold ${toneText[tone]}`}>{title}</p>
      {children && <div className="mt-1 grid gap-2">{children}</div>}
    </div>
  );
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="max-w-measure border-y border-line py-8">
      <p className="font-bold">{title}</p>
      {children && <div className="mt-1 text-muted">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}

type ConfirmationProps = {
  title: string;
  children?: ReactNode /** The receipt: a reference, a time, a fingerprint. */;
  receipt?: ReactNode;
};

/** It is done: what was done, the receipt, and (as children, below) what happens next. */
export function Confirmation({ title, receipt, children }: ConfirmationProps) {
  return (
    <div>
      <div role="status" className="mb-8 max-w-measure border-l-4 border-act bg-act-wash px-6 py-6">
        <svg
          viewBox="0 0 92 20"
          width="92"
          height="20"
          aria-hidden="true"
          className="mb-4 text-act"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
        >
          <path d="M10 10h72" />
          <circle cx="10" cy="10" r="6" fill="currentColor" />
          <circle cx="46" cy="10" r="6" fill="currentColor" />
          <circle cx="82" cy="10" r="8" fill="currentColor" />
          <path d="m78.500 10 2.500 2.500 5-5" className="stroke-paper" strokeWidth="2" />
        </svg>
        <h1 className="text-title font-bold text-balance">{title}</h1>
        {receipt && <div className="mt-3">{receipt}</div>}
      </div>
      {children}
    </div>
  );
}

type CheckProps = {
  title: string;
  caption?: ReactNode;
  /** What will happen, as whole sentences in order. */
  happens: ReactNode[];
  /** Who will be told, or who it changes things for. */
  toWhom: ReactNode[];
  /** What cannot be taken back; an empty list says that it can be undone. */
  cannotBeUndone: ReactNode[];
  /** The form with its button, and anything to read first. */
  children: ReactNode;
};

/** Before a public or destructive act: what will happen, to whom, and what cannot be undone. */
export function CheckPage({ title, caption, happens, toWhom, cannotBeUndone, children }: CheckProps) {
  return (
    <div>
      <PageHeader title={title} caption={caption} />
      <dl className="mb-10 grid max-w-measure gap-6 border-y border-line py-6">
        <Part title="What will happen" lines={happens} />
        <Part title="Who will be told" lines={toWhom} />
        {cannotBeUndone.length > 0 ? (
          <Part title="What cannot be undone" lines={cannotBeUndone} look="text-refuse" />
        ) : (
          <Part title="Can this be undone?" lines={["Yes. You can change this later."]} />
        )}
      </dl>
      {children}
    </div>
  );
}

function Part({ title, lines, look = "" }: { title: string; lines: ReactNode[]; look?: string }) {
  return (
    <div className="grid gap-x-8 gap-y-1 sm:grid-cols-[13.5rem_1fr]">
      <dt className={`font-bold ${look}`}>{title}</dt>
      {lines.map((line, at) => (
        <dd key={at} className="sm:col-start-2">
          {line}
        </dd>
      ))}
    </div>
  );
}
