import "server-only";
import type { Actor } from "@/lib/core/actor";
import { pretendedNow } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { askedColumns } from "../../../record/columns";
import { ownContent } from "../../../seal/own";
import type { PriceContent, QualityContent } from "../content";
import { type Entry, entryOf } from "../entry";
import { mayWrite, ownTenders } from "../policy";
import { type Task, tasksOf } from "../progress";
import { stateToTell, takesTenders } from "../rules";

const clock = () => pretendedNow() ?? new Date();

const whole = {
  id: true,
  reference: true,
  state: true,
  version: true,
  organisationId: true,
  sealedQuality: true,
  sealedPrice: true,
  editedAt: true,
  createdAt: true,
  submittedNumber: true,
  submittedAt: true,
  withdrawnAt: true,
  reason: true,
  organisation: { select: { name: true, reference: true } },
  callOff: {
    select: {
      id: true,
      reference: true,
      title: true,
      state: true,
      instrument: true,
      route: true,
      registerId: true,
      priceMethod: true,
      closesAt: true,
      vcseShareBp: true,
      organisation: { select: { name: true } },
      key: { select: { callOffId: true, quality: true, price: true } },
      ...askedColumns,
    },
  },
  partners: {
    select: {
      id: true,
      organisationId: true,
      state: true,
      askedAt: true,
      answeredAt: true,
      reason: true,
      organisation: { select: { name: true, reference: true } },
    },
    orderBy: { id: "asc" },
  },
  submissions: {
    select: { number: true, hash: true, submittedAt: true, submittedById: true, droppedAt: true },
    orderBy: { number: "desc" },
  },
} satisfies Prisma.TenderSelect;

type Row = Prisma.TenderGetPayload<{ select: typeof whole }>;
type CallOff = Omit<Row["callOff"], "key" | "lots"> & { lots: (Row["callOff"]["lots"][number] & { volume: number })[] };

/** A tender as its own organisation reads it: what was asked, what it says, and what is still to do. */
export type TenderFile = Omit<Row, "sealedQuality" | "sealedPrice" | "callOff"> & {
  callOff: CallOff;
  /** Null once the keys of the call-off are destroyed: nobody can read it any more. */
  content: { quality: QualityContent; price: PriceContent } | null;
  tasks: Task[];
  /** Whether it can still be changed, sent or taken back. The commands ask the database's clock again. */
  isOpen: boolean;
  /** Whether the draft says something that the submitted tender does not. */
  isChanged: boolean;
};

/** One tender of the actor's own organisation with all that it says; null for anybody else's. */
export async function findTender(actor: Actor, id: string): Promise<TenderFile | null> {
  if (!isId(id)) return null;
  const row = await db.tender.findFirst({ where: { id, AND: ownTenders(actor) }, select: whole });
  if (!row) return null;
  const { sealedQuality, sealedPrice, callOff, ...rest } = row;
  const { key, lots, ...asked } = callOff;
  const content = ownContent(key, id, { sealedQuality, sealedPrice });
  const state = stateToTell(rest.state, asked.state);
  return {
    ...rest,
    state,
    reason: state === rest.state ? rest.reason : null,
    callOff: {
      ...asked,
      lots: lots.map((lot) => ({ ...lot, volume: lot.volumes.reduce((total, { volume }) => total + volume, 0) })),
    },
    content,
    tasks: content ? tasksOf({ ...asked, lots }, content, rest.partners) : [],
    isOpen: takesTenders(asked, clock()),
    isChanged: rest.submittedAt !== null && rest.editedAt !== null && rest.editedAt > rest.submittedAt,
  };
}

const handed = {
  reference: true,
  organisation: { select: { reference: true } },
  callOff: { select: { reference: true, key: { select: { callOffId: true, quality: true, price: true } } } },
  submissions: { select: { number: true, sealedQuality: true, sealedPrice: true }, where: { droppedAt: null } },
} satisfies Prisma.TenderSelect;

/** What the actor's own organisation has submitted and what counts, as its receipt was made from it. Null when there is none. */
export async function findSubmitted(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const row = await db.tender.findFirst({ where: { id, AND: ownTenders(actor) }, select: handed });
  const [submission] = row?.submissions ?? [];
  const content = row && submission ? ownContent(row.callOff.key, id, submission) : null;
  if (!row || !submission || !content) return null;
  return {
    callOff: row.callOff.reference,
    tender: row.reference,
    organisation: row.organisation.reference,
    submission: submission.number,
    ...content,
  };
}

/**
 * Where the actor's organisation stands with a call-off: the tender that it has begun, or whether it may begin one and
 * what it is told when it may not. Null for whoever is no provider.
 */
export async function findOwnEntry(
  actor: Actor,
  callOffId: string,
): Promise<(Entry & { tenderId: string | null; mayBegin: boolean }) | null> {
  const organisationId = actor.organisationId;
  if (actor.kind !== "provider" || !organisationId || !isId(callOffId)) return null;
  const row = await db.callOff.findFirst({
    where: { id: callOffId, publishedAt: { not: null } },
    select: {
      id: true,
      state: true,
      closesAt: true,
      route: true,
      registerId: true,
      lots: { select: { id: true, categoryCode: true } },
      tenders: { where: { organisationId }, select: { id: true } },
    },
  });
  if (!row) return null;
  const entry = await entryOf(db, organisationId, row);
  const mayBegin = mayWrite(actor) && entry.problem === null && takesTenders(row, clock());
  return { ...entry, tenderId: row.tenders[0]?.id ?? null, mayBegin };
}
