import "server-only";
import { holds } from "@/lib/core/actor";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { visibleTo } from "../policy";
import { ConfirmAllInput, GoStaleInput, ServiceInput, WithdrawInput } from "../schema";
import { step } from "./step";

const load = ({ tx, actor }: Scene, { serviceId }: { serviceId: string }) =>
  tx.service.findFirst({
    where: { id: serviceId, AND: visibleTo(actor) },
    select: { id: true, state: true, organisationId: true, published: { select: { title: true } } },
  });

/** Takes a service out of sight until its organisation starts it again. */
export const pauseService = step("pause", { input: ServiceInput, load, run: async () => ({}) });

/** Puts a paused service back on show. Whoever does so says that it is still right. */
export const resumeService = step("resume", { input: ServiceInput, load, run: confirmed });

/** Says that what buyers read is still right. A service that was hidden for want of it is on show again. */
export const confirmService = step("confirm", { input: ServiceInput, load, run: confirmed });

/**
 * Says of all services of the actor's own organisation that are published or hidden for want of it that they are still
 * right. Refuses when there are none.
 */
export const confirmAllServices = command({
  event: "organisation.confirmServices",
  input: ConfirmAllInput,
  load: async ({ tx, actor }) => {
    const services = await tx.service.findMany({
      where: {
        organisationId: actor.organisationId ?? "",
        state: { in: ["published", "stale"] },
        AND: visibleTo(actor),
      },
      select: { id: true, state: true },
      orderBy: { id: "asc" },
      take: 1000,
    });
    return { organisationId: actor.organisationId ?? "", services };
  },
  allow: (actor) => holds(actor, "provider", "editor", "signatory"),
  run: async (scene, { organisationId, services }) => {
    if (services.length === 0) refuse("conflict", "You have no published services to confirm.");
    for (const row of services) {
      await step.within(scene, "confirm", row);
      await confirmed(scene, row);
    }
    return { value: { count: services.length }, id: organisationId, detail: { services: services.length } };
  },
});

/** Takes a service away for good, with the reason. Its versions and prices stay in the record. */
export const withdrawService = step("withdraw", {
  input: WithdrawInput,
  load,
  run: async ({ tx }, { id }, { reason }) => {
    await tx.service.update({ where: { id }, data: { reason } });
    return {};
  },
});

/** A job hides a published service that nobody has confirmed since `confirmedBefore`, and tells its organisation. */
export const makeStale = step("goStale", {
  input: GoStaleInput,
  load,
  run: async (scene, row, { confirmedBefore }) => {
    // Read after the move, which holds the row: a colleague may have confirmed since the job looked.
    const { confirmedAt } = await scene.tx.service.findUniqueOrThrow({
      where: { id: row.id },
      select: { confirmedAt: true },
    });
    if (confirmedAt && confirmedAt >= confirmedBefore) refuse("conflict", "It has been confirmed since.");
    await tell(
      scene,
      { organisationId: row.organisationId, roles: ["editor", "signatory"] },
      {
        title: `Please confirm: ${row.published?.title ?? "a service"}`,
        body: "Nobody has confirmed it for six months, so buyers cannot find it. Confirm it and they can.",
        href: `/services/${row.id}`,
      },
    );
    return {};
  },
});

async function confirmed({ tx, now }: Scene, { id }: { id: string }) {
  await tx.service.update({ where: { id }, data: { confirmedAt: now } });
  return {};
}
