import "server-only";
import { holds } from "@/lib/core/actor";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { nextReference } from "@/lib/core/values/reference-number";
import { StartInput } from "../schema";

/** Starts an application to the register that runs, or gives the one that is open: an organisation has one at a time. */
export const startApplication = command({
  event: "application.start",
  input: StartInput,
  load: ({ tx, now }) => {
    const today = new Date(londonDay(now));
    return tx.register.findFirst({
      where: { frozenAt: { not: null }, opensOn: { lte: today }, closesOn: { gte: today } },
      select: { id: true },
      orderBy: { opensOn: "desc" },
    });
  },
  allow: (actor) => holds(actor, "provider", "editor", "signatory"),
  run: async (scene, register) => {
    const { tx, actor, now } = scene;
    const organisationId = actor.organisationId ?? refuse("forbidden", "You cannot do that.");
    const open = await tx.application.findFirst({
      where: { organisationId, state: { in: ["draft", "submitted", "inReview", "clarifying", "seconding"] } },
      select: { id: true },
    });
    if (open) return { value: { id: open.id }, id: open.id, detail: { already: true } };
    const id = newId(now.getTime());
    const reference = await nextReference(scene, "TA");
    await tx.application.create({ data: { id, reference, organisationId, registerId: register.id, createdAt: now } });
    return { value: { id }, id, detail: { registerId: register.id } };
  },
});
