import type { ReactNode } from "react";
import { type Tone, toneText, toneWash } from "./look";

/** A standing in a word. The word says it; the colour only helps. */
export function Tag({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`tag ${toneWash[tone]} ${toneText[tone]}`}>
      <Sign tone={tone} />
      {children}
    </span>
  );
}

/** A stop of our line, with a different filling for each tone, so that colour is never alone. */
function Sign({ tone }: { tone: Tone }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className="shrink-0">
      <circle
        cx="6"
        cy="6"
        r="4.5"
        fill={tone === "good" ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="2"
      />
      {tone === "wait" && <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />}
      {tone === "bad" && <path d="M3 9l6-6" stroke="currentColor" strokeWidth="2" />}
      {tone === "note" && <circle cx="6" cy="6" r="1.75" fill="currentColor" />}
    </svg>
  );
}

type StatProps = {
  label: string;
  value: ReactNode;
  unit?: string;
  /** What it is compared to: "last year 38", "target 10 working days". */
  compare?: ReactNode;
};

/** A number that matters, large, with its unit and what it is compared to. Several stand in `Stats`. */
export function Stat({ label, value, unit, compare }: StatProps) {
  return (
    <div className="flex flex-col border-t-2 border-ink pt-2">
      <dt className="text-small">{label}</dt>
      <dd className="text-large font-bold sm:text-title">
        {value}
        {unit && <span className="text-body font-normal"> {unit}</span>}
      </dd>
      {compare && <dd className="text-small text-muted">{compare}</dd>}
    </div>
  );
}

export function Stats({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-x-6 gap-y-6 sm:grid-cols-[repeat(auto-fit,minmax(13.5rem,1fr))] sm:gap-x-8">
      {children}
    </dl>
  );
}
