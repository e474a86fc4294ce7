import { bpOf } from "@/lib/core/values/share";

/** One square of the table: how many services of a category reach a place, and how many organisations offer them. */
export type Cell = { category: string; column: string; services: number; organisations: number };

/** The register and what was bought from it, in plain figures. */
export type Totals = {
  organisations: number;
  /** Of them, the micro and small ones. */
  small: number;
  services: number;
  /** The categories that have a service anywhere. */
  categories: number;
  places: number;
  openPlaces: number;
  awards: number;
  grants: number;
  valuePence: bigint;
  /** What of it went to voluntary, community and social enterprises. */
  vcsePence: bigint;
};

type Head = { code: string; name: string };

export type Coverage = {
  categories: Head[];
  /** Regions, or the police areas of one region. */
  columns: Head[];
  region: Head | null;
  cells: Cell[];
  totals: Totals;
};

const nothing = { services: 0, organisations: 0 };

/** The figure of one square; nothing where there is no service. */
export function cellOf({ cells }: Pick<Coverage, "cells">, category: string, column: string) {
  return cells.find((cell) => cell.category === category && cell.column === column) ?? nothing;
}

/** How many squares have no service, of how many. */
export function gapsOf({ categories, columns, cells }: Pick<Coverage, "categories" | "columns" | "cells">) {
  const all = categories.length * columns.length;
  return { empty: all - cells.filter(({ services }) => services > 0).length, all };
}

/** The share of the money that went to the voluntary sector, in basis points; null when nothing was awarded. */
export const vcseShare = ({ vcsePence, valuePence }: Totals): number | null => bpOf(vcsePence, valuePence);
