import "server-only";
import { command, type Scene } from "@/lib/core/command";
import { pounds } from "@/lib/core/format";
import { newId } from "@/lib/core/id";
import { londonDay } from "@/lib/core/moment";
import type { Prisma } from "@/lib/core/prisma/client";
import { refuse, refuseChanged } from "@/lib/core/result";
import { mayEdit, visibleTo } from "../policy";
import { RatesInput } from "../schema";
import { complexityWords, stateWords, unitWords, volumeWords } from "../words";
import { nameOf } from "./draft";

const standing = {
  state: true,
  rateCardId: true,
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
 * Saves the prices of a service as a new card. Before publication it takes the place of the card before it; after that
 * it is published at once, and what was bought at the old prices keeps them.
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
  run: async (scene, { id: serviceId }, { version, lines }) => {
    const { tx, actor, now } = scene;
    // Held until commit: prices, sending and publishing take turns.
    await tx.$queryRaw`select 1 from "Service" where "id" = ${serviceId}::uuid for update`;
    const { state, rateCards, rateCardId } = await tx.service.findUniqueOrThrow({
      where: { id: serviceId },
      select: standing,
    });
    if (state === "inReview")
      refuse("conflict", "This service is being checked. You can change its prices when it comes back.");
    if (state === "withdrawn") refuse("conflict", stateWords.withdrawn.meaning);
    const [last] = rateCards;
    if ((last?.version ?? 0) !== version) await refuseNewer(scene, last);

    const isPublic = state !== "draft";
    const today = new Date(londonDay(now));
    const id = newId(now.getTime());
    if (last && !last.publishedAt) {
      await tx.rateLine.deleteMany({ where: { rateCardId: last.id } });
      await tx.rateCard.delete({ where: { id: last.id } });
    }
    await tx.rateCard.create({
      data: {
        id,
        serviceId,
        version: version + 1,
        validFrom: today,
        publishedAt: null,
        createdAt: now,
        createdById: actor.id,
      },
    });
    await tx.rateLine.createMany({
      data: lines.map(({ price, ...line }, at) => ({
        ...line,
        id: newId(now.getTime()),
        rateCardId: id,
        number: at + 1,
        pence: price,
      })),
    });
    if (isPublic) await putForward(scene, { serviceId, cardId: id, beforeId: rateCardId });
    return {
      value: { id: serviceId, rateCardId: id },
      id: serviceId,
      detail: { rateCardId: id, version: version + 1, lines: lines.length, isPublic },
    };
  },
});

/** Makes a card the one that buyers pay by, from today on. A published card never changes again, but for the day it ends. */
export async function putForward(
  { tx, now }: Scene,
  { serviceId, cardId, beforeId }: { serviceId: string; cardId: string; beforeId: string | null },
) {
  const today = new Date(londonDay(now));
  await tx.rateCard.update({ where: { id: cardId }, data: { publishedAt: now, validFrom: today } });
  if (beforeId) await tx.rateCard.update({ where: { id: beforeId }, data: { validTo: today } });
  await tx.service.update({ where: { id: serviceId }, data: { rateCardId: cardId } });
}

async function refuseNewer({ tx }: Scene, card: Card | undefined): Promise<never> {
  if (!card) return refuse("conflict", "These prices have changed. Open the page again.");
  return refuseChanged({
    by: await nameOf(tx, card.createdById),
    at: card.createdAt.toISOString(),
    version: card.version,
    values: Object.fromEntries(
      card.lines.map(({ number, what, pence, unit, complexity, volumeFrom, volumeTo }) => [
        `Price ${number}`,
        `${what}: ${pounds(pence)} ${unitWords[unit].per}. ${complexityWords[complexity]}. ${volumeWords({ volumeFrom, volumeTo })}`,
      ]),
    ),
  });
}
