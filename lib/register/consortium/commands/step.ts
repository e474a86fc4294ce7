import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import type { Prisma } from "@/lib/core/prisma/client";
import { may as mayPartner } from "../partner/policy";
import { partner } from "../partner/states";
import { may, visibleTo } from "../policy";
import { consortium } from "../states";
import { partnerWords, stateWords } from "../words";

/** The one place that moves a consortium. */
export const step = lifecycle({
  subject: "consortium",
  machine: consortium,
  may,
  words: stateWords,
  move: (tx, id, from, to) =>
    tx.consortium.updateMany({ where: { organisationId: id, state: from }, data: { state: to } }),
});

/** The one place that moves a partner. */
export const stepPartner = lifecycle({
  subject: "partner",
  machine: partner,
  may: mayPartner,
  words: partnerWords,
  // Who answered, and when, in the same statement: a partner that has answered has somebody who did.
  move: (tx, id, from, to, { actor, now }) =>
    tx.consortiumPartner.updateMany({
      where: { id, state: from },
      data: {
        state: to,
        ...(to === "invited"
          ? { askedAt: now, answeredById: null, answeredAt: null, reason: null }
          : { answeredById: actor.id, answeredAt: now }),
      },
    }),
});

const facts = {
  organisationId: true,
  state: true,
  leadId: true,
  purpose: true,
  version: true,
  organisation: { select: { name: true } },
} satisfies Prisma.ConsortiumSelect;

type Row = Prisma.ConsortiumGetPayload<{ select: typeof facts }>;
export type Moved = Row & { id: string };

/** The consortium that an act is about, if this actor may see it. */
export async function load({ tx, actor }: Scene, { consortiumId }: { consortiumId: string }): Promise<Moved | null> {
  const row = await tx.consortium.findFirst({
    where: { organisationId: consortiumId, AND: visibleTo(actor) },
    select: facts,
  });
  return row && { ...row, id: row.organisationId };
}

const asked = {
  id: true,
  state: true,
  organisationId: true,
  shareBp: true,
  consortiumId: true,
  organisation: { select: { name: true } },
  consortium: { select: facts },
} satisfies Prisma.ConsortiumPartnerSelect;

/** The partner that an act is about, with who leads, if this actor may see it. */
export async function loadPartner({ tx, actor }: Scene, { partnerId }: { partnerId: string }) {
  const row = await tx.consortiumPartner.findFirst({
    where: { id: partnerId, consortium: visibleTo(actor) },
    select: asked,
  });
  return row && { ...row, leadId: row.consortium.leadId };
}

/** Holds a consortium until commit, so that partners who answer at once take turns, and gives its state as it is then. */
export async function hold({ tx }: Scene, consortiumId: string) {
  const [row] = await tx.$queryRaw<{ state: Row["state"] }[]>`
    select "state"::text as "state" from "Consortium" where "organisationId" = ${consortiumId}::uuid for update`;
  return row?.state ?? refuse("missing", "We could not find that.");
}

/** Tells the people of every partner, but those of one. */
export async function tellPartners(
  scene: Scene,
  consortiumId: string,
  what: { title: string; body: string },
  but = "",
) {
  const partners = await scene.tx.consortiumPartner.findMany({
    where: { consortiumId, organisationId: { not: but || undefined } },
    select: { organisationId: true },
    orderBy: { id: "asc" },
  });
  for (const { organisationId } of partners)
    await tell(
      scene,
      { organisationId, roles: ["editor", "signatory"] },
      { ...what, href: `/consortia/${consortiumId}` },
    );
}
