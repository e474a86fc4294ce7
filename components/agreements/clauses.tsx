import type { Clause } from "@/lib/agreements/clauses/purchase";

/** What was agreed, clause by clause, numbered so that it can be quoted. */
export function Clauses({ clauses }: { clauses: readonly Clause[] }) {
  return (
    <ol className="grid gap-6">
      {clauses.map(({ title, lines }, at) => (
        <li key={title} className="max-w-measure wrap-anywhere">
          <h3 className="font-bold">
            {at + 1}. {title}
          </h3>
          {lines.map((line) => (
            <p key={line} className="mt-1">
              {line}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
