import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseChanged, refuseField } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { pounds } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { asDay, londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { mayEdit, visibleTo } from "../policy";
import { dateFaults, inForceOn, madeRoom, type Span } from "../rates/dates";
import { type RateLineTyped, RatesInput } from "../rates/schema";
import type { Uplift } from "../rates/uplift";
import { readUplifts } from "../rates/uplift-rows";
import { thingWords } from "../rates/words";
import { stateWords } from "../words";
import { nameOf } from "./draft";

const standing = {
  state: true,
  published: { select: { placeCodes: true } },
  draft: { select: { placeCodes: true } },
  rateCards: {
    orderBy: { version: "desc" },
    take: 1,
    select: {
      id: true,
      version: true,
      publishedAt: true,
      createdAt: true,
      createdById: true,
      lines: { orderBy: { number: "asc" } },
    },
  },
} satisfies Prisma.ServiceSelect;

type Card = Prisma.ServiceGetPayload<{ select: typeof standing }>["rateCards"][number];

/**
 * Saves the prices of a service as a new list. Before publication it takes the place of the list before it, and holds
 * from the day of publication. After that it is published at once for the days that it says; what was bought at other
 * prices keeps them. Refuses days that are past, that overlap another list or that leave a day without a price.
 */
export const saveRates = command({
  event: "service.saveRates",
  input: RatesInput,
  load: ({ tx, actor }, { serviceId }) =>
    tx.service.findFirst({
      where: { id: serviceId, AND: visibleTo(actor) },
      select: { id: true, organisationId: true },
    }),
  allow: mayEdit,
  run: async (scene, { id: serviceId }, { version, validFrom, validTo, lines, uplifts: typed }) => {
    const { tx, now } = scene;
    // Held until commit: prices, sending and publishing take turns.
    await tx.$queryRaw`select 1 from "Service" where "id" = ${serviceId}::uuid for update`;
    const row = await tx.service.findUniqueOrThrow({ where: { id: serviceId }, select: standing });
    if (row.state === "inReview")
      refuse("conflict", "This service is being checked. You can change its prices when it comes back.");
    if (row.state === "withdrawn") refuse("conflict", stateWords.withdrawn.meaning);
    const [last] = row.rateCards;
    if ((last?.version ?? 0) !== version) await refuseNewer(scene, last);
    const read = readUplifts(typed, (row.draft ?? row.published)?.placeCodes ?? [], (await reference()).places);
    const uplifts = "field" in read ? refuseField(read.field, read.message) : read.uplifts;

    const isPublic = row.state !== "draft";
    const today = londonDay(now);
    const span = isPublic ? { from: validFrom ?? today, to: validTo } : { from: today, to: null };
    if (isPublic) refuseDays(await spansOf(scene, serviceId), { ...span, today });
    if (last && !last.publishedAt) await dropDraft(scene, last.id);
    const id = await write(scene, { serviceId, version: version + 1, span, lines, uplifts });
    if (isPublic) await putForward(scene, { serviceId, cardId: id, from: span.from });
    return {
      value: { id: serviceId, rateCardId: id },
      id: serviceId,
      detail: { rateCardId: id, version: version + 1, lines: lines.length, isPublic, ...span },
    };
  },
});

type Written = {
  serviceId: string;
  version: number;
  span: { from: string; to: string | null };
  lines: readonly RateLineTyped[];
  uplifts: readonly Uplift[];
};

async function write({ tx, actor, now }: Scene, { serviceId, version, span, lines, uplifts }: Written) {
  const id = newId(now.getTime());
  const to = span.to && new Date(span.to);
  await tx.rateCard.create({
    data: {
      ...{ id, serviceId, version, createdAt: now, createdById: actor.id },
      ...{ validFrom: new Date(span.from), validTo: to, saidTo: to },
    },
  });
  await tx.rateLine.createMany({
    data: lines.map(({ price, ...line }, at) => ({
      ...line,
      ...{ id: newId(now.getTime()), rateCardId: id, number: at + 1, pence: price },
    })),
  });
  await tx.areaUplift.createMany({ data: uplifts.map((uplift) => ({ ...uplift, rateCardId: id })) });
  return id;
}

async function dropDraft({ tx }: Scene, rateCardId: string) {
  await tx.rateLine.deleteMany({ where: { rateCardId } });
  await tx.areaUplift.deleteMany({ where: { rateCardId } });
  await tx.rateCard.delete({ where: { id: rateCardId } });
}

/** The lists of a service that were published and not withdrawn, with their days. */
export async function spansOf({ tx }: Scene, serviceId: string): Promise<Span[]> {
  const cards = await tx.rateCard.findMany({
    where: { serviceId, publishedAt: { not: null }, withdrawnAt: null },
    orderBy: { validFrom: "asc" },
    select: { id: true, validFrom: true, validTo: true, saidTo: true },
  });
  return cards.map(({ id, validFrom, validTo, saidTo }) => ({
    id,
    from: asDay(validFrom),
    to: validTo && asDay(validTo),
    saidTo: saidTo && asDay(saidTo),
  }));
}

function refuseDays(spans: readonly Span[], wanted: Parameters<typeof dateFaults>[1]) {
  const [fault] = dateFaults(spans, wanted);
  if (fault) refuseField(fault.field, fault.message);
}

/**
 * Publishes a written list from a day on: the one that holds on that day ends the day before, or is withdrawn when it
 * began on that same day. A published list never changes again, but for the day it ends.
 */
export async function putForward(
  scene: Scene,
  { serviceId, cardId, from }: { serviceId: string; cardId: string; from: string },
) {
  const { tx, now, actor } = scene;
  const room = madeRoom(await spansOf(scene, serviceId), from);
  if (room)
    await tx.rateCard.update({
      where: { id: room.id },
      data: room.to === null ? { withdrawnAt: now, withdrawnById: actor.id } : { validTo: new Date(room.to) },
    });
  await tx.rateCard.update({ where: { id: cardId }, data: { publishedAt: now, validFrom: new Date(from) } });
  await pointWithin(scene, serviceId);
}

/** Makes a service's own pointer say which list holds today. Gives whether it moved. */
export async function pointWithin({ tx, now }: Scene, serviceId: string): Promise<boolean> {
  const card = await tx.rateCard.findFirst({
    where: { serviceId, ...inForceOn(londonDay(now)) },
    select: { id: true },
  });
  if (!card) return false;
  const { count } = await tx.service.updateMany({
    where: { id: serviceId, OR: [{ rateCardId: null }, { rateCardId: { not: card.id } }] },
    data: { rateCardId: card.id },
  });
  return count === 1;
}

async function refuseNewer({ tx }: Scene, card: Card | undefined): Promise<never> {
  if (!card) return refuse("conflict", "These prices have changed. Open the page again.");
  return refuseChanged({
    by: await nameOf(tx, card.createdById),
    at: card.createdAt.toISOString(),
    version: card.version,
    values: Object.fromEntries(
      card.lines.map((line) => [`Price ${line.number}`, `${thingWords(line)}: ${pounds(line.pence)}`]),
    ),
  });
}
