import type { Case, Given, Page, World } from "../ground/world";
import { of } from "./pages";
import { atHome, auditors, authorities, everyone, nobody, providers, type Who } from "./who";

const commissioners: readonly Who[] = ["authority.commissioner"];
const recorders: readonly Who[] = ["authority.commissioner", "authority.approver"];
/** Whoever is at the authority, and every auditor. */
const file: readonly Who[] = [...new Set([...atHome(authorities), ...auditors])];

const alone = `(select count(*) from "CallOffFunder" f where f."callOffId" = c.id) = 1`;
const inState = (state: string) =>
  `select c.id, c."organisationId" as authority from "CallOff" c where c.state = '${state}' and ${alone} order by c.reference limit 1`;
const summary = `select s."tenderId" as id, t."organisationId" as provider from "AssessmentSummary" s
  join "Tender" t on t.id = s."tenderId" order by t.reference limit 1`;

const given =
  (state: string, more: Record<string, string> = {}) =>
  async (world: World): Promise<Given> => {
    const { id = "", authority = "" } = await world.row(inState(state));
    return { authority, fields: { id, ...more } };
  };

const reason = "The reason is given here in words.";

/** The call-off of a standstill that somebody objects to. */
const challenged = async (world: World): Promise<Given> => {
  const row = await world.row(
    `select c.id, c."organisationId" as authority, h.id as challenge from "Challenge" h
     join "CallOff" c on c.id = h."callOffId" where h.state = 'open' and c.state = 'standstill' order by h.id limit 1`,
  );
  const { id = "", authority = "", challenge: challengeId = "" } = row;
  return { authority, fields: { id, challengeId, event: "dismiss", outcome: "It was read again." } };
};

/** Who proposes an award, tells tenderers, publishes it, answers challenges, and ends a call-off. */
export const awarding: Record<string, readonly Case[]> = {
  // Whoever may has to find it in another state, or has not declared yet.
  "(commissioner)/call-offs/[id]/award/actions#propose": [
    {
      may: commissioners,
      answer: "conflict",
      given: given("awardProposed", {
        "lots.0.lotId": "0190a000-0000-7000-8000-00000000c4a2",
        "lots.0.tenderId": "nobody",
        "lots.0.reason": reason,
      }),
    },
  ],
  "(commissioner)/call-offs/[id]/award/actions#reconsider": [
    { may: commissioners, answer: "conflict", given: given("awardProposed", { reason }) },
  ],
  "(commissioner)/call-offs/[id]/summaries/actions#notify": [
    { may: commissioners, answer: "conflict", given: given("awardProposed") },
  ],
  "(commissioner)/call-offs/[id]/notice/actions#publishNotice": [
    { may: commissioners, answer: "conflict", given: given("awardProposed") },
  ],
  "(commissioner)/call-offs/[id]/challenges/actions#record": [
    {
      may: recorders,
      answer: "conflict",
      given: given("awardProposed", { organisationId: "0190a000-0000-7000-8000-00000000c4a3", grounds: reason }),
    },
  ],
  "(commissioner)/call-offs/[id]/challenges/actions#decide": [{ may: recorders, given: challenged }],
  "(commissioner)/call-offs/[id]/cancel/actions#cancel": [{ may: commissioners, given: given("closed", { reason }) }],
  "(commissioner)/call-offs/[id]/fail/actions#fail": [
    { as: "with tenders unread", may: commissioners, answer: "conflict", given: given("closed", { reason }) },
  ],
};

const page = (path: string, state: string) => of(`/call-offs/[id]/${path}`, inState(state));

/** Where they do it, and who reads it. */
export const awardingPages: Record<string, readonly Page[]> = {
  "/call-offs/[id]/award": [
    { may: file, at: page("award", "awardProposed") },
    { as: "before the lock", may: nobody, at: page("award", "closed") },
  ],
  "/call-offs/[id]/award/reconsider": [{ may: commissioners, at: page("award/reconsider", "awardProposed") }],
  "/call-offs/[id]/summaries": [
    { may: file, at: page("summaries", "standstill") },
    { as: "before the approval", may: nobody, at: page("summaries", "awardProposed") },
  ],
  "/call-offs/[id]/notice": [{ as: "before the summaries", may: nobody, at: page("notice", "awardProposed") }],
  "/call-offs/[id]/standstill": [{ may: file, at: page("standstill", "standstill") }],
  "/call-offs/[id]/challenges": [{ may: file, at: page("challenges", "standstill") }],
  "/call-offs/[id]/challenges/[challenge]": [
    {
      may: recorders,
      at: async (world) => {
        const { authority, fields } = await challenged(world);
        const { id = "", challengeId = "" } = typeof fields === "function" ? {} : fields;
        return { path: `/call-offs/${id}/challenges/${challengeId}`, authority };
      },
    },
  ],
  "/call-offs/[id]/cancel": [{ may: commissioners, at: page("cancel", "closed") }],
  "/call-offs/[id]/fail": [{ may: commissioners, at: page("fail", "closed") }],
  "/tenders/[id]/summary": [
    {
      may: atHome(providers),
      at: of("/tenders/[id]/summary", summary),
    },
  ],
  "/coverage/bids": [{ may: everyone }],
  "/coverage/bids/csv": [{ may: everyone }],
};
