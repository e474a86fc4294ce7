import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse, refuseChanged, refuseField } from "@/lib/core/door/result";
import { visibleTo, writes } from "../policy";
import { ChooseInput } from "../schema";
import { stateWords } from "../words";

/**
 * Chooses the parts that a draft asks for, and the highest value band. Refuses a part where the organisation is a member
 * up to that band already; a member may ask for a higher one.
 */
export const chooseParts = command({
  event: "application.choose",
  input: ChooseInput,
  load: ({ tx, actor }, { applicationId }) =>
    tx.application.findFirst({
      where: { id: applicationId, AND: visibleTo(actor) },
      select: { id: true, state: true, organisationId: true, registerId: true },
    }),
  allow: writes,
  run: async ({ tx }, { id, state, organisationId, registerId }, { version, partIds, band }) => {
    const { count } = await tx.application.updateMany({
      where: { id, state: "draft", version },
      data: { version: { increment: 1 }, band },
    });
    if (count === 0) {
      const late = await tx.application.findUniqueOrThrow({
        where: { id },
        select: {
          state: true,
          version: true,
          band: true,
          parts: { select: { part: { select: { title: true } } }, orderBy: { part: { number: "asc" } } },
        },
      });
      if (late.state !== "draft") refuse("conflict", `This cannot be done now: ${stateWords[late.state].meaning}`);
      const saved = await tx.auditEvent.findFirst({
        where: { subject: "application", subjectId: id, event: "application.choose" },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        select: { at: true, actorId: true },
      });
      const by = saved?.actorId
        ? await tx.user.findUnique({ where: { id: saved.actorId }, select: { name: true } })
        : null;
      refuseChanged({
        by: by?.name ?? "A colleague",
        at: (saved?.at ?? new Date(0)).toISOString(),
        version: late.version,
        values: { Parts: late.parts.map(({ part }) => part.title).join(", "), "Value band": String(late.band) },
      });
    }
    const parts = await tx.part.findMany({ where: { registerId, id: { in: partIds } }, select: { id: true } });
    if (parts.length !== new Set(partIds).size) refuseField("partIds", "Choose only from the parts shown");
    if ((await tx.valueBand.count({ where: { registerId, number: band } })) === 0 && band > 1)
      refuseField("band", "Choose only from the values shown");
    const member = await tx.membership.findFirst({
      where: {
        organisationId,
        partId: { in: partIds },
        state: { in: ["active", "suspended", "removalProposed"] },
        band: { gte: band },
      },
      select: { part: { select: { title: true } } },
    });
    if (member) refuseField("partIds", `You are a member of ${member.part.title} already, up to this value`);
    await tx.applicationPart.deleteMany({ where: { applicationId: id } });
    await tx.applicationPart.createMany({ data: parts.map(({ id: partId }) => ({ applicationId: id, partId })) });
    return { value: { id }, id, detail: { from: state, parts: parts.length, band } };
  },
});
