"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import type { Refusal } from "@/lib/core/door/result";
import { messages } from "./state";

/** What went wrong, at the top of the page, with focus and a link to each field. */
export function ErrorSummary({ refusal }: { refusal?: Refusal | undefined }) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!refusal) return;
    box.current?.focus();
    const before = document.title.replace(/^(Error: )+/, "");
    const marked = `Error: ${before}`;
    document.title = marked;
    return () => {
      // The page that follows may have given its own title already.
      if (document.title === marked) document.title = before;
    };
  }, [refusal]);

  if (!refusal) return null;
  const wrong = Object.entries(messages(refusal)).filter(([, said]) => said?.length);

  const first = wrong.map(([, said]) => said?.[0] ?? "");
  const repeated = new Set(first.filter((said, at) => first.indexOf(said) !== at));

  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      data-error-summary
      className="notice max-w-measure border-refuse bg-refuse-wash"
    >
      <h2 id="error-summary-title" className="text-body font-bold text-refuse">
        There is a problem
      </h2>
      {(wrong.length === 0 || refusal.message !== "There is a problem") && <p className="mt-1">{refusal.message}</p>}
      {wrong.length > 0 && (
        <ul className="mt-2 grid gap-1">
          {wrong.map(([name, said]) => (
            <li key={name}>
              <a href={`#${name}`} onClick={goTo} className="font-semibold text-refuse underline">
                {said?.[0]}
                {said?.[0] && repeated.has(said[0]) && rowOf(name)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Which row a field stands in, so that the same words about several rows are told apart: `lines.1.price` is number 2. */
function rowOf(name: string): string {
  const [, at] = /\.(\d+)\./.exec(name) ?? [];
  return at === undefined ? "" : ` (number ${Number(at) + 1})`;
}

/** Without JavaScript the link is an ordinary fragment; with it the field has focus and its label is in view. */
function goTo(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  (field.closest("[data-field]") ?? field).scrollIntoView({ block: "start" });
  field.focus({ preventScroll: true });
}
