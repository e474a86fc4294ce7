import type { ReactNode } from "react";
import { Button, TextLink } from "./button";

type LayoutProps = {
  /** Where the filters are sent: the page itself. */
  action: string;
  /** Fields from components/form; their defaults come from the address. */
  filters: ReactNode;
  children: ReactNode;
  /** How many filters stand, said on the closed panel of a phone. */
  chosen?: number;
};

/** Filters beside what they filter: a GET form, so that the address says it all. On a phone they open above. */
export function FilterLayout({ action, filters, children, chosen = 0 }: LayoutProps) {
  return (
    <div className="grid gap-x-14 gap-y-8 print:block lg:grid-cols-[18rem_minmax(0,1fr)]">
      <details className="filters no-print">
        <summary className="w-fit cursor-pointer py-1 text-act underline">
          Filters{chosen > 0 && ` (${chosen} chosen)`}
        </summary>
        <form action={action} method="get" className="grid grid-cols-1 gap-7">
          {filters}
          <div className="flex flex-wrap items-center gap-5">
            <Button>Apply filters</Button>
            <TextLink href={action}>Clear</TextLink>
          </div>
        </form>
      </details>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

export type Chip = { label: string /** The address without this filter. */; without: string };

/** The filters that stand, each with its way off. */
export function FilterChips({ chips, clear }: { chips: Chip[]; clear: string }) {
  if (chips.length === 0) return null;
  return (
    <div className="no-print mb-6 flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="sr-only" id="chips">
        Filters in use
      </p>
      <ul aria-labelledby="chips" className="flex flex-wrap gap-2">
        {chips.map(({ label, without }) => (
          <li key={without}>
            <a
              href={without}
              className="inline-flex min-h-8 items-center gap-2 rounded-full border border-field px-3 text-small text-ink hover:bg-wash"
            >
              <span className="sr-only">Remove filter: </span>
              {label}
              <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" stroke="currentColor" strokeWidth="2">
                <path d="m1 1 8 8M9 1 1 9" />
              </svg>
            </a>
          </li>
        ))}
      </ul>
      <TextLink href={clear} className="text-small">
        Clear all
      </TextLink>
    </div>
  );
}

export type Tab = { label: string; href: string; current?: boolean; count?: number };

/** Views of one thing, as links. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="no-print mb-8 border-b border-line">
      <ul className="flex flex-wrap gap-x-7">
        {tabs.map(({ label, href, current, count }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? "page" : undefined}
              className="inline-block border-b-4 border-transparent py-2 text-act aria-[current]:border-act aria-[current]:font-bold aria-[current]:text-ink hover:underline"
            >
              {label}
              {count !== undefined && <span className="font-normal text-muted"> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
