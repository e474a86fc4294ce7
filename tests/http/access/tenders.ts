import type { Case, Given, Page, World } from "../ground/world";
import { of } from "./pages";
import { anywhere, providers, signers, type Who, writers } from "./who";

/** A tender that is still written, with the first of everything that its call-off asks. */
const draft = `select t.id, t.version::text, t."organisationId" as provider,
    (select l.id from "Lot" l where l."callOffId" = t."callOffId" order by l.number limit 1) as lot,
    (select c.id from "Criterion" c where c."callOffId" = t."callOffId" and c.kind = 'quality' order by c.number limit 1) as criterion,
    (select c.number::text from "Criterion" c where c."callOffId" = t."callOffId" and c.kind = 'quality' order by c.number limit 1) as number,
    (select c.id from "Criterion" c where c."callOffId" = t."callOffId" and c.kind = 'socialValue' order by c.number limit 1) as social,
    (select c.id from "CallOffCondition" c where c."callOffId" = t."callOffId" order by c.number limit 1) as condition
  from "Tender" t join "CallOff" c on c.id = t."callOffId"
  where t.state = 'draft' and c.state = 'published' and c."closesAt" > now() order by t.reference limit 1`;
const submitted = `select t.id, t."organisationId" as provider from "Tender" t join "CallOff" c on c.id = t."callOffId"
  where t.state = 'submitted' and c.state = 'published' and c."closesAt" > now() order by t.reference limit 1`;
const share = `select p.id, p."organisationId" as provider, p."askedAt" from "TenderPartner" p order by p.id limit 1`;

type Row = Record<string, string>;
/** Something typed into that draft. */
const typed =
  (more: (row: Row) => Given["fields"]) =>
  async (world: World): Promise<Given> => {
    const row = await world.row(draft);
    return { provider: row.provider ?? "", fields: { id: row.id ?? "", version: row.version ?? "", ...more(row) } };
  };

const answered =
  (event: string, more: Record<string, string>) =>
  async (world: World): Promise<Given> => {
    const row = await world.row(share);
    return { provider: row.provider ?? "", fields: { event, id: row.id ?? "", asked: "2026-01-01", ...more } };
  };

/** Writing, sending and taking back a tender, and saying yes or no to a share of one. */
export const tenders: Record<string, readonly Case[]> = {
  "(provider)/tenders/actions#start": [
    {
      may: anywhere("provider.editor", "provider.signatory"),
      given: async (world) => {
        const row = await world.row(
          `select id from "CallOff" where route = 'grantRound' and state = 'published' and "closesAt" > now() order by 1 limit 1`,
        );
        return { fields: { callOffId: row.id ?? "" } };
      },
    },
  ],
  "(provider)/tenders/actions#saveLots": [{ may: writers, given: typed(({ lot = "" }) => ({ lotIds: [lot] })) }],
  "(provider)/tenders/actions#answer": [
    {
      may: writers,
      given: typed(({ criterion = "", number = "" }) => ({ criterionId: criterion, number, text: "We meet people." })),
    },
  ],
  "(provider)/tenders/actions#offers": [
    {
      may: writers,
      given: typed(({ social = "" }) => ({
        criterionId: social,
        "offers.0.measure": "People hired",
        "offers.0.unit": "people",
        "offers.0.baseline": "0",
        "offers.0.target": "3",
        "offers.0.by": "2028-03-31",
      })),
    },
  ],
  "(provider)/tenders/actions#conditions": [
    {
      may: writers,
      given: typed(({ condition = "" }) => ({
        "conditions.0.conditionId": condition,
        "conditions.0.met": "yes",
        "conditions.0.text": "From the first day.",
      })),
    },
  ],
  "(provider)/tenders/actions#partners": [
    {
      may: writers,
      given: typed(() => ({
        "partners.0.who": "Tidewater Housing Friends",
        "partners.0.share": "20",
        "partners.0.does": "Houses people",
      })),
    },
  ],
  "(provider)/tenders/actions#prices": [
    {
      may: writers,
      given: typed(({ lot = "" }) => ({ "lots.0.lotId": lot, "lots.0.unit": "211.50", "lots.0.vat": "0" })),
    },
  ],
  "(provider)/tenders/actions#submit": [{ may: signers, given: typed(() => ({ signed: "yes" })), answer: "conflict" }],
  "(provider)/tenders/actions#act": [
    { as: "withdraw", may: signers, given: typed(() => ({ event: "withdraw" })) },
    { as: "resume", may: writers, given: typed(() => ({ event: "resume" })), answer: "conflict" },
  ],
  "(provider)/tenders/actions#share": [
    { as: "confirm", may: signers, given: answered("confirm", { signed: "yes" }), answer: "conflict" },
    { as: "decline", may: signers, given: answered("decline", { reason: "We have no room." }), answer: "conflict" },
  ],
};

const own: readonly Who[] = providers.filter((who) => !who.endsWith("@other"));
const writes = (path: string): readonly Page[] => [{ may: writers, at: of(`/tenders/[id]/${path}`, draft) }];

/** What a charity reads and writes of its own tenders: nobody else is shown that there are any. */
export const tenderPages: Record<string, readonly Page[]> = {
  "/tenders": [{ may: providers }],
  "/tenders/[id]": [
    { as: "a draft", may: own, at: of("/tenders/[id]", draft) },
    { as: "a submitted one", may: own, at: of("/tenders/[id]", submitted) },
  ],
  "/tenders/[id]/lots": writes("lots"),
  "/tenders/[id]/answers/[criterion]": writes("answers/[number]"),
  "/tenders/[id]/social-value": writes("social-value"),
  "/tenders/[id]/conditions": writes("conditions"),
  "/tenders/[id]/partners": writes("partners"),
  "/tenders/[id]/price": writes("price"),
  "/tenders/[id]/check": writes("check"),
  "/tenders/[id]/withdraw": [{ may: signers, at: of("/tenders/[id]/withdraw", draft) }],
  "/tenders/[id]/receipt": [{ may: own, at: of("/tenders/[id]/receipt", submitted) }],
  "/tenders/[id]/json": [{ may: own, at: of("/tenders/[id]/json", submitted) }],
  "/tenders/partner/[id]": [{ may: own, at: of("/tenders/partner/[id]", share) }],
};
