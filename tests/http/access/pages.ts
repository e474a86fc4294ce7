import type { Asked, Page, World } from "../ground/world";
import {
  assessors,
  atHome,
  auditors,
  authorities,
  everyone,
  nobody,
  proved,
  readers,
  registrars,
  seated,
  signedIn,
  stewards,
} from "./who";

export const open: readonly Page[] = [{ may: everyone }];
const strangers = everyone.filter((who) => !signedIn.includes(who));

/** An address made of a row; the row may also say whose it is. */
export const of =
  (path: string, sql: string) =>
  async (world: World): Promise<Asked> => {
    const { provider, authority, ...row } = await world.row(sql);
    const filled = Object.entries(row).reduce((so, [name, value]) => so.replaceAll(`[${name}]`, value), path);
    return { path: filled, provider, authority };
  };

const underReview = (path: string) =>
  of(
    path,
    `select id, "organisationId" as provider from "Application" where state = 'inReview' order by reference limit 1`,
  );
const member = `select id, "organisationId" as provider from "Membership" where state = 'active' order by id limit 1`;
const waiting = `select s.id, s."organisationId" as provider from "Service" s join "Membership" m on m.id = s."membershipId"
  where s.state = 'inReview' and m.state = 'active' order by 1 limit 1`;
const colleague = `select t."userId", t."organisationId" as organisation, t."organisationId" as authority from "Seat" t
  join "Organisation" o on o.id = t."organisationId" where o.name = 'Weald Probation Commissioning' and t.role = 'practitioner' order by 1 limit 1`;
const authority = `select id as organisation, id as authority from "Organisation" where name = 'Weald Probation Commissioning'`;

