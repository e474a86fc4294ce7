import { parseArgs } from "node:util";
import { KnownFailure } from "../../scripts/support/telling.mjs";

export const phases = [
  "start",
  "engines",
  "search",
  "page",
  "weight",
  "mixed",
  "purchase",
  "tender",
  "award",
  "import",
] as const;
export type Phase = (typeof phases)[number];

export const scales = { "1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000 } as const;
export type Scale = keyof typeof scales;

/** What a run was asked to do. */
export type Options = {
  scales: Scale[];
  phases: Phase[];
  /** For each thing that is measured, in each round. */
  seconds: number;
  rounds: number;
  seed: number;
  /** A file of questions, one JSON object of address fields on each line, instead of generated ones. */
  queries: string | null;
  /** An application that already runs on this machine, asked instead of one of our own. */
  target: string | null;
  json: string | null;
  strict: boolean;
};

export const usage = `npm run bench -- [--scale 1k|10k|100k|1m,…] [--phases all|${phases.join(",")}] [--seconds 8] [--rounds 3]
                 [--seed N] [--queries FILE] [--target URL] [--json FILE] [--strict]`;

/** Reads the command line; says in one line what is wrong with it. */
export function readOptions(args: string[]): Options {
  const { scale, seconds, rounds, seed, phases: wanted, ...rest } = typed(args);
  const target = rest.target === undefined ? null : loopback(rest.target);
  return {
    scales: chosen("--scale", scale, keys(scales)),
    phases: target ? ["page"] : wanted === "all" ? [...phases] : chosen("--phases", wanted, phases),
    seconds: whole("--seconds", seconds, 1, 120),
    rounds: whole("--rounds", rounds, 1, 20),
    seed: whole("--seed", seed, 0, 2 ** 31),
    queries: rest.queries ?? null,
    target,
    json: rest.json ?? null,
    strict: rest.strict,
  };
}

const text = <D extends string>(preset: D) => ({ type: "string", default: preset }) as const;

function typed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        scale: text("10k"),
        phases: text("all"),
        seconds: text("8"),
        rounds: text("3"),
        seed: text("1"),
        queries: { type: "string" },
        target: { type: "string" },
        json: { type: "string" },
        strict: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new KnownFailure(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

const keys = <K extends string>(of: Record<K, unknown>): K[] => {
  const found: K[] = [];
  for (const key in of) found.push(key);
  return found;
};

function chosen<T extends string>(name: string, given: string, known: readonly T[]): T[] {
  const wanted = given.split(",").map((one) => one.trim().toLowerCase());
  const strange = wanted.find((one) => !known.some((each) => each === one));
  if (strange !== undefined) throw new KnownFailure(`${name} knows ${known.join(", ")}; "${strange}" is none of them.`);
  return known.filter((each) => wanted.includes(each));
}

function whole(name: string, given: string, from: number, to: number): number {
  const value = Number(given);
  if (!/^\d+$/.test(given) || value < from || value > to)
    throw new KnownFailure(`${name} is a whole number from ${from} to ${to}.`);
  return value;
}

/** Only this machine is ever asked: a bench is a load that nobody else agreed to. */
function loopback(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== "http:" || !["localhost", "127.0.0.1", "[::1]"].includes(url.hostname))
    throw new KnownFailure("--target is an http address of this machine, such as http://127.0.0.1:3000.");
  return url.origin;
}
