import type { Complexity, RateUnit } from "@/lib/core/prisma/enums";
import { sections } from "./sections";
import type { ServiceSection } from "./words";

/** After so many days without a word a published service is hidden until somebody confirms it. */
export const STALE_AFTER_DAYS = 180;
/** From so many days on the organisation is asked to confirm. */
export const CONFIRM_FROM_DAYS = 150;
/** Open places that nobody has touched for so long are asked about. */
export const CAPACITY_OLD_AFTER_DAYS = 30;

type Priced = { unit: RateUnit; what: string; complexity: Complexity; volumeFrom: number; volumeTo: number | null };
export type RateFault = { line: number; field: "complexity" | "volumeFrom" | "volumeTo"; message: string };

/**
 * What is wrong with a set of prices: bands that overlap or leave a gap for the same thing, and a price for any level
 * of complexity beside one for a level. `line` counts from nought. A first band may start above one: that is a minimum order.
 */
export function rateFaults(lines: readonly Priced[]): RateFault[] {
  const numbered = lines.map((line, at) => ({ ...line, at }));
  const backward = numbered
    .filter(({ volumeFrom, volumeTo }) => volumeTo !== null && volumeTo < volumeFrom)
    .map(
      ({ at, volumeFrom }): RateFault => ({
        line: at,
        field: "volumeTo",
        message: `The last number must be ${volumeFrom} or more`,
      }),
    );
  if (backward.length > 0) return backward;
  const things = grouped(numbered, ({ unit, what }) => `${unit} ${plain(what)}`);
  return things
    .flatMap((thing) => [...mixedLevels(thing), ...bands(thing)])
    .sort((one, other) => one.line - other.line);
}

type Numbered = Priced & { at: number };

function mixedLevels(thing: readonly Numbered[]): RateFault[] {
  if (new Set(thing.map(({ complexity }) => complexity === "any")).size < 2) return [];
  return thing
    .filter(({ complexity }) => complexity === "any")
    .map(({ at }) => ({
      line: at,
      field: "complexity",
      message: "Choose a level: you also have a price for one level of the same thing",
    }));
}

function bands(thing: readonly Numbered[]): RateFault[] {
  const levels = grouped(thing, ({ complexity }) => complexity);
  return levels.flatMap((level) => {
    const sorted = level.toSorted((one, other) => one.volumeFrom - other.volumeFrom || one.at - other.at);
    return sorted.slice(1).flatMap((line, before): RateFault[] => {
      const end = sorted[before]?.volumeTo ?? null;
      if (end === null || end >= line.volumeFrom)
        return [
          {
            line: line.at,
            field: "volumeFrom",
            message: "This price overlaps another for the same thing. Change where it starts",
          },
        ];
      return end + 1 < line.volumeFrom
        ? [
            {
              line: line.at,
              field: "volumeFrom",
              message: `There is no price from ${end + 1} to ${line.volumeFrom - 1}. Start at ${end + 1}`,
            },
          ]
        : [];
    });
  });
}

function grouped<T>(list: readonly T[], by: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return [...groups.values()];
}

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, " ");

type Shape = {
  title: string;
  summary: string;
  description: string;
  outcomeCodes: readonly string[];
  settings: readonly string[];
  languages: readonly string[];
  placeCodes: readonly string[];
  /** Nought until somebody has said who it is for. */
  minAge: number;
};

type Readiness = {
  version: Shape | null;
  hasPrices: boolean;
  capacityAsOf: Date | null;
  places: number;
};

/** The parts of a service that are not finished yet, in the order of its task list. */
export function unfinished({ version, hasPrices, capacityAsOf, places }: Readiness): ServiceSection[] {
  const done: Record<ServiceSection, boolean> = {
    description: Boolean(version?.title && version.summary && version.description && version.outcomeCodes.length > 0),
    who: Boolean(version && version.minAge > 0),
    places: Boolean(version && version.placeCodes.length > 0),
    delivery: Boolean(version && version.settings.length > 0 && version.languages.length > 0),
    prices: hasPrices,
    capacity: capacityAsOf !== null && places > 0,
  };
  return sections.filter((section) => !done[section]);
}
