import { count } from "@/lib/core/values/format";

/** What the forecast says. */
export const forecastWords = {
  services: (services: number, title: string) =>
    services === 1 ? `Its service fits: ${title}` : `${count(services, "service")} of it fit, such as ${title}`,
  space: (places: number) => `Has ${count(places, "open place")} now`,
  full: (days: number) =>
    days > 0 ? `No open place now; people wait about ${count(days, "day")}` : "No open place now",
  answered: "Has tendered for this before",
  split: {
    label: "Split it into lots",
    why: "A smaller lot by place or cohort is one that a small charity can carry.",
  },
  relot: { label: "Draw the lots differently", why: "Join lots that are too thin, or split one by place or cohort." },
  widen: { label: "Widen the area", why: "Let services from the places around take part." },
  lengthen: {
    label: "Give more time",
    why: "Small charities need weeks to write a tender. A longer term helps as well.",
  },
  grant: { label: "Think about a grant", why: "A grant asks less of a small charity, where it fits the need." },
  talk: {
    label: "Talk to the market first",
    why: "Open an engagement board, and ask what keeps people from tendering.",
  },
  board: { label: "Read the engagement board", why: "See what providers say about this need." },
} as const;
