import { setTimeout as wait } from "node:timers/promises";
import { reference } from "@/lib/reference/queries";
import { engine, heldGeneration, settled, startIndex } from "@/lib/search/live/serving";
import { readCriteria } from "@/lib/search/schema";
import { database } from "@/lib/search/sql/engine";
import type { Scale } from "../options";
import { type Figure, type Found, figuresOf, searchRoute } from "../tools/figures";
import { browser } from "../tools/http";
import { ask, inTurn, type Subject, subject } from "../tools/measure";
import { startNext } from "../tools/server";
import { percentile } from "../tools/statistics";
import { askOf, difference, pagesOf, wordOf } from "../truth/answers";
import { forgetTruth } from "../truth/compare";
import { addressOf } from "../world/questions";
import { buyerOf, type Context } from "./context";
import { isOpen, pagesAt, routePath, unlike } from "./search";
import { openWriter } from "./writer";

const PER_SECOND = 20;

/** Searches by eight clients while services change through their commands in another process: what it costs, and what is seen when. */
export async function mixed(context: Context): Promise<Found> {
  const { options, scale, ownerUrl, questions, world, say } = context;
  const { origin, indexed, memory, stop } = await startNext();
  const { get, close } = browser(origin);
  const wrong = new Set<string>();
  try {
    await indexed();
    startIndex({ from: 0 });
    await settled();
    const lists = await reference();
    const buyer = buyerOf(world);
    const paths = questions.filter(isOpen).map((question) => `${routePath}${addressOf(question)}`);
    const next = inTurn(paths);
    const searching = async () => {
      const path = next();
      const { status, body } = await get(path);
      if (status !== 200 || !body.includes('"total":')) wrong.add(`${path} answered ${status} during the mix`);
    };
    const [quiet, busy] = [subject(searchRoute, searching), subject("the same while others write", searching)];
    const asks = await Promise.all(questions.map((question) => askOf(buyer, readCriteria(question, lists).criteria)));
    const compare = inTurn(asks);
    const writer = await openWriter({ get, wrong });
    const fresh: number[][] = [];
    let both = 0;

    for (let round = 0; round < options.rounds; round++) {
      await measure(quiet, options.seconds);
      const seen: number[] = [];
      let going = true;
      const writing = (async () => {
        while (going) {
          const [ms] = await Promise.all([writer.write(), wait(1000 / PER_SECOND)]);
          if (ms !== null) seen.push(ms);
        }
      })();
      // Both engines are asked the same meanwhile; where they read the same register they must say the same.
      const comparing = (async () => {
        while (going) {
          const asked = compare();
          const [held, stated] = [await (await engine()).answer(asked), await database.answer(asked)];
          if (held.generation === stated.generation) {
            both += 1;
            if (wordOf(held) !== wordOf(stated)) wrong.add(`during writes: ${difference(held, stated)}`);
          }
          await wait(100);
        }
      })();
      await measure(busy, options.seconds);
      going = false;
      await Promise.all([writing, comparing]);
      fresh.push(seen);
      say(
        `     round ${round + 1} of ${options.rounds}: ${seen.length} changes, seen elsewhere after ${Math.round(percentile(seen, 0.5))} ms, p95 ${Math.round(percentile(seen, 0.95))} ms`,
      );
    }

    const held = memory();
    await settled();
    await reached(get, await heldGeneration());
    const index = await engine();
    for (const [at, first] of asks.entries()) {
      const [one, other] = [await pagesOf(database, first), await pagesOf(index, first)];
      for (const [page, { answer }] of one.entries()) {
        const given = other[page]?.answer;
        if (!given || wordOf(answer) !== wordOf(given))
          wrong.add(`after the mix, question ${at + 1}: ${given ? difference(answer, given) : "a page is missing"}`);
      }
    }
    for (const question of questions.filter(isOpen)) {
      const pages = await pagesAt(get, `${routePath}${addressOf(question)}`, wrong);
      const given = pages.map(({ page }) => page);
      for (const fault of await unlike(question, given, lists))
        wrong.add(`after the mix, ${addressOf(question)}: ${fault}`);
    }
    await forgetTruth(ownerUrl);
    return {
      figures: [
        ...figuresOf("mixed", quiet),
        ...figuresOf("mixed", busy, quiet),
        freshness(fresh),
        ...(held === null ? [] : [memoryOf(held, scale)]),
      ],
      wrong: [...wrong],
      notes: [
        `${writer.written()} changes through commands, of which ${writer.withdrawn()} took a service away; ${both} answers of both engines compared while they were made`,
      ],
    };
  } finally {
    close();
    await stop();
  }
}

async function measure({ work, one, eight }: Subject, seconds: number) {
  one.push(await ask(work, { seconds: seconds / 2, clients: 1 }));
  eight.push(await ask(work, { seconds: seconds / 2, clients: 8 }));
}

/** Waits until the server answers from a state of the register, or from a later one; at most ten seconds. */
async function reached(get: ReturnType<typeof browser>["get"], generation: number | null) {
  for (let tries = 0; tries < 100; tries++) {
    const { body } = await get(`${routePath}?take=1&facets=none`);
    const [, at = "0"] = /"generation":(\d+)/.exec(body) ?? [];
    if (Number(at) >= (generation ?? 0)) return;
    await wait(100);
  }
}

const freshness = (rounds: readonly number[][]): Figure => ({
  phase: "mixed",
  what: "a change is seen in a second process",
  measure: "p95 ms",
  rounds: rounds.map((seen) => percentile(seen, 0.95)),
  target: { of: "value", atMost: 250 },
});

const memoryOf = (held: number, scale: Scale): Figure => ({
  phase: "mixed",
  what: "the server after the mix",
  measure: "MB",
  rounds: [held],
  ...(scale === "100k" && { target: { of: "value", atMost: 350 } }),
});
