import type { Judged, Target } from "./figures";

/** Figures as people read them in a terminal: one line each, in columns. */
export function table(figures: readonly Judged[]): string {
  const head = ["scale", "phase", "what", "measure", "median", "spread", "floor", "ratio", "target", ""];
  const rows = figures.map((figure) => [
    figure.scale,
    figure.phase,
    figure.what,
    figure.measure,
    number(figure.median),
    `${Math.round(figure.spread * 100)}%`,
    figure.floor?.what ?? "",
    figure.ratio === null ? "" : `${number(figure.ratio)}x`,
    figure.target ? targetWords(figure.target) : "",
    [figure.met === null ? "" : figure.met ? "met" : "MISSED", figure.noisy ? "noisy" : ""].filter(Boolean).join(", "),
  ]);
  const numeric = new Set([4, 5, 7]);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (numeric.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)]
    .map((text) => `  ${text}`)
    .join("\n");
}

export const targetWords = (target: Target): string => {
  const unit = target.of === "ratio" ? "x" : "";
  return "atMost" in target ? `≤ ${target.atMost}${unit}` : `≥ ${target.atLeast}${unit}`;
};

/** Two or three figures that count, never an exponent. */
function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en-GB");
  if (value >= 0.1) return value.toFixed(value >= 10 ? 1 : 2);
  return value.toFixed(value >= 0.01 ? 3 : 5);
}
