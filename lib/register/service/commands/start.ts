import "server-only";
import { holds } from "@/lib/core/actor";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { nextReference } from "@/lib/core/values/reference-number";
import { mayEdit, visibleTo } from "../policy";
import { ServiceInput, StartInput } from "../schema";
import { stateWords } from "../words";
import { copyVersion } from "./draft";

/** Starts a service under a part of the register. Refuses a part that is closed; the rest is filled in page by page. */
export const startService = command({
  event: "service.start",
  input: StartInput,
  load: ({ tx, now }, { partId }) => {
    const today = new Date(londonDay(now));
    return tx.part.findFirst({
      where: { id: partId, register: { opensOn: { lte: today }, closesOn: { gte: today } } },
      select: { id: true },
    });
  },
  allow: (actor) => holds(actor, "provider", "editor", "signatory"),
  run: async (scene, part, { title }) => {
    const { tx, actor, now } = scene;
    const organisationId = actor.organisationId ?? refuse("forbidden", "You cannot do that.");
    const [id, draftId] = [newId(now.getTime()), newId(now.getTime())];
    await tx.service.create({
      data: { id, reference: await nextReference(scene, "TS"), organisationId, partId: part.id, createdAt: now },
    });
    await tx.serviceVersion.create({
      data: {
        id: draftId,
        serviceId: id,
        number: 1,
        title,
        summary: "",
        description: "",
        // Nought says that nobody has answered yet.
        minAge: 0,
        editedById: actor.id,
        editedAt: now,
      },
    });
    await tx.service.update({ where: { id }, data: { draftId } });
    return { value: { id }, id, detail: { partId: part.id } };
  },
});

/** Starts a new version of a published service from the one that buyers see. They go on seeing that one until the new one is approved. */
export const editPublished = command({
  event: "service.edit",
  input: ServiceInput,
  load: ({ tx, actor }, { serviceId }) =>
    tx.service.findFirst({
      where: { id: serviceId, AND: visibleTo(actor) },
      select: { id: true, state: true, organisationId: true, publishedId: true },
    }),
  allow: mayEdit,
  run: async (scene, { id, state, publishedId }) => {
    // Held until commit, so that two colleagues who press at once make one version.
    await scene.tx.$queryRaw`select 1 from "Service" where "id" = ${id}::uuid for update`;
    const { draftId } = await scene.tx.service.findUniqueOrThrow({ where: { id }, select: { draftId: true } });
    if (draftId) return { value: { id }, id, detail: { versionId: draftId, already: true } };
    if (!publishedId || state === "withdrawn") return refuse("conflict", stateWords[state].meaning);
    const versionId = await copyVersion(scene, id, publishedId);
    return { value: { id }, id, detail: { versionId } };
  },
});
