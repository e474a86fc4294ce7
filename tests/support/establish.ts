import type { Member } from "@/lib/core/actor";
import { designRegister } from "@/lib/register/market/commands/design";
import { publishRegister } from "@/lib/register/market/commands/publish";
import { saveTerms } from "@/lib/register/market/commands/terms";
import { standardDesign, standardTitle } from "@/lib/register/market/standard";

type Term = { opensOn: string; closesOn: string };

/** The terms of a register as a form sends them. */
export const terms = (term: Term) => ({
  ...term,
  title: standardTitle,
  description: standardDesign.description,
  usedBy: standardDesign.usedBy,
  decideWithin: "20",
  graceDays: "30",
  conflictsAssessment: "Nobody in the office has an interest in an organisation that may apply. Looked at on 1 March.",
});

/** A steward's admin designs the standard register for a term and publishes it. Gives what publishing it gave. */
export async function establish(admin: Member, term: Term) {
  const design = await designRegister(admin, { from: "standard", title: standardTitle, ...term });
  if (!design.ok) return design;
  const registerId = design.value.id;
  const saved = await saveTerms(admin, { registerId, edit: "1", ...terms(term) });
  if (!saved.ok) return saved;
  return publishRegister(admin, { registerId, edit: "2", agreed: "yes" });
}
