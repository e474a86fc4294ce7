import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse, refuseChanged } from "@/lib/core/door/result";
import { mayEdit, visibleTo } from "../policy";
import { CapacityInput } from "../schema";
import { stateWords } from "../words";
import { nameOf } from "./draft";

/** Says how full a service is. It is true at once, in every state but withdrawn, and needs no check. */
export const saveCapacity = command({
  event: "service.saveCapacity",
  input: CapacityInput,
  load: ({ tx, actor }, { serviceId }) =>
    tx.service.findFirst({
      where: { id: serviceId, AND: visibleTo(actor) },
      select: { id: true, organisationId: true },
    }),
  allow: mayEdit,
  run: async ({ tx, now }, { id }, { version, places, openPlaces, waitDays }) => {
    // The instant of the last change is its version: the form says which one it was filled from.
    const { count } = await tx.service.updateMany({
      where: { id, state: { not: "withdrawn" }, capacityAsOf: version === 0 ? null : new Date(version) },
      data: { places, openPlaces, waitDays, capacityAsOf: now },
    });
    if (count === 1) return { value: { id }, id, detail: { places, openPlaces, waitDays } };

    const late = await tx.service.findUniqueOrThrow({
      where: { id },
      select: { state: true, places: true, openPlaces: true, waitDays: true, capacityAsOf: true },
    });
    if (late.state === "withdrawn" || !late.capacityAsOf) return refuse("conflict", stateWords[late.state].meaning);
    const saved = await tx.auditEvent.findFirst({
      where: { subject: "service", subjectId: id, event: "service.saveCapacity" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { actorId: true },
    });
    return refuseChanged({
      by: await nameOf(tx, saved?.actorId ?? null),
      at: late.capacityAsOf.toISOString(),
      version: late.capacityAsOf.getTime(),
      values: { Places: `${late.places}`, "Open now": `${late.openPlaces}`, "Days to wait": `${late.waitDays}` },
    });
  },
});
