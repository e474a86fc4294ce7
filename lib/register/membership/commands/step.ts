import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { tell } from "@/lib/core/messages/notify";
import type { Prisma } from "@/lib/core/prisma/client";
import { londonDay } from "@/lib/core/values/moment";
import { may, visibleTo } from "../policy";
import { membership } from "../states";
import { stateWords } from "../words";
import { followPartners } from "./follow";

/** The one place that moves a membership; each move is dated. */
export const step = lifecycle({
  subject: "membership",
  machine: membership,
  may,
  words: stateWords,
  move: (tx, id, from, to, scene) =>
    tx.membership
      .updateMany({ where: { id, state: from }, data: { state: to, changedAt: scene.now } })
      .then(async (moved) => {
        if (moved.count > 0 && from !== to)
          await followPartners(scene, id, (scene, event, row, detail) => step.within(scene, event, row, detail));
        return moved;
      }),
});

const row = {
  id: true,
  state: true,
  organisationId: true,
  partId: true,
  endsOn: true,
  changedAt: true,
  proposedById: true,
  proposedGround: true,
  organisation: { select: { name: true } },
  part: { select: { title: true } },
  representations: { select: { madeAt: true, isLast: true } },
} satisfies Prisma.MembershipSelect;

export type Moved = Prisma.MembershipGetPayload<{ select: typeof row }>;

/** The membership that an act is about, if this actor may see it. */
export const load = ({ tx, actor }: Scene, { membershipId }: { membershipId: string }) =>
  tx.membership.findFirst({ where: { id: membershipId, AND: visibleTo(actor) }, select: row });

export const today = ({ now }: Pick<Scene, "now">) => londonDay(now);

/** Tells the member's people what has been decided about their membership of a part. */
export const tellMember = (
  scene: Scene,
  { organisationId }: Pick<Moved, "organisationId">,
  title: string,
  body: string,
) => tell(scene, { organisationId, roles: ["editor", "signatory"] }, { title, body, href: "/membership" });
