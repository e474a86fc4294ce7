import { z } from "zod";
import { submitTender } from "@/lib/calloff/open/tender/commands/submit";
import { db } from "@/lib/core/db";
import { command } from "@/lib/core/door/command";
import { newId } from "@/lib/core/values/id";
import { filled } from "@/tests/support/call-off/tendering";
import { type Bidder, callOffIn, players } from "@/tests/support/call-off/world";
import type { Figure, Found, Measure, Target } from "../../tools/figures";
import { percentile } from "../../tools/statistics";
import { value } from "../contest";
import type { Context } from "../context";

const CLIENTS = 8;

/** A command that decides nothing: what the door itself costs, with its transaction, clock, key and audit line. */
const doNothing = command({
  event: "bench.nothing",
  input: z.object({ id: z.uuid() }),
  load: async (_, { id }) => ({ id }),
  allow: () => true,
  run: async (_, { id }) => ({ value: { id }, id, detail: {} }),
});

type Part = { what: string; took: number[]; seconds: number; perSecond: number[]; p95: number[] };
const part = (what: string): Part => ({ what, took: [], seconds: 0, perSecond: [], p95: [] });

type Written = Bidder & { id: string };

/**
 * Eight charities that submit to the same call-off at once, again and again, each time in the place of what it submitted
 * before: in process, beside a command that does nothing. Whatever was acknowledged must be there.
 */
export async function tender({ options, say }: Context): Promise<Found> {
  const world = await players({ charities: CLIENTS });
  const made = await callOffIn(world, { lots: 3 });
  const mark = "We meet people at the gate and stay with them. ".repeat(29);
  const written: Written[] = [];
  for (const bidder of world.bidders) written.push({ ...bidder, id: await filled(made, bidder, { mark }) });
  const [nothing, submitted] = [part("an empty command"), part("submit a tender")];
  const last = new Map<string, string>();
  let receipts = 0;
  const work = {
    nothing: ({ signatory }: Written) => doNothing(signatory, { id: newId(), key: newId() }),
    submit: async ({ id, signatory }: Written, version: number) => {
      const press = { id, version: String(version), signed: "yes", key: newId() };
      last.set(id, value(await submitTender(signatory, press)).hash);
      receipts += 1;
    },
  };
  await batch(nothing, written, work.nothing);
  await batch(submitted, written, work.submit);
  for (const each of [nothing, submitted]) Object.assign(each, { took: [], seconds: 0 });
  for (let round = 0; round < options.rounds; round++) {
    const until = performance.now() + options.seconds * 1000;
    do {
      await batch(nothing, written, work.nothing);
      await batch(submitted, written, work.submit);
    } while (performance.now() < until);
    for (const each of [nothing, submitted]) close(each);
    say(`     round ${round + 1} of ${options.rounds}: ${Math.round(submitted.perSecond.at(-1) ?? 0)} tenders per s`);
  }
  return {
    figures: [
      ...figures(nothing),
      ...figures(submitted, nothing, {
        "p95 ms": { of: "value", atMost: 30 },
        "per s": { of: "ratio", atLeast: 0.3 },
      }),
    ],
    wrong: await wrongIn(made.id, last),
    notes: [`${receipts} receipts for ${CLIENTS} tenders for one call-off of three lots`],
  };
}

/** All clients at once. What makes a tender new, so that it may be submitted again, is done before the clock runs. */
async function batch(
  into: Part,
  clients: readonly Written[],
  work: (who: Written, version: number) => Promise<unknown>,
) {
  await db.tender.updateMany({
    where: { id: { in: clients.map(({ id }) => id) } },
    data: { editedAt: new Date(Date.now() + 1_000) },
  });
  const rows = await db.tender.findMany({
    where: { id: { in: clients.map(({ id }) => id) } },
    select: { id: true, version: true },
  });
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const from = performance.now();
  await Promise.all(
    clients.map(async (who) => {
      await work(who, versions.get(who.id) ?? 0);
      into.took.push(performance.now() - from);
    }),
  );
  into.seconds += (performance.now() - from) / 1000;
}

function close(each: Part) {
  each.perSecond.push(each.took.length / each.seconds);
  each.p95.push(percentile(each.took, 0.95));
  each.took = [];
  each.seconds = 0;
}

function figures(
  { what, p95, perSecond }: Part,
  floor?: Part,
  targets: Partial<Record<Measure, Target>> = {},
): Figure[] {
  const figure = (measure: Measure, rounds: number[], beside?: number[]): Figure => ({
    phase: "tender",
    what,
    measure,
    rounds,
    ...(floor && beside && { floor: { what: floor.what, rounds: beside } }),
    ...(targets[measure] && { target: targets[measure] }),
  });
  return [figure("p95 ms", p95, floor?.p95), figure("per s", perSecond, floor?.perSecond)];
}

/** What does not add up: each tender counts once, with the hash of its last receipt. */
async function wrongIn(callOffId: string, last: ReadonlyMap<string, string>): Promise<string[]> {
  const kept = await db.submission.findMany({
    where: { tender: { callOffId }, droppedAt: null },
    select: { tenderId: true, hash: true, sealedPrice: true },
  });
  const wrong = kept.filter(({ tenderId, hash, sealedPrice }) => last.get(tenderId) !== hash || sealedPrice === null);
  return [
    ...wrong.map(({ tenderId }) => `tender ${tenderId}: what counts is not what was acknowledged last`),
    ...(kept.length === last.size ? [] : [`${kept.length} tenders count, and ${last.size} were acknowledged`]),
  ];
}
