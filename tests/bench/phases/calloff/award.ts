import { proposeAward } from "@/lib/calloff/decide/award/commands/propose";
import type { Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { choicesFor, judgedCallOff } from "@/tests/support/call-off/awards";
import { type Made, type Players, players, unconflicted } from "@/tests/support/call-off/world";
import { member } from "@/tests/support/world.calloff";
import type { Figure, Found } from "../../tools/figures";
import { percentile } from "../../tools/statistics";
import { type Answer, answerOf, COMPETITORS } from "../contest";
import type { Context } from "../context";

/** How many call-offs are decided at the same time. */
const AT_ONCE = 8;
const TENDERS = 4;

type Contest = { made: Made; tenders: string[] };
type Decided = Contest & { answers: Answer[] };

/**
 * Eight officers who propose to award each of several call-offs at once, in process: tenders share the first place, and
 * each officer settles the tie for another one, so that every proposal is lawful and one alone may stand.
 */
export async function award({ options, say }: Context): Promise<Found> {
  const world = await players({ charities: TENDERS });
  const officers = await Promise.all(
    Array.from({ length: COMPETITORS }, () => member("authority", world.authorityId, "commissioner")),
  );
  const wrong: string[] = [];
  const [perSecond, p95]: [number[], number[]] = [[], []];
  let contests = 0;
  for (let round = 0; round < options.rounds; round++) {
    const took: number[] = [];
    let seconds = 0;
    const until = performance.now() + options.seconds * 1000;
    do {
      const made = await prepare(world, officers);
      const from = performance.now();
      const decided = await Promise.all(made.map((contest) => decide(contest, officers, took)));
      seconds += (performance.now() - from) / 1000;
      contests += decided.length;
      for (const contest of decided) wrong.push(...(await wrongIn(contest)));
    } while (performance.now() < until && wrong.length === 0);
    perSecond.push(took.length / seconds);
    p95.push(percentile(took, 0.95));
    say(`     round ${round + 1} of ${options.rounds}: ${Math.round(perSecond.at(-1) ?? 0)} decisions per s`);
  }
  const figure = { phase: "award", what: "award, raced" } as const;
  const figures: Figure[] = [
    { ...figure, measure: "p95 ms", rounds: p95 },
    { ...figure, measure: "per s", rounds: perSecond, target: { of: "value", atLeast: 150 } },
  ];
  return {
    figures,
    wrong,
    notes: [
      `${contests} call-offs, ${AT_ONCE} at a time, each with ${COMPETITORS} officers who award different tenders`,
    ],
  };
}

/** Call-offs with their prices open, whose tenders nothing separates. */
async function prepare(world: Players, officers: readonly Member[]): Promise<Contest[]> {
  const contests: Contest[] = [];
  for (let at = 0; at < AT_ONCE; at++) {
    const contest = await judgedCallOff(world, {
      bids: Array.from({ length: TENDERS }, (): [number, bigint] => [4, 100_00n]),
    });
    await unconflicted(contest.made.id, ...officers);
    contests.push(contest);
  }
  return contests;
}

async function decide({ made, tenders }: Contest, officers: readonly Member[], took: number[]): Promise<Decided> {
  const from = performance.now();
  const answers = await Promise.all(
    officers.map(async (officer, at) => {
      const lots = choicesFor(made, tenders[at % tenders.length], { tieBreak: "It can begin first." });
      const answer = await answerOf(proposeAward(officer, { id: made.id, lots }));
      took.push(performance.now() - from);
      return answer;
    }),
  );
  return { made, tenders, answers };
}

/** What does not add up after a contest: one winner, seven who were told why, and the decision of the one who won. */
async function wrongIn({ made, tenders, answers }: Decided): Promise<string[]> {
  const wrong: string[] = [];
  const must = (so: boolean, said: string) => so || wrong.push(`call-off ${made.id}: ${said}`);
  const winners = answers.flatMap(({ approved }, at) => (approved ? [tenders[at % tenders.length]] : []));
  must(winners.length === 1, `${winners.length} proposals stood, not one`);
  for (const { approved, said } of answers)
    must(approved || said === "conflict", `a competitor was answered with ${said}`);
  const kept = await db.lotAward.findMany({ where: { callOffId: made.id }, select: { tenderId: true } });
  must(kept.length === 1 && kept[0]?.tenderId === winners[0], "the decision is not the winner's");
  const asked = await db.callOffFunder.count({ where: { callOffId: made.id, state: { not: "waiting" } } });
  must(asked === 0, "a funder was not asked");
  return wrong;
}
