import type { CallOffRoute, Instrument, PriceMethod } from "@/lib/core/prisma/enums";
import { sum } from "@/lib/core/values/money";
import type { Day } from "@/lib/reference/calendar";
import { type Condition, conditionFaults, criteriaFaults, floorOf, type Written } from "../criteria/rules";
import { type MonthVolume, monthsOf, monthsWithout } from "../lots/rules";
import { type Timetable, type TimetableLaw, timetableFaults } from "../timetable/rules";
import { type Section, type SectionState, missing as say, sections } from "./words";

export type ReadyLot = {
  number: number;
  budgetPence: bigint;
  extensionPence: bigint;
  volumes: readonly MonthVolume[];
  /** What each funder pays of the budget, in pence. */
  shares: readonly { sharePence: bigint }[];
};

/** Everything that decides whether a draft is finished. `readyFacts` reads it. */
export type ReadyCallOff = {
  instrument: Instrument;
  need: string;
  forWhom: string;
  outcomeCodes: readonly string[];
  startsOn: Day | null;
  endsOn: Day | null;
  extensionMonths: number;
  socialValueStatement: string;
  barriersConsidered: string;
  investorId: string | null;
  returnCapBp: number | null;
  route: CallOffRoute | null;
  routeReason: string;
  registerId: string | null;
  priceMethod: PriceMethod;
  socialValueReason: string;
  conflictsAssessment: string;
  /** Null until every date of it is known. */
  timetable: Timetable | null;
  lots: readonly ReadyLot[];
  criteria: readonly Written[];
  conditions: readonly Condition[];
  law: TimetableLaw;
  /** The day from which the social value model binds central bodies. */
  socialValueFrom: Day | null;
};

/** One section of a draft: how far it is, and what it still needs, each as a sentence. */
export type SectionStanding = { section: Section; state: SectionState; why: string[] };

/** The task list of a draft, in the order in which it is best written. Pure: the same facts give the same list. */
export const readiness = (callOff: ReadyCallOff): SectionStanding[] =>
  sections.map((section) => {
    const why = reasons[section](callOff);
    const state = why.length === 0 ? (untouched[section](callOff) ? "none" : "ready") : undefined;
    return { section, why, state: state ?? (untouched[section](callOff) ? "notBegun" : "incomplete") };
  });

/** Everything that keeps this call-off from going to its funders, and from being published. Nothing when it is ready. */
export const notReady = (callOff: ReadyCallOff): string[] => readiness(callOff).flatMap(({ why }) => why);

const when = (wanted: boolean, sentence: string): string[] => (wanted ? [sentence] : []);

const reasons: Record<Section, (callOff: ReadyCallOff) => string[]> = {
  need: (row) => [
    ...when(row.need === "", say.need),
    ...when(row.forWhom === "", say.forWhom),
    ...when(row.outcomeCodes.length === 0, say.outcomes),
    ...when(!row.startsOn || !row.endsOn, say.term),
    ...when(row.startsOn !== null && row.startsOn <= row.law.on, say.begun),
    ...when(row.socialValueStatement === "", say.socialValue),
    ...when(row.barriersConsidered === "", say.barriers),
    ...when(row.instrument === "bond" && !row.investorId, say.investor),
    ...when(row.instrument === "bond" && row.returnCapBp === null, say.cap),
  ],
  lots: (row) => (row.lots.length === 0 ? [say.noLots] : lotReasons(row)),
  criteria: (row) => [
    ...new Set(
      [
        ...criteriaFaults(row.criteria, {
          priceMethod: row.priceMethod,
          floor: floorOf(row.law, row.socialValueFrom),
          reason: row.socialValueReason,
        }).values(),
      ].map(sentence),
    ),
  ],
  conditions: (row) => [...new Set([...conditionFaults(row.conditions, row.law).values()].map(sentence))],
  timetable: (row) =>
    row.timetable ? [...timetableFaults(row.timetable, row.law).values()].map(sentence) : [say.noTimetable],
  route: (row) => [
    ...when(row.route === null, say.route),
    ...when(needsReason(row.route) && row.routeReason === "", say.routeReason),
    ...when(row.route === "marketCompetition" && row.registerId === null, say.market),
  ],
  funders: (row) =>
    row.lots.flatMap(({ number, budgetPence, shares }) =>
      when(sum(shares.map(({ sharePence }) => sharePence)) !== budgetPence, say.shares(number)),
    ),
  conflicts: (row) => when(row.conflictsAssessment === "", say.conflicts),
};

const untouched: Record<Section, (callOff: ReadyCallOff) => boolean> = {
  need: ({ need, forWhom, outcomeCodes, startsOn }) =>
    need === "" && forWhom === "" && outcomeCodes.length === 0 && startsOn === null,
  lots: ({ lots }) => lots.length === 0,
  criteria: ({ criteria }) => criteria.length === 0,
  conditions: ({ conditions }) => conditions.length === 0,
  timetable: ({ timetable }) => timetable === null,
  route: ({ route }) => route === null,
  funders: () => false,
  conflicts: ({ conflictsAssessment }) => conflictsAssessment === "",
};

function lotReasons({ lots, startsOn, endsOn, extensionMonths }: ReadyCallOff): string[] {
  const months = startsOn && endsOn ? monthsOf(startsOn, endsOn) : [];
  const each = lots.flatMap(({ number, volumes, extensionPence }) => {
    const without = monthsWithout(volumes, months).length;
    return [
      ...when(without > 0, say.volumes(number, without)),
      ...when(without === 0 && volumes.every(({ volume }) => volume === 0), say.nothing(number)),
      ...when(extensionPence > 0n && extensionMonths === 0, say.extension(number)),
    ];
  });
  const unpriced = extensionMonths > 0 && lots.every(({ extensionPence }) => extensionPence === 0n);
  return [...each, ...when(unpriced, say.noExtension)];
}

/** Choosing one supplier, or giving money without a round, is said why. */
const needsReason = (route: CallOffRoute | null) => route === "directAward" || route === "directGrant";

const sentence = (text: string) => (text.endsWith(".") ? text : `${text}.`);
