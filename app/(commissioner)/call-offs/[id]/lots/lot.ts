import { notFound } from "next/navigation";
import { cache } from "react";
import type { CallOffFile, LotRow } from "@/lib/calloff/record/queries/find";
import { asDay } from "@/lib/core/values/moment";
import { requireFile } from "../file";

type Requested = { callOff: CallOffFile; lot: LotRow | null };

/** A lot of a draft that this person may write; "new" is one that is not there yet. To others its form does not exist. */
export const requireLot = cache(async (id: string, lotId: string): Promise<Requested> => {
  const { callOff, editable } = await requireFile(id);
  const lot = callOff.lots.find((known) => known.id === lotId) ?? null;
  if (!editable || (!lot && lotId !== "new")) notFound();
  return { callOff, lot };
});

/** The first and the last day of the term; none until the need says both. */
export function termOf({ startsOn, endsOn }: CallOffFile) {
  const [from, to] = [asDay(startsOn), asDay(endsOn)];
  return from && to ? { from, to } : null;
}

/** What a lot's own page is called. */
export const lotTitle = (lot: LotRow | null): string => (lot ? `Lot ${lot.number}: ${lot.title}` : "Add a lot");
