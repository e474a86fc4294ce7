import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Places } from "@/lib/reference/places";
import { findAreas, hasPostcodes } from "@/lib/reference/postcode/queries";
import { postcodeWords, readPostcode } from "@/lib/reference/postcode/rules";
import type { Asked, Remark } from "../schema";
import { problemWords } from "../words";

/**
 * The same question with a postcode in the place of its council area, and a remark on which areas it stands for. When
 * no postcodes are loaded the question is left as it is: the reader of places then says so.
 */
export async function readPostcodeIn(
  actor: Actor,
  asked: Asked,
  places: Places,
): Promise<{ asked: Asked; remarks: Remark[] }> {
  const [typed] = [asked.place ?? []].flat();
  const postcode = typed ? readPostcode(typed.trim()) : null;
  if (!typed || !postcode || !(await hasPostcodes(actor))) return { asked, remarks: [] };
  const said = postcodeWords(postcode);
  const [code, ...others] = (await findAreas(actor, [postcode])).get(postcode.text) ?? [];
  const { place: _, ...rest } = asked;
  if (!code) return { asked: rest, remarks: [{ about: "place", text: problemWords.unknownPostcode(said), could: [] }] };
  const could = others.length > 0 ? others : places.ancestors(code).map((outer) => outer.code);
  const text =
    others.length > 0
      ? problemWords.postcodeTouches(said, places.label(code))
      : problemWords.postcodeIn(
          said,
          places
            .pathOf(code)
            .reverse()
            .map((place) => places.label(place.code)),
        );
  return { asked: { ...rest, place: code }, remarks: [{ about: "place", text, could }] };
}
