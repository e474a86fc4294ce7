import "server-only";
import type { Tx } from "@/lib/core/db";
import type { ApplicationState, CallOffRoute } from "@/lib/core/prisma/enums";
import { entryProblems } from "./words";

/** What decides whether an organisation may tender: the route, and the parts of the market that the lots stand in. */
export type EntryFacts = {
  id: string;
  route: CallOffRoute | null;
  registerId: string | null;
  lots: readonly { id: string; categoryCode: string }[];
};

/** For which lots an organisation may tender, and what it is told when there are none. */
export type Entry = { lotIds: string[]; problem: string | null };

const undecided: ApplicationState[] = ["submitted", "inReview", "clarifying", "seconding"];

/**
 * For which lots an organisation may tender. Invited routes take those invited; advertised routes below the market take
 * anybody; a market takes active members of each lot's part, and whoever has applied for it and waits for a decision:
 * that application is decided before its tender is disregarded (Procurement Act 2023, s34(4)).
 */
export async function entryOf(
  tx: Pick<Tx, "invitation" | "part">,
  organisationId: string,
  callOff: EntryFacts,
): Promise<Entry> {
  const all = callOff.lots.map(({ id }) => id);
  if (callOff.route === null) return { lotIds: [], problem: entryProblems.quotes };
  const lotIds = await open(tx, organisationId, callOff, callOff.route, all);
  return { lotIds, problem: lotIds.length > 0 ? null : entryProblems[callOff.route] };
}

async function open(
  tx: Pick<Tx, "invitation" | "part">,
  organisationId: string,
  { id, registerId, lots }: EntryFacts,
  route: CallOffRoute,
  all: string[],
): Promise<string[]> {
  if (route === "belowThreshold" || route === "grantRound") return all;
  if (route !== "marketCompetition")
    return (await tx.invitation.count({ where: { callOffId: id, organisationId } })) > 0 ? all : [];
  const parts = await tx.part.findMany({
    where: {
      registerId: registerId ?? { in: [] },
      categoryCode: { in: lots.map(({ categoryCode }) => categoryCode) },
      OR: [
        { memberships: { some: { organisationId, state: "active" } } },
        { applications: { some: { application: { organisationId, state: { in: undecided } } } } },
      ],
    },
    select: { categoryCode: true },
  });
  const codes = new Set(parts.map(({ categoryCode }) => categoryCode));
  return lots.filter(({ categoryCode }) => codes.has(categoryCode)).map(({ id: lotId }) => lotId);
}
