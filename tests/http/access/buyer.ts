import type { Fields } from "../ground/call";
import type { Case, Given, World } from "../ground/world";
import { budgetsFrom, picked } from "./budgets";
import { anywhere, type Who } from "./who";

const commissioners: readonly Who[] = ["authority.commissioner"];
const approvers: readonly Who[] = ["authority.approver"];
const day = (after: number) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);
const why = "The need has changed since it was asked for.";

type Row = Record<string, string>;

/** A purchase in a state; its buyer and its supplier are then "own". */
const purchase =
  (state: string, more: (row: Row, world: World) => Promise<Fields> | Fields = () => ({})) =>
  async (world: World): Promise<Given> => {
    const row = await world.row(
      `select id, "organisationId", "supplierId", version, "rateCardId", "placeCode", "proposedById" from "Purchase"
       where state = $1::"PurchaseState" and (select count(*) from "Funder" f where f."purchaseId" = "Purchase".id) = 1
       order by reference limit 1`,
      state,
    );
    const { id = "", organisationId = "", supplierId = "" } = row;
    return {
      authority: organisationId,
      provider: supplierId,
      fields: { id, version: String(row.version), ...(await more(row, world)) },
    };
  };

const budgetsOf = async (world: World, organisationId: string, purchaseId: string): Promise<Fields> =>
  picked(
    (
      await world.row(
        `select ${budgetsFrom(`p."startsOn"`, `p."endsOn"`, `$1::uuid`)} as budgets from "Purchase" p where p.id = $2`,
        organisationId,
        purchaseId,
      )
    ).budgets,
  );

/** The share of a funder that is not the buyer, still to be answered: that funder is then "own". */
const coFunded =
  (more: Fields = {}) =>
  async (world: World): Promise<Given> => {
    const {
      id = "",
      organisationId = "",
      supplierId = "",
    } = await world.row(
      `select p.id, f."organisationId", p."supplierId" from "Funder" f join "Purchase" p on p.id = f."purchaseId"
       where f.state = 'waiting' and p.state = 'proposed' and f."organisationId" <> p."organisationId" order by 1 limit 1`,
    );
    const budgets = await budgetsOf(world, organisationId, id);
    return { authority: organisationId, provider: supplierId, fields: { id, ...budgets, ...more } };
  };

const approval = purchase("proposed", async ({ id = "", organisationId = "" }, world) => ({
  ...(await budgetsOf(world, organisationId, id)),
  conflict: "none",
}));

const details = { instrument: "contract", title: "Another title", need: "Help after prison.", reason: "" };
const dates = { startsOn: day(7), endsOn: day(90) };

/** A shortlist that is open, with a service that is not on it and an entry that is; its authority is then "own". */
const shortlist = async (
  world: World,
): Promise<{ authority: string; shortlistId: string; serviceId: string; entryId: string }> => {
  const row = await world.row(
    `select l.id, l."organisationId",
       (select e.id from "ShortlistEntry" e where e."shortlistId" = l.id and e."droppedAt" is null order by 1 limit 1) as entry,
       (select s.id from "Service" s join "Membership" m on m.id = s."membershipId" where s.state = 'published'
          and m.state = 'active' and s.id not in (select e."serviceId" from "ShortlistEntry" e where e."shortlistId" = l.id) order by 1 limit 1) as service
     from "Shortlist" l where l.state = 'open' order by l.reference limit 1`,
  );
  return {
    authority: row.organisationId ?? "",
    shortlistId: row.id ?? "",
    serviceId: row.service ?? "",
    entryId: row.entry ?? "",
  };
};
const onShortlist = (fields: (made: Awaited<ReturnType<typeof shortlist>>) => Fields): Case => ({
  may: commissioners,
  given: async (world) => {
    const made = await shortlist(world);
    return { authority: made.authority, fields: fields(made) };
  },
});

/** An authority that cannot read the list yet. */
const unsharedWith = async (world: World, shortlistId: string, own: string) => {
  const { id = "" } = await world.row(
    `select o.id from "Organisation" o where o.kind = 'authority' and o."validTo" is null and o.id <> $2
       and not exists (select 1 from "ShortlistShare" h where h."shortlistId" = $1 and h."organisationId" = o.id and h."endedAt" is null)
     order by o.name limit 1`,
    shortlistId,
    own,
  );
  return id;
};

