import "server-only";
import type { Actor } from "@/lib/core/actor";
import { findAreas, hasPostcodes } from "@/lib/reference/postcode/queries";
import { postcodesIn } from "@/lib/reference/postcode/rules";
import { reference } from "@/lib/reference/queries";
import { type Areas, foldPlaces, listFaults, readPlaceList } from "../place-list";

/** The areas of whatever in a list reads as a postcode; null when no postcodes have been loaded. */
export async function findListAreas(actor: Actor, list: string): Promise<Areas> {
  const postcodes = postcodesIn(list);
  if (postcodes.length === 0) return new Map();
  return (await hasPostcodes(actor)) ? findAreas(actor, postcodes) : null;
}

/** What ticked places and a typed list come to: folded, with what each line stands for, and what could not be read. */
export type PlacesRead = { folded: string[]; read: string[]; faults: string[] };

/** Reads places as the form sends them, for somebody to look at before they save. */
export async function readPlaces(
  actor: Actor,
  { ticked, list }: { ticked: string[]; list: string },
): Promise<PlacesRead> {
  const { places } = await reference();
  const areas = await findListAreas(actor, list);
  const typed = readPlaceList(list, places, areas);
  const known = ticked.filter((code) => places.find(code)?.current);
  return {
    folded: foldPlaces([...known, ...typed.codes], places).map(places.label),
    read: typed.read.map(({ typed: line, code }) => `“${line}” is ${places.label(code)}`),
    faults: listFaults(typed, places, areas),
  };
}
