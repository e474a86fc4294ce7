import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import type { Instrument } from "@/lib/core/prisma/enums";
import { isId } from "@/lib/core/values/id";
import { asDay, londonDay } from "@/lib/core/values/moment";
import type { Day } from "@/lib/reference/calendar";
import { reference } from "@/lib/reference/queries";
import type { ReadyCallOff } from "../../before/need/rules";
import { type TimetableLaw, timetableOf } from "../../before/timetable/rules";
import { fileVisibleTo } from "../policy";
import { type CallOffLaw, lawOf } from "../rules";

type Reader = Pick<Tx, "callOff" | "part" | "lot">;

type Judged = {
  id: string;
  instrument: Instrument;
  estimatePence: bigint;
  registerId: string | null;
  organisation: { isCentral: boolean };
};

/**
 * The law of a call-off on a day: whether its codes are light touch is read from the parts of the register that buy the
 * same categories. A category that no part buys is taken as probation services, which are light touch.
 */
export async function lawFor(
  _actor: Actor,
  row: Judged,
  { tx = db, on }: { tx?: Reader; on: Day },
): Promise<CallOffLaw> {
  const lots = await tx.lot.findMany({
    where: { callOffId: row.id },
    select: { categoryCode: true },
    orderBy: { number: "asc" },
    take: 100,
  });
  const [parts, { cpv, thresholds }] = await Promise.all([
    tx.part.findMany({
      where: {
        categoryCode: { in: [...new Set(lots.map(({ categoryCode }) => categoryCode))] },
        ...(row.registerId ? { registerId: row.registerId } : {}),
      },
      select: { cpvCode: true },
      orderBy: { id: "asc" },
      take: 500,
    }),
    reference(),
  ]);
  const lightTouch = parts.every(({ cpvCode }) => cpv.find(cpvCode)?.lightTouch ?? false);
  const { instrument, estimatePence, organisation } = row;
  return lawOf({ instrument, estimatePence, isCentral: organisation.isCentral, lightTouch, on, thresholds });
}

/** From when PPN 002 binds, as the reference list has it. */
export async function socialValueFrom(_actor: Actor): Promise<Day | null> {
  const { socialValueOutcomes } = await reference();
  const days = socialValueOutcomes.all.flatMap(({ model, mandatoryFrom }) =>
    model === "PPN 002" && mandatoryFrom ? [mandatoryFrom] : [],
  );
  return days.sort()[0] ?? null;
}

const facts = {
  id: true,
  instrument: true,
  estimatePence: true,
  need: true,
  forWhom: true,
  outcomeCodes: true,
  startsOn: true,
  endsOn: true,
  extensionMonths: true,
  mobilisationWeeks: true,
  socialValueStatement: true,
  barriersConsidered: true,
  investorId: true,
  returnCapBp: true,
  route: true,
  routeReason: true,
  registerId: true,
  priceMethod: true,
  socialValueReason: true,
  conflictsAssessment: true,
  publishOn: true,
  clarifyUntil: true,
  closesAt: true,
  decideOn: true,
  standstillDays: true,
  organisation: { select: { isCentral: true } },
  lots: {
    select: {
      number: true,
      budgetPence: true,
      extensionPence: true,
      volumes: { select: { month: true, volume: true }, orderBy: { month: "asc" } },
      shares: { select: { sharePence: true } },
    },
    orderBy: { number: "asc" },
  },
  criteria: {
    select: { kind: true, title: true, question: true, weightBp: true, wordLimit: true, minimum: true },
    orderBy: { number: "asc" },
  },
  conditions: { select: { about: true, title: true, text: true, why: true }, orderBy: { number: "asc" } },
} satisfies Prisma.CallOffSelect;

type Facts = Prisma.CallOffGetPayload<{ select: typeof facts }>;

/** What a timetable is judged by, for one call-off on a day. */
export async function timetableLawFor(
  actor: Actor,
  row: Judged & Pick<Facts, "route" | "startsOn" | "mobilisationWeeks">,
  when: { tx?: Reader; on: Day },
): Promise<TimetableLaw> {
  const [law, { holidays }] = await Promise.all([lawFor(actor, row, when), reference()]);
  const { route, startsOn, mobilisationWeeks } = row;
  return { ...law, route, holidays, startsOn: asDay(startsOn), mobilisationWeeks };
}

/**
 * Everything that decides whether a call-off is finished, for `readiness` and `notReady`; null when the actor may not
 * see it. A command gives its own transaction and its own day.
 */
export async function readyFacts(
  actor: Actor,
  id: string,
  { tx = db, on = londonDay(new Date()) }: { tx?: Reader; on?: Day } = {},
): Promise<ReadyCallOff | null> {
  if (!isId(id)) return null;
  const row = await tx.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: facts });
  if (!row) return null;
  const law = await timetableLawFor(actor, row, { tx, on });
  return {
    ...row,
    ...{ startsOn: asDay(row.startsOn), endsOn: asDay(row.endsOn) },
    timetable: timetableOf(row),
    lots: row.lots.map((lot) => ({
      ...lot,
      volumes: lot.volumes.map(({ month, volume }) => ({ month: asDay(month), volume })),
    })),
    law,
    socialValueFrom: await socialValueFrom(actor),
  };
}
