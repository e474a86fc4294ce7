import { csv, csvResponse } from "@/lib/core/values/csv";
import { toPercent } from "@/lib/core/values/share";

import { listConsortia } from "@/lib/register/consortium/queries";
import { partnerWords, stateWords } from "@/lib/register/consortium/words";
import { requireReader } from "../reader";

/** The consortia that this person sees, a line for each partner. */
export async function GET(): Promise<Response> {
  const rows = await listConsortia(await requireReader());
  const lines = rows.flatMap(({ partners, ...one }) => partners.map((partner) => ({ ...one, partner })));
  const text = csv(
    [
      { header: "Consortium", value: ({ organisation }) => organisation.name },
      { header: "Reference", value: ({ organisation }) => organisation.reference },
      { header: "State", value: ({ state }) => stateWords[state].label },
      { header: "Partner", value: ({ partner }) => partner.organisation.name },
      { header: "Partner reference", value: ({ partner }) => partner.organisation.reference },
      { header: "Leads", value: ({ partner, leadId }) => (partner.organisationId === leadId ? "Yes" : "No") },
      { header: "Share, percent", value: ({ partner }) => toPercent(partner.shareBp) },
      { header: "What it does", value: ({ partner }) => partner.does },
      { header: "Answer", value: ({ partner }) => partnerWords[partner.state].label },
    ],
    lines,
  );
  return csvResponse("consortia.csv", text);
}
