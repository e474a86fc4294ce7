import type { Places } from "@/lib/reference/places";
import { reachOf } from "../reach";
import type { Shelf } from "./store/shelf";

/** Which of the counted places a service reaches, by the number of its spot: found once for each spot, and then known. */
export type Reaching = { counted: readonly string[]; from(spot: number): readonly number[] };

const KEPT = 32;

/** Remembers the last few lists of counted places. Most questions count in the same ones. */
export function openReaching({
  spot: spots,
}: Pick<Shelf, "spot">): (counted: readonly string[], places: Places) => Reaching {
  let map: Places | null = null;
  const known = new Map<string, Reaching>();
  return (counted, places) => {
    if (map !== places) known.clear();
    map = places;
    const key = counted.join(" ");
    const found = known.get(key) ?? reachingIn(spots, [...new Set(counted)], places);
    known.delete(key);
    known.set(key, found);
    for (const oldest of known.keys()) if (known.size > KEPT) known.delete(oldest);
    return found;
  };
}

function reachingIn(spots: Shelf["spot"], counted: readonly string[], places: Places): Reaching {
  const numbers = new Map(counted.map((code, at) => [code, at]));
  const reach = new Map<string, number[]>();
  for (const [near, targets] of reachOf(counted, places))
    reach.set(
      near,
      targets.flatMap((target) => numbers.get(target) ?? []),
    );
  const known: (readonly number[] | undefined)[] = [];
  const learn = (spot: number): readonly number[] => {
    const values = (spots.lists[spot] ?? []).flatMap((value) => spots.values[value] ?? []);
    const reached = values.flatMap(({ facet, code }) => (facet === "place" ? (reach.get(code) ?? []) : []));
    const list = [...new Set(reached)];
    known[spot] = list;
    return list;
  };
  return { counted, from: (spot) => known[spot] ?? learn(spot) };
}
