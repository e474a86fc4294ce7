import { opportunityQuery } from "@/lib/calloff/open/opportunity/address";
import type { OpportunityFilter } from "@/lib/calloff/open/opportunity/schema";
import { bands, standings } from "@/lib/calloff/open/opportunity/words";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { routeWords } from "@/lib/calloff/record/words";

type Names = { category: (code: string) => string; place: (code: string) => string };

/** The filters that stand, each with the address without it. */
export function chipsOf(filter: OpportunityFilter, names: Names) {
  const without = (change: Partial<OpportunityFilter>) => `/opportunities${opportunityQuery(filter, change)}`;
  const { words, category, place, instrument, route, band, standing, fits } = filter;
  return [
    ...(words ? [{ label: `“${words}”`, without: without({ words: "" }) }] : []),
    ...(fits ? [{ label: "Fits my services", without: without({ fits: "" }) }] : []),
    ...(category ? [{ label: names.category(category), without: without({ category: "" }) }] : []),
    ...(place ? [{ label: names.place(place), without: without({ place: "" }) }] : []),
    ...(instrument ? [{ label: `${instrumentWords[instrument].label}s`, without: without({ instrument: "" }) }] : []),
    ...(route ? [{ label: routeWords[route].label, without: without({ route: "" }) }] : []),
    ...(band ? [{ label: bands[band].label, without: without({ band: "" }) }] : []),
    ...(standing === "open" ? [] : [{ label: standings[standing], without: without({ standing: "open" }) }]),
  ];
}
