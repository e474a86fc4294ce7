import "server-only";
import type { Actor } from "@/lib/core/actor";
import { pretendedNow } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { Destroyed, unsealPartner, type Wrapped } from "../../seal/box";
import type { PartnerContent } from "../tender/content";
import { takesTenders } from "../tender/rules";
import { partnerAddress } from "./commands/step";

const clock = () => pretendedNow() ?? new Date();

/** What was asked of the actor's organisation, as a filter: nobody else reads it, the authority least of all. */
const askedOf = (actor: Actor): Prisma.TenderPartnerWhereInput =>
  actor.kind === "provider" ? { organisationId: actor.organisationId } : { id: { in: [] } };

const asked = {
  id: true,
  organisationId: true,
  state: true,
  sealed: true,
  askedAt: true,
  answeredAt: true,
  reason: true,
  tender: {
    select: {
      state: true,
      organisation: { select: { name: true, reference: true } },
      callOff: {
        select: {
          reference: true,
          title: true,
          need: true,
          state: true,
          closesAt: true,
          startsOn: true,
          endsOn: true,
          organisation: { select: { name: true } },
          key: { select: { callOffId: true, quality: true, price: true } },
        },
      },
    },
  },
} satisfies Prisma.TenderPartnerSelect;

type Row = Prisma.TenderPartnerGetPayload<{ select: typeof asked }>;
/** A share that an organisation is asked to confirm: its own, who asks, and the call-off. Nothing else of the tender. */
export type AskedShare = Omit<Row, "sealed"> & { content: PartnerContent | null; isOpen: boolean };

/** One share that the actor's organisation is asked about; null for anybody else's. */
export async function findAsked(actor: Actor, id: string): Promise<AskedShare | null> {
  if (!isId(id)) return null;
  const row = await db.tenderPartner.findFirst({ where: { id, AND: askedOf(actor) }, select: asked });
  if (!row) return null;
  const { sealed, ...rest } = row;
  const { callOff, state } = row.tender;
  const isOpen = takesTenders(callOff, clock()) && (state === "draft" || state === "submitted");
  return { ...rest, content: sealed ? read(callOff.key, id, sealed) : null, isOpen };
}

function read(keys: Wrapped | null, id: string, sealed: string): PartnerContent | null {
  if (!keys) return null;
  try {
    return unsealPartner(keys, id, sealed);
  } catch (error) {
    if (error instanceof Destroyed) return null;
    throw error;
  }
}

const line = {
  id: true,
  state: true,
  askedAt: true,
  tender: {
    select: {
      organisation: { select: { name: true } },
      callOff: { select: { title: true, closesAt: true, state: true } },
    },
  },
} satisfies Prisma.TenderPartnerSelect;

export type AskedLine = Prisma.TenderPartnerGetPayload<{ select: typeof line }>;

/** The shares that the actor's organisation was asked about, newest first. A hundred at the most. */
export const listAsked = (actor: Actor): Promise<AskedLine[]> =>
  db.tenderPartner.findMany({
    where: askedOf(actor),
    select: line,
    orderBy: [{ askedAt: "desc" }, { id: "asc" }],
    take: 100,
  });

/** Shares that wait for an answer of the actor's organisation. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  const rows = await db.tenderPartner.findMany({
    where: {
      AND: askedOf(actor),
      state: "asked",
      tender: { state: { in: ["draft", "submitted"] }, callOff: { state: "published", closesAt: { gt: clock() } } },
    },
    select: line,
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: 10,
  });
  return rows.map(({ id, askedAt, tender }) => ({
    id,
    title: `Confirm your share: ${tender.callOff.title}`,
    detail: `${tender.organisation.name} names you as a sub-contractor. A signatory confirms or declines.`,
    href: partnerAddress({ id }),
    since: askedAt,
    ...(tender.callOff.closesAt ? { due: tender.callOff.closesAt } : {}),
  }));
}
