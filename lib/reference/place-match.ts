type Named = { name: string; kind: string; council: string | null; gss: string | null };
type Matches<P extends Named> = (text: string, options?: { limit?: number; kinds?: readonly P["kind"][] }) => P[];

/**
 * Finds places by what somebody has typed so far. The whole name comes before its beginning, and that before a word
 * inside it; among equals, the order given stands.
 */
export function matcher<P extends Named>(places: readonly P[]): Matches<P> {
  const entries = places.map((place) => ({
    place,
    name: plain(place.name),
    council: plain(place.council ?? ""),
    gss: plain(place.gss ?? ""),
  }));
  const rankOf = ({ name, council, gss }: (typeof entries)[number], typed: string) =>
    gss === typed ? 0 : Math.min(closeness(name, typed), 4 + closeness(council, typed));

  return (text, { limit = 10, kinds } = {}) => {
    const typed = plain(text);
    if (typed === "") return [];
    return entries
      .filter(({ place }) => !kinds || kinds.includes(place.kind))
      .map((entry) => ({ place: entry.place, rank: rankOf(entry, typed) }))
      .filter(({ rank }) => rank < MISSED)
      .sort((one, other) => one.rank - other.rank)
      .slice(0, limit)
      .map(({ place }) => place);
  };
}

const MISSED = Number.POSITIVE_INFINITY;

/** 0 for the name itself, up to 3 for words that each begin one of its words. */
function closeness(name: string, typed: string): number {
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  if (` ${name}`.includes(` ${typed}`)) return 2;
  const words = name.split(" ");
  return typed.split(" ").every((part) => words.some((word) => word.startsWith(part))) ? 3 : MISSED;
}

/** A name as people type it: no accents, capitals, points or apostrophes; "&" is "and", "Saint" is "St". */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}'’.]/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bsaint\b/g, "st")
    .trim();
}
