import { newId } from "@/lib/core/values/id";
import { writeToken } from "@/lib/search/saved/token";
import type { Case, Page, World } from "../ground/world";
import { of } from "./pages";
import { everyone, nobody, seated } from "./who";

const query = "category=accommodation";
const kept = `select id, "feedNumber" from "SavedSearch" order by id limit 1`;

const onSearch = (more: Record<string, string> = {}): readonly Case[] => [
  {
    as: "their own",
    may: seated,
    given: (world) => {
      const own = new Map<string, string>();
      return {
        before: async ({ userId, organisationId }) => {
          own.set(userId, newId());
          await world.client.query(
            `insert into "SavedSearch" (id, "userId", "organisationId", name, query, said, "createdAt")
             values ($1, $2, $3, 'Rooms', $4, '{}', now())`,
            [own.get(userId), userId, organisationId, query],
          );
        },
        fields: ({ userId }) => ({ searchId: own.get(userId) ?? newId(), ...more }),
      };
    },
  },
  {
    as: "another's",
    may: nobody,
    given: async (world) => ({ fields: { searchId: (await world.row(kept)).id ?? "", ...more } }),
  },
];

const withToken = (more: Record<string, string> = {}): readonly Case[] => [
  {
    as: "with a token from an e-mail",
    may: everyone,
    given: async (world) => ({
      fields: { token: writeToken("unsubscribe", (await world.row(kept)).id ?? ""), ...more },
    }),
  },
  { as: "with a token that is made up", may: nobody, given: () => ({ fields: { token: "A".repeat(64), ...more } }) },
];

/** What people do with the searches that they keep, and what a link in an e-mail may do without signing in. */
export const saved: Record<string, readonly Case[]> = {
  "(account)/searches/new/actions#save": [
    { may: seated, given: () => ({ fields: { name: "Rooms", pace: "daily", query } }) },
  ],
  "(account)/searches/[id]/actions#change": onSearch({ name: "Homes", pace: "weekly" }),
  "(account)/searches/[id]/actions#renew": onSearch(),
  "(account)/searches/[id]/actions#remove": onSearch(),
  "(public)/unsubscribe/[token]/actions#stop": withToken(),
  "(public)/unsubscribe/[token]/actions#resume": withToken({ pace: "weekly" }),
};

const madeUp = "A".repeat(64);
const token = (purpose: "feed" | "unsubscribe", path: string) => async (world: World) => {
  const { id = "", feedNumber } = await world.row(kept);
  return { path: path.replace("[token]", writeToken(purpose, id, purpose === "feed" ? Number(feedNumber) : 0)) };
};
const byToken = (purpose: "feed" | "unsubscribe", path: string): readonly Page[] => [
  { may: everyone, at: token(purpose, path) },
  { as: "made up", may: nobody, at: () => ({ path: path.replace("[token]", madeUp) }) },
  {
    as: "made for something else",
    may: nobody,
    at: token(purpose === "feed" ? "unsubscribe" : "feed", path),
  },
];
/** Somebody else's, whoever asks. */
const others = (path: string): readonly Page[] => [
  { may: nobody, at: of(path, `select id from "SavedSearch" order by 1 limit 1`) },
];

export const savedPages: Record<string, readonly Page[]> = {
  "/searches": [{ may: seated }],
  "/searches/new": [{ may: seated }],
  "/searches/[id]": others("/searches/[id]"),
  "/searches/[id]/change": others("/searches/[id]/change"),
  "/searches/[id]/feeds": others("/searches/[id]/feeds"),
  "/searches/[id]/delete": others("/searches/[id]/delete"),
  "/feeds/[token]/atom.xml": byToken("feed", "/feeds/[token]/atom.xml"),
  "/feeds/[token]/calendar.ics": byToken("feed", "/feeds/[token]/calendar.ics"),
  "/unsubscribe/[token]": byToken("unsubscribe", "/unsubscribe/[token]"),
  // What it does for a token from an e-mail, unsubscribe.test.ts shows.
  "/unsubscribe/[token]/one-click": [{ may: nobody, at: () => ({ path: `/unsubscribe/${madeUp}/one-click` }) }],
};
