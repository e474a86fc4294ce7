import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { newId } from "@/lib/core/values/id";
import { asDate, financialYear, londonDay } from "@/lib/core/values/moment";
import { nextReference } from "@/lib/core/values/reference-number";
import { WHOLE } from "@/lib/core/values/share";
import { reference } from "@/lib/reference/queries";
import { buyable } from "@/lib/register/membership/policy";
import { inForceOn } from "@/lib/register/service/rates/dates";
import { mayStart } from "../policy";
import { StartInput } from "../schema";
import { problems } from "../words";

/** The prices are those of the day on the database's clock: the job that points a service at its list may not have run. */
const serviceOn = (now: Date) =>
  ({
    id: true,
    organisationId: true,
    publishedId: true,
    rateCards: { where: inForceOn(londonDay(now)), select: { id: true }, take: 1 },
    published: { select: { placeCodes: true } },
  }) satisfies Prisma.ServiceSelect;

/** Starts a purchase of a service: its published version and its rate card are pinned from now on. The buyer pays all of it until others are added. */
export const startPurchase = command({
  event: "purchase.start",
  input: StartInput,
  load: ({ tx, now }, { serviceId }) =>
    tx.service.findFirst({ where: { id: serviceId, AND: buyable() }, select: serviceOn(now) }),
  allow: mayStart,
  run: async (scene, row, { serviceId, shortlistId, placeCode, startsOn, endsOn, ...typed }) => {
    const { tx, actor, now } = scene;
    const [organisationId, userId] = [actor.organisationId, actor.id];
    if (!organisationId || !userId) return refuse("forbidden", "You cannot do that.");
    const { publishedId } = row;
    if (!publishedId) return refuse("conflict", problems.gone);
    const rateCardId = row.rateCards[0]?.id ?? refuse("conflict", problems.noPrices);
    await refusePlace(placeCode, row.published?.placeCodes ?? []);
    if (startsOn < londonDay(now)) refuseField("startsOn", "The start date must be today or later");
    if (shortlistId) await refuseShortlist(scene, shortlistId, serviceId);

    const id = newId();
    await tx.purchase.create({
      data: {
        ...typed,
        id,
        reference: await nextReference(scene, "TC"),
        organisationId,
        supplierId: row.organisationId,
        serviceId,
        versionId: publishedId,
        rateCardId,
        shortlistId,
        placeCode,
        startsOn: asDate(startsOn),
        endsOn: asDate(endsOn),
        year: financialYear(startsOn),
        valuePence: 0n,
        vatPence: 0n,
        createdById: userId,
        createdAt: now,
      },
      select: { id: true },
    });
    await tx.funder.create({
      data: { id: newId(), purchaseId: id, organisationId, number: 1, shareBp: WHOLE, sharePence: 0n },
      select: { id: true },
    });
    return {
      value: { id },
      id,
      detail: { serviceId, versionId: publishedId, rateCardId, instrument: typed.instrument },
    };
  },
});

/** The place must be known, and the service must reach it: at the same level, above or below. */
export async function refusePlace(placeCode: string, reached: readonly string[]) {
  const { places } = await reference();
  if (!places.find(placeCode)?.current) refuseField("placeCode", "Choose a place");
  const near = new Set(places.around(placeCode));
  if (!reached.some((code) => near.has(code)))
    refuseField("placeCode", "This service does not run in that place. Choose another");
}

async function refuseShortlist({ tx, actor }: Scene, shortlistId: string, serviceId: string) {
  const entry = await tx.shortlistEntry.findFirst({
    where: { shortlistId, serviceId, droppedAt: null, shortlist: { organisationId: actor.organisationId ?? "" } },
    select: { id: true },
  });
  if (!entry) refuse("missing", "We could not find that.");
}
