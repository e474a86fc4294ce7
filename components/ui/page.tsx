import type { ReactNode } from "react";
import { TextLink } from "./button";

type HeaderProps = {
  title: string;
  /** What this is one of: "Application", "Step 2 of 5". */
  caption?: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** Standing words beside the title: a `Tag`, a reference. */
  aside?: ReactNode;
  /** The page's next act, always in the same place. */
  action?: ReactNode;
};

/** The page's one h1. */
export function PageHeader({ title, caption, lead, aside, action }: HeaderProps) {
  return (
    <header className="mb-10 flex flex-wrap items-end justify-between gap-x-10 gap-y-5">
      <div className="min-w-0 max-w-measure">
        {caption && <p className="mb-1 text-muted">{caption}</p>}
        <h1 className="text-title font-bold text-balance">{unbroken(title)}</h1>
        {lead && <div className="mt-3 text-pretty">{lead}</div>}
        {aside && <div className="mt-3 flex flex-wrap items-center gap-3">{aside}</div>}
      </div>
      {action && <div className="no-print flex flex-wrap items-center gap-3">{action}</div>}
    </header>
  );
}

/** A title whose references, such as TT-2026-000393, stay on one line. */
const unbroken = (title: string): ReactNode[] =>
  title.split(/\b(T[A-Z]-\d{4}-\d{6})\b/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={part} className="whitespace-nowrap">
        {part}
      </span>
    ),
  );

type SectionProps = { title: string; id?: string; lead?: ReactNode; action?: ReactNode; children: ReactNode };

/** A part of a page with its h2. White space separates; there is no box. */
export function Section({ title, id, lead, action, children }: SectionProps) {
  return (
    <section aria-labelledby={id ? `${id}-title` : undefined} id={id} className="mt-14 first:mt-0">
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <h2 id={id ? `${id}-title` : undefined} className="text-large font-bold text-balance">
          {title}
        </h2>
        {action && <div className="no-print">{action}</div>}
      </div>
      {lead && <div className="-mt-2 mb-5 max-w-measure text-muted">{lead}</div>}
      {children}
    </section>
  );
}

/** What the page is about, and beside it what may be done: one column on a phone, where the act comes after. `first` stands before both. */
export function Columns({ first, children, aside }: { first?: ReactNode; children: ReactNode; aside: ReactNode }) {
  if (first)
    return (
      <div className="grid gap-x-16 gap-y-14 print:block lg:grid-cols-[minmax(0,1fr)_19rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0">{first}</div>
        <aside className="grid content-start gap-8 print:my-8 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {aside}
        </aside>
        <div className="min-w-0 lg:col-start-1">{children}</div>
      </div>
    );
  return (
    <div className="grid gap-x-16 gap-y-12 print:block lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="min-w-0">{children}</div>
      <aside className="grid content-start gap-8 print:mt-8">{aside}</aside>
    </div>
  );
}

/** Running text: paragraphs, lists and headings at a readable measure. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>;
}

/** The way back, above the title. */
export function BackLink({ href, children = "Back" }: { href: string; children?: ReactNode }) {
  return (
    <p className="no-print mb-5">
      <a href={href} className="inline-flex min-h-6 items-center gap-2 text-ink underline hover:decoration-2">
        <svg
          viewBox="0 0 16 12"
          width="16"
          height="12"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        >
          <path d="M7 1 2 6l5 5M2 6h13" />
        </svg>
        {children}
      </a>
    </p>
  );
}

/** Where this page stands, from the top down; the page itself is not in it. */
export function Breadcrumbs({ trail }: { trail: { label: string; href: string }[] }) {
  return (
    <nav aria-label="Where this page is" className="no-print mb-5">
      <ol className="flex flex-wrap gap-x-2 text-small">
        {trail.map(({ label, href }) => (
          <li key={href} className="flex gap-2 after:text-muted after:content-['/'] last:after:content-none">
            <TextLink href={href}>{label}</TextLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** For a screen reader only. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}

/** More to read for whoever wants it. */
export function Details({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="details max-w-measure">
      <summary className="w-fit cursor-pointer py-0.5 text-act underline hover:decoration-2">{summary}</summary>
      <div className="mt-2 grid gap-3 border-l-2 border-line pl-5">{children}</div>
    </details>
  );
}
