import type { Member } from "@/lib/core/actor";
import { saveCondition } from "@/lib/register/market/commands/conditions";
import { designRegister } from "@/lib/register/market/commands/design";
import { announceRegister, publishRegister } from "@/lib/register/market/commands/publish";
import { saveTerms } from "@/lib/register/market/commands/terms";
import { standardDesign, standardTitle } from "@/lib/register/market/standard";
import { act, daysAgo, dayText, inDays } from "../play";

const conflictsAssessment =
  "Everybody who designed this register was asked about interests in organisations that may apply. One assessor is a trustee of a small charity in Kent, and will not assess it. We look again each April.";

const terms = {
  title: standardTitle,
  description: standardDesign.description,
  usedBy: standardDesign.usedBy,
  decideWithin: "20",
  graceDays: "30",
  conflictsAssessment,
};

/** The register that runs: announced, written, and published, over a year ago. */
export async function establish(admin: Member) {
  const term = { opensOn: dayText(daysAgo(410)), closesOn: inDays(2500) };
  const { id: registerId } = await act(
    designRegister,
    admin,
    { from: "standard", title: standardTitle, ...term },
    daysAgo(450),
  );
  await act(saveTerms, admin, { registerId, edit: "1", ...terms, ...term }, daysAgo(445));
  await act(announceRegister, admin, { registerId, edit: "2" }, daysAgo(440));
  await act(publishRegister, admin, { registerId, edit: "3", agreed: "yes" }, daysAgo(411));
}

/** The register after that one, which is still being designed. */
export async function designNext(admin: Member) {
  const term = { opensOn: inDays(2501), closesOn: inDays(2501 + 365 * 6) };
  const { id: registerId } = await act(
    designRegister,
    admin,
    { from: "standard", title: "Rehabilitative services register, the next one", ...term },
    daysAgo(6),
  );
  await act(
    saveCondition,
    admin,
    {
      registerId,
      edit: "1",
      conditionId: "",
      kind: "question",
      title: "Working with families",
      text: "How do you ask families what would help, and what did you change after listening to them?",
      help: "One example is enough. It can come from any work that your team has done.",
      justification: "Services in this part work only when families trust them, so we ask how they are heard.",
      orEquivalent: "yes",
      minutes: "4",
      bandFrom: "1",
      partNumbers: ["5"],
      evidenceKind: "",
      validMonths: "",
      asksAnew: "",
    },
    daysAgo(5),
  );
}
