import type { Case, Given, World } from "../ground/world";
import { standingActs } from "./standing";
import { assessors, auditors, nobody, registrars } from "./who";

const long = "The reason is given here in more than twenty characters.";
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** An application in a state; with `mine`, whoever may press has it. */
async function application(world: World, state: string, mine: boolean): Promise<Given & { id: string }> {
  const { id = "", organisationId = "" } = await world.row(
    `select id, "organisationId" from "Application" where state = $1::"ApplicationState" order by reference limit 1`,
    state,
  );
  const before = ({ userId }: { userId: string }) =>
    world.client.query(`update "Application" set "assessorId" = $1 where id = $2`, [userId, id]);
  return { id, provider: organisationId, fields: { applicationId: id }, ...(mine && { before }) };
}

/** The same press about an application that they have, and about one that somebody else has. */
const byWhoeverHasIt = (
  state: string,
  fields: (world: World, id: string) => Promise<Record<string, string>>,
): Case[] => {
  const given = (mine: boolean) => async (world: World) => {
    const made = await application(world, state, mine);
    return { ...made, fields: { applicationId: made.id, ...(await fields(world, made.id)) } };
  };
  return [
    { as: "an application that they have", may: assessors, given: given(true) },
    { as: "an application that another has", may: nobody, given: given(false) },
  ];
};

const condition = async (world: World, applicationId: string) =>
  (
    await world.row(
      `select "conditionId" as id from "ApplicationAnswer" where "applicationId" = $1 order by 1 limit 1`,
      applicationId,
    )
  ).id ?? "";

/** An act on a membership in a state, at a charity of its own. */
const membership =
  (event: string, state: string, more: Record<string, string> = {}, change = "") =>
  async (world: World): Promise<Given> => {
    const { id = "", organisationId = "" } = await world.row(
      `select id, "organisationId" from "Membership" where state = $1::"MembershipState" order by id limit 1`,
      state,
    );
    const before = () => world.client.query(`update "Membership" set ${change} where id = $1`, [id]);
    return { provider: organisationId, fields: { membershipId: id, event, ...more }, ...(change && { before }) };
  };

const sentService = async (world: World) => {
  const { id = "", organisationId = "" } = await world.row(
    `select s.id, s."organisationId" from "Service" s join "Membership" m on m.id = s."membershipId"
     where s.state = 'inReview' and m.state = 'active' order by 1 limit 1`,
  );
  return { serviceId: id, provider: organisationId };
};

/** What the steward's office does. */
export const steward: Record<string, readonly Case[]> = {
  "(steward)/steward/applications/[id]/actions#take": [
    { may: assessors, given: (world) => application(world, "submitted", false) },
  ],
  "(steward)/steward/applications/[id]/actions#handBack": [
    { as: "an application that they have", may: assessors, given: (world) => application(world, "inReview", true) },
    {
      as: "an application that another has",
      may: registrars,
      given: (world) => application(world, "inReview", false),
    },
  ],
  "(steward)/steward/applications/[id]/ask/actions#ask": byWhoeverHasIt("inReview", async () => ({
    about: "profile",
    question: "How many people do you employ, and where?",
  })),
  "(steward)/steward/applications/[id]/conditions/[number]/actions#find": byWhoeverHasIt(
    "inReview",
    async (world, id) => ({ conditionId: await condition(world, id), met: "yes", note: "" }),
  ),
  "(steward)/steward/applications/[id]/decide/actions#decide": decisions(),
  "(steward)/steward/members/[id]/[act]/actions#act": [
    { as: "suspend", may: assessors, given: membership("suspend", "active", { reason: long, endsOn: soon(30) }) },
    { as: "resume", may: assessors, given: membership("resume", "suspended", { reason: long }) },
    {
      as: "proposeRemoval",
      may: assessors,
      given: membership("proposeRemoval", "active", { ground: "conditions", reason: long, endsOn: soon(40) }),
    },
    {
      as: "remove",
      may: registrars,
      given: membership("remove", "removalProposed", { reason: long }, `"endsOn" = current_date - 2`),
    },
    { as: "keep", may: registrars, given: membership("keep", "removalProposed", { reason: long }) },
    { as: "lapse", may: assessors, given: membership("lapse", "active", { reason: long }) },
    { as: "renew", may: assessors, given: membership("renew", "lapsed", { reason: long }) },
    ...standingActs,
    { as: "an act that there is not", may: nobody, given: membership("readmit", "removed") },
  ],
  "(steward)/steward/services/[id]/actions#approve": [
    {
      may: assessors,
      given: async (world) => {
        const { serviceId, provider } = await sentService(world);
        return { provider, fields: { serviceId } };
      },
    },
  ],
  "(steward)/steward/services/[id]/actions#sendBack": [
    {
      may: assessors,
      given: async (world) => {
        const { serviceId, provider } = await sentService(world);
        return { provider, fields: { serviceId, reason: long } };
      },
    },
  ],
};

/** A decision, for which every condition must have been looked at; and the page before it, which changes nothing. */
function decisions(): Case[] {
  const given = (mine: boolean, intent: string) => async (world: World) => {
    const made = await application(world, "inReview", mine);
    const { rows } = await world.client.query<{ id: string }>(
      `select "partId" as id from "ApplicationPart" where "applicationId" = $1`,
      [made.id],
    );
    const parts = rows.flatMap(({ id }, at) => [
      [`parts.${at}.partId`, id],
      [`parts.${at}.decision`, "admitted"],
      [`parts.${at}.reasons`, long],
    ]);
    const found = (userId: string) =>
      world.client.query(
        `insert into "ConditionFinding" ("applicationId", "conditionId", met, note, "foundById", "foundAt")
         select $1, c.id, true, '', $2, now() from "Condition" c
         join "Application" a on a."registerId" = c."registerId" where a.id = $1
         on conflict do nothing`,
        [made.id, userId],
      );
    const before = async (who: { userId: string }) => {
      await made.before?.({ ...who, who: "steward.assessor", token: null, organisationId: "" });
      await found(who.userId);
      await world.client.query(
        `insert into "DebarmentCheck" (id, "organisationId", "checkedOn", listed, "checkedById", "checkedAt")
         values (gen_random_uuid(), $1, current_date, false, $2, now())`,
        [made.provider, who.userId],
      );
      if (intent === "propose")
        await world.client.query(
          `update "Application" set band = (select r."secondFromBand" from "Register" r where r.id = "registerId") where id = $1`,
          [made.id],
        );
    };
    return {
      provider: made.provider ?? "",
      fields: { applicationId: made.id, intent, ...Object.fromEntries(parts) },
      ...(mine && { before }),
    };
  };
  return [
    { as: "an application that they have", may: assessors, given: given(true, "decide") },
    { as: "an application that another has", may: nobody, given: given(false, "decide") },
    { as: "a high value, to propose", may: assessors, given: given(true, "propose") },
    // Whether it could be decided is told to whoever reads the application; auditors read all of them.
    { as: "only to check", may: [...assessors, ...auditors], given: given(true, "check") },
  ];
}
