import { forecastWords as say } from "./words";

/** Fewer bidders than this, and the competition hangs on one answer. Ours: half of the first competitions had one or none. */
export const ENOUGH = 3;

/** An organisation that could deliver a lot, from the services that it has published. */
export type Bidder = {
  organisationId: string;
  name: string;
  reference: string;
  /** How many of its services fit the lot. */
  services: number;
  /** The service with most room, by title. */
  service: string;
  openPlaces: number;
  waitDays: number;
  vcse: boolean;
  small: boolean;
  /** Whether it has tendered for this kind of service to this authority, or won it from any. */
  answered: boolean;
};

/** A lot as the forecast sees it. */
export type ForecastLot = {
  id: string;
  number: number;
  title: string;
  categoryCode: string;
  cohortCode: string | null;
  placeCodes: string[];
  bidders: Bidder[];
  /** Members of the part who have published no service there: they are invited too, and nobody knows what they can do. */
  quiet: { organisationId: string; name: string; reference: string }[];
};

export type Forecast = {
  could: number;
  haveSpace: number;
  answered: number;
  /** Of those who could: how many are voluntary organisations, and how many are small. */
  vcse: number;
  small: number;
  thin: boolean;
};

/** What a lot can expect: how many could deliver it, have space now, and answered before. */
export const forecastOf = (bidders: readonly Bidder[]): Forecast => ({
  could: bidders.length,
  haveSpace: bidders.filter(({ openPlaces }) => openPlaces > 0).length,
  answered: bidders.filter(({ answered }) => answered).length,
  vcse: bidders.filter(({ vcse }) => vcse).length,
  small: bidders.filter(({ small }) => small).length,
  thin: bidders.length < ENOUGH,
});

/** Why an organisation is on the list, in one line each. */
export const whyOf = ({ services, service, openPlaces, waitDays, answered }: Bidder): string[] => [
  say.services(services, service),
  openPlaces > 0 ? say.space(openPlaces) : say.full(waitDays),
  ...(answered ? [say.answered] : []),
];

export type Remedy = { label: string; why: string; href: string };

/** What can be done when few could answer, as links into the draft. Each keeps the competition; the last asks the market itself. */
export const remedies = (
  callOffId: string,
  { isGrant, lots, boardOpen, reference }: { isGrant: boolean; lots: number; boardOpen: boolean; reference: string },
): Remedy[] => {
  const at = `/call-offs/${callOffId}`;
  return [
    { ...(lots > 1 ? say.relot : say.split), href: `${at}/lots` },
    { ...say.widen, href: `${at}/lots` },
    { ...say.lengthen, href: `${at}/timetable` },
    ...(isGrant ? [] : [{ ...say.grant, href: `${at}/route` }]),
    boardOpen ? { ...say.board, href: `/engagement/${reference}` } : { ...say.talk, href: `${at}/engagement` },
  ];
};
