import { whole } from "@/lib/core/values/format";

/** The lower edges of up to four shades, by rank among different figures, so that neither one large figure nor many alike hide the rest. */
export function shades(figures: number[]): number[] {
  const some = [...new Set(figures.filter((figure) => figure > 0))].sort((a, b) => a - b);
  const edges = [0, 0.25, 0.5, 0.8].map((part) => some[Math.floor(part * some.length)] ?? 0);
  return [...new Set(edges)].filter((edge) => edge > 0);
}

/** The shade of a figure: nought for none, else from 1 to 4. */
export const shadeOf = (figure: number, steps: number[]) =>
  figure > 0 ? steps.filter((edge) => figure >= edge).length : 0;

/** What each shade stands for, in words, nought first. */
export function ranges(steps: number[]): string[] {
  const edges = steps.map((edge, at) => {
    const last = (steps[at + 1] ?? Number.POSITIVE_INFINITY) - 1;
    if (last === edge) return whole(edge);
    return Number.isFinite(last) ? `${whole(edge)} to ${whole(last)}` : `${whole(edge)} or more`;
  });
  return ["none", ...edges];
}
