import "server-only";
import { z } from "zod";
import { pretendedNow } from "@/lib/core/clock";
import type { Scene } from "@/lib/core/door/command";
import { Prisma } from "@/lib/core/prisma/client";
import {
  CallOffRoute,
  CallOffState,
  CriterionKind,
  Instrument,
  PriceMethod,
  TenderPartnerState,
  TenderState,
} from "@/lib/core/prisma/enums";
import { Standing, standingOf } from "../entry";

const instant = z.string().transform((text) => new Date(text));

/** What every command needs to know of a tender: its call-off's questions, lots, close and keys, its draft, and who does a part. */
const held = z.object({
  now: instant,
  id: z.string(),
  reference: z.string(),
  state: z.enum(TenderState),
  version: z.number(),
  organisationId: z.string(),
  sealedQuality: z.string().nullable(),
  sealedPrice: z.string().nullable(),
  createdById: z.string(),
  editedById: z.string().nullable(),
  editedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  /** The number of the newest submission, whether it counts or not; nought before the first. */
  lastNumber: z.number(),
  organisation: z.object({ reference: z.string() }),
  standing: Standing,
  callOff: z.object({
    id: z.string(),
    reference: z.string(),
    state: z.enum(CallOffState),
    instrument: z.enum(Instrument),
    route: z.enum(CallOffRoute).nullable(),
    registerId: z.string().nullable(),
    priceMethod: z.enum(PriceMethod),
    closesAt: instant.nullable(),
    key: z.object({ callOffId: z.string(), quality: z.string().nullable(), price: z.string().nullable() }).nullable(),
    lots: z.array(
      z.object({
        id: z.string(),
        number: z.number(),
        title: z.string(),
        categoryCode: z.string(),
        budgetPence: z.string().transform(BigInt),
        volume: z.number(),
      }),
    ),
    criteria: z.array(
      z.object({
        id: z.string(),
        number: z.number(),
        kind: z.enum(CriterionKind),
        title: z.string(),
        wordLimit: z.number().nullable(),
      }),
    ),
    conditions: z.array(z.object({ id: z.string(), number: z.number(), title: z.string() })),
  }),
  partners: z.array(
    z.object({
      id: z.string(),
      organisationId: z.string(),
      state: z.enum(TenderPartnerState),
      sealed: z.string().nullable(),
      organisation: z.object({ name: z.string() }),
    }),
  ),
});

export type HeldTender = z.output<typeof held>;

/**
 * A tender of the actor's own organisation for this command alone. Its call-off's gate is passed (`record/gate.ts`) and its
 * row locked FOR SHARE first, so that it cannot close, end or lose its keys before we commit; then the tender's row, so that
 * two of its people take turns. All of it is read in one statement after that, with the database's clock as it is then:
 * the scene's was read before we waited.
 */
export async function holdTender({ tx, actor }: Pick<Scene, "tx" | "actor">, id: string): Promise<HeldTender | null> {
  const organisationId = actor.kind === "provider" ? actor.organisationId : null;
  const locked = await tx.$queryRaw<unknown[]>`
    /* planned once */ with gate as materialized (
      select t."id", t."callOffId", pg_advisory_xact_lock_shared(hashtextextended('call-off ' || t."callOffId", 0))
      from "Tender" t where t."id" = ${id}::uuid and t."organisationId" = ${organisationId}::uuid
    )
    select 1 from gate g join "CallOff" c on c."id" = g."callOffId" join "Tender" t on t."id" = g."id"
    for share of c for update of t`;
  if (locked.length === 0) return null;
  const [read] = await tx.$queryRaw<{ row: unknown }[]>`
    /* planned once */ select json_build_object(
      'now', date_trunc('milliseconds', clock_timestamp()),
      'id', t."id", 'reference', t."reference", 'state', t."state", 'version', t."version",
      'organisationId', t."organisationId", 'sealedQuality', t."sealedQuality", 'sealedPrice', t."sealedPrice",
      'createdById', t."createdById", 'editedById', t."editedById", 'editedAt', t."editedAt",
      'submittedAt', t."submittedAt", 'organisation', json_build_object('reference', o."reference"),
      'standing', ${standingOf(Prisma.sql`t."organisationId"`)},
      'lastNumber', (select coalesce(max(s."number"), 0) from "Submission" s where s."tenderId" = t."id"),
      'callOff', json_build_object(
        'id', c."id", 'reference', c."reference", 'state', c."state", 'instrument', c."instrument", 'route', c."route",
        'registerId', c."registerId", 'priceMethod', c."priceMethod", 'closesAt', c."closesAt",
        'key', (select json_build_object('callOffId', k."callOffId", 'quality', k."quality", 'price', k."price")
          from "CallOffKey" k where k."callOffId" = c."id"),
        'lots', (select coalesce(json_agg(json_build_object('id', l."id", 'number', l."number", 'title', l."title",
            'categoryCode', l."categoryCode", 'budgetPence', l."budgetPence"::text,
            'volume', (select coalesce(sum(v."volume"), 0) from "LotVolume" v where v."lotId" = l."id")) order by l."number"), '[]')
          from "Lot" l where l."callOffId" = c."id"),
        'criteria', (select coalesce(json_agg(json_build_object('id', q."id", 'number', q."number", 'kind', q."kind",
            'title', q."title", 'wordLimit', q."wordLimit") order by q."number"), '[]')
          from "Criterion" q where q."callOffId" = c."id"),
        'conditions', (select coalesce(json_agg(json_build_object('id', d."id", 'number', d."number", 'title', d."title")
            order by d."number"), '[]') from "CallOffCondition" d where d."callOffId" = c."id")
      ),
      'partners', (select coalesce(json_agg(json_build_object('id', p."id", 'organisationId', p."organisationId",
          'state', p."state", 'sealed', p."sealed", 'organisation', json_build_object('name', n."name")) order by p."id"), '[]')
        from "TenderPartner" p join "Organisation" n on n."id" = p."organisationId" where p."tenderId" = t."id")
    ) as row
    from "Tender" t join "CallOff" c on c."id" = t."callOffId" join "Organisation" o on o."id" = t."organisationId"
    where t."id" = ${id}::uuid`;
  if (!read) return null;
  const row = held.parse(read.row);
  return { ...row, now: pretendedNow() ?? row.now };
}
