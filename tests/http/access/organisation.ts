import type { Case, Given, World } from "../ground/world";
import { anywhere, providers, signers, writers } from "./who";

const writes = anywhere("provider.editor", "provider.signatory");
const signs = anywhere("provider.signatory");

const person = { name: "A Trustee", connectedAs: "trustee", isBody: "", detail: "" };
const body = { name: "A Landlord", scheme: "", value: "", reliedOnFor: "Its lease" };

/** A request that waits; the organisation that it is to is then "own". */
const request =
  (more: Record<string, string> = {}) =>
  async (world: World): Promise<Given> => {
    const { id = "", organisationId = "" } = await waiting(world);
    return { provider: organisationId, fields: { requestId: id, ...more } };
  };

const waiting = (world: World) =>
  world.row(`select id, "organisationId" from "JoinRequest" where state = 'waiting' order by id limit 1`);

const connection =
  (table: string) =>
  async (world: World): Promise<Given> => {
    const { id = "", organisationId = "" } = await world.row(
      `select id, "organisationId" from "${table}" where "endedAt" is null order by id limit 1`,
    );
    return { provider: organisationId, fields: { connectionId: id } };
  };

/** What a charity does about itself: who it is, who stands behind it, and who joins it. */
export const organisation: Record<string, readonly Case[]> = {
  "(provider)/join/organisation/actions#ask": [
    {
      may: ["newcomer", ...providers],
      given: async (world) => ({
        fields: { organisationId: await world.organisation("Surrey Waymarkers"), message: "I work there." },
      }),
    },
  ],
  // Only whoever asked takes it back, so each of them is made to have asked.
  "(provider)/join/organisation/actions#takeBack": [
    {
      may: ["newcomer", ...providers],
      given: async (world) => {
        const { id = "" } = await waiting(world);
        return {
          fields: { requestId: id },
          before: ({ userId }) =>
            world.force("JoinRequest", `update "JoinRequest" set "userId" = $2 where id = $1`, id, userId),
        };
      },
    },
  ],
  "(provider)/organisation/actions#change": [
    {
      may: signs,
      given: async (world) => {
        const { rows } = await world.client.query<{ id: string; edit: number; scheme: string; value: string }>(
          `select o.id, o.edit, i.scheme, i.value from "Organisation" o left join "Identifier" i on i."organisationId" = o.id
           where o.kind = 'provider'`,
        );
        return {
          fields: ({ organisationId }) => {
            const own = rows.filter(({ id }) => id === organisationId);
            return {
              edit: String(own[0]?.edit ?? 1),
              name: "Another Name",
              nameNote: "We changed it.",
              address: "2 High Street",
              ...Object.fromEntries(own.map(({ scheme, value }) => [`numbers.${scheme}`, value])),
            };
          },
        };
      },
    },
  ],
  "(provider)/organisation/actions#connect": [{ may: writes, given: () => ({ fields: person }) }],
  "(provider)/organisation/actions#associate": [{ may: writes, given: () => ({ fields: body }) }],
  "(provider)/organisation/actions#complete": [{ may: signs, given: () => ({ fields: { complete: "yes" } }) }],
  "(provider)/organisation/actions#disconnect": [{ may: writers, given: connection("ConnectedPerson") }],
  "(provider)/organisation/actions#dissociate": [{ may: writers, given: connection("AssociatedOrganisation") }],
  "(provider)/organisation/actions#approve": [{ may: signers, given: request() }],
  "(provider)/organisation/actions#refuse": [{ may: signers, given: request({ reason: "We do not know you." }) }],
};
