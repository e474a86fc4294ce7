import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import type { Role } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { seatWithin } from "@/lib/identity/commands/seats";
import { nextReview } from "../../membership/rules";
import { noticeOfChange } from "../../notice/commands";
import { commonParts, describedTogether } from "../rules";
import { type Moved, step, tellPartners } from "./step";

/**
 * Forms a consortium whose partners have all agreed, as a part of another command: it becomes a member of the parts that
 * all its partners are members of, up to the lowest value band among them, and the lead's people get its seats. Its
 * partners have each met the conditions, so it is not asked them again. Refuses where they share no part.
 */
export async function formWithin(scene: Scene, consortium: Moved) {
  const { tx, now } = scene;
  const partners = await tx.consortiumPartner.findMany({
    where: { consortiumId: consortium.id },
    select: {
      organisation: {
        select: {
          provider: true,
          memberships: { where: { state: "active" }, select: { partId: true, band: true }, orderBy: { partId: "asc" } },
        },
      },
    },
    orderBy: { id: "asc" },
  });
  const parts = commonParts(partners.map(({ organisation }) => organisation.memberships));
  if (parts.length === 0)
    refuse("conflict", "No part of the register has all these partners as members now. Join one part together first.");
  await step.within(scene, "form", consortium, { parts: parts.length, partners: partners.length });
  await tx.consortium.update({ where: { organisationId: consortium.id }, data: { formedAt: now } });
  await describe(
    scene,
    consortium,
    partners.flatMap(({ organisation }) => organisation.provider ?? []),
  );
  const reviewDueOn = new Date(nextReview(londonDay(now)));
  for (const { partId, band } of parts) {
    const id = newId(now.getTime());
    await tx.membership.create({
      data: { id, organisationId: consortium.id, partId, band, since: now, changedAt: now, reviewDueOn },
    });
    scene.record({
      event: "membership.begin",
      subject: "membership",
      subjectId: id,
      detail: { to: "active", partId, consortiumId: consortium.id },
    });
  }
  await noticeOfChange(scene, {
    organisationId: consortium.id,
    partIds: parts.map(({ partId }) => partId),
    joined: true,
  });
  await seatTheLead(scene, consortium);
  await tellPartners(scene, consortium.id, {
    title: `Formed: ${consortium.organisation.name}`,
    body: "Every partner has agreed. It can offer services now.",
  });
}

type Providers = Prisma.ProviderGetPayload<object>[];

async function describe({ tx, actor, now }: Scene, { id, leadId, purpose }: Moved, providers: Providers) {
  if (providers.length === 0) return;
  const together = describedTogether(providers.map((one) => ({ ...one, staffFte: Number(one.staffFte) })));
  const areas = [...new Set(providers.map(({ areaOfBenefit }) => areaOfBenefit).filter(Boolean))];
  await tx.provider.create({
    data: {
      organisationId: id,
      ...together,
      about: purpose,
      areaOfBenefit: areas.join("; ").slice(0, 500),
      coDesign: "",
      // Buyers write to whoever leads, and so does the notice.
      contactEmail: providers.find(({ organisationId }) => organisationId === leadId)?.contactEmail ?? null,
      updatedAt: now,
      updatedById: actor.id,
    },
  });
}

/** Whoever signs and writes for the lead does so for the consortium too. */
async function seatTheLead(scene: Scene, { id, leadId }: Moved) {
  const seats = await scene.tx.seat.findMany({
    where: { organisationId: leadId, role: { in: ["signatory", "editor"] }, user: { disabledAt: null } },
    select: { userId: true, role: true },
    orderBy: [{ userId: "asc" }, { role: "asc" }],
  });
  const roles = new Map<string, Role[]>();
  for (const { userId, role } of seats) roles.set(userId, [...(roles.get(userId) ?? []), role]);
  for (const [userId, held] of roles) await seatWithin(scene, { userId, organisationId: id, roles: held });
}
