import { currentActor } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { type Suggestion, suggest } from "@/lib/search/queries/suggest";

/** A place is offered by its name alone, with no count: it is looked up without the register. */
type Offer = Omit<Suggestion, "count"> & { count: number | null };

const LONGEST = 100;

/** What may be meant by what somebody is typing: JSON of at most eight. `of=place` asks for places alone. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const typed = (searchParams.get("typed") ?? "").slice(0, LONGEST);
  const offers = searchParams.get("of") === "place" ? await places(typed) : await suggest(await currentActor(), typed);
  return Response.json(offers, { headers: { "cache-control": "private, max-age=30" } });
}

async function places(typed: string): Promise<Offer[]> {
  const { places: known } = await reference();
  return known
    .match(typed, { limit: 8 })
    .map(({ code }) => ({ kind: "place", text: known.label(code), count: null, query: `place=${code}` }));
}
