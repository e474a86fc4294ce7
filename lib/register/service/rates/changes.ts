import type { Complexity, RateUnit } from "@/lib/core/prisma/enums";
import { percent } from "@/lib/core/values/format";
import { priceWords, thingWords } from "./words";

/** A price as it is compared. Two are for the same thing when everything but pence and VAT is alike. */
export type PricedLine = {
  what: string;
  unit: RateUnit;
  complexity: Complexity;
  pence: bigint;
  vatBp: number;
  volumeFrom: number;
  volumeTo: number | null;
};

/** What a new price list does to each thing, in the order of the new list and then what goes. */
export type PriceChange = {
  kind: "new" | "up" | "down" | "vat" | "gone" | "same";
  thing: string;
  before: string | null;
  after: string | null;
};

const kindOf = (before: PricedLine, after: PricedLine): PriceChange["kind"] =>
  after.pence > before.pence
    ? "up"
    : after.pence < before.pence
      ? "down"
      : after.vatBp === before.vatBp
        ? "same"
        : "vat";

/** Compares two price lists, thing by thing. Nothing is left out: what stays the same is said too. */
export function priceChanges(before: readonly PricedLine[], after: readonly PricedLine[]): PriceChange[] {
  const left = new Map(before.map((line) => [keyOf(line), line]));
  const changes = after.map((line): PriceChange => {
    const was = left.get(keyOf(line));
    left.delete(keyOf(line));
    return {
      kind: was ? kindOf(was, line) : "new",
      thing: thingWords(line),
      before: was ? priceWords(was) : null,
      after: priceWords(line),
    };
  });
  const gone = [...left.values()].map(
    (line): PriceChange => ({ kind: "gone", thing: thingWords(line), before: priceWords(line), after: null }),
  );
  return [...changes, ...gone];
}

/** A change as one sentence, for a list. */
export function changeSentence({ kind, thing, before, after }: PriceChange): string {
  switch (kind) {
    case "new":
      return `New: ${thing}, ${after}`;
    case "gone":
      return `No longer offered: ${thing}, ${before}`;
    case "same":
      return `The same: ${thing}, ${after}`;
    case "up":
      return `Up: ${thing}, from ${before} to ${after}`;
    case "down":
      return `Down: ${thing}, from ${before} to ${after}`;
    case "vat":
      return `VAT changed: ${thing}, from ${before} to ${after}`;
  }
}

type Added = { placeCode: string; upliftBp: number };

/** What changed in what is added in some places, as sentences. */
export function upliftChanges(
  before: readonly Added[],
  after: readonly Added[],
  name: (code: string) => string,
): string[] {
  const was = new Map(before.map(({ placeCode, upliftBp }) => [placeCode, upliftBp]));
  const said = after.flatMap(({ placeCode, upliftBp }) => {
    const earlier = was.get(placeCode);
    was.delete(placeCode);
    if (earlier === upliftBp) return [];
    return [
      earlier === undefined
        ? `New: ${percent(upliftBp)} more in ${name(placeCode)}`
        : `Now ${percent(upliftBp)} more in ${name(placeCode)}, not ${percent(earlier)}`,
    ];
  });
  return [...said, ...[...was.keys()].map((code) => `Nothing more in ${name(code)}`)];
}

const keyOf = ({ what, unit, complexity, volumeFrom, volumeTo }: PricedLine): string =>
  JSON.stringify([what.trim().toLowerCase().replace(/\s+/g, " "), unit, complexity, volumeFrom, volumeTo]);
