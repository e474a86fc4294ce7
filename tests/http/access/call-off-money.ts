import type { Fields } from "../ground/call";
import type { Asked, Case, Given, Page, World } from "../ground/world";
import { budgetsFrom, picked } from "./budgets";
import { of, open } from "./pages";
import { anywhere, atHome, auditors, authorities, everyone, type Who, writers } from "./who";

const commissioners: readonly Who[] = ["authority.commissioner"];
const approvers: readonly Who[] = ["authority.approver"];
const declarers: readonly Who[] = ["authority.commissioner", "authority.approver", "authority.evaluator"];
/** Everybody of the authority that leads, and every auditor. */
const file: readonly Who[] = [...new Set([...atHome(authorities), ...auditors])];

const draft = `select c.id, c."organisationId" as authority, c.version::text, c.reference,
  (select string_agg(l.id::text, ',' order by l.number) from "Lot" l where l."callOffId" = c.id) as lots
  from "CallOff" c where c.state = 'draft' and c.instrument = 'contract' and c."estimatePence" > 0
  order by c.reference limit 1`;
const asked = `select c.id, f."organisationId" as authority from "CallOff" c join "CallOffFunder" f on f."callOffId" = c.id
  where c.state = 'conflictsAssessed' and f.state = 'asked' order by c.reference limit 1`;
const assessed = `select c.id, c."organisationId" as authority from "CallOff" c where c.state = 'conflictsAssessed'
  order by c.reference limit 1`;
const proposed = `select c.id, f."organisationId" as authority,
  ${budgetsFrom(`c."startsOn"`, `c."endsOn"`, `f."organisationId"`)} as budgets
  from "CallOff" c join "CallOffFunder" f on f."callOffId" = c.id
  where c.state = 'awardProposed' and f.state = 'waiting' order by c.reference limit 1`;

type Row = Record<string, string>;
const given =
  (sql: string, more: (row: Row) => Fields = () => ({})) =>
  async (world: World): Promise<Given> => {
    const row = await world.row(sql);
    return { authority: row.authority ?? "", fields: { id: row.id ?? "", ...more(row) } };
  };

/** A draft whose board is open. */
const opened = (world: World): Promise<Row> =>
  world.row(draft.replace("c.state = 'draft'", `c.state = 'draft' and c."engagementOpenedAt" is not null`));

const reason = "The reason is given here in words.";

/** Who chooses a route, names the funders, assesses conflicts, agrees, approves, and talks to the market. */
export const callOffMoney: Record<string, readonly Case[]> = {
  "(commissioner)/call-offs/[id]/route/actions#choose": [
    {
      may: commissioners,
      given: given(draft, ({ version = "" }) => ({ version, route: "directAward", ground: "singleSupplier", reason })),
    },
  ],
  "(commissioner)/call-offs/[id]/funders/actions#save": [
    {
      may: commissioners,
      given: given(draft, ({ version = "", lots = "" }) => ({ version, lots, method: "percent", "others.count": "0" })),
    },
  ],
  "(commissioner)/call-offs/[id]/funders/actions#agree": [
    { may: approvers, given: given(asked, () => ({ conflict: "none" })) },
    {
      as: "with a conflict",
      may: [...commissioners, ...approvers],
      given: given(asked, () => ({ conflict: "conflict", detail: reason })),
    },
  ],
  "(commissioner)/call-offs/[id]/funders/actions#decline": [
    { may: approvers, given: given(asked, () => ({ reason })) },
  ],
  "(commissioner)/call-offs/[id]/conflicts/actions#save": [
    { may: commissioners, given: given(draft, ({ version = "" }) => ({ version, assessment: reason })) },
  ],
  "(commissioner)/call-offs/[id]/conflicts/actions#declare": [
    { may: declarers, given: given(draft, () => ({ conflict: "none", detail: "" })) },
  ],
  // Something of the draft is still missing, or nothing was declared.
  "(commissioner)/call-offs/[id]/conflicts/actions#assess": [
    { may: commissioners, answer: "conflict", given: given(draft) },
  ],
  "(commissioner)/call-offs/[id]/revise/actions#revise": [
    { may: commissioners, given: given(assessed, () => ({ reason })) },
  ],
  "(commissioner)/call-offs/[id]/approve/actions#approve": [
    { may: approvers, given: given(proposed, ({ budgets }) => ({ ...picked(budgets), conflict: "none" })) },
  ],
  "(commissioner)/call-offs/[id]/approve/actions#refuse": [
    { may: approvers, given: given(proposed, () => ({ reason })) },
  ],
  "(commissioner)/call-offs/[id]/engagement/actions#openBoard": [
    {
      may: commissioners,
      given: async (world) => {
        const { id = "", authority = "" } = await world.row(draft);
        // A board is opened once.
        const before = () =>
          world.force("CallOff", `update "CallOff" set "engagementOpenedAt" = null where id = $1`, id);
        return { authority, fields: { id, intro: "What would work?" }, before };
      },
    },
  ],
  "(public)/engagement/[reference]/actions#post": [
    {
      may: [...anywhere(...writers), ...commissioners],
      given: async (world) => {
        const { id = "", authority = "" } = await opened(world);
        return { authority, fields: { id, text: "Two lots would work better." } };
      },
    },
  ],
};

const read = (path: string): readonly Page[] => [{ may: file, at: of(`/call-offs/[id]/${path}`, draft) }];

/** The sections of the draft that are about routes, money and the market. */
export const callOffMoneyPages: Record<string, readonly Page[]> = {
  "/call-offs/[id]/route": read("route"),
  "/call-offs/[id]/route/reason": [
    { may: commissioners, at: of("/call-offs/[id]/route/reason?route=directAward", draft) },
  ],
  "/call-offs/[id]/forecast": read("forecast"),
  "/call-offs/[id]/conflicts": read("conflicts"),
  "/call-offs/[id]/funders": read("funders"),
  "/call-offs/[id]/engagement": read("engagement"),
  "/call-offs/[id]/revise": [{ may: commissioners, at: of("/call-offs/[id]/revise", assessed) }],
  "/call-offs/[id]/approve": [{ may: approvers, at: of("/call-offs/[id]/approve", proposed) }],
  "/engagement": open,
  "/engagement/[reference]": [
    {
      may: everyone,
      at: async (world): Promise<Asked> => ({ path: `/engagement/${(await opened(world)).reference}` }),
    },
  ],
};
