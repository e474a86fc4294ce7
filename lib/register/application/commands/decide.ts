import "server-only";
import type { Scene } from "@/lib/core/command";
import { listed } from "@/lib/core/format";
import { tell } from "@/lib/core/notify";
import type { PartDecision } from "@/lib/core/prisma/enums";
import { refuse, refuseField } from "@/lib/core/result";
import { admitWithin } from "../../membership/commands/admit";
import { publishWithin, returnWithin } from "../../service/commands/review";
import { faults, offered } from "../decision/rules";
import { DecideInput } from "../decision/schema";
import { offerWords } from "../decision/words";
import { loadAssessed, step } from "./step";

type Said = { partId: string; decision: PartDecision; reasons: string };

/**
 * Decides every part of an application, with reasons. Membership begins for each part admitted and its services are
 * published; the services of a part refused go back to be changed; the applicant is told. Refuses an outcome that the
 * law does not leave open, and a decision that leaves a part out.
 */
export const decideApplication = step("decide", {
  input: DecideInput,
  load: loadAssessed,
  run: async (scene, row, { parts }) => {
    const { id, organisationId } = row;
    const asked = await partsAskedFor(scene, id);
    const offer = offered(await factsOf(scene, id));
    if (offer.kind === "unfinished")
      refuse("conflict", `${offerWords.unfinished.body} Missing: ${listed(offer.missing).toLowerCase()}.`);
    const [fault] = faults(offer, asked, parts);
    if (fault) refuseField(fault.field, fault.message);
    if (parts.length !== asked.length)
      refuse("conflict", "The parts of this application have changed. Look again before you decide.");
    const decided = parts.map((part) => ({ ...part, title: titleIn(asked, part.partId) }));

    for (const part of decided) await carryOut(scene, { id, organisationId }, part);
    await scene.tx.application.update({ where: { id }, data: { decidedAt: scene.now, decidedById: scene.actor.id } });
    await tellApplicant(scene, organisationId, decided);
    return { offer: offer.kind, parts: decided.map(({ partId, decision }) => ({ partId, decision })) };
  },
});

const titleIn = (asked: { partId: string; title: string }[], id: string) =>
  asked.find(({ partId }) => partId === id)?.title ?? "";

async function carryOut(
  scene: Scene,
  { id, organisationId }: { id: string; organisationId: string },
  { partId, decision, reasons }: Said,
) {
  await scene.tx.applicationPart.update({
    where: { applicationId_partId: { applicationId: id, partId } },
    data: { decision, reasons },
  });
  if (decision === "admitted") await admitWithin(scene, { organisationId, partId, applicationId: id, band: 1 });
  const services = await scene.tx.service.findMany({
    where: { organisationId, partId, state: "inReview" },
    select: { id: true, state: true },
    orderBy: { id: "asc" },
  });
  for (const service of services) {
    if (decision === "admitted") await publishWithin(scene, service);
    else await returnWithin(scene, service, reasons);
  }
}

async function partsAskedFor({ tx }: Scene, applicationId: string) {
  const rows = await tx.applicationPart.findMany({
    where: { applicationId },
    select: { partId: true, part: { select: { title: true } } },
    orderBy: { part: { number: "asc" } },
  });
  return rows.map(({ partId, part }) => ({ partId, title: part.title }));
}

/** Read inside the move, which holds the row: a finding written at the same moment waits, and is then refused. */
async function factsOf({ tx }: Scene, applicationId: string) {
  const conditions = await tx.condition.findMany({
    where: { register: { parts: { some: { applications: { some: { applicationId } } } } } },
    select: { title: true, findings: { where: { applicationId }, select: { met: true } } },
    orderBy: { number: "asc" },
  });
  const grounds = await tx.applicationGround.findMany({
    where: { applicationId, groundAnswer: { applies: true } },
    select: { groundCode: true },
  });
  return {
    findings: conditions.map(({ title, findings }) => ({ title, met: findings[0]?.met ?? null })),
    groundsThatApply: grounds.map(({ groundCode }) => groundCode),
  };
}

async function tellApplicant(scene: Scene, organisationId: string, decided: readonly (Said & { title: string })[]) {
  const of = (decision: PartDecision) => decided.filter((part) => part.decision === decision).map(({ title }) => title);
  const [admitted, refused] = [of("admitted"), of("refused")];
  const title = admitted.length > 0 ? "You are on the register" : "Your application was refused";
  const said = [
    admitted.length > 0 ? `Admitted: ${listed(admitted)}.` : "",
    refused.length > 0 ? `Refused: ${listed(refused)}. Read the reasons. You can apply again on any day.` : "",
  ];
  await tell(
    scene,
    { organisationId, roles: ["editor", "signatory"] },
    { title, body: said.filter(Boolean).join(" "), href: "/apply" },
  );
}
