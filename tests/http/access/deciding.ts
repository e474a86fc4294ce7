import type { Case, Given, Page, World } from "../ground/world";
import { of } from "./pages";
import { assessors, nobody, readers, registrars } from "./who";

const long = "The reason is given here in more than twenty characters.";

const inState = (state: string) =>
  `select id, "organisationId" as provider from "Application" where state = '${state}' order by reference limit 1`;

/** An application in a state; with `mine`, whoever may press has it. */
const application =
  (state: string, mine: boolean, more: Record<string, string> = {}) =>
  async (world: World): Promise<Given> => {
    const { id = "", provider = "" } = await world.row(inState(state));
    const before = ({ userId }: { userId: string }) =>
      world.client.query(`update "Application" set "assessorId" = $1 where id = $2`, [userId, id]);
    return { provider, fields: { applicationId: id, ...more }, ...(mine && { before }) };
  };

const handedTo =
  (mine: boolean) =>
  async (world: World): Promise<Given> => {
    const { id: assessorId = "" } = await world.row(
      `select t."userId" as id from "Seat" t join "Organisation" o on o.id = t."organisationId"
       where o.kind = 'steward' and t.role = 'admin' order by t."userId" limit 1`,
    );
    return application("inReview", mine, { assessorId })(world);
  };

/** What assessors do with an application beside deciding it. */
export const deciding: Record<string, readonly Case[]> = {
  "(steward)/steward/applications/[id]/actions#addNote": [
    { may: assessors, given: application("inReview", false, { text: long }) },
  ],
  "(steward)/steward/applications/[id]/hand-over/actions#handOver": [
    { as: "an application that they have", may: assessors, given: handedTo(true) },
    { as: "an application that another has", may: registrars, given: handedTo(false) },
  ],
  "(steward)/steward/applications/[id]/grounds/[code]/actions#findGround": [true, false].map((mine) => ({
    as: mine ? "an application that they have" : "an application that another has",
    may: mine ? assessors : nobody,
    given: application("inReview", mine, { groundCode: "insolvency", applies: "no", note: long }),
  })),
  "(steward)/steward/applications/[id]/second/actions#agree": [
    { may: assessors, given: application("seconding", false) },
  ],
  "(steward)/steward/applications/[id]/second/actions#disagree": [
    { may: assessors, given: application("seconding", false, { reason: long }) },
  ],
};

/** Pages on the way to a decision, and how decisions went. */
export const decidingPages: Record<string, readonly Page[]> = {
  // Somebody else has it, and an admin can hand it over for them.
  "/steward/applications/[id]/hand-over": [
    { may: registrars, at: of("/steward/applications/[id]/hand-over", inState("inReview")) },
  ],
  "/steward/applications/[id]/grounds/[code]": [
    { may: readers, at: of("/steward/applications/[id]/grounds/insolvency", inState("inReview")) },
  ],
  "/steward/applications/[id]/second": [
    { may: assessors, at: of("/steward/applications/[id]/second", inState("seconding")) },
  ],
  "/steward/statistics": [{ may: readers }],
  "/steward/statistics/csv": [{ may: readers }],
};
