import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import type { Prisma } from "@/lib/core/prisma/client";
import type { ServiceState } from "@/lib/core/prisma/enums";
import { londonDay } from "@/lib/core/values/moment";
import { mayCheck, visibleTo } from "../policy";
import { ReturnInput, ServiceInput } from "../schema";
import { stateWords } from "../words";
import { copyVersion } from "./draft";
import { putForward } from "./rates";
import { step } from "./step";

const checked = {
  id: true,
  state: true,
  organisationId: true,
  draft: { select: { id: true, title: true, submittedAt: true } },
} satisfies Prisma.ServiceSelect;

const loadChecked = ({ tx, actor }: Scene, { serviceId }: { serviceId: string }) =>
  tx.service.findFirst({ where: { id: serviceId, AND: visibleTo(actor) }, select: checked });

/**
 * Publishes a service that is being checked, as a part of another command: its draft becomes what buyers see and its
 * newest prices take effect. Refuses (conflict) a service in any other state.
 */
export async function publishWithin(scene: Scene, service: { id: string; state: ServiceState }) {
  const { tx, now } = scene;
  await held(scene, service);
  const row = await tx.service.findUniqueOrThrow({
    where: { id: service.id },
    select: {
      draftId: true,
      rateCards: { where: { publishedAt: null }, orderBy: { version: "desc" }, take: 1, select: { id: true } },
    },
  });
  const draftId = row.draftId ?? refuse("conflict", "This service has nothing to publish.");
  await approve(scene, service.id, draftId);
  await tx.service.update({ where: { id: service.id }, data: { confirmedAt: now } });
  const [card] = row.rateCards;
  if (card) await putForward(scene, { serviceId: service.id, cardId: card.id, from: londonDay(now) });
  // Last, because what is published must already have its version and its prices.
  await step.within(scene, "publish", service);
}

/** Holds the row until commit and says so when somebody else has moved it since it was read. */
async function held({ tx }: Scene, { id, state }: { id: string; state: ServiceState }) {
  const [row] = await tx.$queryRaw<{ state: ServiceState }[]>`
    select "state"::text as "state" from "Service" where "id" = ${id}::uuid for update`;
  if (row?.state !== state) refuse("conflict", "Someone else has just changed this. Look again before you go on.");
  if (state !== "inReview")
    refuse("conflict", `This cannot be done now: it is ${stateWords[state].label.toLowerCase()}.`);
}

/** Sends a service that is being checked back to be changed, as a part of another command. What was sent stays as it was. */
export async function returnWithin(scene: Scene, service: { id: string; state: ServiceState }, reason: string | null) {
  await step.within(scene, "returnToDraft", service);
  const { draftId } = await scene.tx.service.findUniqueOrThrow({
    where: { id: service.id },
    select: { draftId: true },
  });
  if (draftId) await copyVersion(scene, service.id, draftId);
  await scene.tx.service.update({ where: { id: service.id }, data: { reason } });
}

async function approve({ tx, now }: Scene, serviceId: string, draftId: string) {
  await tx.serviceVersion.update({ where: { id: draftId }, data: { approvedAt: now } });
  await tx.service.update({ where: { id: serviceId }, data: { publishedId: draftId, draftId: null, reason: null } });
}

/** A steward approves what a member sent: a new service is published, a changed description takes the place of the old one. */
export const approveService = command({
  event: "service.approve",
  input: ServiceInput,
  load: loadChecked,
  allow: mayCheck,
  run: async (scene, row) => {
    const draft = row.draft?.submittedAt
      ? row.draft
      : refuse("conflict", "Nothing of this service waits to be checked.");
    if (row.state === "inReview") await publishWithin(scene, row);
    else await approve(scene, row.id, await claimed(scene, row.id, draft.id));
    await tell(
      scene,
      { organisationId: row.organisationId, roles: ["editor", "signatory"] },
      {
        title: `Approved: ${draft.title}`,
        body: "Buyers now see what you sent.",
        href: `/services/${row.id}`,
      },
    );
    return { value: { id: row.id }, id: row.id, detail: { versionId: draft.id, state: row.state } };
  },
});

/** A steward sends back what a member sent, saying what must change. What buyers see stays as it is. */
export const returnService = command({
  event: "service.return",
  input: ReturnInput,
  load: loadChecked,
  allow: mayCheck,
  run: async (scene, row, { reason }) => {
    const draft = row.draft?.submittedAt
      ? row.draft
      : refuse("conflict", "Nothing of this service waits to be checked.");
    if (row.state === "inReview") await returnWithin(scene, row, reason);
    else {
      await copyVersion(scene, row.id, await claimed(scene, row.id, draft.id));
      await scene.tx.service.update({ where: { id: row.id }, data: { reason } });
    }
    await tell(
      scene,
      { organisationId: row.organisationId, roles: ["editor", "signatory"] },
      {
        title: `Please change: ${draft.title}`,
        body: reason,
        href: `/services/${row.id}`,
      },
    );
    return { value: { id: row.id }, id: row.id, detail: { versionId: draft.id, state: row.state } };
  },
});

/** Takes the version out of the queue, so that of two stewards who press at once one is told. */
async function claimed({ tx }: Scene, id: string, draftId: string) {
  const { count } = await tx.service.updateMany({ where: { id, draftId }, data: { draftId: null } });
  return count === 1 ? draftId : refuse("conflict", "Someone else has just checked this. Look again before you go on.");
}
