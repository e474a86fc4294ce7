import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { askedColumns } from "../../../record/columns";
import { opportunityVisibleTo } from "../../../record/policy";
import { isCallOffReference } from "../schema";

const detail = {
  id: true,
  reference: true,
  title: true,
  state: true,
  route: true,
  instrument: true,
  organisationId: true,
  need: true,
  forWhom: true,
  outcomeCodes: true,
  startsOn: true,
  endsOn: true,
  extensionMonths: true,
  mobilisationWeeks: true,
  estimatePence: true,
  priceMethod: true,
  vcseShareBp: true,
  standstillDays: true,
  barriersConsidered: true,
  publishedAt: true,
  clarifyUntil: true,
  closesAt: true,
  decideOn: true,
  standstillEndsOn: true,
  openedAt: true,
  endReason: true,
  endedAt: true,
  organisation: { select: { name: true, reference: true } },
  register: { select: { code: true, title: true } },
  ...askedColumns,
  clarifications: {
    select: { id: true, number: true, question: true, askedAt: true, answer: true, answeredAt: true },
    orderBy: { number: "asc" },
  },
  amendments: {
    select: { id: true, number: true, text: true, closesAtBefore: true, closesAtAfter: true, publishedAt: true },
    orderBy: { number: "desc" },
  },
  notices: {
    select: { reference: true, kindCode: true, title: true, publishedAt: true },
    orderBy: { number: "asc" },
  },
} satisfies Prisma.CallOffSelect;

export type Opportunity = Prisma.CallOffGetPayload<{ select: typeof detail }>;

/** One published call-off by its reference, as everybody reads it who may see it at all. Who asked what is not in it. */
export async function findOpportunity(actor: Actor, reference: string): Promise<Opportunity | null> {
  if (!isCallOffReference(reference)) return null;
  return db.callOff.findFirst({ where: { reference, AND: opportunityVisibleTo(actor) }, select: detail });
}

/** What the actor's own organisation has to do with a call-off: its invitation and its tender. Nothing for who is no provider. */
export async function findOwnPart(actor: Actor, callOffId: string) {
  if (actor.kind !== "provider") return { invitation: null, tender: null };
  const own = { callOffId, organisationId: actor.organisationId };
  const [invitation, tender] = await Promise.all([
    db.invitation.findFirst({
      where: { ...own, callOff: opportunityVisibleTo(actor) },
      select: { state: true, organisationId: true, invitedAt: true, lotNumbers: true, reason: true },
    }),
    db.tender.findFirst({
      where: { ...own, callOff: opportunityVisibleTo(actor) },
      select: { id: true, state: true, reference: true, submittedAt: true },
    }),
  ]);
  return { invitation, tender };
}

/** How many tenders came in: null until they are opened, whoever asks. */
export async function countTenders(actor: Actor, { id, openedAt }: Pick<Opportunity, "id" | "openedAt">) {
  if (!openedAt) return null;
  return db.tender.count({
    where: { callOff: { id, AND: opportunityVisibleTo(actor) }, state: { notIn: ["draft", "submitted", "withdrawn"] } },
  });
}
