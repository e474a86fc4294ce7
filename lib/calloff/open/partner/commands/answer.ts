import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import type { Prisma } from "@/lib/core/prisma/client";
import { clockNow, refuseClosed, tenderAddress } from "../../tender/commands/step";
import { ConfirmInput, DeclineInput } from "../schema";
import { problems } from "../words";
import { partnerStep } from "./step";

const asked = {
  id: true,
  state: true,
  organisationId: true,
  askedAt: true,
  organisation: { select: { name: true } },
  tender: {
    select: {
      id: true,
      reference: true,
      state: true,
      organisationId: true,
      callOff: { select: { state: true, closesAt: true } },
    },
  },
} satisfies Prisma.TenderPartnerSelect;

type Asked = Prisma.TenderPartnerGetPayload<{ select: typeof asked }>;

/** The request that an answer is about, held with its call-off and its tender as a submission holds them. */
async function hold({ tx, actor }: Scene, { id }: { id: string }): Promise<Asked | null> {
  const organisationId = actor.organisationId;
  if (actor.kind !== "provider" || !organisationId) return null;
  await tx.$queryRaw`
    with gate as materialized (
      select t."id", t."callOffId", pg_advisory_xact_lock_shared(hashtextextended('call-off ' || t."callOffId", 0))
      from "Tender" t join "TenderPartner" p on p."tenderId" = t."id"
      where p."id" = ${id}::uuid and p."organisationId" = ${organisationId}::uuid
    )
    select 1 from gate g join "CallOff" c on c."id" = g."callOffId" join "Tender" t on t."id" = g."id"
    for share of c for update of t`;
  return tx.tenderPartner.findFirst({ where: { id, organisationId }, select: asked });
}

/** A signatory of the sub-contractor confirms the share that it has read. Refuses after the close and a share changed since. */
export const confirmPartner = partnerStep("confirm", {
  input: ConfirmInput,
  load: hold,
  run: async (scene, row, input) => {
    await stillAsked(scene, row);
    if (row.askedAt.toISOString() !== input.asked) refuse("conflict", problems.changed);
    await tellTenderer(scene, row, `${row.organisation.name} confirms its share`);
    return { tenderId: row.tender.id };
  },
});

/** A signatory of the sub-contractor declines, with the reason, which the organisation that asked reads. */
export const declinePartner = partnerStep("decline", {
  input: DeclineInput,
  load: hold,
  run: async (scene, row, { reason }) => {
    await stillAsked(scene, row);
    await scene.tx.tenderPartner.update({ where: { id: row.id }, data: { reason }, select: { id: true } });
    await tellTenderer(scene, row, `${row.organisation.name} declines its share`);
    return { tenderId: row.tender.id };
  },
});

async function stillAsked(scene: Scene, { tender }: Asked) {
  refuseClosed({ now: await clockNow(scene), callOff: tender.callOff });
  if (tender.state !== "draft" && tender.state !== "submitted") refuse("conflict", problems.withdrawn);
}

const tellTenderer = (scene: Scene, { tender }: Asked, title: string) =>
  tell(
    scene,
    { organisationId: tender.organisationId, roles: ["editor", "signatory"] },
    { title, body: `It answers about tender ${tender.reference}.`, href: `${tenderAddress(tender)}/partners` },
  );
