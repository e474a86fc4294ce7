import "server-only";
import type { Actor } from "@/lib/core/actor";
import { asDay, londonDay } from "@/lib/core/values/moment";
import { questionWords } from "../words";
import { atom, type Entry } from "./atom";
import { calendar, type DayEvent } from "./calendar";
import { type End, findSource, listEnds, listNews, listTurns, type Source, type Turn } from "./queries";
import { stableId } from "./stable-id";
import { feedWords } from "./words";

/** A feed's text, and when it last changed or was looked at; null for a token that is none of ours. No search is run for it. */
export type Written = { text: string; changed: Date };
type Asked = { token: string; origin: string };

/** What began and ended to answer a saved search, as Atom. */
export async function writeAtom(actor: Actor, { token, origin }: Asked): Promise<Written | null> {
  const source = await findSource(actor, token);
  if (!source) return null;
  const entries = (await listTurns(actor, source)).flatMap((turn) => entryOf(source, turn));
  const feed = {
    id: source.id,
    title: feedWords.title(source),
    subtitle: feedWords.subtitle(source),
    updated: entries[0]?.at ?? source.createdAt,
    selfPath: `/feeds/${token}/atom.xml`,
    entries,
  };
  return { text: atom(feed, origin), changed: source.askedAt };
}

/** The days on which services were new, and on which price lists end, as iCalendar. */
export async function writeCalendar(actor: Actor, { token, origin }: Asked): Promise<Written | null> {
  const source = await findSource(actor, token);
  if (!source) return null;
  const [{ stock, news }, ends] = await Promise.all([listNews(actor, source), listEnds(actor, source)]);
  const events = [
    savedOn(source, stock),
    ...byDay(news).map(([day, turns]) => newsOn(source, day, turns)),
    ...ends.map((end) => endOn(source, end)),
  ];
  return { text: calendar({ title: feedWords.title(source), events }, origin), changed: source.askedAt };
}

/** Nothing is said of what began to answer and cannot be bought at this moment. */
function entryOf(source: Source, { kind, at, serviceId, reference, shown }: Turn): Entry[] {
  const id = stableId(source.id, serviceId, kind, at.toISOString());
  const path = shown ? pathOf(reference) : "/register";
  const title = shown?.published ? feedWords.begun(shown.published.title, shown.organisation.name) : null;
  if (kind === "ended")
    return [{ id, at, path, title: feedWords.ended(title ?? reference), summary: feedWords.endedWhy }];
  return title ? [{ id, at, path, title, summary: shown?.published?.summary ?? "" }] : [];
}

/** By the London day, in the order that they came. */
function byDay(news: readonly Turn[]): [string, Turn[]][] {
  const days = new Map<string, Turn[]>();
  for (const turn of news) {
    const day = londonDay(turn.at);
    const turns = days.get(day);
    if (turns) turns.push(turn);
    else days.set(day, [turn]);
  }
  return [...days];
}

const MOST_TITLES = 10;

const savedOn = (source: Source, stock: number): DayEvent => ({
  id: stableId(source.id, "saved"),
  day: londonDay(source.createdAt),
  stamp: source.createdAt,
  title: feedWords.stock(source, stock),
  description: questionWords(source.said),
  path: `/searches/${source.id}`,
});

function newsOn(source: Source, day: string, turns: readonly Turn[]): DayEvent {
  const titles = turns.flatMap(({ shown }) =>
    shown?.published ? [feedWords.begun(shown.published.title, shown.organisation.name)] : [],
  );
  const named = titles.slice(0, MOST_TITLES);
  return {
    id: stableId(source.id, "news", day),
    day,
    stamp: turns[0]?.at ?? source.createdAt,
    title: feedWords.news(source, turns.length),
    description: feedWords.named(named, turns.length - named.length),
    path: `/searches/${source.id}`,
  };
}

const endOn = (source: Source, { rateCardId, since, validTo, shown }: End): DayEvent => ({
  id: stableId(source.id, "price list", rateCardId),
  day: asDay(validTo),
  stamp: since,
  title: feedWords.priceEnds(shown.published?.title ?? shown.reference, shown.organisation.name),
  description: feedWords.priceEndsWhy,
  path: pathOf(shown.reference),
});

const pathOf = (reference: string) => `/register/services/${reference}`;