/** What everybody may read, what people read about themselves and their colleagues, and what the steward's office reads. */
export const pages: Record<string, readonly Page[]> = {
  "/": open,
  "/finder": open,
  "/finder/need": open,
  "/finder/who": open,
  "/finder/services": [
    { may: everyone, at: () => ({ path: "/finder/services?place=police-kent&need=accommodation" }) },
  ],
  "/about": open,
  "/health": open,
  "/accessibility": open,
  "/privacy": open,
  "/open-data": open,
  "/api/v1/openapi.json": open,
  "/api/v1/services": open,
  "/api/v1/services/[reference]": [
    {
      may: everyone,
      at: of(
        "/api/v1/services/[reference]",
        `select s.reference from "Service" s join "Membership" m on m.id = s."membershipId" where s.state = 'published' and m.state = 'active' order by 1 limit 1`,
      ),
    },
    {
      as: "one that is not published",
      may: nobody,
      at: of(
        "/api/v1/services/[reference]",
        `select reference from "Service" where state = 'draft' order by 1 limit 1`,
      ),
    },
  ],
  "/join": open,
  "/join/check": open,
  "/join/questions": open,
  "/coverage": open,
  "/coverage/csv": open,
  "/register": open,
  "/register/organisations/csv": open,
  "/register/services/csv": open,
  "/register/organisations/[reference]": [
    {
      may: everyone,
      at: of(
        "/register/organisations/[reference]",
        `select o.reference from "Organisation" o join "Membership" m on m."organisationId" = o.id where m.state = 'active' order by 1 limit 1`,
      ),
    },
    {
      as: "one that is no member",
      may: nobody,
      at: of(
        "/register/organisations/[reference]",
        `select reference from "Organisation" where name = 'Surrey Waymarkers'`,
      ),
    },
  ],
  "/register/services/[reference]": [
    {
      may: everyone,
      at: of(
        "/register/services/[reference]",
        `select s.reference from "Service" s join "Membership" m on m.id = s."membershipId" where s.state = 'published' and m.state = 'active' order by 1 limit 1`,
      ),
    },
    {
      as: "one that is not published",
      may: nobody,
      at: of(
        "/register/services/[reference]",
        `select reference from "Service" where state = 'draft' order by 1 limit 1`,
      ),
    },
  ],
  "/awards": open,
  "/awards/csv": open,
  "/awards/[reference]": [
    {
      may: everyone,
      at: of(
        "/awards/[reference]",
        `select reference from "Agreement" where "signedAt" is not null order by reference limit 1`,
      ),
    },
  ],
  "/health/live": open,
  "/health/ready": open,
  "/icon.svg": open,
  // Only its own two presses, which come from our own pages; to follow a link there finds nothing.
  "/api/auth/[...nextauth]": [{ may: nobody, at: () => ({ path: "/api/auth/session" }) }],
  "/style": open,
  "/style/check": open,
  "/style/done": open,
  "/style/fault": [{ may: everyone, at: () => ({ path: "/style/fault?status=404" }) }],
  "/demo": open,
  "/demo/mailbox": open,
  "/sign-in": [{ may: strangers, sent: signedIn }],
  "/sign-in/sent": open,
  "/sign-in/link": [{ may: everyone, at: () => ({ path: "/sign-in/link?token=0123456789012345678901234" }) }],
  "/sign-in/second-step": [{ may: nobody, sent: proved }],
  "/sign-in/done": [{ may: nobody, sent: everyone.filter((who) => who !== "halfway") }],
  "/sign-out": [{ may: proved, sent: strangers.filter((who) => who !== "halfway") }],
  "/home": [{ may: signedIn }],
  "/account": [{ may: signedIn }],
  "/account/here": [{ may: signedIn }],
  "/account/name": [{ may: signedIn }],
  "/account/second-step": [{ may: proved }],
  "/switch": [{ may: signedIn }],
  "/invitations": [{ may: signedIn }],
  "/notifications": [{ may: signedIn }],
  "/people": [
    { may: seated },
    {
      as: "of an authority",
      may: [...atHome(authorities), ...stewards],
      at: of("/people?organisation=[organisation]", authority),
    },
  ],
  "/people/invite": [
    {
      may: [
        "provider.signatory",
        "provider.signatory@other",
        "authority.admin",
        "authority.admin@other",
        ...registrars,
      ],
    },
    {
      as: "to an authority",
      may: ["authority.admin", ...registrars],
      at: of("/people/invite?organisation=[organisation]", authority),
    },
  ],
  "/people/[userId]": [
    { may: [...atHome(authorities), ...stewards], at: of("/people/[userId]?organisation=[organisation]", colleague) },
  ],
  "/authorities": [{ may: stewards }],
  "/authorities/new": [{ may: registrars }],
  "/steward": [{ may: readers }],
  "/steward/queue": [{ may: readers }],
  "/steward/queue/csv": [{ may: readers }],
  "/steward/members": [{ may: readers }],
  "/steward/members/csv": [{ may: readers }],
  "/steward/members/[id]": [{ may: readers, at: of("/steward/members/[id]", member) }],
  "/steward/members/[id]/[act]": [
    { as: "suspend", may: assessors, at: of("/steward/members/[id]/suspend", member) },
    {
      as: "remove",
      may: registrars,
      at: of("/steward/members/[id]/remove", member.replace("'active'", "'removalProposed'")),
    },
  ],
  "/steward/overlaps": [{ may: readers }],
  "/steward/overlaps/csv": [{ may: readers }],
  "/steward/services": [{ may: readers }],
  "/steward/services/csv": [{ may: readers }],
  "/steward/services/[id]": [{ may: readers, at: of("/steward/services/[id]", waiting) }],
  "/steward/register": [{ may: readers }],
  "/steward/applications/[id]": [
    { may: readers, at: underReview("/steward/applications/[id]") },
    {
      // Its own auditor reads it here too.
      as: "a draft",
      may: ["provider.auditor"],
      at: of(
        "/steward/applications/[id]",
        `select id, "organisationId" as provider from "Application" where state = 'draft' order by 1 limit 1`,
      ),
    },
  ],
  "/steward/applications/[id]/conditions/[number]": [
    { may: readers, at: underReview("/steward/applications/[id]/conditions/1") },
  ],
  // Somebody else has it, so nobody here asks or decides.
  "/steward/applications/[id]/ask": [{ may: nobody, at: underReview("/steward/applications/[id]/ask") }],
  "/steward/applications/[id]/decide": [{ may: nobody, at: underReview("/steward/applications/[id]/decide") }],
  "/history": [{ may: auditors }],
  "/history/csv": [{ may: auditors }],
  "/history/[subject]/[id]": [
    { may: auditors, at: of("/history/purchase/[id]", `select id from "Purchase" order by reference limit 1`) },
  ],
};
