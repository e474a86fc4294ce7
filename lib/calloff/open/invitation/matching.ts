import "server-only";
import type { Tx } from "@/lib/core/db";
import { matches } from "../../before/forecast/matches";
import { whyOf } from "../../before/forecast/rules";
import { becauseWords } from "./words";

/** An organisation that could deliver some lots, with why it is on the list. */
export type Match = { organisationId: string; name: string; reference: string; lotNumbers: number[]; why: string[] };

type Reader = Pick<Tx, "$queryRaw" | "callOff" | "membership">;

/**
 * Everybody who is invited when nothing is said: the organisations that the forecast finds for each lot, and members of its
 * part who have published nothing there. Each once, by name, with the lots that it could deliver.
 */
export async function matchesWithin(tx: Reader, callOffId: string): Promise<Match[]> {
  const found = new Map<string, Match>();
  const add = (who: Omit<Match, "lotNumbers">, lot: number) => {
    const before = found.get(who.organisationId);
    if (before) before.lotNumbers.push(lot);
    else found.set(who.organisationId, { ...who, lotNumbers: [lot] });
  };
  for (const { number, bidders, quiet } of await matches(tx, callOffId)) {
    for (const bidder of bidders) {
      const { organisationId, name, reference } = bidder;
      add({ organisationId, name, reference, why: whyOf(bidder) }, number);
    }
    for (const who of quiet) add({ ...who, why: [becauseWords.quiet] }, number);
  }
  return [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name, "en-GB"));
}
