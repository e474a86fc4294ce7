import type { Case, Given, Page, World } from "../ground/world";
import { of, open } from "./pages";
import { everyone, readers, registrars } from "./who";

const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const term = { opensOn: soon(8000), closesOn: soon(9000) };

const draft = async (world: World) =>
  world.row(`select id, edit::text as edit from "Register" where "frozenAt" is null order by "createdAt" limit 1`);
const item = (table: "Part" | "Condition") => async (world: World) =>
  world.row(
    `select i.id from "${table}" i join "Register" r on r.id = i."registerId" where r."frozenAt" is null order by i.number limit 1`,
  );

/** Something that is done to the register that is being designed. */
const designing =
  (fields: Record<string, string>, more?: (world: World) => Promise<Record<string, string>>) =>
  async (world: World): Promise<Given> => {
    const { id = "", edit = "" } = await draft(world);
    return { fields: { registerId: id, edit, ...fields, ...(await more?.(world)) } };
  };
const only = (given: (world: World) => Promise<Given>): readonly Case[] => [{ may: registrars, given }];

const terms = {
  ...term,
  title: "The next register",
  description: "Services for people on probation.",
  usedBy: "Probation regions.",
  decideWithin: "20",
  graceDays: "30",
  conflictsAssessment: "Everybody was asked, and nobody has an interest.",
};
const condition = {
  conditionId: "",
  kind: "question",
  title: "Working with others",
  text: "How do you work with others who support the same person?",
  help: "One example is enough.",
  justification: "People are often helped by several services at once.",
  orEquivalent: "yes",
  minutes: "3",
  bandFrom: "1",
  evidenceKind: "",
  validMonths: "",
};

/** What is done to a register before it stands. */
export const designActions: Record<string, readonly Case[]> = {
  "(steward)/steward/register/new/actions#design": [
    { may: registrars, given: () => ({ fields: { from: "standard", title: "Another register", ...term } }) },
  ],
  ...within({
    terms: only(designing(terms)),
    bands: only(
      designing({
        "bands.0.title": "Small",
        "bands.0.upTo": "50,000",
        "bands.1.title": "Medium",
        "bands.1.upTo": "600,000",
        "bands.2.title": "Large",
        "bands.2.upTo": "",
        secondFromBand: "3",
      }),
    ),
    part: only(
      designing({
        partId: "",
        title: "Mentoring for women",
        description: "One person, over a year.",
        categoryCode: "lifestyle-and-associates",
        cohortCode: "women",
        cpvCode: "85312400",
      }),
    ),
    condition: only(designing(condition)),
    reorderParts: only(designing({}, async (world) => ({ intent: `down-${(await item("Part")(world)).id}` }))),
    reorderConditions: only(
      designing({}, async (world) => ({ intent: `down-${(await item("Condition")(world)).id}` })),
    ),
    dropPart: only(designing({}, item("Part"))),
    dropCondition: only(designing({}, item("Condition"))),
    announce: only(designing({})),
    publish: [
      {
        may: registrars,
        given: async (world) => {
          const given = await designing({ agreed: "yes" })(world);
          const before = () =>
            world.client.query(
              `update "Register" set "conflictsAssessment" = 'Everybody was asked, and nobody has an interest in it.' where "frozenAt" is null`,
            );
          return { ...given, before };
        },
      },
    ],
    discard: only(designing({})),
  }),
};

function within(actions: Record<string, readonly Case[]>): Record<string, readonly Case[]> {
  return Object.fromEntries(
    Object.entries(actions).map(([name, cases]) => [`(steward)/steward/register/[id]/actions#${name}`, cases]),
  );
}

const drafted = `select id from "Register" where "frozenAt" is null order by "createdAt" limit 1`;
const standing = `select id from "Register" where "frozenAt" is not null order by 1 limit 1`;
const notice = `select reference from "Notice" order by number limit 1`;
const page = (path: string): readonly Page[] => [
  { may: registrars, at: of(`/steward/register/[id]${path}`, drafted) },
  { as: "of one that stands", may: [], at: of(`/steward/register/[id]${path}`, standing) },
];

/** The pages of a design, and the notices that come of it. */
export const designPages: Record<string, readonly Page[]> = {
  "/steward/register/new": [{ may: registrars }],
  "/steward/register/[id]": [
    { as: "one that stands", may: readers, at: of("/steward/register/[id]", standing) },
    { as: "one that is being designed", may: readers, at: of("/steward/register/[id]", drafted) },
  ],
  "/steward/register/[id]/terms": page("/terms"),
  "/steward/register/[id]/bands": page("/bands"),
  "/steward/register/[id]/parts": page("/parts"),
  "/steward/register/[id]/parts/[part]": page("/parts/new"),
  "/steward/register/[id]/conditions": page("/conditions"),
  "/steward/register/[id]/conditions/[condition]": page("/conditions/new"),
  "/steward/register/[id]/remove/[item]": [
    {
      may: registrars,
      at: of(
        "/steward/register/[id]/remove/[item]",
        `select r.id, p.id as item from "Register" r join "Part" p on p."registerId" = r.id where r."frozenAt" is null order by 1 limit 1`,
      ),
    },
  ],
  "/steward/register/[id]/announce": page("/announce"),
  "/steward/register/[id]/publish": page("/publish"),
  "/steward/register/[id]/discard": page("/discard"),
  "/notices": open,
  "/notices/csv": open,
  "/notices/[reference]": [{ may: everyone, at: of("/notices/[reference]", notice) }],
  "/notices/[reference]/json": [{ may: everyone, at: of("/notices/[reference]/json", notice) }],
};
