import "server-only";
import { tell } from "@/lib/core/messages/notify";
import { noticeOfChange } from "../../notice/commands";
import { LeaveInput } from "../schema";
import { load, step, tellMember } from "./step";

/**
 * Leaves a part. Its services there are hidden from buyers at once, agreements that stand are not changed, and a
 * modification notice is published. Coming back takes a new application.
 */
export const leaveMembership = step("leave", {
  input: LeaveInput,
  load,
  run: async (scene, row, { reason }) => {
    const { id, organisationId, partId, part } = row;
    await scene.tx.membership.update({
      where: { id },
      data: {
        reason: reason || null,
        endsOn: null,
        proposedById: null,
        proposedGround: null,
        endedById: scene.actor.id,
      },
    });
    const offices = await scene.tx.organisation.findMany({ where: { kind: "steward" }, select: { id: true } });
    for (const office of offices)
      await tell(
        scene,
        { organisationId: office.id, roles: ["assessor", "admin"] },
        {
          title: `${row.organisation.name} has left a part`,
          body: `${part.title}. ${reason || "No reason was given."}`,
          href: `/steward/members/${id}`,
        },
      );
    await tellMember(
      scene,
      row,
      `You have left: ${part.title}`,
      "Buyers can no longer find your services in this part.",
    );
    await noticeOfChange(scene, { organisationId, partIds: [partId], joined: false });
    return {};
  },
});
