import type { ReactNode } from "react";
import { TextLink } from "./button";
import type { Tone } from "./look";
import { Tag } from "./status";

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
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1 border-b border-line py-3">
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
      <span id={id}>{tone === "good" ? <span className="text-muted">{status}</span> : <Tag tone={tone}>{status}</Tag>}</span>
    </li>
  );
}
