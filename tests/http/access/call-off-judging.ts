import type { Somebody } from "../ground/people";
import type { Case, Given, Page, World } from "../ground/world";
import { of } from "./pages";
import { anywhere, atHome, auditors, authorities, nobody, type Who } from "./who";

const officers: readonly Who[] = ["authority.commissioner", "authority.approver", "authority.evaluator"];
const commissioners: readonly Who[] = ["authority.commissioner"];
/** Whoever is at the authority, and every auditor. */
const file: readonly Who[] = [...new Set([...atHome(authorities), ...auditors])];
/** Whoever may read what tenders say once they are opened. */
const readers: readonly Who[] = [...officers, ...anywhere("authority.auditor"), ...auditors];

const oneFunder = `(select count(*) from "CallOffFunder" f where f."callOffId" = c.id) = 1`;
const inState = (state: string) =>
  `select c.id, c."organisationId" as authority from "CallOff" c where c.state = '${state}' and ${oneFunder} order by c.reference limit 1`;
const answer = (state: string) =>
  `select c.id, c."organisationId" as authority, t.id as tender, k.id as criterion from "CallOff" c
   join "Tender" t on t."callOffId" = c.id and t.state in ('opened', 'assessed')
   join "Criterion" k on k."callOffId" = c.id and k.kind = 'quality'
   where c.state = '${state}' and ${oneFunder} order by c.reference, t.reference, k.number limit 1`;

const given =
  (state: string, more: Record<string, string> = {}) =>
  async (world: World): Promise<Given> => {
    const { id = "", authority = "" } = await world.row(inState(state));
    return { authority, fields: { id, ...more } };
  };

/** The person is put on the panel, without a conflict of interest, and one answer stands in the form. */
const asJudge =
  (role: "evaluator" | "moderator", state: string, fields: (row: Record<string, string>) => Record<string, string>) =>
  async (world: World): Promise<Given> => {
    const row = await world.row(answer(state));
    const before = async (who: Somebody) => {
      await world.force(
        "Evaluator",
        `insert into "Evaluator" ("callOffId", "userId", role, "appointedById", "appointedAt")
         values ($1, $2, $3::"EvaluatorRole", $2, now()) on conflict do nothing`,
        row.id,
        who.userId,
        role,
      );
      await world.force(
        "CallOffDeclaration",
        `insert into "CallOffDeclaration" (id, "callOffId", "userId", conflicted, "declaredAt")
         values (gen_random_uuid(), $1, $2, false, now())`,
        row.id,
        who.userId,
      );
    };
    return { authority: row.authority ?? "", fields: fields(row), before };
  };

const scored = ({ id = "", tender = "", criterion = "" }: Record<string, string>) => ({
  id,
  "scores.0.tenderId": tender,
  "scores.0.criterionId": criterion,
  "scores.0.score": "3",
  "scores.0.reason": "It answers the question.",
});

