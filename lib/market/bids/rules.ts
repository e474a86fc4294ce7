import type { Standing } from "@/lib/calloff/decide/concentration/rules";

/** How many tenders came for one lot of a competition that has closed, and from whom: as it stood when they were opened. */
export type LotBids = {
  reference: string;
  title: string;
  authority: string;
  closedOn: string;
  instrument: string;
  categoryCode: string;
  lot: number;
  lotTitle: string;
  tenders: number;
  /** Of them, from voluntary, community and social enterprises; and from micro, small and medium organisations. */
  vcse: number;
  sme: number;
};

/** How concentrated the awards of one category are. */
export type CategoryConcentration = Pick<Standing, "totalPence" | "organisations" | "topSixBp" | "hhi"> & {
  categoryCode: string;
};

export type BidTotals = {
  lots: number;
  none: number;
  one: number;
  more: number;
  tenders: number;
  vcse: number;
  sme: number;
};

const nothing: BidTotals = { lots: 0, none: 0, one: 0, more: 0, tenders: 0, vcse: 0, sme: 0 };

/** All lots together: how many had no tender, one, or a choice. None, one and more add up to the lots. */
export const totalsOf = (rows: readonly Pick<LotBids, "tenders" | "vcse" | "sme">[]): BidTotals =>
  rows.reduce<BidTotals>(
    (sum, { tenders, vcse, sme }) => ({
      lots: sum.lots + 1,
      none: sum.none + (tenders === 0 ? 1 : 0),
      one: sum.one + (tenders === 1 ? 1 : 0),
      more: sum.more + (tenders > 1 ? 1 : 0),
      tenders: sum.tenders + tenders,
      vcse: sum.vcse + vcse,
      sme: sum.sme + sme,
    }),
    nothing,
  );
