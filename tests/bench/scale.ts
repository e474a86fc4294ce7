import { db } from "@/lib/core/db";
import { reference } from "@/lib/reference/queries";
import { buildIfStale } from "../../scripts/support/build.mjs";
import { step, tell } from "../../scripts/support/telling.mjs";
import { type Options, type Phase, type Scale, scales } from "./options";
import type { Context } from "./phases/context";
import type { Found } from "./tools/figures";
import { chance } from "./tools/random";
import { endAll } from "./tools/server";
import { makeWorld } from "./world/make";
import { makeQuestions, readQuestions } from "./world/questions";

/** What the run sends to the process of one scale, and what that sends back. */
export type Order = { options: Options; scale: Scale; ownerUrl: string; log: string };
export type Report = { phase: Phase; found: Found };

// Each phase is loaded when its turn comes: the application's modules read the environment as they load.
const phaseOf: Record<Phase, () => Promise<(context: Context) => Promise<Found>>> = {
  start: async () => (await import("./phases/start")).start,
  engines: async () => (await import("./phases/engines")).engines,
  search: async () => (await import("./phases/search")).search,
  page: async () => (await import("./phases/page")).page,
  weight: async () => (await import("./phases/weight")).weight,
  mixed: async () => (await import("./phases/mixed")).mixed,
  purchase: async () => (await import("./phases/purchase")).purchase,
  tender: async () => (await import("./phases/calloff/tender")).tender,
  award: async () => (await import("./phases/calloff/award")).award,
  import: async () => (await import("./phases/import")).importing,
};

/** The phases that start the built application. */
const served = new Set<Phase>(["start", "search", "page", "weight", "mixed"]);

const say = (line: string) => console.log(line);

/** Everything that is measured on a register of one size, in a process that knows no other database. */
async function measureScale({ options, scale, ownerUrl, log }: Order) {
  // What runs elsewhere has its own register; ours then only holds the facts that questions are made of.
  const count = options.target ? 0 : scales[scale];
  if (options.target === null && options.phases.some((phase) => served.has(phase)))
    await buildIfStale(process.env, log);
  const world = await step(`Making up ${count.toLocaleString("en-GB")} services`, () =>
    makeWorld(ownerUrl, { count, seed: options.seed, say }),
  );
  const drawn = chance(options.seed + 1);
  const asked = options.queries ? readQuestions(options.queries) : makeQuestions(await reference(), drawn);
  // Shuffled, so that a short time sees a fair mix of them.
  const questions = drawn.some(asked, asked.length);
  for (const phase of options.phases) {
    const measure = await phaseOf[phase]();
    const found = await step(`Measuring ${phase} at ${scale}`, () =>
      measure({ options, scale, ownerUrl, world, questions, chance: drawn, say }),
    );
    process.send?.({ phase, found } satisfies Report);
  }
  await db.$disconnect();
}

process.once("message", (order: Order) => {
  measureScale(order)
    .then(
      () => 0,
      (error: unknown) => {
        tell(error);
        return 1;
      },
    )
    .then((code) => {
      endAll();
      process.exit(code);
    });
});
// The parent has gone, or wants us to go: what we started goes first.
for (const signal of ["SIGTERM", "SIGINT", "disconnect"] as const)
  process.once(signal, () => {
    console.error(`     ${signal}: measuring ends here`);
    endAll();
    process.exit(1);
  });
