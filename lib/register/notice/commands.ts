import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { nextReference } from "@/lib/core/values/reference-number";
import type { NoticeFacts } from "./facts";
import { memberFacts } from "./rules";
import { type NoticeKindCode, titleWords } from "./words";

type Change = { organisationId: string; partIds: readonly string[]; joined: boolean };

/**
 * Publishes the modification notice (UK15) that an admission or a removal owes (Procurement Act 2023, s39(4); SI 2024/692,
 * reg 25(5) and (6)), in the transaction of the command that made the change. Call it once in a command, with all the parts,
 * after the memberships have moved, so that two notices about one membership come in the order of what happened. What
 * counts: being admitted or readmitted joins; being removed and leaving leave. A suspension and a lapse hide a member from
 * buyers for a time and remove nobody, so they make no notice. Parts of two registers make two notices. With no parts it
 * does nothing.
 */
export async function noticeOfChange(scene: Scene, { organisationId, partIds, joined }: Change): Promise<void> {
  const { tx, now } = scene;
  const parts = await tx.part.findMany({
    where: { id: { in: [...partIds] } },
    select: { id: true, number: true, title: true, register: { select: { id: true, code: true, title: true } } },
    orderBy: [{ registerId: "asc" }, { number: "asc" }],
  });
  if (parts.length === 0) return;
  const organisation = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: registered });
  const member = memberFacts(organisation);
  const registers = new Map(parts.map(({ register }) => [register.id, register]));
  for (const { id: registerId, code, title } of registers.values()) {
    const own = parts.filter(({ register }) => register.id === registerId);
    const named = own.map((part) => ({ number: part.number, title: part.title }));
    const { id } = await publishNotice(scene, {
      kindCode: "UK15",
      registerId,
      title: titleWords.UK15(organisation.name, named, joined),
      facts: {
        what: "change",
        register: { code, title },
        authority: await authorityOf(scene),
        organisation: { reference: organisation.reference, name: organisation.name },
        joined,
        on: londonDay(now),
        parts: named,
      },
    });
    await tx.noticeMember.createMany({
      data: own.map((part) => ({ noticeId: id, organisationId, partId: part.id, joined, ...member })),
    });
  }
}

const registered = {
  reference: true,
  name: true,
  address: true,
  identifiers: { select: { scheme: true, value: true } },
  provider: { select: { size: true, vcse: true, contactEmail: true } },
} satisfies Prisma.OrganisationSelect;

/** A notice is about a register or about a call-off, never about both. */
type About = { registerId: string } | { callOffId: string };
type Said = { kindCode: NoticeKindCode; title: string; facts: NoticeFacts } & About;

/** Puts a notice on the record, within another command: its reference (TN-2026-000123) and its line of history. Gives its id. */
export async function publishNotice(scene: Scene, said: Said): Promise<{ id: string; reference: string }> {
  const { tx, actor, now } = scene;
  const [id, reference] = [newId(), await nextReference(scene, "TN")];
  await tx.notice.create({ data: { id, reference, ...said, publishedAt: now, publishedById: actor.id } });
  const { title: _, facts: __, ...line } = said;
  scene.record({ event: "notice.publish", subject: "notice", subjectId: id, detail: { reference, ...line } });
  return { id, reference };
}

/** Who keeps the register: the office of whoever acts, or the first office where the clock or a provider does. */
export async function authorityOf({ tx, actor }: Pick<Scene, "tx" | "actor">) {
  const select = { name: true, reference: true, address: true } satisfies Prisma.OrganisationSelect;
  const own =
    actor.kind === "steward"
      ? await tx.organisation.findUnique({ where: { id: actor.organisationId }, select })
      : await tx.organisation.findFirst({
          where: { kind: "steward" },
          select,
          orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        });
  const { name, reference, address } = own ?? refuse("conflict", "There is no office that keeps the register.");
  return { name, reference, address: address ?? "" };
}
