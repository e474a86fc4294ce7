import "server-only";
import { refuseEarlyConclusion } from "@/lib/calloff/decide/standstill/commands";
import { callOffAddress, callOffStep, holdCallOff, refuseConflicted } from "@/lib/calloff/record/commands/step";
import { may } from "@/lib/calloff/record/policy";
import { openedPrices, openedQuality } from "@/lib/calloff/seal/queries";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { ConcludeInput } from "../schema";
import { concludeProblems } from "../words";
import { askedFor, awardedLots, draftAgreement } from "./draft";

/**
 * Concludes a call-off once its standstill is over: draws up an agreement for each lot that somebody won, at the price of
 * the opened tender and with what it promised, for both sides to sign. By a commissioner of the authority without a conflict.
 * Refuses (conflict) before the standstill is over, while a challenge is open, when no lot has a winner, and when a price
 * is not the one that was approved. Gives the agreements, in the order of lots.
 */
export const concludeCallOff = command({
  event: "callOff.drawUp",
  input: ConcludeInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: may.conclude,
  run: async (scene, row) => {
    const { tx, actor } = scene;
    await refuseConflicted(scene, row.id);
    await refuseEarlyConclusion(scene, row);
    await callOffStep.within(scene, "conclude", row);
    const awarded = await awardedLots(scene, row.id);
    if (awarded.length === 0) refuse("conflict", concludeProblems.nothing);
    const [asked, qualities, prices] = [
      await askedFor(scene, row.id),
      new Map((await openedQuality(actor, row.id, tx)).map((tender) => [tender.id, tender.quality])),
      new Map((await openedPrices(actor, row.id, tx)).map((tender) => [tender.id, tender.price])),
    ];
    const agreements = [];
    for (const award of awarded) {
      const quality = qualities.get(award.tenderId ?? "");
      const price = prices.get(award.tenderId ?? "");
      if (!quality || !price) return refuse("conflict", concludeProblems.unreadable);
      agreements.push(await draftAgreement(scene, row, asked, award, { quality, price }));
    }
    for (const agreement of agreements) await tellBoth(scene, row.organisationId, agreement);
    await tellPayers(scene, row, asked);
    return {
      value: { agreements: agreements.map(({ id, reference }) => ({ id, reference })) },
      id: row.id,
      detail: { agreements: agreements.map(({ id }) => id) },
    };
  },
});

type Drafted = { id: string; reference: string; title: string; supplierId: string };

async function tellBoth(scene: Scene, buyerId: string, { id, reference, title, supplierId }: Drafted) {
  const said = {
    title: "An agreement is ready to sign",
    body: `"${title}" is drawn up as ${reference}. Each side reads it and signs.`,
    href: `/agreements/${id}`,
  };
  await tell(scene, { organisationId: supplierId, roles: ["signatory"] }, said);
  await tell(scene, { organisationId: buyerId, roles: ["commissioner", "approver"] }, said);
}

/** The other bodies that pay a share, and an investor who carries the risk. */
async function tellPayers(
  scene: Scene,
  row: { id: string; title: string; organisationId: string; investorId: string | null },
  { funders }: { funders: { organisationId: string }[] },
) {
  const others = funders.map(({ organisationId }) => organisationId).filter((id) => id !== row.organisationId);
  const said = { title: "A call-off was concluded", body: `The agreements of "${row.title}" are drawn up.` };
  for (const organisationId of others)
    await tell(scene, { organisationId, roles: ["approver"] }, { ...said, href: callOffAddress(row) });
  if (row.investorId) await tell(scene, { organisationId: row.investorId }, { ...said, href: "/agreements" });
}
