import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import type { Instrument } from "@/lib/core/prisma/enums";
import { day } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { asDate, asDay, financialYear, londonDay } from "@/lib/core/values/moment";
import { toPounds } from "@/lib/core/values/money";
import { toPercent } from "@/lib/core/values/share";
import { MOST_PRICES } from "@/lib/register/service/rates/schema";
import { uplifted } from "@/lib/register/service/rates/uplift";
import { mayEdit } from "../policy";
import { bandProblems, priceOf, sharesByPercent, sharesByPounds } from "../rules";
import { DetailsInput, FundersInput, LinesInput } from "../schema";
import { refuseStale, shareAgain } from "./draft";
import { refusePlace } from "./start";
import { type HeldPurchase, holdPurchase } from "./step";
import { upliftOf } from "./uplift";

/** Says how much is bought of each price. The price, VAT and shares follow. */
export const saveLines = command({
  event: "purchase.saveLines",
  input: LinesInput,
  load: (scene, { id }) => holdPurchase(scene, id),
  allow: mayEdit,
  run: async (scene, row, { version, lines }) => {
    const { tx } = scene;
    const card = await tx.rateLine.findMany({
      where: { rateCardId: row.rateCardId },
      select: {
        id: true,
        number: true,
        unit: true,
        what: true,
        complexity: true,
        volumeFrom: true,
        volumeTo: true,
        pence: true,
        vatBp: true,
      },
      orderBy: { number: "asc" },
      take: MOST_PRICES,
    });
    await refuseStale(scene, row, { version, now: volumesNow(row, card) });
    const typed = lines.map(({ rateLineId, volume }, at) => ({
      at,
      volume: volume ?? 0,
      line: card.find(({ id }) => id === rateLineId) ?? refuse("missing", "We could not find that."),
    }));
    const chosen = typed.filter(({ volume }) => volume > 0);
    if (chosen.length === 0) refuseField("lines.0.volume", "Say how much you need of at least one price");
    const faults = bandProblems(chosen);
    for (const { at, line } of chosen) {
      const fault = faults.get(line.id);
      if (fault) refuseField(`lines.${at}.volume`, fault);
    }
    const uplift = await upliftOf(scene, row.rateCardId, row.placeCode);
    const total = await write(
      scene,
      row,
      row.instrument,
      chosen.map(({ line, volume }) => ({
        rateLineId: line.id,
        unitPence: uplifted(line.pence, uplift),
        vatBp: line.vatBp,
        volume,
      })),
    );
    return { value: { id: row.id }, id: row.id, detail: { lines: chosen.length, totalPence: String(total) } };
  },
});

/** Says who pays beside the buyer, and how much. The buyer pays the rest, to the penny. */
export const saveFunders = command({
  event: "purchase.saveFunders",
  input: FundersInput,
  load: (scene, { id }) => holdPurchase(scene, id),
  allow: mayEdit,
  run: async (scene, row, typed) => {
    const { tx, now } = scene;
    await refuseStale(scene, row, { version: typed.version, now: fundersNow(row) });
    const ids = typed.others.map(({ organisationId }) => organisationId);
    const today = asDate(londonDay(now));
    const known = await tx.organisation.findMany({
      where: {
        id: { in: ids },
        kind: "authority",
        validFrom: { lte: today },
        OR: [{ validTo: null }, { validTo: { gte: today } }],
      },
      select: { id: true },
    });
    for (const [at, id] of ids.entries())
      if (id === row.organisationId || !known.some((found) => found.id === id))
        refuseField(`others.${at}.organisationId`, "Choose another authority that can pay");

    const total = row.valuePence + row.vatPence;
    if (typed.method === "pounds" && typed.others.length > 0 && total === 0n)
      refuseField("method", "Say how much you need first, or use percentages");
    const shares =
      typed.method === "percent"
        ? sharesByPercent(
            total,
            typed.others.map(({ share }) => share),
          )
        : typed.others.length === 0
          ? sharesByPercent(total, [])
          : sharesByPounds(
              total,
              typed.others.map(({ share }) => share),
            );
    if (!shares)
      return refuseField("others.0.share", "The others would pay all of it. Leave a share for your own organisation");

    await tx.funder.deleteMany({ where: { purchaseId: row.id } });
    await tx.funder.createMany({
      data: [row.organisationId, ...ids].map((organisationId, at) => ({
        id: newId(),
        purchaseId: row.id,
        organisationId,
        number: at + 1,
        ...(shares[at] ?? refuse("conflict", "Try again.")),
      })),
    });
    await tx.purchase.update({
      where: { id: row.id },
      data: { sharedBy: typed.method, version: { increment: 1 } },
      select: { id: true },
    });
    return {
      value: { id: row.id },
      id: row.id,
      detail: { funders: ids.length + 1, shares: shares.map(({ sharePence }) => String(sharePence)) },
    };
  },
});

