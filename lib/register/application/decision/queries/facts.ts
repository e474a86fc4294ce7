import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import { londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { askedFor } from "@/lib/register/market/asked";
import { newestCheck } from "@/lib/register/standing/queries";
import { isFresh, type Standing, standingIn } from "@/lib/register/standing/rules";
import { visibleTo } from "../../policy";
import { groundStands, needsSecond, offersFor, type PartOffer } from "../rules";

/** What a decision rests on, and what it may be. */
export type Decidable = {
  band: number;
  offers: PartOffer[];
  /** Whether a second assessor has to agree. */
  needsSecond: boolean;
  standing: Standing;
};

/**
 * Reads all that a decision rests on, for the page and again inside the command that decides: what was found about each
 * condition that was asked, the exclusion grounds that stand, and the newest look at the debarment list. `now` is the
 * database's clock in a command. Null for whoever may not see the application.
 */
export async function readDecidable(
  actor: Actor,
  { id, now = new Date() }: { id: string; now?: Date },
  tx: Tx = db,
): Promise<Decidable | null> {
  const row = await tx.application.findFirst({
    where: { id, AND: visibleTo(actor) },
    select: {
      organisationId: true,
      registerId: true,
      band: true,
      parts: {
        select: { partId: true, part: { select: { number: true, title: true } } },
        orderBy: { part: { number: "asc" } },
      },
      grounds: { where: { groundAnswer: { applies: true } }, select: { groundCode: true } },
      groundFindings: { select: { groundCode: true, applies: true, selfCleaned: true } },
    },
  });
  if (!row) return null;
  const register = await tx.register.findUniqueOrThrow({
    where: { id: row.registerId },
    select: { secondFromBand: true },
  });
  const conditions = await tx.condition.findMany({
    where: { registerId: row.registerId },
    select: {
      title: true,
      bandFrom: true,
      partNumbers: true,
      findings: { where: { applicationId: id }, select: { met: true } },
    },
    orderBy: { number: "asc" },
  });
  const check = await newestCheck(actor, row.organisationId, tx);
  const { grounds } = await reference();
  const parts = row.parts.map(({ partId, part }) => ({ partId, ...part }));
  const today = londonDay(now);
  return {
    band: row.band,
    standing: standingIn(check, today),
    needsSecond: needsSecond({ band: row.band, secondFromBand: register.secondFromBand }),
    offers: offersFor(parts, {
      band: row.band,
      conditions: askedFor(conditions, { band: row.band, partNumbers: parts.map(({ number }) => number) }).map(
        ({ findings, ...condition }) => ({ ...condition, met: findings[0]?.met ?? null }),
      ),
      groundsThatApply: grounds.all
        .filter(({ code }) =>
          groundStands(
            row.grounds.some(({ groundCode }) => groundCode === code),
            row.groundFindings.find(({ groundCode }) => groundCode === code) ?? null,
          ),
        )
        .map(({ name }) => name),
      listed: check?.ground ?? null,
      isChecked: isFresh(check, today),
    }),
  };
}
