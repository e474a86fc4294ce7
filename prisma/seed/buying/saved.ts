import type { Member } from "@/lib/core/actor";
import { system } from "@/lib/core/actor";
import { atTime } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import type { Result } from "@/lib/search/queries/search";
import { keepMatches } from "@/lib/search/saved/commands/keep";
import { saveSearch } from "@/lib/search/saved/commands/own";
import { keepSavedSearches } from "@/lib/search/saved/keeping";
import { answersOf } from "@/lib/search/saved/queries";
import { MOST_MATCHES } from "@/lib/search/saved/rules";
import type { Stage } from "../bodies";
import { act, daysAgo } from "../play";

/**
 * Three saved searches. Of Grace's, two services had no space on the day that she saved it, and have been told of since; one
 * that had space then has been full in between. A charity follows who else gives its kind of help near it.
 */
export async function saveSearches(stage: Stage, charity: Member) {
  const grace = stage.bodies.weald?.people.grace;
  const hannah = stage.bodies.ridings?.people.hannah;
  if (!grace || !hannah) throw new Error("The commissioners are not here.");
  const id = await save(
    grace,
    30,
    "Homes in Kent with space",
    "daily",
    "place=police-kent&category=accommodation&open=yes",
  );
  const nearby = await save(charity, 20, "Housing in Kent", "daily", "place=police-kent&category=accommodation");
  const neighbours = await found(charity, nearby);
  const newest = neighbours.find(({ organisation }) => organisation.id !== charity.organisationId);
  await ask(
    nearby,
    20,
    null,
    neighbours.filter((service) => service !== newest),
  );
  const [one, two, three, ...others] = await found(grace, id);
  await ask(id, 30, null, [three, ...others]);
  await ask(id, 16, 30, others);
  await save(
    hannah,
    12,
    "Recovery in West Yorkshire",
    "weekly",
    "place=police-west-yorkshire&category=dependency-and-recovery",
  );
  await atTime(daysAgo(1), () => keepSavedSearches());
  if (!one || !two) throw new Error("Too few services in Kent have space.");
}

const save = async (who: Member, days: number, name: string, pace: string, query: string) =>
  (await act(saveSearch, who, { name, pace, query }, daysAgo(days))).id;

async function found(who: Member, id: string): Promise<Result[]> {
  const { query } = await db.savedSearch.findUniqueOrThrow({ where: { id }, select: { query: true } });
  return (await answersOf(who, query, MOST_MATCHES)).results;
}

/** What the clock found on a day in the past, which nobody can search in any more. */
const ask = (searchId: string, days: number, before: number | null, found: (Result | undefined)[]) =>
  act(
    keepMatches,
    system,
    {
      searchId,
      askedAt: before === null ? null : daysAgo(before),
      serviceIds: found.flatMap((service) => service?.id ?? []),
    },
    daysAgo(days),
  );
