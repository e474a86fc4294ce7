import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { day } from "@/lib/core/values/format";
import { londonDay } from "@/lib/core/values/moment";
import { addWorkingDays } from "@/lib/reference/calendar";
import { reference } from "@/lib/reference/queries";
import { sendable, submitWithin } from "@/lib/register/service/commands/send";
import { visibleTo } from "../policy";
import { findReadiness } from "../queries/readiness";
import { goesAlong, missing } from "../rules";
import { SubmitInput } from "../schema";
import { step } from "./step";

/**
 * Sends an application: pins the answers that its parts and its band are asked for, as they stand, sends the finished services of its parts to be checked, and sets
 * the day a decision is due. Refuses while anything is missing, and says what.
 */
export const submitApplication = step("submit", {
  input: SubmitInput,
  load: ({ tx, actor }, { applicationId }) =>
    tx.application.findFirst({
      where: { id: applicationId, AND: visibleTo(actor) },
      select: {
        id: true,
        reference: true,
        state: true,
        organisationId: true,
        registerId: true,
        band: true,
        submittedById: true,
        assessorId: true,
        proposedById: true,
        organisation: { select: { name: true } },
        parts: { select: { partId: true } },
      },
    }),
  run: async (scene, { id, organisationId, registerId, band, parts, ...row }) => {
    const { tx, actor, now } = scene;
    const today = londonDay(now);
    const partIds = parts.map(({ partId }) => partId);
    const { readiness, answers, grounds } = await findReadiness(
      actor,
      { organisationId, registerId, partIds, band, today },
      tx,
    );
    const [first, ...more] = missing(readiness);
    if (first)
      refuse("conflict", `It cannot be sent yet. ${[first, ...more].map(({ message }) => message).join(". ")}.`);

    await tx.applicationAnswer.createMany({
      data: answers.map((answer) => ({
        applicationId: id,
        conditionId: answer.conditionId,
        profileAnswerId: answer.id,
      })),
    });
    await tx.applicationGround.createMany({
      data: grounds.map((answer) => ({ applicationId: id, groundCode: answer.groundCode, groundAnswerId: answer.id })),
    });
    const services = goesAlong(readiness).map((service) => service.id);
    await sendServices(scene, services);

    const { decideWithin } = await tx.register.findUniqueOrThrow({
      where: { id: registerId },
      select: { decideWithin: true },
    });
    const dueOn = addWorkingDays(today, decideWithin, (await reference()).holidays);
    await tx.application.update({
      where: { id },
      data: { submittedAt: now, submittedById: actor.id, dueOn: new Date(dueOn), version: { increment: 1 } },
    });
    await tellStewards(scene, { id, name: row.organisation.name, reference: row.reference, dueOn });
    await tell(
      scene,
      { organisationId, roles: ["editor", "signatory"] },
      {
        title: `Application ${row.reference} sent`,
        body: `You will have a decision by ${day(dueOn)}.`,
        href: "/apply/sent",
      },
    );
    return { parts: partIds, band, services, dueOn };
  },
});

async function sendServices(scene: Scene, ids: readonly string[]) {
  const services = await scene.tx.service.findMany({
    where: { id: { in: [...ids] } },
    select: sendable,
    orderBy: { id: "asc" },
  });
  for (const service of services) await submitWithin(scene, service);
}

type Sent = { id: string; name: string; reference: string; dueOn: string };

async function tellStewards(scene: Scene, { id, name, reference: number, dueOn }: Sent) {
  const offices = await scene.tx.organisation.findMany({ where: { kind: "steward" }, select: { id: true } });
  for (const office of offices)
    await tell(
      scene,
      { organisationId: office.id, roles: ["assessor", "admin"] },
      {
        title: `New application from ${name}`,
        body: `${number} is due by ${day(dueOn)}.`,
        href: `/steward/applications/${id}`,
      },
    );
}
