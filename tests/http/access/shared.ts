import type { Fields } from "../ground/call";
import type { Case, Given, World } from "../ground/world";
import { signers, type Who } from "./who";

const runs: readonly Who[] = ["authority.commissioner", "authority.approver"];

/** An agreement in a state, its two sides "own"; with `set`, first brought to where the press can succeed. */
const agreement =
  (state: string, more: Fields = {}, set = "") =>
  async (world: World): Promise<Given> => {
    const {
      id = "",
      buyerId = "",
      supplierId = "",
    } = await world.row(
      `select id, "buyerId", "supplierId" from "Agreement" where state = $1::"AgreementState" order by reference limit 1`,
      state,
    );
    const before = () => world.force("Agreement", `update "Agreement" set ${set} where id = $1`, id);
    return { authority: buyerId, provider: supplierId, fields: { id, ...more }, ...(set && { before }) };
  };

/** What the two sides of an agreement do. */
export const shared: Record<string, readonly Case[]> = {
  "(shared)/agreements/[id]/actions#mobilise": [{ may: [...runs, ...signers], given: agreement("signed") }],
  "(shared)/agreements/[id]/actions#goLive": [
    { may: runs, given: agreement("mobilising", {}, `"startsOn" = current_date - 1`) },
  ],
  "(shared)/agreements/[id]/actions#expire": [
    { may: runs, given: agreement("live", {}, `"endsOn" = current_date + 10`) },
  ],
  "(shared)/agreements/[id]/actions#end": [
    { may: runs, given: agreement("expiring", {}, `"endsOn" = current_date - 2`) },
  ],
  "(shared)/agreements/[id]/actions#terminate": [
    { may: runs, given: agreement("live", { reason: "Both sides agreed to stop." }) },
  ],
};
