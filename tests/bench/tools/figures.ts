import type { Phase, Scale } from "../options";
import type { Subject } from "./measure";
import { isNoisy, median, ratio, spread } from "./statistics";

export type Measure = "p50 ms" | "p95 ms" | "per s" | "s" | "MB" | "kB" | "ms";

/** What a figure is held to: its ratio to the floor, or the value itself. */
export type Target = { of: "ratio" | "value"; atMost: number } | { of: "ratio" | "value"; atLeast: number };

/** One figure, with a value for each round, and those of its floor in the same rounds. */
export type Figure = {
  phase: Phase;
  what: string;
  measure: Measure;
  rounds: number[];
  floor?: { what: string; rounds: number[] };
  target?: Target;
};

/** What one phase found: figures, what was answered wrongly, and what is worth knowing beside them. */
export type Found = { figures: Figure[]; wrong: string[]; notes: string[] };

export type Judged = Figure & {
  scale: Scale;
  median: number;
  spread: number;
  noisy: boolean;
  ratio: number | null;
  met: boolean | null;
};

/** Draws the conclusions: the median of the rounds, their spread, the ratio to the floor, and whether the target is met. */
export function judge(figure: Figure, scale: Scale): Judged {
  const { rounds, floor, target } = figure;
  const middle = median(rounds);
  const toFloor = floor ? ratio(rounds, floor.rounds) : null;
  const held = target?.of === "ratio" ? toFloor : middle;
  return {
    ...figure,
    scale,
    median: middle,
    spread: spread(rounds),
    noisy: isNoisy(rounds) || (floor !== undefined && isNoisy(floor.rounds)),
    ratio: toFloor,
    met:
      target === undefined || held === null
        ? null
        : "atMost" in target
          ? held <= target.atMost
          : held >= target.atLeast,
  };
}

/** The search as a route and as a page: the subjects whose growth is held to a target. */
export const searchRoute = "GET /api/v1/services";
export const searchPage = "/find, the public";
const grows = [searchRoute, searchPage];

type Targets = Partial<Record<"p50" | "p95" | "perSecond", Target>>;

/** The three figures of a subject beside those of its floor. */
export function figuresOf(phase: Phase, seen: Subject, floor?: Subject, targets: Targets = {}): Figure[] {
  const figure = (measure: Measure, read: (of: Subject) => number[], target?: Target): Figure => ({
    phase,
    what: seen.what,
    measure,
    rounds: read(seen),
    ...(floor && { floor: { what: floor.what, rounds: read(floor) } }),
    ...(target && { target }),
  });
  return [
    figure("p50 ms", ({ one }) => one.map(({ p50 }) => p50), targets.p50),
    figure("p95 ms", ({ one }) => one.map(({ p95 }) => p95), targets.p95),
    figure("per s", ({ eight }) => eight.map(({ perSecond }) => perSecond), targets.perSecond),
  ];
}

/** How the 95th percentile of each grows from one scale to the next, tenfold. */
export function growth(figures: readonly Judged[]): Judged[] {
  return grows.flatMap((subject) => {
    const slow = figures.filter(({ what, measure }) => what === subject && measure === "p95 ms");
    return slow.slice(1).flatMap((larger, at) => {
      const smaller = slow[at];
      const most = larger.scale === "1m" ? 2.5 : larger.scale === "100k" ? 1.5 : null;
      if (!smaller || most === null) return [];
      const { phase, measure, rounds, scale } = larger;
      const floor = { what: `the same at ${smaller.scale}`, rounds: smaller.rounds };
      const target: Target = { of: "ratio", atMost: most };
      return [judge({ phase, what: `growth of ${subject}`, measure, rounds, floor, target }, scale)];
    });
  });
}
