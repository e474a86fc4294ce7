import { TextLink } from "@/components/ui/button";
import { whole } from "@/lib/core/values/format";

export type Bar = {
  label: string;
  value: number /** The figure as read: "£12,000 (31%)". */;
  said?: string;
  href?: string;
};

/** Figures side by side as bars, each with its words: the table beneath the picture is the picture. */
export function BarList({ caption, bars }: { caption: string; bars: Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <figure className="min-w-0 max-w-3xl">
      <figcaption className="mb-3 font-bold">{caption}</figcaption>
      <ul className="grid gap-2.5">
        {bars.map(({ label, value, said = whole(value), href }) => (
          <li key={label} className="grid items-center gap-x-5 gap-y-0.5 sm:grid-cols-[14rem_minmax(0,1fr)]">
            <span>{href ? <TextLink href={href}>{label}</TextLink> : label}</span>
            <span className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3">
              <svg width="100%" height="20" aria-hidden="true">
                <rect width="100%" height="20" className="fill-wash" />
                <rect width={`${Math.max(0, (value / most) * 100)}%`} height="20" className="fill-act" />
              </svg>
              <span className="min-w-16 text-right tabular-nums">{said}</span>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
