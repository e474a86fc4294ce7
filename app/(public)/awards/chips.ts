import { instrumentWords } from "@/lib/calloff/purchase/words";
import { day } from "@/lib/core/values/format";
import { type AwardFilter, awardQuery } from "@/lib/openness/schema";

type Names = { buyer: (code: string) => string; category: (code: string) => string; place: (code: string) => string };

/** The filters that stand, each with the address without it. */
export function chipsOf(filter: AwardFilter, names: Names) {
  const without = (change: Partial<AwardFilter>) => `/awards${awardQuery(filter, change)}`;
  const { words, buyer, category, place, instrument, from, to } = filter;
  return [
    ...(words ? [{ label: `“${words}”`, without: without({ words: "" }) }] : []),
    ...(buyer ? [{ label: names.buyer(buyer), without: without({ buyer: "" }) }] : []),
    ...(category ? [{ label: names.category(category), without: without({ category: "" }) }] : []),
    ...(place ? [{ label: names.place(place), without: without({ place: "" }) }] : []),
    ...(instrument ? [{ label: `${instrumentWords[instrument].label}s`, without: without({ instrument: "" }) }] : []),
    ...(from ? [{ label: `From ${day(from)}`, without: without({ from: "" }) }] : []),
    ...(to ? [{ label: `Until ${day(to)}`, without: without({ to: "" }) }] : []),
  ];
}
