import type { ReactNode } from "react";
import { TextLink } from "./button";

export type ResultItem = {
  id: string;
  title: string;
  href: string;
  /** Whose it is, where it is: one muted line under the title. */
  under?: ReactNode;
  /** Standing, beside the title. */
  tag?: ReactNode;
  /** Short facts in a row: "12 places", "£85.00 an hour". */
  facts?: ReactNode[];
  /** Why it is here, or the words that matched. */
  why?: ReactNode;
  /** What can be done with it from the list. */
  action?: ReactNode;
};

/** Things found, dense and quiet: no boxes, the title is the link. */
export function ResultList({ items, label }: { items: ResultItem[]; label: string }) {
  return (
    <ol aria-label={label} className="border-t border-line">
      {items.map(({ id, title, href, under, tag, facts, why, action }) => (
        <li key={id} className="grid gap-x-8 gap-y-2 border-b border-line py-5 sm:grid-cols-[minmax(0,1fr)_auto]">
          <div className="min-w-0">
            <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-bold">
              <TextLink href={href}>{title}</TextLink>
              {tag}
            </h3>
            {under && <p className="text-muted">{under}</p>}
            {facts && facts.length > 0 && <Inline items={facts} />}
            {why && <div className="mt-1 max-w-measure text-small">{why}</div>}
          </div>
          {action && <div className="no-print">{action}</div>}
        </li>
      ))}
    </ol>
  );
}

/** Short facts on one line, divided by the dots of our line. */
export function Inline({ items }: { items: ReactNode[] }) {
  return (
    <ul className="inline-facts">
      {items.map((item, at) => (
        <li key={at}>{item}</li>
      ))}
    </ul>
  );
}

/** A plain list of sentences. */
export function Bullets({ items }: { items: ReactNode[] }) {
  return (
    <ul className="grid max-w-measure list-disc gap-1 pl-6 marker:text-muted">
      {items.map((item, at) => (
        <li key={at}>{item}</li>
      ))}
    </ul>
  );
}

/** The two or three ways on from a page: large links with a line under each. */
export function Doors({ doors }: { doors: { title: string; href: string; children: ReactNode }[] }) {
  return (
    <ul className="grid gap-x-10 gap-y-6 sm:grid-cols-[repeat(auto-fit,minmax(16rem,1fr))]">
      {doors.map(({ title, href, children }) => (
        <li key={href} className="border-t-4 border-act pt-3">
          <TextLink href={href} className="text-large font-bold">
            {title}
          </TextLink>
          <p className="mt-1 text-muted">{children}</p>
        </li>
      ))}
    </ul>
  );
}
