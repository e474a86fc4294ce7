import type { Case, Given, Page, World } from "../ground/world";
import { of } from "./pages";
import { anywhere, auditors, providers, signers, stewards, type Who } from "./who";

/** Whoever reads the consortia of their own organisation, or all. */
const readers: readonly Who[] = [...new Set([...providers, ...stewards, ...auditors])];

const partnerIn = (state: string) =>
  `select p.id, p."consortiumId", p."organisationId" as provider, c."leadId", c.version from "ConsortiumPartner" p
   join "Consortium" c on c."organisationId" = p."consortiumId" where p.state = '${state}' and p."organisationId" <> c."leadId"
   order by p.id limit 1`;

/** An act on the one partner that has been asked, or on the one that has agreed; its organisation is then "own". */
const onPartner =
  (event: string, state: string, more: Record<string, string>) =>
  async (world: World): Promise<Given> => {
    const row = await world.row(partnerIn(state));
    return {
      provider: row.provider ?? "",
      fields: { event, consortiumId: row.consortiumId ?? "", partnerId: row.id ?? "", ...more },
    };
  };

/** An act of the lead on its consortium in a state. */
const asLead =
  (state: string, more: (row: Record<string, string>) => Record<string, string>) =>
  async (world: World): Promise<Given> => {
    const row = await world.row(
      `select c."organisationId" as id, c."leadId", c.version from "Consortium" c where c.state = '${state}' order by 1 limit 1`,
    );
    return { provider: row.leadId ?? "", fields: { consortiumId: row.id ?? "", ...more(row) } };
  };

const plan = {
  name: "Another Way Together",
  purpose: "We help people to find their feet in the first month.",
  ownShare: "50",
  ownDoes: "Meets people",
  "partners.0.who": "Tidewater Housing Friends",
  "partners.0.share": "50",
  "partners.0.does": "Houses people",
};
const reason = "The building that we counted on is sold.";

/** What members do together. */
export const consortia: Record<string, readonly Case[]> = {
  "(provider)/consortia/actions#plan": [
    {
      as: "a new one",
      may: anywhere("provider.signatory"),
      given: async (world) => ({
        provider: await world.organisation("Medway Lantern"),
        fields: plan,
      }),
    },
    {
      as: "a changed one",
      may: signers,
      given: asLead("forming", ({ version = "" }) => ({ ...plan, version: String(version) })),
    },
  ],
  "(provider)/consortia/actions#act": [
    { as: "agree", may: signers, given: onPartner("agree", "invited", { signed: "yes" }) },
    { as: "decline", may: signers, given: onPartner("decline", "invited", { reason }) },
    { as: "leave", may: signers, given: onPartner("leave", "agreed", { reason }) },
    { as: "withdraw", may: signers, given: asLead("forming", () => ({ event: "withdraw", reason })) },
    { as: "dissolve", may: signers, given: asLead("formed", () => ({ event: "dissolve", reason })) },
  ],
};

const asked =
  (path: string, query = "") =>
  async (world: World) => {
    const row = await world.row(partnerIn("invited"));
    return {
      path: path.replace("[id]", row.consortiumId ?? "") + query.replace("[partner]", row.id ?? ""),
      provider: row.provider ?? "",
    };
  };
const own: readonly Who[] = providers.filter((who) => !who.endsWith("@other"));

/** What whoever is in a consortium reads. */
export const consortiumPages: Record<string, readonly Page[]> = {
  "/consortia": [{ may: readers }],
  "/consortia/csv": [{ may: readers }],
  "/consortia/new": [{ may: anywhere("provider.signatory") }],
  "/consortia/[id]": [{ may: [...new Set([...own, ...stewards, ...auditors])], at: asked("/consortia/[id]") }],
  "/consortia/[id]/change": [
    {
      may: ["provider.signatory"],
      at: of(
        "/consortia/[id]/change",
        `select "organisationId" as id, "leadId" as provider from "Consortium" where state = 'forming' order by 1 limit 1`,
      ),
    },
  ],
  "/consortia/[id]/[act]": [{ may: ["provider.signatory"], at: asked("/consortia/[id]/agree", "?partner=[partner]") }],
};
