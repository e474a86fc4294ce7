import { db } from "@/lib/core/db";
import { addToShortlist, createShortlist } from "@/lib/search/shortlist/commands/adding";
import { freezeShortlist } from "@/lib/search/shortlist/commands/freezing";
import { shareShortlist } from "@/lib/search/shortlist/commands/sharing";
import { dropEntry, noteEntry } from "@/lib/search/shortlist/commands/weighing";
import type { Stage } from "../bodies";
import { act, daysAgo } from "../play";

/**
 * Two shortlists, each from a search that a commissioner would make: one still open, and one frozen for the audit and shared
 * with the authority that pays with them.
 */
export async function weigh(stage: Stage) {
  const grace = stage.bodies.weald?.people.grace;
  const hannah = stage.bodies.ridings?.people.hannah;
  if (!grace || !hannah) throw new Error("The commissioners are not here.");
  await start(grace, {
    name: "Rooms in Kent, winter",
    query: "place=police-kent&category=accommodation",
    category: "accommodation",
    place: "police-kent",
  });
  const id = await start(hannah, {
    name: "Recovery in West Yorkshire",
    query: "place=police-west-yorkshire&category=dependency-and-recovery",
    category: "dependency-and-recovery",
    place: "police-west-yorkshire",
  });
  await act(freezeShortlist, hannah, { shortlistId: id }, daysAgo(76));
  await act(shareShortlist, hannah, { shortlistId: id, organisationIds: [grace.organisationId] }, daysAgo(75));
}

type Asked = { name: string; query: string; category: string; place: string };

async function start(buyer: Parameters<typeof createShortlist>[0], { name, query, category, place }: Asked) {
  const when = daysAgo(80);
  const found = await db.service.findMany({
    where: {
      state: "published",
      createdAt: { lt: when },
      part: { categoryCode: category },
      membership: { state: "active" },
    },
    select: { id: true, published: { select: { placeCodes: true } } },
    orderBy: { reference: "asc" },
  });
  const near = found.filter(({ published }) => published?.placeCodes.includes(place));
  const [first, ...others] = [...near, ...found.filter((service) => !near.includes(service))].slice(0, 3);
  const { id } = await act(createShortlist, buyer, { name, query, serviceId: first?.id }, when);
  for (const { id: serviceId } of others) await act(addToShortlist, buyer, { shortlistId: id, serviceId, query }, when);
  const entries = await db.shortlistEntry.findMany({
    where: { shortlistId: id },
    select: { id: true },
    orderBy: { addedAt: "asc" },
  });
  const [kept, , dropped] = entries;
  if (kept)
    await act(
      noteEntry,
      buyer,
      { entryId: kept.id, note: "Two practitioners speak well of it. Space from next month.", before: "" },
      when,
    );
  if (dropped)
    await act(dropEntry, buyer, { entryId: dropped.id, reason: "It does not work where these people live." }, when);
  return id;
}
