import type { Instrument } from "@/lib/core/prisma/enums";
import { bondClauses } from "./bond";
import { contractClauses } from "./contract";
import { grantClauses } from "./grant";
import type { Clause } from "./purchase";
import { aloud, type LotFacts } from "./said";

/** What the two sides of an agreement from a call-off agree, in plain words, from what was kept when it was drawn up. */
export function lotClauses(instrument: Instrument, facts: LotFacts): Clause[] {
  const said = aloud(facts);
  if (instrument === "grant") return grantClauses(said);
  return instrument === "bond" ? bondClauses(said) : contractClauses(said);
}
