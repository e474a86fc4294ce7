import { spawn } from "node:child_process";
import type { Found } from "../tools/figures";
import { startNext } from "../tools/server";
import type { Context } from "./context";

/** How long a built application takes until it says that it is ready, and until its index answers, beside a Node that does nothing. */
export async function start({ options: { rounds }, scale, say }: Context): Promise<Found> {
  const ready: number[] = [];
  const index: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round++) {
    floor.push(await emptyProcess());
    const { readyAfter, indexed, stop } = await startNext();
    const more = await indexed().then(
      (after) => Math.max(0, after - readyAfter),
      () => Number.NaN,
    );
    await stop();
    ready.push(readyAfter);
    index.push(more);
    say(
      `     round ${round + 1} of ${rounds}: ready after ${readyAfter.toFixed(2)} s, its index ${more.toFixed(2)} s later`,
    );
  }
  return {
    figures: [
      {
        phase: "start",
        what: "ready to serve",
        measure: "s",
        rounds: ready,
        floor: { what: "an empty Node", rounds: floor },
        target: { of: "value", atMost: 1 },
      },
      {
        phase: "start",
        what: "the index, after that",
        measure: "s",
        rounds: index,
        ...(scale !== "1m" && { target: { of: "value", atMost: 3 } }),
      },
    ],
    wrong: index.some(Number.isNaN) ? ["the index was not loaded"] : [],
    notes: [],
  };
}

/** Seconds from the start of a Node process to its end. */
const emptyProcess = () =>
  new Promise<number>((resolve, reject) => {
    const from = performance.now();
    spawn(process.execPath, ["-e", ""], { stdio: "ignore" })
      .once("error", reject)
      .once("exit", () => resolve((performance.now() - from) / 1000));
  });