/** Who opens tenders, scores them and moderates the scores. */
export const judging: Record<string, readonly Case[]> = {
  "(commissioner)/call-offs/[id]/opening/actions#declareInterests": [
    { may: officers, given: given("closed", { conflict: "none", detail: "", back: "opening" }) },
  ],
  // Nobody of these has said yet whether they have a conflict of interest.
  "(commissioner)/call-offs/[id]/opening/actions#open": [{ may: officers, answer: "conflict", given: given("closed") }],
  "(commissioner)/call-offs/[id]/evaluators/actions#appoint": [
    {
      may: commissioners,
      given: async (world) => {
        const { id = "", authority = "" } = await world.row(inState("closed"));
        const {
          one = "",
          two = "",
          three = "",
        } = await world.row(
          `select ids[1] as one, ids[2] as two, ids[3] as three from (
             select array_agg(s."userId"::text order by s.since, s."userId") as ids from "Seat" s
             where s."organisationId" = $1 and s.role = 'evaluator') seats`,
          authority,
        );
        return { authority, fields: { id, evaluators: [one, two], moderator: three, reason: "" } };
      },
    },
  ],
  "(commissioner)/call-offs/[id]/evaluators/actions#start": [
    { may: commissioners, answer: "conflict", given: given("closed") },
  ],
  "(commissioner)/call-offs/[id]/scores/actions#score": [
    { may: ["authority.evaluator"], given: asJudge("evaluator", "evaluating", scored) },
  ],
  "(commissioner)/call-offs/[id]/scores/actions#finish": [
    {
      as: "while answers are unscored",
      may: ["authority.evaluator"],
      answer: "invalid",
      given: asJudge("evaluator", "evaluating", ({ id = "" }) => ({ id, sure: "yes" })),
    },
  ],
  // The consensus waits for every evaluator, and the lock for the consensus.
  "(commissioner)/call-offs/[id]/moderation/actions#agree": [
    { may: ["authority.evaluator"], answer: "conflict", given: asJudge("moderator", "evaluating", scored) },
  ],
  "(commissioner)/call-offs/[id]/moderation/actions#lock": [
    {
      may: ["authority.evaluator"],
      answer: "conflict",
      given: asJudge("moderator", "evaluating", ({ id = "" }) => ({ id, sure: "yes" })),
    },
  ],
  "(commissioner)/call-offs/[id]/moderation/actions#revise": [
    {
      as: "once an award is proposed",
      may: ["authority.evaluator"],
      answer: "conflict",
      given: asJudge("moderator", "awardProposed", ({ id = "", tender = "", criterion = "" }) => ({
        ...{ id, tenderId: tender, criterionId: criterion, score: "4" },
        ...{ reason: "It is complete.", changedFor: "A page was overlooked." },
      })),
    },
  ],
};

const page = (path: string, state: string) => of(`/call-offs/[id]/${path}`, inState(state));
const ofAnswer = (path: string, state: string) => of(`/call-offs/[id]/${path}`, answer(state));

/** Where they do it, and who reads it. What is for the panel alone is not found by anybody else. */
export const judgingPages: Record<string, readonly Page[]> = {
  "/call-offs/[id]/opening": [{ may: file, at: page("opening", "closed") }],
  "/call-offs/[id]/evaluators": [{ may: file, at: page("evaluators", "evaluating") }],
  "/call-offs/[id]/evaluators/start": [
    { as: "once scoring has begun", may: nobody, at: page("evaluators/start", "evaluating") },
  ],
  "/call-offs/[id]/scores": [
    { may: readers, at: page("scores", "evaluating") },
    { as: "before the opening", may: nobody, at: page("scores", "closed") },
  ],
  "/call-offs/[id]/scores/tender/[tender]": [{ may: readers, at: ofAnswer("scores/tender/[tender]", "evaluating") }],
  "/call-offs/[id]/scores/question/[criterion]": [
    { may: readers, at: ofAnswer("scores/question/[criterion]", "evaluating") },
  ],
  "/call-offs/[id]/scores/finish": [{ may: nobody, at: page("scores/finish", "evaluating") }],
  "/call-offs/[id]/moderation": [{ may: readers, at: page("moderation", "evaluating") }],
  "/call-offs/[id]/moderation/tender/[tender]": [
    { may: readers, at: ofAnswer("moderation/tender/[tender]", "evaluating") },
  ],
  "/call-offs/[id]/moderation/lock": [{ may: nobody, at: page("moderation/lock", "evaluating") }],
  "/call-offs/[id]/moderation/revise": [
    { may: nobody, at: ofAnswer("moderation/revise?tender=[tender]&question=[criterion]", "awardProposed") },
  ],
  "/call-offs/[id]/ranking": [
    { may: readers, at: page("ranking", "awardProposed") },
    { as: "before the lock", may: nobody, at: page("ranking", "evaluating") },
  ],
  "/call-offs/[id]/ranking/csv": [{ may: readers, at: page("ranking/csv", "awardProposed") }],
};
