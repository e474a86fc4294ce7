import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import type { PartDecision } from "@/lib/core/prisma/enums";
import { listed } from "@/lib/core/values/format";
import { admitWithin } from "../../../membership/commands/admit";
import { noticeOfChange } from "../../../notice/commands";
import { publishWithin, returnWithin } from "../../../service/commands/review";
import { reportWithin } from "../../../standing/commands/report";
import type { Assessed } from "../../commands/step";
import { type Decidable, readDecidable } from "../queries/facts";
import { reasonWords } from "../reason-words";
import { faults, isDecidable, type PartOffer } from "../rules";
import type { SaidPart } from "../schema";
import { offerWords } from "../words";

/** A decision that the law leaves open: what was said of each part, with what was open for it. */
export type Judged = SaidPart & PartOffer;

/**
 * Holds a decision against what the law leaves open, read inside the move, which holds the row: a finding written at the
 * same moment waits, and is then refused. Refuses a decision that leaves a part out, and outcomes that are not open.
 */
export async function judged(scene: Scene, { id }: Assessed, said: readonly SaidPart[]) {
  const found = (await readDecidable(scene.actor, { id, now: scene.now }, scene.tx)) ?? refuse("missing", missing);
  const { offers } = found;
  if (!isDecidable(offers)) refuse("conflict", whyNot(offers));
  const [fault] = faults(offers, said);
  if (fault) refuseField(fault.field, fault.message);
  if (said.length !== offers.length)
    refuse("conflict", "The parts of this application have changed. Look again before you decide.");
  const parts = offers.flatMap((offer): Judged[] =>
    said.filter(({ partId }) => partId === offer.partId).map((part) => ({ ...part, ...offer })),
  );
  return { found, parts };
}

const missing = "We could not find that.";

function whyNot(offers: readonly PartOffer[]): string {
  const lacking = offers.flatMap(({ offer }) => (offer.kind === "unfinished" ? offer.missing : []));
  if (lacking.length === 0) return `${offerWords.unchecked.title}. ${offerWords.unchecked.body}`;
  return `${offerWords.unfinished.body} Missing: ${listed([...new Set(lacking)]).toLowerCase()}.`;
}

/**
 * Lets a decision take effect: membership begins for each part admitted and its services are published, the services of
 * each part refused go back to be changed, one notice names the parts joined, an exclusion puts its report on the
 * stewards' list, and the applicant is told.
 */
export async function takeEffect(
  scene: Scene,
  row: Assessed,
  { band }: Pick<Decidable, "band">,
  parts: readonly Judged[],
) {
  const { id, organisationId } = row;
  const joined: string[] = [];
  for (const part of parts) if (await carryOut(scene, row, band, part)) joined.push(part.partId);
  await scene.tx.application.update({ where: { id }, data: { decidedAt: scene.now, decidedById: scene.actor.id } });
  await noticeOfChange(scene, { organisationId, partIds: joined, joined: true });
  await reportExclusion(scene, row, parts);
  await tellApplicant(scene, organisationId, parts);
}

async function carryOut(
  scene: Scene,
  { id, organisationId }: Assessed,
  band: number,
  { partId, decision, codes, reasons }: Judged,
): Promise<boolean> {
  await scene.tx.applicationPart.update({
    where: { applicationId_partId: { applicationId: id, partId } },
    data: { decision, reasonCodes: codes, reasons },
  });
  const joins =
    decision === "admitted" && (await admitWithin(scene, { organisationId, partId, applicationId: id, band }));
  const services = await scene.tx.service.findMany({
    where: { organisationId, partId, state: "inReview" },
    select: { id: true, state: true },
    orderBy: { id: "asc" },
  });
  for (const service of services) {
    if (decision === "admitted") await publishWithin(scene, service);
    else await returnWithin(scene, service, reasons);
  }
  return joins;
}

/** Refusing on an exclusion ground is an exclusion, which has to be reported (Procurement Act 2023, s59(2)). */
async function reportExclusion(scene: Scene, { id, organisationId }: Assessed, parts: readonly Judged[]) {
  const excluded = parts.filter(
    ({ decision, offer, codes }) =>
      decision === "refused" &&
      (offer.kind === "grounds" || offer.kind === "debarred" || codes.some((code) => reasonWords[code].isExclusion)),
  );
  if (excluded.length === 0) return;
  const why = excluded.map(({ title, reasons }) => `Refused: ${title}. ${reasons}`).join("\n");
  await reportWithin(scene, { organisationId, applicationId: id, why });
}

async function tellApplicant(scene: Scene, organisationId: string, decided: readonly Judged[]) {
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
