import type { Case, Given, Page, World } from "../ground/world";
import { of } from "./pages";
import { atHome, auditors, authorities, providers, signers, type Who } from "./who";

const runs: readonly Who[] = ["authority.commissioner", "authority.approver"];
const commissioners: readonly Who[] = ["authority.commissioner"];
const file: readonly Who[] = [...new Set([...atHome(authorities), ...auditors])];

/** A draft that neither side has signed, of a call-off that one body pays for. */
const drafted = `select a.id, a."buyerId" as authority, a."supplierId" as provider from "Agreement" a
  where a.state = 'drafting' and a."buyerSignedAt" is null and a."supplierSignedAt" is null
  and (select count(*) from "CallOffFunder" f where f."callOffId" = a."callOffId") = 1 order by a.reference limit 1`;
const inStandstill = `select c.id, c."organisationId" as authority from "CallOff" c where c.state = 'standstill'
  and (select count(*) from "CallOffFunder" f where f."callOffId" = c.id) = 1 order by c.reference limit 1`;
const concluded = `select c.id, c."organisationId" as authority from "CallOff" c where c.state = 'concluded'
  and (select count(*) from "CallOffFunder" f where f."callOffId" = c.id) = 1 order by c.reference limit 1`;

const given =
  (sql: string, more: Record<string, string> = {}) =>
  async (world: World): Promise<Given> => {
    const { id = "", authority = "", provider = "" } = await world.row(sql);
    return { authority, provider, fields: { id, ...more } };
  };

/** Who draws up an agreement from a call-off, and who signs it. */
export const agreeing: Record<string, readonly Case[]> = {
  "(shared)/agreements/[id]/actions#sign": [{ may: [...runs, ...signers], given: given(drafted, { signed: "yes" }) }],
  "(commissioner)/call-offs/[id]/conclude/actions#conclude": [
    {
      may: commissioners,
      // Nobody of these has said yet whether they have a conflict of interest.
      answer: "conflict",
      given: async (world) => {
        const { id = "", authority = "" } = await world.row(inStandstill);
        const before = () =>
          world.force("CallOff", `update "CallOff" set "standstillEndsOn" = current_date - 1 where id = $1`, id);
        return { authority, fields: { id }, before };
      },
    },
  ],
};

/** Where they do it, and what they read before. */
export const agreeingPages: Record<string, readonly Page[]> = {
  "/agreements/[id]/sign": [{ may: [...runs, ...signers], at: of("/agreements/[id]/sign", drafted) }],
  "/agreements/[id]/print": [
    { may: [...new Set([...file, ...atHome(providers)])], at: of("/agreements/[id]/print", drafted) },
  ],
  "/call-offs/[id]/conclude": [
    { may: commissioners, at: of("/call-offs/[id]/conclude", inStandstill) },
    { as: "when it is concluded", may: file, at: of("/call-offs/[id]/conclude", concluded) },
  ],
};
