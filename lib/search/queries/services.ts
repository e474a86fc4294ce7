import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { reference } from "@/lib/reference/queries";
import { buyable } from "@/lib/register/membership/policy";
import { type FactsRow, factsOf, factsSelect, type ServiceFacts } from "@/lib/register/service/facts";
import { maySeePrices } from "../policy";

/** The most services that stand side by side. */
export const MOST_COMPARED = 4;

/** A service that can be bought, by its reference; without prices for whoever may not see them. */
export async function findBuyable(actor: Actor, serviceReference: string): Promise<ServiceFacts | null> {
  const [found] = await listCompared(actor, [serviceReference]);
  return found ?? null;
}

/** Up to four services that can be bought, in the order of their references; one that cannot be bought is left out. */
export async function listCompared(actor: Actor, references: readonly string[]): Promise<ServiceFacts[]> {
  const wanted = [...new Set(references.filter(isServiceReference))].slice(0, MOST_COMPARED);
  if (wanted.length === 0) return [];
  const [rows, lists] = await Promise.all([
    db.service.findMany({
      where: { AND: [buyable(), { reference: { in: wanted } }] },
      select: factsSelect,
      orderBy: { id: "asc" },
      take: MOST_COMPARED,
    }),
    reference(),
  ]);
  const shown = (row: FactsRow) => factsOf(maySeePrices(actor) ? row : { ...row, rateCards: [] }, lists);
  return wanted.flatMap((one) => {
    const row = rows.find((found) => found.reference === one);
    return (row && shown(row)) ?? [];
  });
}

const isServiceReference = (text: string) => /^[A-Z]{2}-\d{4}-\d{6,12}$/.test(text);
