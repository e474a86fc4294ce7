import "server-only";
import type { Visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { environment } from "@/lib/core/process/environment";
import { sha256 } from "@/lib/core/values/canonical";
import { reference } from "@/lib/reference/queries";
import { fromQuery, toQuery } from "../address";
import { readCard } from "../ask";
import { writeCursor } from "../cursor";
import { heldGeneration } from "../live/serving";
import { readPostcodeIn } from "../queries/postcode";
import { search, searchDay, shown } from "../queries/search";
import { everything } from "../schema";
import { readGeneration } from "../sql/generation";
import { sortWords } from "../words";
import type { OpenOne, OpenPage } from "./answer";
import { type Fault, type OpenAsk, readOpen } from "./parameters";
import { openFacetCounts, openPath, openService } from "./shape";
import { mendedWords, problemWords } from "./words";

/** An answer with the tag that it bears; that nothing has changed; or what of the question could not be used. */
export type Opened<T> =
  | { kind: "answer"; body: T; tag: string }
  | { kind: "same"; tag: string }
  | { kind: "faults"; faults: Fault[] };

/**
 * Answers a question of the open search, `query` as an address holds it. Always as the public: whoever asks is not looked
 * at. `holds` says whether the asker has the answer of a tag in hand; then nothing is searched.
 */
export async function searchOpen(
  actor: Visitor,
  query: string,
  holds: ((tag: string) => boolean) | null,
): Promise<Opened<OpenPage>> {
  const lists = await reference();
  const day = searchDay();
  const typed = fromQuery(query);
  const located = typed.place?.length === 1 ? await readPostcodeIn(actor, typed, lists.places) : null;
  const remarks = located?.remarks.map(({ text }) => text) ?? [];
  const lost = located !== null && located.asked.place === undefined;
  const asked = located && !lost ? { ...typed, place: [located.asked.place ?? []].flat() } : typed;
  const { ask, faults } = readOpen(asked, lists, day);
  if (lost) faults.unshift({ parameter: "place", detail: remarks.join(" ") });
  if (faults.length > 0) return { kind: "faults", faults: lost ? faults.filter(firstOfItsName) : faults };

  const question = questionOf(ask);
  if (holds) {
    const tag = tagOf(await generationNow(actor), day, question);
    if (holds(tag)) return { kind: "same", tag };
  }
  const { take, facets, cursor } = ask;
  const page = await search(actor, ask.criteria, { take, facets, cursor });
  if (ask.criteria.words !== "" && page.criteria.words === "")
    return { kind: "faults", faults: [{ parameter: "words", detail: problemWords.common }] };
  const { ORIGIN } = environment();
  const { mended } = page;
  const body = {
    generation: page.generation,
    day: page.day,
    order: page.order,
    orderSaid: sortWords[page.order].said,
    total: page.total,
    from: page.from,
    services: page.results.map((result) => openService(result, lists, ORIGIN)),
    facets: openFacetCounts(page.facets, facets, lists),
    next: page.next && addressOf(ORIGIN, ask, "after", page.next),
    previous: page.previous && addressOf(ORIGIN, ask, "before", page.previous),
    mended,
    remarks: [
      ...new Set([
        ...remarks,
        ...ask.remarks,
        ...page.remarks.map(({ text }) => text),
        ...(mended ? [mendedWords(mended.typed, mended.shown)] : []),
      ]),
    ],
  };
  return { kind: "answer", body, tag: tagOf(page.generation, page.day, question) };
}

/** One service that can be bought now, by its reference; null for any other. */
export async function findOpen(
  actor: Visitor,
  serviceReference: string,
  holds: ((tag: string) => boolean) | null,
): Promise<Opened<OpenOne> | null> {
  if (!/^[A-Z]{2}-\d{4}-\d{6,12}$/.test(serviceReference)) return null;
  const [lists, [row]] = await Promise.all([
    reference(),
    db.$queryRaw<{ card: string; generation: bigint }[]>`
      select d."card", (select "generation" from "SearchState") as generation
      from "Service" s join "SearchDocument" d on d."serviceId" = s."id" where s."reference" = ${serviceReference}`,
  ]);
  if (!row) return null;
  const day = searchDay();
  // Its own tag: another service's change is none of this one's.
  const tag = tagOf(0, day, row.card);
  if (holds?.(tag)) return { kind: "same", tag };
  const question = { criteria: everything, understood: null, day };
  const result = shown(actor, { card: readCard(row.card), parts: {} }, question, lists);
  const service = openService(result, lists, environment().ORIGIN);
  return { kind: "answer", body: { generation: Number(row.generation), service }, tag };
}

/** The state of the register that a search which begins now would read. */
async function generationNow(_actor: Visitor): Promise<number> {
  return (await heldGeneration()) ?? Number(await readGeneration(db));
}

/** All that decides an answer beside the register and the day, always written alike. */
function questionOf({ criteria, take, facets, cursor }: OpenAsk): string {
  return [toQuery(criteria), take, facets, cursor ? writeCursor(cursor) : ""].join(" ");
}

/** Weak, because the same facts may be written otherwise by another build; the build is in it all the same. */
const tagOf = (generation: number, day: string, question: string): string =>
  `W/"${generation}-${day}-${sha256(`${environment().BUILD_ID} ${question}`).slice(0, 20)}"`;

function addressOf(origin: string, { criteria, take, facets }: OpenAsk, towards: "after" | "before", cursor: string) {
  const query = toQuery(criteria);
  query.set("take", String(take));
  query.set("facets", facets.length > 0 ? facets.join(",") : "none");
  query.set(towards, cursor);
  return `${origin}${openPath}?${query}`;
}

const firstOfItsName = ({ parameter }: Fault, at: number, all: readonly Fault[]) =>
  all.findIndex((other) => other.parameter === parameter) === at;
