import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { isOpen } from "../partner/policy";
import type { PartnerEvent } from "../partner/states";
import { AgreeInput, AskAgainInput, PartnerReasonInput } from "../schema";
import { stateWords } from "../words";
import { endWithin } from "./end";
import { formWithin } from "./form";
import { hold, loadPartner, stepPartner, tellPartners } from "./step";

type Asked = NonNullable<Awaited<ReturnType<typeof loadPartner>>>;

/** A signatory agrees to its organisation's share. The last partner to agree forms the consortium. */
export const agreeToShare = stepPartner("agree", {
  input: AgreeInput,
  load: loadPartner,
  run: async (scene, row) => {
    await stillOpen(scene, row, "agree");
    const left = await scene.tx.consortiumPartner.count({
      where: { consortiumId: row.consortiumId, state: { not: "agreed" } },
    });
    if (left === 0) await formWithin(scene, { ...row.consortium, id: row.consortiumId });
    else
      await tell(
        scene,
        { organisationId: row.leadId, roles: ["editor", "signatory"] },
        {
          title: `${row.organisation.name} agrees`,
          body: `${row.consortium.organisation.name} waits for ${left === 1 ? "one more partner" : `${left} more partners`}.`,
          href: `/consortia/${row.consortiumId}`,
        },
      );
    return { consortiumId: row.consortiumId, organisationId: row.organisationId, formed: left === 0 };
  },
});

/** A signatory declines its organisation's share, with the reason, which the lead reads. */
export const declineShare = stepPartner("decline", {
  input: PartnerReasonInput,
  load: loadPartner,
  run: async (scene, row, { reason }) => {
    await stillOpen(scene, row, "decline");
    await because(scene, row.id, reason);
    await tell(
      scene,
      { organisationId: row.leadId, roles: ["editor", "signatory"] },
      { title: `${row.organisation.name} declines`, body: reason, href: `/consortia/${row.consortiumId}` },
    );
    return { consortiumId: row.consortiumId, organisationId: row.organisationId };
  },
});

/** A partner leaves. One that is formed ends with it, because its shares are no longer the whole. */
export const leaveConsortium = stepPartner("leave", {
  input: PartnerReasonInput,
  load: loadPartner,
  run: async (scene, row, { reason }) => {
    const state = await stillOpen(scene, row, "leave");
    await because(scene, row.id, reason);
    const said = `${row.organisation.name} has left: ${reason}`;
    if (state === "formed") await endWithin(scene, { ...row.consortium, id: row.consortiumId, state }, said);
    else
      await tellPartners(
        scene,
        row.consortiumId,
        { title: `A partner has left: ${row.consortium.organisation.name}`, body: said },
        row.organisationId,
      );
    return { consortiumId: row.consortiumId, organisationId: row.organisationId, ended: state === "formed" };
  },
});

/** The lead asks a partner again, for the same share. */
export const askPartnerAgain = stepPartner("askAgain", {
  input: AskAgainInput,
  load: loadPartner,
  run: async (scene, row) => {
    await stillOpen(scene, row, "askAgain");
    await tell(
      scene,
      { organisationId: row.organisationId, roles: ["editor", "signatory"] },
      {
        title: `A consortium: ${row.consortium.organisation.name}`,
        body: "You are asked again to be a partner. One of your signatories agrees or declines.",
        href: `/consortia/${row.consortiumId}`,
      },
    );
    return { consortiumId: row.consortiumId, organisationId: row.organisationId };
  },
});

async function stillOpen(scene: Scene, { consortiumId }: Asked, event: PartnerEvent) {
  const state = await hold(scene, consortiumId);
  if (!isOpen(state, event))
    refuse("conflict", `This cannot be done now: the consortium is ${stateWords[state].label.toLowerCase()}.`);
  return state;
}

const because = ({ tx }: Scene, id: string, reason: string) =>
  tx.consortiumPartner.update({ where: { id }, data: { reason } });
