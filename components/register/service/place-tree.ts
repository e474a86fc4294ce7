import type { Place, Places } from "@/lib/reference/places";
import type { PlaceNode } from "./place-picker";

/** The current places as a tree for the picker, regions first. */
export function placeTree(places: Places): PlaceNode[] {
  const current = places.all.filter((place) => place.current);
  const node = ({ code, name, kind }: Place): PlaceNode => ({
    code,
    name,
    kind,
    inside: current.filter(({ parentCode }) => parentCode === code).map(node),
  });
  return current.filter(({ kind }) => kind === "region").map(node);
}
