import type { ExampleRow } from "@/components/calloff/criteria/price-example";
import { workedExample } from "@/lib/calloff/before/criteria/example";
import type { CallOffFile } from "@/lib/calloff/record/queries/find";
import type { PriceMethod } from "@/lib/core/prisma/enums";

/** Thousandths of a point as people read them: "21.333", "64". */
const points = (thousandths: number) => (thousandths / 1_000).toFixed(3).replace(/\.?0+$/, "");

/** The worked example of one way of counting price, for this call-off's weights and its first lot's budget. */
export function exampleOf(callOff: CallOffFile, method: PriceMethod): ExampleRow[] {
  const budget = callOff.lots[0]?.budgetPence ?? 0n;
  return workedExample(method, callOff.criteria, budget).map(
    ({ name, pence, quality, price, perThousand, ...row }) => ({
      ...{ name, pence, place: row.place, quality: points(quality), total: points(row.total) },
      price: points(method === "qualityPerPound" ? perThousand : price),
    }),
  );
}
