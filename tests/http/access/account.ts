import { newId } from "@/lib/core/values/id";
import { sealSecretFor } from "../ground/factor";
import type { Case, World } from "../ground/world";
import { everyone, proved, registrars, seated, signedIn } from "./who";

const aCode = "000000";

/** A colleague of everybody who may look after colleagues at this case's own organisations: one at each. */
async function colleague(world: World, organisation: string, role: string, { disabled = false, factor = false } = {}) {
  const id = newId();
  await world.client.query(
    `insert into "User" (id, email, name, "createdAt", "disabledAt") values ($1, $2, 'A colleague', now(), $3)`,
    [id, `${id}@colleagues.example`, disabled ? new Date() : null],
  );
  await world.client.query(
    `insert into "Seat" ("userId", "organisationId", role, since) values ($1, $2, $3::"Role", now())`,
    [id, organisation, role],
  );
  if (factor)
    await world.client.query(
      `insert into "Factor" ("userId", "sealedSecret", "createdAt", "confirmedAt") values ($1, 'sealed', now(), now())`,
      [id],
    );
  return id;
}

const atAuthority = async (world: World) => (await world.home()).authority;

/** Presses about one colleague at the authority; the steward's administrator reaches some of them. */
const about =
  (made: { disabled?: boolean; factor?: boolean } = {}, more: Record<string, string> = {}) =>
  async (world: World) => {
    const organisationId = await atAuthority(world);
    const userId = await colleague(world, organisationId, "commissioner", made);
    return { fields: { userId, organisationId, ...more } };
  };

