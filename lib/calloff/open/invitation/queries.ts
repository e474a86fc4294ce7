import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { mayRun } from "../../record/policy";
import { findCallOff } from "../../record/queries/find";
import { type Match, matchesWithin } from "./matching";
import { oneChosen } from "./rules";
import { becauseWords, type DeclineReason, declineReasons, readReason } from "./words";

export type Planned = Match & { leftOutFor: string | null };
export type Added = { organisationId: string; name: string; reference: string; because: string };

/** Who would be invited if it were published now: every match with why it is left out, if it is, and who was added. */
export async function findPlan(
  actor: Actor,
  id: string,
): Promise<{ matches: Planned[]; added: Added[]; invited: number; editable: boolean } | null> {
  const callOff = await findCallOff(actor, id);
  if (!callOff || callOff.publishedAt || callOff.endedAt) return null;
  const direct = callOff.route !== null && oneChosen.includes(callOff.route);
  const [found, leftOut, saved] = await Promise.all([
    direct ? [] : matchesWithin(db, id),
    db.leftOut.findMany({ where: { callOffId: id }, select: { organisationId: true, reason: true }, take: 2_000 }),
    db.invitation.findMany({
      where: { callOffId: id },
      select: { organisationId: true, because: true, organisation: { select: { name: true, reference: true } } },
      orderBy: [{ organisation: { name: "asc" } }, { id: "asc" }],
      take: 2_000,
    }),
  ]);
  const reasons = new Map(leftOut.map(({ organisationId, reason }) => [organisationId, reason]));
  const matches = found.map((match) => ({ ...match, leftOutFor: reasons.get(match.organisationId) ?? null }));
  const added = saved.map(({ organisation, ...row }) => ({ ...row, ...organisation }));
  const all = new Set([
    ...matches.filter(({ leftOutFor }) => leftOutFor === null).map(({ organisationId }) => organisationId),
    ...added.map(({ organisationId }) => organisationId),
  ]);
  return { matches, added, invited: all.size, editable: mayRun(actor, callOff) };
}

export type Answers = {
  invited: { name: string; reference: string; lotNumbers: number[]; because: string; invitedAt: Date }[];
  leftOut: { name: string; reference: string; reason: string }[];
  counts: { invited: number; itself: number; intends: number; declined: number; noAnswer: number };
  reasons: { code: DeclineReason; label: string; count: number }[];
  words: string[];
};

/**
 * What came of the invitations, as the authority may know it: whom it invited, and how many mean to tender or declined and
 * why. Which of them said what is not in it.
 */
export async function findAnswers(actor: Actor, id: string): Promise<Answers | null> {
  const callOff = await findCallOff(actor, id);
  if (!callOff?.publishedAt) return null;
  const [rows, leftOut] = await Promise.all([
    db.invitation.findMany({
      where: { callOffId: id },
      select: {
        state: true,
        reason: true,
        because: true,
        lotNumbers: true,
        invitedAt: true,
        organisation: { select: { name: true, reference: true } },
      },
      orderBy: [{ organisation: { name: "asc" } }, { id: "asc" }],
      take: 5_000,
    }),
    db.leftOut.findMany({
      where: { callOffId: id },
      select: { reason: true, organisation: { select: { name: true, reference: true } } },
      orderBy: { organisation: { name: "asc" } },
      take: 2_000,
    }),
  ]);
  const asked = rows.filter(({ because }) => because !== becauseWords.itself);
  const many = (state: string) => rows.filter((row) => row.state === state).length;
  const said = rows.flatMap(({ state, reason }) => (state === "declined" ? (readReason(reason) ?? []) : []));
  const codes = [...new Set(said.map(({ code }) => code))];
  return {
    invited: asked.map(({ organisation, lotNumbers, because, invitedAt }) => ({
      ...organisation,
      ...{ lotNumbers, because, invitedAt },
    })),
    leftOut: leftOut.map(({ organisation, reason }) => ({ ...organisation, reason })),
    counts: {
      ...{ invited: asked.length, itself: rows.length - asked.length },
      ...{ intends: many("intends"), declined: many("declined"), noAnswer: many("noAnswer") },
    },
    reasons: codes
      .map((code) => ({ code, label: declineReasons[code], count: said.filter((one) => one.code === code).length }))
      .toSorted((one, other) => other.count - one.count || one.label.localeCompare(other.label)),
    // In the order of the words themselves: the order of the rows would tell whose they are.
    words: said.flatMap(({ words }) => (words ? [words] : [])).toSorted(),
  };
}