/**
 * Changes what a draft is for, where and when. A change between contract and grant changes the VAT, a change of place what
 * is added there, and both the shares.
 */
export const saveDetails = command({
  event: "purchase.saveDetails",
  input: DetailsInput,
  load: (scene, { id }) => holdPurchase(scene, id),
  allow: mayEdit,
  run: async (scene, row, { id, version, startsOn, endsOn, placeCode, ...typed }) => {
    const { tx, now } = scene;
    await refuseStale(scene, row, { version, now: detailsNow(row) });
    const pinned = await tx.serviceVersion.findUniqueOrThrow({
      where: { id: row.versionId },
      select: { placeCodes: true },
    });
    await refusePlace(placeCode, pinned.placeCodes);
    if (startsOn < londonDay(now)) refuseField("startsOn", "The start date must be today or later");
    await tx.purchase.update({
      where: { id },
      data: { ...typed, placeCode, startsOn: asDate(startsOn), endsOn: asDate(endsOn), year: financialYear(startsOn) },
      select: { id: true },
    });
    const card = await tx.rateLine.findMany({
      where: { rateCardId: row.rateCardId },
      select: { id: true, pence: true, vatBp: true },
      take: MOST_PRICES,
    });
    const rates = new Map(card.map((line) => [line.id, line]));
    const uplift = await upliftOf(scene, row.rateCardId, placeCode);
    const chosen = row.lines.flatMap(({ rateLineId, volume }) => {
      const rate = rates.get(rateLineId);
      return rate ? [{ rateLineId, volume, vatBp: rate.vatBp, unitPence: uplifted(rate.pence, uplift) }] : [];
    });
    await write(scene, row, typed.instrument, chosen);
    return { value: { id }, id, detail: { instrument: typed.instrument, placeCode, startsOn, endsOn } };
  },
});

type Chosen = { rateLineId: string; unitPence: bigint; vatBp: number; volume: number };

/** Writes the lines with their arithmetic, the price and the shares. Gives the whole price. */
async function write(scene: Scene, row: HeldPurchase, instrument: Instrument, chosen: Chosen[]): Promise<bigint> {
  const { tx } = scene;
  const { lines, valuePence, vatPence, totalPence } = priceOf(instrument, chosen);
  await tx.purchaseLine.deleteMany({ where: { purchaseId: row.id } });
  await tx.purchaseLine.createMany({
    data: lines.map(({ unitPence, vatBp, volume, amountPence, vatPence }, at) => ({
      purchaseId: row.id,
      rateLineId: chosen[at]?.rateLineId ?? "",
      unitPence,
      vatBp,
      volume,
      amountPence,
      vatPence,
    })),
  });
  await tx.purchase.update({
    where: { id: row.id },
    data: { valuePence, vatPence, version: { increment: 1 } },
    select: { id: true },
  });
  await shareAgain(scene, row, totalPence);
  return totalPence;
}

const volumesNow = (row: HeldPurchase, card: readonly { id: string; number: number; what: string }[]) =>
  Object.fromEntries(
    row.lines.map(({ rateLineId, volume }) => {
      const price = card.find(({ id }) => id === rateLineId);
      return [`${price?.number ?? ""}. ${price?.what ?? ""}`, String(volume)];
    }),
  );

const fundersNow = (row: HeldPurchase) =>
  Object.fromEntries(
    row.funders
      .slice(1)
      .map(({ organisation, shareBp, sharePence }) => [
        organisation.name,
        row.sharedBy === "percent" ? `${toPercent(shareBp)}%` : `£${toPounds(sharePence)}`,
      ]),
  );

const detailsNow = ({ title, need, reason, startsOn, endsOn }: HeldPurchase) => ({
  Title: title,
  "What is needed": need,
  "Why it is given": reason,
  Starts: day(asDay(startsOn)),
  Ends: day(asDay(endsOn)),
});
