import { z } from "zod";
import { approveShare } from "@/lib/calloff/approval/commands";
import { setSpotAllowance } from "@/lib/calloff/budget/commands";
import { proposePurchase } from "@/lib/calloff/purchase/commands/propose";
import { saveLines } from "@/lib/calloff/purchase/commands/save";
import { startPurchase } from "@/lib/calloff/purchase/commands/start";
import type { Member } from "@/lib/core/actor";
import { command } from "@/lib/core/door/command";
import { newId } from "@/lib/core/values/id";
import { financialYear, londonDay } from "@/lib/core/values/moment";
import type { Figure, Found } from "../tools/figures";
import { percentile } from "../tools/statistics";
import { AFFORDABLE, answerOf, COMPETITORS, listOffers, makeBudget, type Offer, value, wrongIn } from "./contest";
import type { Context } from "./context";

/** A command that decides nothing: what the door itself costs, with its transaction, clock and audit line. */
const doNothing = command({
  event: "bench.nothing",
  input: z.object({ id: z.uuid() }),
  load: async (_, { id }) => ({ id }),
  allow: () => true,
  run: async (_, { id }) => ({ value: { id }, id, detail: {} }),
});

type Part = { what: string; took: number[]; seconds: number; perSecond: number[]; p95: number[] };
const part = (what: string): Part => ({ what, took: [], seconds: 0, perSecond: [], p95: [] });

/** Buying through the commands, in process: eight competitors whose purchases want more than one budget holds. */
export async function purchase({ options, world, say }: Context): Promise<Found> {
  const buyer = member(world.organisationId, world.commissioner.userId, "commissioner");
  const approver = member(world.organisationId, world.approver.userId, "approver");
  const startsOn = londonDay(new Date(Date.now() + 30 * 86_400_000));
  const year = financialYear(startsOn);
  value(await setSpotAllowance(approver, { year, cap: "900000000" }));
  const offers = await listOffers();
  const wrong: string[] = [];
  const [nothing, proposed, decided] = [
    part("an empty command"),
    part("start, fill and propose"),
    part("approve, raced"),
  ];
  let contests = 0;

  for (let round = 0; round < options.rounds; round++) {
    const until = performance.now() + options.seconds * 1000;
    do {
      const offer = offers[contests++ % offers.length];
      if (!offer) throw new RangeError("No service can be bought");
      await together(nothing, 1, () => doNothing(buyer, { id: newId() }));
      const ids = await together(proposed, 3, () => propose(buyer, offer, startsOn));
      const budget = await makeBudget(approver, { year, offer, title: `Contest ${contests}` });
      const answers = await together(decided, 1, (at) =>
        answerOf(approveShare(approver, { id: ids[at], budgets: { [year]: budget.id }, conflict: "none" })),
      );
      wrong.push(...(await wrongIn({ ids, answers, budget })));
    } while (performance.now() < until && wrong.length === 0);
    for (const each of [nothing, proposed, decided]) close(each);
    say(`     round ${round + 1} of ${options.rounds}: ${Math.round(decided.perSecond.at(-1) ?? 0)} decisions per s`);
  }
  return {
    figures: [...figures(nothing), ...figures(proposed, nothing), ...figures(decided, nothing)],
    wrong,
    notes: [`${contests} budgets, each with ${COMPETITORS} purchases after it and money for ${AFFORDABLE}`],
  };
}

const member = (organisationId: string, id: string, role: Member["roles"][number]): Member => ({
  kind: "authority",
  id,
  organisationId,
  roles: [role],
});

/** A purchase of one unit, from nothing to waiting for its approval: three commands. */
async function propose(buyer: Member, { serviceId, rateLineId, placeCode }: Offer, startsOn: string): Promise<string> {
  const need = "Something that is measured, and never bought.";
  const about = { instrument: "contract", title: "A measured purchase", need, reason: "", placeCode };
  const { id } = value(await startPurchase(buyer, { serviceId, ...about, startsOn, endsOn: startsOn }));
  value(await saveLines(buyer, { id, version: "1", lines: [{ rateLineId, volume: "1" }] }));
  value(await proposePurchase(buyer, { id, conflict: "none" }));
  return id;
}

/** All competitors at once; `commands` is how many commands each of them gives. */
async function together<T>(into: Part, commands: number, work: (at: number) => Promise<T>): Promise<T[]> {
  const from = performance.now();
  const answers = await Promise.all(
    Array.from({ length: COMPETITORS }, async (_, at) => {
      const answer = await work(at);
      into.took.push((performance.now() - from) / commands);
      return answer;
    }),
  );
  into.seconds += (performance.now() - from) / 1000 / commands;
  return answers;
}

function close(each: Part) {
  each.perSecond.push(each.took.length / each.seconds);
  each.p95.push(percentile(each.took, 0.95));
  each.took = [];
  each.seconds = 0;
}

const figures = ({ what, p95, perSecond }: Part, floor?: Part): Figure[] => [
  {
    phase: "purchase",
    what,
    measure: "p95 ms",
    rounds: p95,
    ...(floor && { floor: { what: floor.what, rounds: floor.p95 } }),
  },
  {
    phase: "purchase",
    what,
    measure: "per s",
    rounds: perSecond,
    ...(floor && { floor: { what: floor.what, rounds: floor.perSecond } }),
  },
];
