import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { may, visibleTo } from "../policy";
import { unfinished } from "../rules";
import { SendInput } from "../schema";
import { sectionWords } from "../words";
import { openDraft } from "./draft";
import { step } from "./step";

export const sendable = {
  id: true,
  state: true,
  organisationId: true,
  partId: true,
  places: true,
  capacityAsOf: true,
  draft: true,
  rateCards: { select: { id: true }, take: 1 },
} satisfies Prisma.ServiceSelect;

export type Sendable = Prisma.ServiceGetPayload<{ select: typeof sendable }>;

/** What a service still lacks, as the row that would be sent stands. */
export const lacking = ({ draft, rateCards, capacityAsOf, places }: Sendable) =>
  unfinished({ version: draft, hasPrices: rateCards.length > 0, capacityAsOf, places });

/** Sends a finished draft to be checked, as a part of another command. From here on what was sent is fixed for good. */
export async function submitWithin(scene: Scene, service: Sendable) {
  openDraft(service);
  const draft = service.draft ?? refuse("conflict", "Nothing of this service is ready to be sent.");
  const [first] = lacking(service);
  if (first) refuse("conflict", `“${draft.title}” is not finished: ${sectionWords[first].title.toLowerCase()}.`);
  // Prices are changed under this lock too.
  await scene.tx.$queryRaw`select 1 from "Service" where "id" = ${service.id}::uuid for update`;
  await fix(scene, draft);
  await step.within(scene, "submit", service, { versionId: draft.id });
}

/** Fixes the version that was read: a change by a colleague since then must be looked at first. */
async function fix({ tx, now }: Scene, { id, edit }: { id: string; edit: number }) {
  const { count } = await tx.serviceVersion.updateMany({
    where: { id, edit, submittedAt: null },
    data: { submittedAt: now },
  });
  if (count === 0) refuse("conflict", "A colleague has just changed this service. Look again before you send it.");
}

/**
 * A member sends a service, or a changed description of a published one, to be checked. Refuses what is unfinished, and
 * an organisation that is no member of the part: its services go with its application.
 */
export const submitService = command({
  event: "service.send",
  input: SendInput,
  load: ({ tx, actor }, { serviceId }) =>
    tx.service.findFirst({ where: { id: serviceId, AND: visibleTo(actor) }, select: sendable }),
  allow: may.submit,
  run: async (scene, row, { edit }) => {
    const member = await scene.tx.membership.findFirst({
      where: { organisationId: row.organisationId, partId: row.partId, state: "active" },
      select: { id: true },
    });
    if (!member) refuse("conflict", "You are not a member of this part yet. The service goes with your application.");
    const draft = openDraft(row);
    if (row.draft?.edit !== edit)
      refuse("conflict", "A colleague has just changed this service. Look again before you send it.");
    if (row.state === "draft") await submitWithin(scene, row);
    else {
      const [first] = lacking(row);
      if (first) refuse("conflict", `This is not finished: ${sectionWords[first].title.toLowerCase()}.`);
      await fix(scene, { id: draft.id, edit });
    }
    return { value: { id: row.id }, id: row.id, detail: { versionId: draft.id, state: row.state } };
  },
});
