import type { AlertPace } from "@/lib/core/prisma/enums";
import { count } from "@/lib/core/values/format";
import { everythingAsked } from "../shortlist/words";

/** How often somebody is told. */
export const paceWords: Record<AlertPace, { label: string; does: string }> = {
  daily: { label: "Every day", does: "An e-mail on each day that something is new." },
  weekly: { label: "Every week", does: "One e-mail a week, when something is new." },
  off: { label: "Never", does: "No e-mails. You can still follow it in a feed." },
};

export const paceOptions = (["daily", "weekly", "off"] as const).map((value) => ({
  value,
  label: paceWords[value].label,
  hint: paceWords[value].does,
}));

/** What happened to a saved search, as its history says it. */
export const savedEvents = {
  save: "A search was saved",
  change: "A saved search was changed",
  renewFeeds: "The feeds of a saved search got new addresses",
  delete: "A saved search was deleted",
  stop: "E-mails about a saved search were stopped",
  resume: "E-mails about a saved search were started again",
  keep: "A saved search was asked again",
} as const;

/** A question on one line. */
export const questionWords = (said: readonly string[]): string => (said.length > 0 ? said.join(", ") : everythingAsked);

export const refusalWords = {
  full: (most: number) => `You keep ${most} searches already, which is the most. Delete one that you no longer need.`,
  asked: "This search has just been asked by another process.",
  tooWide: (most: string) =>
    `More than ${most} services answer this search. We cannot tell you of new ones until you narrow it.`,
} as const;

type News = { name: string; said: readonly string[]; total: number };

/** What its owner is told, here and by e-mail, when services have begun to answer. */
export const newsTitle = ({ name, total }: News): string =>
  `${count(total, "new service answers", "new services answer")} “${name}”`;
export const newsBody = ({ said }: News): string => `You asked for: ${questionWords(said)}.`;

type Named = { title: string; organisation: string; path: string };
type Letter = News & { named: readonly Named[]; searchPath: string; stopPath: string };

/** The text of the e-mail: what is new and where it stands. It holds no price, because anybody may come to read it. */
export function newsText({ named, searchPath, stopPath, ...news }: Letter): string {
  const more = news.total - named.length;
  return [
    `${newsTitle(news)}.`,
    newsBody(news),
    ...named.map(({ title, organisation, path }) => `${title}, from ${organisation}\n{origin}${path}`),
    ...(more > 0 ? [`And ${count(more, "more service")}.`] : []),
    `See all that answer: {origin}${searchPath}`,
    `To stop these e-mails, without signing in: {origin}${stopPath}`,
    "",
  ].join("\n\n");
}

/** What has just been done, by the word in the address. */
export function doneWords(word: string): string | null {
  if (word === "saved") return "The search is saved";
  if (word === "changed") return "Your changes are saved";
  if (word === "feeds") return "The feeds have new addresses. The old ones no longer work.";
  if (word === "again") return "We write to you again";
  return word === "deleted" ? "The search is deleted" : null;
}
