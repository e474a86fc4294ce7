import "server-only";
import { type Command, command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { fromQuery, linesOf, toQuery, without } from "../../address";
import { maySeePrices } from "../../policy";
import { readCriteria } from "../../schema";
import { isOwn, mayKeep, visibleTo } from "../policy";
import { MOST_SEARCHES } from "../rules";
import { ChangeInput, OneInput, SaveInput } from "../schema";
import { refusalWords } from "../words";

const save = command({
  event: "savedSearch.save",
  input: SaveInput,
  load: async ({ actor }) => (mayKeep(actor) ? { userId: actor.id, organisationId: actor.organisationId } : null),
  allow: isOwn,
  run: async ({ tx, actor, now }, owner, { name, pace, query }) => {
    const lists = await reference();
    const { criteria: read } = readCriteria(fromQuery(query), lists);
    const criteria = maySeePrices(actor) ? read : without(read, { name: "unit", value: "" });
    // Held until commit: of two presses at once the second counts what the first has saved.
    await tx.$queryRaw`select 1 from "User" where "id" = ${owner.userId}::uuid for update`;
    if ((await tx.savedSearch.count({ where: owner })) >= MOST_SEARCHES)
      refuse("conflict", refusalWords.full(MOST_SEARCHES));
    const id = newId(now.getTime());
    await tx.savedSearch.create({
      data: {
        id,
        ...owner,
        name,
        pace,
        query: String(toQuery(criteria)),
        said: linesOf(criteria, lists).map(({ label }) => label),
        createdAt: now,
      },
      select: { id: true },
    });
    return { value: { id }, id, detail: { pace } };
  },
});

/**
 * Saves a question under a name, as its canonical address and in words: what the actor may not ask, such as prices, is left
 * out. At most 50 for a person at an organisation. It has not taken stock yet: `takeStock` or the clock does that.
 */
export const saveSearch: Command<{ id: string }> = async (actor, raw) => {
  // Read before the transaction begins, so that no transaction waits for a second connection.
  await reference();
  return save(actor, raw);
};

const owned = { id: true, userId: true, organisationId: true, pace: true } satisfies Prisma.SavedSearchSelect;
const load = ({ tx, actor }: Scene, { searchId }: { searchId: string }) =>
  tx.savedSearch.findFirst({ where: { id: searchId, AND: visibleTo(actor) }, select: owned });

/** Gives a saved search another name or pace. */
export const changeSearch = command({
  event: "savedSearch.change",
  input: ChangeInput,
  load,
  allow: isOwn,
  run: async ({ tx }, { id, pace: before }, { name, pace }) => {
    await tx.savedSearch.updateMany({ where: { id }, data: { name, pace } });
    return { value: { id }, id, detail: { from: before, to: pace } };
  },
});

/** Makes the addresses of its feeds anew; whoever has the old ones reads nothing more. */
export const renewFeeds = command({
  event: "savedSearch.renewFeeds",
  input: OneInput,
  load,
  allow: isOwn,
  run: async ({ tx }, { id }) => {
    await tx.savedSearch.updateMany({ where: { id }, data: { feedNumber: { increment: 1 } } });
    return { value: { id }, id, detail: {} };
  },
});

/** Deletes a saved search, and everything that was known of its answers. */
export const deleteSearch = command({
  event: "savedSearch.delete",
  input: OneInput,
  load,
  allow: isOwn,
  run: async ({ tx }, { id }) => {
    const { count } = await tx.savedSearch.deleteMany({ where: { id } });
    if (count === 0) refuse("missing", "We could not find that.");
    return { value: { id }, id, detail: {} };
  },
});
