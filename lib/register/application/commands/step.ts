import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import type { Prisma } from "@/lib/core/prisma/client";
import { may, visibleTo } from "../policy";
import { application } from "../states";
import { stateWords } from "../words";

/** The one place that moves an application. */
export const step = lifecycle({
  subject: "application",
  machine: application,
  may,
  words: stateWords,
  move: (tx, id, from, to) => tx.application.updateMany({ where: { id, state: from }, data: { state: to } }),
});

const facts = {
  id: true,
  reference: true,
  state: true,
  organisationId: true,
  submittedById: true,
  assessorId: true,
  proposedById: true,
  organisation: { select: { name: true } },
} satisfies Prisma.ApplicationSelect;

export type Assessed = Prisma.ApplicationGetPayload<{ select: typeof facts }>;

/** The application that an act is about, with what the policy must know of it, if this actor may see it. */
export const loadAssessed = ({ tx, actor }: Scene, { applicationId }: { applicationId: string }) =>
  tx.application.findFirst({ where: { id: applicationId, AND: visibleTo(actor) }, select: facts });
