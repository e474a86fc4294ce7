import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { pounds } from "@/lib/core/values/format";
import { mayEdit } from "../policy";
import { budgetFault, priceOfLot } from "../rules";
import { PricesInput } from "../schema";
import { holdTender } from "./held";
import { contentOf, saveDraft, unkeyed } from "./step";

/**
 * Saves what each chosen lot costs: the price of a unit, getting ready, and the rate of VAT; a lot without a unit price
 * is not priced yet. A grant carries no VAT. Refuses more than the budget where the price is fixed.
 */
export const savePrices = unkeyed(
  command({
    event: "tender.savePrices",
    input: PricesInput,
    load: (scene, { id }) => holdTender(scene, id),
    allow: mayEdit,
    run: async (scene, row, { version, lots: typed }) => {
      const { callOff } = row;
      const { quality, price } = contentOf(row);
      const grant = callOff.instrument === "grant";
      const offers = new Map<string, (typeof price.lots)[number]>();
      for (const [at, { lotId, unit, mobilisation, vat }] of typed.entries()) {
        const lot = callOff.lots.find(({ id }) => id === lotId);
        if (!lot || !quality.lotIds.includes(lotId)) return refuse("missing", "We could not find that.");
        if (unit === null) continue;
        if (vat === null && !grant) refuseField(`lots.${at}.vat`, "Choose the rate of VAT");
        const offer = { unitPence: unit, mobilisationPence: mobilisation ?? 0n, vatBp: grant ? 0 : Number(vat) };
        const fault = budgetFault(priceOfLot(lot.volume, offer, { grant }), lot.budgetPence, callOff.priceMethod);
        if (fault) refuseField(`lots.${at}.unit`, fault);
        offers.set(lotId, { lotId, ...offer });
      }
      const lots = callOff.lots.flatMap(({ id }) => offers.get(id) ?? []);
      const now = Object.fromEntries(
        price.lots.map(({ lotId, unitPence, mobilisationPence }) => [
          `Lot ${callOff.lots.find(({ id }) => id === lotId)?.number ?? ""}`,
          `${pounds(unitPence)} a unit, ${pounds(mobilisationPence)} to get ready`,
        ]),
      );
      const changed = await saveDraft(scene, row, { version, price: { lots }, now });
      return { value: { id: row.id }, id: row.id, detail: { changed, lots: lots.length } };
    },
  }),
);
