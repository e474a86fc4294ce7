import type { CategoryKind, PlaceKind } from "./details";

/** What each kind of place is called, for one and for several. */
export const placeKindWords: Record<PlaceKind, { one: string; several: string }> = {
  region: { one: "probation region", several: "probation regions" },
  policeArea: { one: "police area", several: "police areas" },
  localAuthority: { one: "council area", several: "council areas" },
  pdu: { one: "probation delivery unit", several: "probation delivery units" },
};

/** What each kind of category is called, for one and for several. */
export const categoryKindWords: Record<CategoryKind, { one: string; several: string }> = {
  need: { one: "need", several: "needs" },
  cohort: { one: "group of people", several: "groups of people" },
  service: { one: "kind of service", several: "kinds of service" },
};

/** Whether a legal form alone makes an organisation a VCSE (voluntary, community or social enterprise). */
export const vcseWords = {
  yes: "Counts as a voluntary, community or social enterprise",
  no: "Does not count as a voluntary, community or social enterprise",
  ask: "Counts as a social enterprise only if it mainly reinvests its surplus",
} as const;
