import "server-only";
import type { Scene } from "@/lib/core/door/command";
import type { Prisma } from "@/lib/core/prisma/client";
import { asDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { publishNotice } from "@/lib/register/notice/commands";
import type { CallOffFacts, Statement } from "@/lib/register/notice/facts";
import type { CallOffKindCode } from "@/lib/register/notice/words";
import { instrumentWords } from "../purchase/words";
import { noticeTitle, routeNamed } from "./words";

const said = {
  id: true,
  reference: true,
  title: true,
  state: true,
  instrument: true,
  route: true,
  need: true,
  forWhom: true,
  startsOn: true,
  endsOn: true,
  extensionMonths: true,
  estimatePence: true,
  clarifyUntil: true,
  closesAt: true,
  decideOn: true,
  conflictsAssessedAt: true,
  organisation: { select: { name: true, reference: true, address: true } },
  register: {
    select: { code: true, title: true, parts: { select: { number: true, title: true, categoryCode: true } } },
  },
  lots: {
    select: {
      number: true,
      title: true,
      categoryCode: true,
      cohortCode: true,
      placeCodes: true,
      budgetPence: true,
      extensionPence: true,
    },
    orderBy: { number: "asc" },
  },
  criteria: { select: { number: true, title: true, kind: true, weightBp: true }, orderBy: { number: "asc" } },
} satisfies Prisma.CallOffSelect;

type Said = Prisma.CallOffGetPayload<{ select: typeof said }>;

/**
 * Publishes a notice of a call-off within another command, from the call-off as that transaction has it; write everything
 * that the notice says before. `statements` stand in it under titles of their own (why one supplier is chosen, who won).
 * `corrects` is the reference of the notice that this one corrects; `about` names it where it is about a part of the call-off. Where the competition is in a dynamic market, the
 * notice names the market and its parts (SI 2024/692, reg 21). Gives the notice's id and reference.
 */
export async function noticeOf(
  scene: Scene,
  kindCode: CallOffKindCode,
  callOffId: string,
  statements: readonly Statement[] = [],
  { corrects = null, about }: { corrects?: string | null; about?: string } = {},
): Promise<{ id: string; reference: string }> {
  const row = await scene.tx.callOff.findUniqueOrThrow({ where: { id: callOffId }, select: said });
  return publishNotice(scene, {
    kindCode,
    callOffId,
    title: noticeTitle(kindCode, { ...row, title: about ?? row.title, corrected: corrects !== null }),
    facts: { ...(await factsOf(row)), corrects, statements: [...statements] },
  });
}

/** What a notice says of a call-off as it stands. */
async function factsOf(row: Said): Promise<Omit<CallOffFacts, "corrects" | "statements">> {
  const { categories, cohorts, places } = await reference();
  const { organisation, register, lots } = row;
  const wanted = new Set(lots.map(({ categoryCode }) => categoryCode));
  return {
    what: "callOff",
    authority: { ...organisation, address: organisation.address ?? "" },
    callOff: {
      reference: row.reference,
      title: row.title,
      instrument: instrumentWords[row.instrument].label,
      route: routeNamed(row.route),
    },
    market: register && {
      code: register.code,
      title: register.title,
      parts: register.parts
        .filter(({ categoryCode }) => wanted.has(categoryCode))
        .map(({ number, title }) => ({ number, title }))
        .toSorted((one, other) => one.number - other.number),
    },
    need: row.need,
    forWhom: row.forWhom,
    startsOn: asDay(row.startsOn),
    endsOn: asDay(row.endsOn),
    extensionMonths: row.extensionMonths,
    estimatePence: String(row.estimatePence),
    lots: lots.map((lot) => ({
      number: lot.number,
      title: lot.title,
      category: categories.name(lot.categoryCode),
      cohort: lot.cohortCode && cohorts.name(lot.cohortCode),
      places: lot.placeCodes.map((code) => places.label(code)),
      budgetPence: String(lot.budgetPence),
      extensionPence: String(lot.extensionPence),
    })),
    criteria: row.criteria,
    clarifyUntil: row.clarifyUntil?.toISOString() ?? null,
    closesAt: row.closesAt?.toISOString() ?? null,
    decideOn: asDay(row.decideOn),
    conflictsAssessed: row.conflictsAssessedAt !== null,
  };
}

/** The newest notice of a call-off of one kind, which a later one corrects; null when there is none. */
export async function lastNotice({ tx }: Pick<Scene, "tx">, kindCode: CallOffKindCode, callOffId: string) {
  const found = await tx.notice.findFirst({
    where: { kindCode, callOffId },
    orderBy: { number: "desc" },
    select: { reference: true },
  });
  return found?.reference ?? null;
}
