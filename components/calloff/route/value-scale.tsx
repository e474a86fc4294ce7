import { roundPounds } from "@/lib/core/values/format";

type Mark = { label: string; pence: bigint; look: "own" | "together" | "limit" };

const strokes: Record<Mark["look"], string> = { own: "fill-act", together: "fill-wait", limit: "fill-ink" };

/** A value beside the threshold that decides: one bar, and a mark for each amount. The list beneath says the same in words. */
export function ValueScale({ caption, marks }: { caption: string; marks: Mark[] }) {
  let most = 1n;
  for (const { pence } of marks) if (pence > most) most = pence;
  const at = (pence: bigint) => `${Number((pence * 9_200n) / most) / 100}%`;
  const own = marks.find(({ look }) => look === "own");
  const together = marks.find(({ look }) => look === "together");
  return (
    <figure className="mb-12 max-w-3xl">
      <figcaption className="mb-3 font-bold">{caption}</figcaption>
      <svg width="100%" height="44" aria-hidden="true" className="block">
        <rect y="12" width="100%" height="20" className="fill-wash" />
        {together && <rect y="12" width={at(together.pence)} height="20" className="fill-wait opacity-40" />}
        {own && <rect y="12" width={at(own.pence)} height="20" className="fill-act" />}
        {marks
          .filter(({ look }) => look === "limit")
          .map(({ label, pence }) => (
            <rect key={label} x={at(pence)} width="3" height="44" className="fill-ink" />
          ))}
      </svg>
      <ul className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
        {marks.map(({ label, pence, look }) => (
          <li key={label} className="flex items-baseline gap-2">
            <svg width="12" height="12" aria-hidden="true" className="shrink-0">
              <rect
                x={look === "limit" ? 4.5 : 0}
                width={look === "limit" ? 3 : 12}
                height="12"
                className={look === "together" ? "fill-wait opacity-40" : strokes[look]}
              />
            </svg>
            <span>
              {label} <strong className="tabular-nums">{roundPounds(pence)}</strong>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
