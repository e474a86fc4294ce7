import "server-only";
import type { Scene } from "@/lib/core/door/command";
import type { MembershipState } from "@/lib/core/prisma/enums";

type Row = { id: string; state: MembershipState };
type Move = (scene: Scene, event: "suspend" | "resume", row: Row, detail: { because: string }) => Promise<void>;

/** What stands in the place of a reason while a consortium waits for one of its partners. */
export const waitsForPartner = "One of its partners is not a member of this part now. It comes back by itself.";

/**
 * A consortium's membership of a part stands only while each partner's does: after a partner's membership has moved, the
 * consortium's is suspended, or comes back once all of them stand again. In the same transaction, so that nothing can be
 * bought in between.
 */
export async function followPartners(scene: Scene, membershipId: string, move: Move): Promise<void> {
  const { tx } = scene;
  const rows = await tx.$queryRaw<(Row & { standing: boolean; reason: string | null })[]>`
    select own."id", own."state"::text as "state", own."reason",
      not exists (
        select from "ConsortiumPartner" other
        left join "Membership" its on its."organisationId" = other."organisationId" and its."partId" = own."partId"
        where other."consortiumId" = partner."consortiumId" and other."state" = 'agreed'
          and its."state" is distinct from 'active'
      ) as "standing"
    from "Membership" moved
    join "ConsortiumPartner" partner on partner."organisationId" = moved."organisationId" and partner."state" = 'agreed'
    join "Consortium" c on c."organisationId" = partner."consortiumId" and c."state" = 'formed'
    join "Membership" own on own."organisationId" = c."organisationId" and own."partId" = moved."partId"
    where moved."id" = ${membershipId}::uuid
    order by own."id" for update of own`;
  for (const { standing, reason, ...row } of rows) {
    if (row.state === "active" && !standing) {
      await move(scene, "suspend", row, { because: membershipId });
      await tx.membership.update({ where: { id: row.id }, data: { reason: waitsForPartner, endsOn: null } });
    }
    if (row.state === "suspended" && standing && reason === waitsForPartner) {
      await move(scene, "resume", row, { because: membershipId });
      await tx.membership.update({ where: { id: row.id }, data: { reason: null } });
    }
  }
}