/** What the people of an authority do before there is an agreement. */
export const buyer: Record<string, readonly Case[]> = {
  "(commissioner)/budgets/actions#create": [
    {
      may: anywhere(...approvers),
      given: () => ({ fields: { title: "Another budget", year: "2027-28", amount: "1,000" } }),
    },
  ],
  "(commissioner)/budgets/actions#change": [
    {
      may: approvers,
      given: async (world) => {
        const { authority } = await world.home();
        const { id = "" } = await world.row(
          `select id from "Budget" where "organisationId" = $1 order by 1 limit 1`,
          authority,
        );
        return { fields: { id, amount: "9,000,000" } };
      },
    },
  ],
  "(commissioner)/budgets/actions#limit": [
    { may: anywhere(...approvers), given: () => ({ fields: { year: "2027-28", cap: "5000" } }) },
  ],
  "(commissioner)/purchases/new/actions#start": [
    {
      may: anywhere(...commissioners),
      given: async (world) => {
        const { id = "", place = "" } = await world.row(
          `select s.id, v."placeCodes"[1] as place from "Service" s join "ServiceVersion" v on v.id = s."publishedId"
           join "Membership" m on m.id = s."membershipId" where s.state = 'published' and m.state = 'active' order by 1 limit 1`,
        );
        return { fields: { serviceId: id, shortlistId: "", placeCode: place, ...details, ...dates } };
      },
    },
  ],
  "(commissioner)/purchases/[id]/actions#lines": [
    {
      may: commissioners,
      given: purchase("draft", async ({ rateCardId = "" }, world) => ({
        "lines.0.rateLineId":
          (await world.row(`select id from "RateLine" where "rateCardId" = $1 and number = 1`, rateCardId)).id ?? "",
        "lines.0.volume": "12",
      })),
    },
  ],
  "(commissioner)/purchases/[id]/actions#funders": [
    {
      may: commissioners,
      given: purchase("draft", async (_row, world) => ({
        method: "percent",
        "others.0.organisationId": await world.organisation("Garden County Police and Crime Fund"),
        "others.0.share": "25",
      })),
    },
  ],
  "(commissioner)/purchases/[id]/actions#details": [
    { may: commissioners, given: purchase("draft", ({ placeCode = "" }) => ({ placeCode, ...details, ...dates })) },
  ],
  "(commissioner)/purchases/[id]/actions#propose": [
    { may: commissioners, given: purchase("draft", () => ({ conflict: "none" })) },
    {
      as: "a conflict of interest instead",
      may: [...commissioners, ...approvers],
      given: purchase("draft", () => ({ conflict: "some", detail: "My sister works there." })),
    },
  ],
  "(commissioner)/purchases/[id]/actions#approve": [
    { as: "the buyer's share", may: approvers, given: approval },
    { as: "a co-funder's share", may: approvers, given: coFunded({ conflict: "none" }) },
    {
      as: "what they proposed themselves",
      may: approvers,
      answer: "denied",
      given: async (world) => {
        const made = await approval(world);
        const before = ({ userId }: { userId: string }) =>
          world.force("Purchase", `update "Purchase" set "proposedById" = $1 where state = 'proposed'`, userId);
        return { ...made, before };
      },
    },
    {
      as: "from the budget of another organisation",
      may: approvers,
      answer: "invalid",
      given: async (world) => {
        const made = await approval(world);
        const { id = "" } = typeof made.fields === "function" ? {} : made.fields;
        const other = await world.organisation("Severnside Probation Commissioning");
        return { ...made, fields: { id, conflict: "none", ...(await budgetsOf(world, other, String(id))) } };
      },
    },
  ],
  "(commissioner)/purchases/[id]/actions#refuse": [
    { as: "the buyer's share", may: approvers, given: purchase("proposed", () => ({ reason: why })) },
    { as: "a co-funder's share", may: approvers, given: coFunded({ reason: why }) },
  ],
  "(commissioner)/purchases/[id]/actions#withdraw": [
    { as: "a draft", may: commissioners, given: purchase("draft", () => ({ reason: "" })) },
    { as: "a proposal", may: commissioners, given: purchase("proposed", () => ({ reason: why })) },
    { as: "an offer", may: commissioners, given: purchase("offered", () => ({ reason: why })) },
  ],
  "(commissioner)/shortlists/new/actions#start": [
    {
      may: anywhere(...commissioners),
      given: () => ({ fields: { name: "Another shortlist", query: "place=police-kent", serviceId: "" } }),
    },
  ],
  "(commissioner)/shortlists/add/actions#add": [
    onShortlist(({ shortlistId, serviceId }) => ({ shortlistId, serviceId, query: "place=police-kent" })),
  ],
  "(commissioner)/shortlists/[id]/entries/[entry]/actions#note": [
    {
      may: commissioners,
      given: async (world) => {
        const { authority, entryId } = await shortlist(world);
        const { note = "" } = await world.row(`select note from "ShortlistEntry" where id = $1`, entryId);
        return { authority, fields: { entryId, note: "We have met them.", before: note } };
      },
    },
  ],
  "(commissioner)/shortlists/[id]/entries/[entry]/actions#drop": [
    onShortlist(({ entryId }) => ({ entryId, reason: why })),
  ],
  "(commissioner)/shortlists/[id]/entries/[entry]/actions#restore": [
    {
      may: commissioners,
      given: async (world) => {
        const { id = "", authority = "" } = await world.row(
          `select e.id, l."organisationId" as authority from "ShortlistEntry" e join "Shortlist" l on l.id = e."shortlistId"
           where l.state = 'open' and e."droppedAt" is not null order by 1 limit 1`,
        );
        return { authority, fields: { entryId: id } };
      },
    },
  ],
  "(commissioner)/shortlists/[id]/freeze/actions#freeze": [onShortlist(({ shortlistId }) => ({ shortlistId }))],
  "(commissioner)/shortlists/[id]/share/actions#share": [
    {
      may: commissioners,
      given: async (world) => {
        const { authority, shortlistId } = await shortlist(world);
        return {
          authority,
          fields: { shortlistId, organisationIds: await unsharedWith(world, shortlistId, authority) },
        };
      },
    },
  ],
  "(commissioner)/shortlists/[id]/share/actions#unshare": [
    {
      may: commissioners,
      given: async (world) => {
        const {
          id = "",
          authority = "",
          organisation = "",
        } = await world.row(
          `select l.id, l."organisationId" as authority, h."organisationId" as organisation
           from "Shortlist" l join "ShortlistShare" h on h."shortlistId" = l.id where h."endedAt" is null order by 1 limit 1`,
        );
        return { authority, fields: { shortlistId: id, organisationId: organisation } };
      },
    },
  ],
};
