import type { Offer } from "@/lib/calloff/purchase/queries/find";

/** The lines of an offer as its table draws them. */
export const offeredLines = ({ lines }: Offer) =>
  lines.map(({ rateLineId, rateLine, ...line }) => ({ key: rateLineId, ...rateLine, ...line }));
