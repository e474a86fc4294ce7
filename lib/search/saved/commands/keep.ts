import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { sealed } from "@/lib/core/messages/outbox";
import type { Prisma } from "@/lib/core/prisma/client";
import { buyable } from "@/lib/register/membership/policy";
import { isClock, visibleTo } from "../policy";
import { MOST_MATCHES, MOST_NAMED, tellsNow } from "../rules";
import { FoundInput } from "../schema";
import { writeToken } from "../token";
import { newsBody, newsText, newsTitle, refusalWords } from "../words";

const search = {
  id: true,
  userId: true,
  organisationId: true,
  name: true,
  said: true,
  pace: true,
  createdAt: true,
  askedAt: true,
  user: { select: { email: true, seats: { select: { organisationId: true }, orderBy: { since: "asc" } } } },
} satisfies Prisma.SavedSearchSelect;
type Row = Prisma.SavedSearchGetPayload<{ select: typeof search }>;

/**
 * Writes down what the clock found: which services began to answer and which no longer do; and tells the owner of what is
 * new, when their pace says so, once. The first time it only takes stock. Of two processes that asked at once the second is
 * refused (conflict). Found to be too wide, a search forgets that it was asked, and takes stock again once it is narrower.
 */
export const keepMatches = command({
  event: "savedSearch.keep",
  input: FoundInput,
  load: async ({ tx, actor }, { searchId }) => {
    const row = await tx.savedSearch.findFirst({
      where: { id: searchId, user: { disabledAt: null }, AND: visibleTo(actor) },
      select: search,
    });
    return row?.user.seats.some(({ organisationId }) => organisationId === row.organisationId) ? row : null;
  },
  allow: isClock,
  run: async (scene, row, { askedAt, serviceIds }) => {
    const { tx, now } = scene;
    const { id } = row;
    const { count } = await tx.savedSearch.updateMany({
      where: { id, askedAt },
      data: { askedAt: serviceIds ? now : null },
    });
    if (count === 0) refuse("conflict", refusalWords.asked);
    if (!serviceIds) return { value: { told: 0 }, id, detail: { tooWide: true } };
    const changed = await writeMatches(scene, { ...row, askedAt }, new Set(serviceIds));
    const told = tellsNow(row.pace, askedAt, now) ? await tellNews(scene, row) : 0;
    return { value: { told }, id, detail: { ...changed, told } };
  },
});

/** What answers since it was saved bears that moment, and is no news; what was found later bears the moment when it was. */
async function writeMatches({ tx, now }: Scene, { id, createdAt, askedAt }: Row, found: ReadonlySet<string>) {
  const open = await tx.savedSearchMatch.findMany({
    where: { searchId: id, until: null },
    select: { serviceId: true },
    orderBy: [{ serviceId: "asc" }, { since: "asc" }],
    take: MOST_MATCHES,
  });
  const known = new Set(open.map(({ serviceId }) => serviceId));
  const gone = [...known].filter((serviceId) => !found.has(serviceId));
  const begun = [...found].filter((serviceId) => !known.has(serviceId));
  const since = askedAt === null ? createdAt : now;
  await tx.savedSearchMatch.updateMany({
    where: { searchId: id, until: null, serviceId: { in: gone } },
    data: { until: now },
  });
  // Taking stock again finds some that had been there when it was saved.
  await tx.savedSearchMatch.updateMany({
    where: { searchId: id, since, serviceId: { in: begun } },
    data: { until: null },
  });
  await tx.savedSearchMatch.createMany({
    data: begun.map((serviceId) => ({ searchId: id, serviceId, since })),
    skipDuplicates: true,
  });
  return { begun: begun.length, gone: gone.length };
}

/** Tells of what is new and can be bought at this moment; gives how many services that were. */
async function tellNews({ tx, now, post }: Scene, { id, userId, organisationId, name, said, createdAt, user }: Row) {
  const untold = { searchId: id, until: null, toldAt: null, since: { gt: createdAt }, service: buyable() };
  const news = await tx.savedSearchMatch.findMany({
    where: untold,
    select: {
      serviceId: true,
      service: {
        select: {
          reference: true,
          published: { select: { title: true } },
          organisation: { select: { name: true } },
        },
      },
    },
    orderBy: [{ since: "desc" }, { serviceId: "desc" }],
    take: MOST_MATCHES,
  });
  if (news.length === 0) return 0;
  const about = { name, said, total: news.length };
  const searchPath = `/searches/${id}`;
  const stopPath = `/unsubscribe/${writeToken("unsubscribe", id)}`;
  await tx.savedSearchMatch.updateMany({
    where: { searchId: id, until: null, toldAt: null, serviceId: { in: news.map(({ serviceId }) => serviceId) } },
    data: { toldAt: now },
  });
  await tx.savedSearch.updateMany({ where: { id }, data: { toldAt: now } });
  const notes = [{ userId, organisationId, title: newsTitle(about), body: newsBody(about), href: searchPath }];
  const letter = sealed({
    to: user.email,
    subject: `Throughcare: ${newsTitle(about)}`,
    text: newsText({
      ...about,
      named: news.slice(0, MOST_NAMED).map(({ service: { reference, published, organisation } }) => ({
        title: published?.title ?? reference,
        organisation: organisation.name,
        path: `/register/services/${reference}`,
      })),
      searchPath,
      stopPath,
    }),
    unsubscribe: `${stopPath}/one-click`,
  });
  post({ notes, letters: [letter] });
  return news.length;
}
