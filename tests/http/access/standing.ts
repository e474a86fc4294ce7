import type { Case, Given, Page, World } from "../ground/world";
import { of } from "./pages";
import { assessors, atHome, providers, readers, registrars, signers } from "./who";

const long = "The reason is given here in more than twenty characters.";
const today = () => new Date().toISOString().slice(0, 10);

const ofState = (state: string) =>
  `select id, "organisationId" as provider from "Membership" where state = '${state}' order by id limit 1`;

const membership = async (world: World, state: string) => {
  const { id = "", provider = "" } = await world.row(ofState(state));
  return { id, provider };
};

/** What a press about a membership is made of; `before` first makes the demo world fit. */
const about =
  (
    state: string,
    fields: Record<string, string>,
    before?: (world: World, id: string, provider: string) => Promise<unknown>,
  ) =>
  async (world: World): Promise<Given> => {
    const { id, provider } = await membership(world, state);
    return {
      provider,
      fields: { membershipId: id, ...fields },
      ...(before && { before: () => before(world, id, provider) }),
    };
  };

const debar = (world: World, _id: string, provider: string) =>
  world.client.query(
    `insert into "DebarmentCheck" (id, "organisationId", "checkedOn", listed, ground, entry, "checkedById", "checkedAt")
     select gen_random_uuid(), $1, current_date, true, 'mandatory', 'Entry 12 of the list', u.id, now() + interval '1 second'
     from "User" u order by u.email limit 1`,
    [provider],
  );

const comesDue = (world: World, id: string) =>
  world.client.query(`update "Membership" set "reviewDueOn" = current_date where id = $1`, [id]);

const report = `select id from "ExclusionReport" where "sentOn" is null order by id limit 1`;

/** Acts on a membership that have a record of their own, and what the law wants known of an organisation. */
export const standing: Record<string, readonly Case[]> = {
  "(provider)/membership/actions#leave": [{ may: signers, given: about("active", { reason: long }) }],
  "(provider)/membership/actions#represent": [{ may: signers, given: about("removalProposed", { text: long }) }],
  "(steward)/steward/debarment/[id]/actions#check": [
    {
      may: assessors,
      given: async (world) => ({
        fields: {
          organisationId: await world.organisation("Harbour Steps Trust"),
          checkedOn: today(),
          listed: "no",
          ground: "",
          entry: "",
          note: "",
        },
      }),
    },
  ],
  "(steward)/steward/reports/[id]/actions#sent": [
    {
      may: assessors,
      given: async (world) => ({ fields: { reportId: (await world.row(report)).id ?? "", sentOn: today(), note: "" } }),
    },
  ],
};

/** Acts that the steward's one action for memberships also does. */
export const standingActs: readonly Case[] = [
  {
    as: "removeDebarred",
    may: registrars,
    given: about("suspended", { event: "removeDebarred", reason: long }, debar),
  },
  { as: "review", may: assessors, given: about("active", { event: "review", note: "" }, comesDue) },
];

const own = atHome(providers);

/** Pages about one's own membership, and about the standing of others. */
export const standingPages: Record<string, readonly Page[]> = {
  "/membership": [{ may: providers }],
  "/membership/[id]": [{ may: own, at: of("/membership/[id]", ofState("active")) }],
  "/membership/[id]/leave": [{ may: signers, at: of("/membership/[id]/leave", ofState("active")) }],
  "/steward/debarment/[id]": [
    {
      may: readers,
      at: of("/steward/debarment/[id]", `select id from "Organisation" where name = 'Harbour Steps Trust'`),
    },
  ],
  "/steward/reports": [{ may: readers }],
  "/steward/reports/[id]": [{ may: readers, at: of("/steward/reports/[id]", report) }],
};
