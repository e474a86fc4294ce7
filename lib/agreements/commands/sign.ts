import "server-only";
import { noticeOf } from "@/lib/calloff/notice/commands";
import { signedNotice } from "@/lib/calloff/notice/queries";
import { declared } from "@/lib/calloff/record/commands/step";
import { system } from "@/lib/core/actor";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { day, pounds } from "@/lib/core/values/format";
import { asDay } from "@/lib/core/values/moment";
import { may, sideOf } from "../policy";
import { SignInput } from "../schema";
import { agreement } from "../states";
import { signProblems, stateWords } from "../words";
import { agreementStep, type HeldAgreement, holdAgreement } from "./step";

/**
 * Signs the draft of an agreement for one side: a commissioner or an approver of the buyer, or a signatory of the provider,
 * each side once. The second signature makes it binding, and publishes the contract details notice where one is owed
 * (Procurement Act 2023 s53 and s87; a grant owes none). Two at once are taken one after the other. Refuses (conflict) what
 * is no longer a draft, a side that has signed, whoever declared a conflict of interest, and a provider that is no member in
 * good standing of the market that it won in.
 */
export const signAgreement = command({
  event: "agreement.addSignature",
  input: SignInput,
  load: (scene, { id }) => holdAgreement(scene, id),
  allow: may.sign,
  run: async (scene, row) => {
    const { tx, actor, now } = scene;
    const { id, reference } = row;
    if (!agreement.next(row.state, "sign"))
      refuse("conflict", `This cannot be done now: it is ${stateWords[row.state].label.toLowerCase()}.`);
    const buyer = sideOf(actor, row) === "buyer";
    if (buyer ? row.buyerSignedAt : row.supplierSignedAt) refuse("conflict", signProblems.already);
    if (buyer && row.callOffId && (await declared(scene, row.callOffId))?.conflicted)
      refuse("conflict", signProblems.conflicted);
    if (!(await isMember(scene, row))) refuse("conflict", signProblems.notMember);
    await tx.agreement.update({
      where: { id },
      data: buyer
        ? { buyerSignedById: actor.id, buyerSignedAt: now }
        : { supplierSignedById: actor.id, supplierSignedAt: now },
      select: { id: true },
    });
    const both = Boolean(buyer ? row.supplierSignedAt : row.buyerSignedAt);
    if (both) await bind(scene, row);
    else await tellOther(scene, row, buyer);
    return { value: { id, reference, both }, id, detail: { side: buyer ? "buyer" : "supplier" } };
  },
});

/** What was won in a dynamic market is entered into with a member of it in good standing only (Procurement Act 2023 s34). */
async function isMember({ tx }: Scene, { supplierId, categoryCode, callOff }: HeldAgreement): Promise<boolean> {
  if (callOff?.route !== "marketCompetition" || !callOff.registerId) return true;
  const part = { registerId: callOff.registerId, categoryCode };
  return (await tx.membership.count({ where: { organisationId: supplierId, state: "active", part } })) > 0;
}

/** The notice of a signed contract, where one is owed. */
async function publishDetails(scene: Scene, row: HeldAgreement, callOffId: string) {
  const kind = await signedNotice(system, callOffId, scene.tx);
  if (!kind) return;
  await noticeOf(scene, kind, callOffId, [{ title: "The contract", lines: detailsOf(row) }], { about: row.title });
}

/** The second signature: the agreement binds both sides, and the public is told. */
async function bind(scene: Scene, row: HeldAgreement) {
  await agreementStep.within(scene, "sign", row, { totalPence: String(row.valuePence + row.vatPence) });
  if (row.callOffId) await publishDetails(scene, row, row.callOffId);
  const said = {
    title: "An agreement is signed by both sides",
    body: `"${row.title}" is signed. The agreement is ${row.reference}.`,
    href: `/agreements/${row.id}`,
  };
  await tell(scene, { organisationId: row.supplierId, roles: ["signatory"] }, said);
  await tell(scene, { organisationId: row.buyerId, roles: ["commissioner", "approver"] }, said);
  if (row.investorId) await tell(scene, { organisationId: row.investorId }, said);
}

const tellOther = (scene: Scene, row: HeldAgreement, buyer: boolean) =>
  tell(
    scene,
    buyer
      ? { organisationId: row.supplierId, roles: ["signatory"] }
      : { organisationId: row.buyerId, roles: ["commissioner", "approver"] },
    {
      title: "The other side has signed",
      body: `"${row.title}" is signed by ${buyer ? row.buyer.name : row.supplier.name}. It binds both once you sign.`,
      href: `/agreements/${row.id}`,
    },
  );

/** What the details notice says of this one contract. */
const detailsOf = (row: HeldAgreement): string[] => [
  `Contract ${row.reference}: ${row.title}.`,
  `${row.buyer.name} and ${row.supplier.name}.`,
  `From ${day(asDay(row.startsOn))} to ${day(asDay(row.endsOn))}.`,
  `${pounds(row.valuePence)} without VAT, ${pounds(row.valuePence + row.vatPence)} with VAT.`,
];
