import "server-only";
import type { Actor } from "@/lib/core/actor";
import { day, moment, time } from "@/lib/core/values/format";
import { londonDay } from "@/lib/core/values/moment";
import { atom } from "@/lib/search/saved/feed/atom";
import { calendar, type DayEvent } from "@/lib/search/saved/feed/calendar";
import { stableId } from "@/lib/search/saved/feed/stable-id";
import { opportunityAddress } from "../../record/commands/step";
import { opportunityQuery } from "./address";
import { clockOf, exportOpportunities, type OpportunitySummary } from "./queries/list";
import type { OpportunityFilter } from "./schema";
import { opportunityWords as say } from "./words";

const MOST = 100;
type Asked = { filter: OpportunityFilter; origin: string };
/** `changed` is now: a close can move without anything new, so that a reader must go by the text (ETag), never by a date. */
export type Written = { text: string; changed: Date };

/** The newest opportunities that fit a filter, as Atom: at most 100. */
export async function writeAtom(actor: Actor, { filter, origin }: Asked): Promise<Written> {
  const rows = await exportOpportunities(actor, filter, MOST);
  const changed = rows[0]?.publishedAt ?? new Date(0);
  const query = opportunityQuery(filter);
  const feed = {
    id: stableId("opportunities", query),
    title: say.feedTitle,
    subtitle: say.feedSubtitle,
    updated: changed,
    selfPath: `/opportunities/atom.xml${query}`,
    entries: rows.map((row) => ({
      id: row.id,
      at: row.publishedAt ?? changed,
      title: row.title,
      summary: say.summary(row.organisation.name, row.estimatePence, row.closesAt ? moment(row.closesAt) : ""),
      path: opportunityAddress(row),
    })),
  };
  return { text: atom(feed, origin), changed: clockOf() };
}

/** The days on which questions end and tenders close, of the opportunities that fit, as iCalendar. */
export async function writeCalendar(actor: Actor, { filter, origin }: Asked): Promise<Written> {
  const rows = await exportOpportunities(actor, filter, 500);
  const events = rows.flatMap(eventsOf);
  return {
    text: calendar(
      { title: say.calendarTitle, product: "Opportunities", events: events.length > 0 ? events : [nothing()] },
      origin,
    ),
    changed: clockOf(),
  };
}

function eventsOf(row: OpportunitySummary): DayEvent[] {
  const on = (what: string, at: Date | null, title: (name: string) => string): DayEvent[] =>
    at
      ? [
          {
            id: stableId(row.id, what),
            day: londonDay(at),
            stamp: row.publishedAt ?? at,
            title: title(row.title),
            description: `${row.organisation.name}. ${day(at)} at ${time(at)}.`,
            path: opportunityAddress(row),
          },
        ]
      : [];
  return [...on("questions", row.clarifyUntil, say.questions), ...on("close", row.closesAt, say.closes)];
}

/** A calendar needs an event: where nothing fits, it says so today. */
const nothing = (): DayEvent => ({
  id: stableId("opportunities", "none"),
  day: londonDay(clockOf()),
  stamp: new Date(0),
  title: say.none,
  description: say.none,
  path: "/opportunities",
});
