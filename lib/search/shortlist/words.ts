import type { ShortlistState } from "@/lib/core/prisma/enums";
import { count, whole } from "@/lib/core/values/format";
import type { Tone } from "@/lib/core/values/tone";
import type { PriceChange } from "@/lib/register/service/rates/changes";
import { waitWords } from "@/lib/register/service/words";
import type { ShortlistEvent } from "./states";

/** What people read for each state: its name, and one line that explains it. */
export const stateWords: Record<ShortlistState, { label: string; tone: Tone; meaning: string }> = {
  open: { label: "Open", tone: "note", meaning: "You can add services, write notes and drop services with a reason." },
  frozen: {
    label: "Frozen",
    tone: "good",
    meaning: "Nothing on it can change. It keeps the question, the versions, the prices and the reasons.",
  },
};

export const eventWords: Record<ShortlistEvent, { act: string; done: string }> = {
  freeze: { act: "Freeze this shortlist", done: "Frozen" },
};

/** What has happened to a service since it was put on the list. */
export const changeWords = {
  version: (pinned: number, now: number) =>
    `What it says has changed since: version ${pinned} is pinned here, and version ${now} is published.`,
  card: (pinned: number, now: number) =>
    `Its prices have changed since: price list ${pinned} is pinned here, and price list ${now} is in use.`,
  gone: "It cannot be bought at the moment: it is not published, or its organisation is not an active member.",
} as const;

/** What became of one price since it was pinned. */
export const priceChangeWords = ({ kind, thing, before, after }: PriceChange): string =>
  ({
    new: `New: ${thing}, ${after}`,
    up: `Up from ${before} to ${after}: ${thing}`,
    down: `Down from ${before} to ${after}: ${thing}`,
    vat: `From ${before} to ${after}: ${thing}`,
    gone: `No longer sold: ${thing}, ${before}`,
    same: `Still ${after}: ${thing}`,
  })[kind];

/** How full a service is, in words: "4 of 10 places open, no wait". */
export const spaceWords = ({
  places,
  openPlaces,
  waitDays,
}: {
  places: number;
  openPlaces: number;
  waitDays: number;
}) =>
  `${openPlaces} of ${count(places, "place")} open, ${waitDays === 0 ? "no wait" : `${waitWords(waitDays)} to wait`}`;

/** What a share says: to whoever shares, and to those who are told. */
export const sharingWords = {
  told: (authority: string, { id, name, reference }: { id: string; name: string; reference: string }) => ({
    title: `${authority} shared a shortlist with you`,
    body: `${name}, ${reference}: what was asked, the services, their prices, the notes and the reasons.`,
    href: `/shortlists/${id}`,
  }),
  takenBack: (authority: string, { name, reference }: { name: string; reference: string }) => ({
    title: `${authority} took back a shortlist`,
    body: `${name}, ${reference}, is no longer shared with you.`,
    href: "/shortlists",
  }),
  by: (authority: string) => `Shared by ${authority}`,
  seen: [
    "They can read what you asked, every service on it, and why each was found.",
    "They see the prices pinned, your notes, and the reasons for each one dropped.",
    "They see who added, noted and dropped, by name.",
    "They can take it away as a file. They cannot change it.",
  ],
} as const;

/** What became of a result of the same question. */
export const standingWords = { kept: "On the list", dropped: "Dropped", missing: "Not on the list" } as const;

/** An act on a list, as its record tells it. */
export const actWords: Readonly<Record<string, string>> = {
  "shortlist.create": "Started",
  "shortlist.add": "Added",
  "shortlist.note": "Changed the note on",
  "shortlist.drop": "Dropped",
  "shortlist.restore": "Put back",
  "shortlist.freeze": "Frozen",
  "shortlist.share": "Shared with",
  "shortlist.unshare": "Taken back from",
};

/** The register is counted up by each change that can be found, so a number says exactly which state of it was read. */
export const generationWords = (generation: bigint): string => `State ${whole(Number(generation))} of the register`;

export const refusalWords = {
  frozen: "This shortlist is frozen. Start a new one to go on looking.",
  twice: "This service is already on the shortlist.",
  dropped: "This service was dropped from the shortlist. Put it back there, with what you now know.",
  gone: "This service cannot be bought any more, so it cannot be added.",
  full: (most: number) => `A shortlist holds up to ${most} services. Drop some, or start another.`,
  empty: "There is nothing on this shortlist yet. Add a service first.",
  notThere: "Choose only from the authorities shown",
  sharedAlready: "They can read it already.",
  notShared: "It is not shared with them now.",
  already: "A colleague has just done this. Open the page again.",
} as const;

/** For a service that was not found by the search that the list remembers. */
export const addedByHand = "Added by hand, not by a search";
export const everythingAsked = "Every service on the register";

/** What the question of a list finds now, against what is on the list. */
export function recountWords({ total, onList }: { total: number; onList: number | null }): string {
  if (onList === null) return `It finds ${whole(total)} now.`;
  const are = (number: number) => `${whole(number)} ${number === 1 ? "is" : "are"}`;
  return `It finds ${whole(total)} now. Of these, ${are(onList)} on this list, kept or dropped. ${are(total - onList)} not.`;
}
