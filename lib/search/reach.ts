import type { Places } from "@/lib/reference/places";
import type { Criteria } from "./schema";

/** The places that results are counted in: every region and police area, and what lies inside the area that was asked. */
export function countedPlaces({ place }: Pick<Criteria, "place">, places: Places): string[] {
  const wide = places.all.filter(({ kind, current }) => current && (kind === "region" || kind === "policeArea"));
  const inside = place ? places.descendants(place).filter(({ current }) => current) : [];
  return [...new Set([...wide, ...inside].map(({ code }) => code))];
}

/** For each place that a service may name, which of the counted places it reaches: those that a search there would find it in. */
export function reachOf(counted: readonly string[], places: Places): Map<string, string[]> {
  const reach = new Map<string, string[]>();
  for (const target of counted)
    for (const near of places.around(target)) reach.set(near, [...(reach.get(near) ?? []), target]);
  return reach;
}
