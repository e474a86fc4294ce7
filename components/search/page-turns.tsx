import { TextLink } from "@/components/ui/button";
import { count, whole } from "@/lib/core/format";

type Props = { from: number; shown: number; total: number; previous: string | null; next: string | null };

/** Which results these are, and the way to those on either side. */
export function PageTurns({ from, shown, total, previous, next }: Props) {
  return (
    <nav aria-label="Pages" className="no-print mt-6 flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
      <p className="text-muted tabular-nums">
        {total > shown && `${whole(from)} to ${whole(from + shown - 1)} of `}
        {count(total, "service")}
      </p>
      <ul className="flex flex-wrap items-center gap-x-1">
        {previous && (
          <li>
            <TextLink href={previous} className="inline-block px-3 py-2">
              Previous page
            </TextLink>
          </li>
        )}
        {next && (
          <li>
            <TextLink href={next} className="inline-block px-3 py-2">
              Next page
            </TextLink>
          </li>
        )}
      </ul>
    </nav>
  );
}