/** What people do about themselves and their colleagues. */
export const account: Record<string, readonly Case[]> = {
  "(account)/account/actions#rename": [{ may: signedIn, given: () => ({ fields: { name: "Another name" } }) }],
  "(account)/account/actions#endOthers": [{ may: proved }],
  "(account)/account/second-step/actions#begin": [{ may: proved }],
  // They have not begun, so there is nothing that a code could confirm, pass or give up.
  "(account)/account/second-step/actions#confirm": [{ may: [], given: () => ({ fields: { code: aCode } }) }],
  "(account)/account/second-step/actions#giveUp": [{ may: [], given: () => ({ fields: { code: aCode } }) }],
  "(account)/sign-in/second-step/actions#giveCode": [
    { may: [], given: () => ({ fields: { code: aCode } }) },
    {
      as: "with a code that is wrong",
      may: proved,
      answer: "invalid",
      given: (world) => ({
        fields: { code: aCode },
        before: async ({ userId }) => {
          await world.client.query(
            `insert into "Factor" ("userId", "sealedSecret", "createdAt", "confirmedAt") values ($1, $2, now(), now())`,
            [userId, sealSecretFor(userId)],
          );
          await world.client.query(`update "Session" set "factorAt" = null where "userId" = $1`, [userId]);
        },
      }),
    },
  ],
  "(account)/sign-in/actions#askForLink": [
    { may: everyone, given: () => ({ fields: { email: "somebody@elsewhere.example" } }) },
  ],
  "(account)/sign-out/actions#signOut": [{ may: everyone }],
  "(account)/demo/actions#beDemoPerson": [
    {
      may: everyone,
      given: async (world) => ({
        fields: {
          userId: (await world.row(`select id from "User" where "demoLine" is not null order by 1 limit 1`)).id ?? "",
        },
      }),
    },
    {
      as: "somebody who is no demo person",
      may: [],
      given: async (world) => ({ fields: { userId: await colleague(world, await atAuthority(world), "approver") } }),
    },
  ],
  "(account)/switch/actions#actFor": [
    { may: seated, given: () => ({ fields: ({ organisationId }) => ({ organisationId }) }) },
    {
      as: "an organisation where they have no seat",
      may: [],
      given: async (world) => ({
        fields: { organisationId: await world.organisation("Capital Probation Commissioning") },
      }),
    },
  ],
  "(account)/invitations/actions#takeUp": [
    {
      may: signedIn,
      given: async (world) => {
        const organisationId = await world.organisation("Capital Probation Commissioning");
        const before = ({ userId }: { userId: string }) =>
          world.client.query(
            `insert into "SeatInvitation" (id, "organisationId", email, role, "createdAt", "expiresAt")
             values ($1, $2, $3, 'viewer', now(), now() + interval '1 day')`,
            [newId(), organisationId, `${userId}@people.example`],
          );
        return { fields: { organisationId }, before };
      },
    },
    {
      as: "an invitation to somebody else",
      may: [],
      given: async (world) => {
        const organisationId = await world.organisation("Capital Probation Commissioning");
        await world.client.query(
          `insert into "SeatInvitation" (id, "organisationId", email, role, "createdAt", "expiresAt")
           values ($1, $2, $3, 'admin', now(), now() + interval '1 day')`,
          [newId(), organisationId, `${newId()}@people.example`],
        );
        return { fields: { organisationId } };
      },
    },
  ],
  "(account)/notifications/actions#readAll": [{ may: signedIn }],
  "(account)/notifications/actions#openNotification": [
    {
      as: "their own",
      may: signedIn,
      given: (world) => {
        const own = new Map<string, string>();
        const before = async ({ userId }: { userId: string }) => {
          own.set(userId, newId());
          await world.client.query(
            `insert into "Notification" (id, "userId", title, body, href, "createdAt") values ($1, $2, 'News', 'News', '/account', now())`,
            [own.get(userId), userId],
          );
        };
        return { fields: ({ userId }) => ({ notificationId: own.get(userId) ?? newId() }), before };
      },
    },
    {
      as: "another's",
      may: [],
      given: async (world) => ({
        fields: { notificationId: (await world.row(`select id from "Notification" order by 1 limit 1`)).id ?? "" },
      }),
    },
  ],
  "(account)/people/actions#invite": [
    {
      as: "a commissioner to an authority",
      may: ["authority.admin", ...registrars],
      answer: { "steward.admin": "invalid" },
      given: async (world) => ({
        fields: { organisationId: await atAuthority(world), email: "new@people.example", roles: ["commissioner"] },
      }),
    },
    {
      as: "an editor to a charity",
      may: ["provider.signatory", ...registrars],
      answer: { "steward.admin": "invalid" },
      given: async (world) => ({
        fields: { organisationId: (await world.home()).provider, email: "new@people.example", roles: ["editor"] },
      }),
    },
    {
      as: "an auditor to an authority",
      may: ["authority.admin", ...registrars],
      answer: { "authority.admin": "invalid" },
      given: async (world) => ({
        fields: { organisationId: await atAuthority(world), email: "new@people.example", roles: ["auditor"] },
      }),
    },
  ],
  "(account)/people/actions#changeRoles": [{ may: ["authority.admin"], given: about({}, { roles: "approver" }) }],
  "(account)/people/actions#remove": [{ may: ["authority.admin"], given: about() }],
  "(account)/people/actions#reset": [{ may: ["authority.admin", ...registrars], given: about({ factor: true }) }],
  "(account)/people/actions#stop": [{ may: registrars, given: about() }],
  "(account)/people/actions#reopen": [{ may: registrars, given: about({ disabled: true }) }],
  "(account)/people/actions#withdraw": [
    {
      may: ["authority.admin", ...registrars],
      given: async (world) => {
        const organisationId = await atAuthority(world);
        const email = `${newId()}@people.example`;
        await world.client.query(
          `insert into "SeatInvitation" (id, "organisationId", email, role, "createdAt", "expiresAt")
           values ($1, $2, $3, 'viewer', now(), now() + interval '1 day')`,
          [newId(), organisationId, email],
        );
        return { fields: { organisationId, email } };
      },
    },
  ],
  "(account)/authorities/actions#enterAuthority": [
    {
      may: registrars,
      given: () => ({
        fields: {
          name: "Another Commissioning Body",
          isCentral: "yes",
          places: "region-london",
          email: "a@body.example",
        },
      }),
    },
  ],
  "style/actions#refuseAll": [{ may: everyone, answer: "invalid" }],
};
