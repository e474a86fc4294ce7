import "server-only";
import { tell } from "@/lib/core/messages/notify";
import { returnWithin } from "@/lib/register/service/commands/review";
import { visibleTo } from "../policy";
import { WithdrawInput } from "../schema";
import { step } from "./step";

/** Takes an application back. Its services become drafts again; the record of what was sent stays. */
export const withdrawApplication = step("withdraw", {
  input: WithdrawInput,
  load: ({ tx, actor }, { applicationId }) =>
    tx.application.findFirst({
      where: { id: applicationId, AND: visibleTo(actor) },
      select: {
        id: true,
        reference: true,
        state: true,
        organisationId: true,
        submittedById: true,
        assessorId: true,
        proposedById: true,
        organisation: { select: { name: true } },
        parts: { select: { partId: true } },
      },
    }),
  run: async (scene, row) => {
    const { tx } = scene;
    const services = await tx.service.findMany({
      where: {
        organisationId: row.organisationId,
        state: "inReview",
        partId: { in: row.parts.map(({ partId }) => partId) },
      },
      select: { id: true, state: true },
      orderBy: { id: "asc" },
    });
    for (const service of services) await returnWithin(scene, service, null);
    if (row.assessorId)
      await tell(
        scene,
        { userId: row.assessorId },
        {
          title: `${row.organisation.name} has withdrawn`,
          body: `Application ${row.reference} was withdrawn. There is nothing left to decide.`,
          href: `/steward/applications/${row.id}`,
        },
      );
    return { services: services.map(({ id }) => id) };
  },
});
