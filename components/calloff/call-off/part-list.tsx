import { TextLink } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";

export type Part = {
  title: string;
  href: string;
  hint?: string | undefined;
  /** How it stands, in a word or a figure; nothing for what is only read. */
  status?: string | undefined;
  /** Whether somebody has to do something about it. */
  wait?: boolean;
};
export type PartGroup = { title: string; parts: Part[] };

/** Everything there is to read about a call-off, by stage, each with how it stands. */
export function PartList({ groups }: { groups: readonly PartGroup[] }) {
  return groups.map(({ title, parts }) => (
    <Section key={title} title={title}>
      <ul className="border-t border-line">
        {parts.map((part) => (
          <li
            key={part.href}
            className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1 border-b border-line py-3"
          >
            <div className="min-w-0 max-w-measure">
              <TextLink href={part.href}>{part.title}</TextLink>
              {part.hint && <p className="text-small text-muted">{part.hint}</p>}
            </div>
            {part.status &&
              (part.wait ? <Tag tone="wait">{part.status}</Tag> : <span className="text-muted">{part.status}</span>)}
          </li>
        ))}
      </ul>
    </Section>
  ));
}
