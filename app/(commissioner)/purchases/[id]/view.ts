import { z } from "zod";
import type { Offer, PurchaseFile } from "@/lib/calloff/purchase/queries/find";
import { routes } from "@/lib/calloff/route/words";

/** The lines of a purchase as its table draws them. */
export const linesOf = ({ lines }: Pick<Offer, "lines">) =>
  lines.map(({ rateLineId, rateLine, ...line }) => ({ key: rateLineId, ...rateLine, ...line }));

/** Who pays, as their table draws them. */
export const sharesOf = ({
  funders,
}: {
  funders: { shareBp: number; sharePence: bigint; organisation: { name: string } }[];
}) => funders.map(({ organisation, shareBp, sharePence }) => ({ name: organisation.name, shareBp, sharePence }));

/** Who pays and what each answered, with the names of who did. */
export const answersOf = ({ funders }: Pick<PurchaseFile, "funders">, names: ReadonlyMap<string, string>) =>
  funders.map(({ organisation, decidedById, decidedAt, ...funder }) => ({
    name: organisation.name,
    shareBp: funder.shareBp,
    sharePence: funder.sharePence,
    state: funder.state,
    by: names.get(decidedById ?? "") ?? null,
    at: decidedAt,
    reason: funder.reason,
  }));

const because = z.array(z.object({ ruleCode: z.string(), source: z.string(), sentence: z.string() }));
const facts = z.object({ because, after: because });

/** The route that a purchase was proposed by, as it was judged then. */
export function routeOf({ route, routeFacts }: { route: string | null; routeFacts: unknown }) {
  const known = routes.find((name) => name === route);
  const read = facts.safeParse(routeFacts);
  return known && read.success ? { route: known, allowed: true, otherwise: null, ...read.data } : null;
}
