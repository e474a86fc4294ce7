import { spawn } from "node:child_process";
import type { Found } from "../tools/figures";
import { startNext } from "../tools/server";
import type { Context } from "./context";

/** How long a built application takes until it says that it is ready, beside a Node that does nothing. */
export async function start({ options: { rounds }, say }: Context): Promise<Found> {
  const ready: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round++) {
    floor.push(await emptyProcess());
    const { readyAfter, stop } = await startNext();
    await stop();
    ready.push(readyAfter);
    say(`     round ${round + 1} of ${rounds}: ready after ${readyAfter.toFixed(2)} s`);
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
    ],
    wrong: [],
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
