import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateIfStale } from "../../scripts/support/build.mjs";
import { root } from "../../scripts/support/child.mjs";
import { elapsed, say, step, tell } from "../../scripts/support/telling.mjs";
import { type Options, readOptions, type Scale } from "./options";
import type { Order, Report } from "./scale";
import { makeDatabase, openServer, type Server } from "./tools/database";
import { growth, type Judged, judge } from "./tools/figures";
import { table } from "./tools/report";
import { readQuestions } from "./world/questions";

const program = fileURLToPath(new URL("scale.ts", import.meta.url));
const longest = 60 * 60_000;

let stopping = false;
let child: ChildProcess | null = null;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    stopping = true;
    child?.kill("SIGTERM");
  });

/** Measures each scale in a database and a process of its own, prints what was found and keeps it as JSON. */
async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  // A file that cannot be read is told of before anything is made.
  if (options.queries) readQuestions(options.queries);
  say(`\n  Measuring ${options.phases.join(", ")} at ${options.scales.join(", ")}; seed ${options.seed}\n`);
  await generateIfStale();
  const server = await step("Opening PostgreSQL", openServer);
  const figures: Judged[] = [];
  const wrong: string[] = [];
  const notes: string[] = [];
  try {
    for (const scale of options.scales) {
      if (stopping) break;
      const { reports, cut } = await measureScale(server, options, scale);
      if (cut) wrong.push(`${scale}: measuring did not come to its end (${cut})`);
      for (const { found } of reports) {
        figures.push(...found.figures.map((figure) => judge(figure, scale)));
        wrong.push(...found.wrong.map((line) => `${scale}: ${line}`));
        notes.push(...found.notes.map((line) => `${scale}: ${line}`));
      }
    }
  } finally {
    await server.close();
  }
  if (stopping) return 130;
  const all = [...figures, ...growth(figures)];
  const file = keep(options, { figures: all, wrong, notes });
  say(`\n${table(all)}\n`);
  for (const line of notes) say(`  ${line}`);
  for (const line of wrong.slice(0, 30)) say(`  ✗  ${line}`);
  const missed = all.filter(({ met }) => met === false).length;
  say(`\n  ${wrong.length} wrong answers, ${missed} targets missed, in ${elapsed()}. All of it is in ${file}.\n`);
  if (wrong.length > 0) return 1;
  return options.strict && missed > 0 ? 2 : 0;
}

/** What was found at one scale, and what cut it short if something did. */
type Measured = { reports: Report[]; cut: string | null };

async function measureScale(server: Server, options: Options, scale: Scale): Promise<Measured> {
  const { env, drop } = await step(`Making a database for ${scale}`, () => makeDatabase(server, scale));
  try {
    const order = {
      options,
      scale,
      ownerUrl: env.DATABASE_OWNER_URL ?? "",
      log: join(root, "bench-results", "build.log"),
    };
    return stopping ? { reports: [], cut: "interrupted" } : await inChild(env, order);
  } finally {
    await drop();
  }
}

/** The application's modules keep one database for as long as their process lives, so each scale has a process. */
async function inChild(env: Record<string, string>, order: Order): Promise<Measured> {
  const reports: Report[] = [];
  const origin = { PORT: "3000", ORIGIN: "http://127.0.0.1:3000", NEXTAUTH_URL: "http://127.0.0.1:3000" };
  const forked = fork(program, { cwd: root, env: { ...process.env, ...origin, ...env } });
  child = forked;
  const late = setTimeout(() => forked.kill("SIGTERM"), longest);
  forked.on("message", (report: Report) => reports.push(report));
  forked.send(order);
  const cut = await new Promise<string | null>((resolve) =>
    forked.once("exit", (status, signal) => resolve(status === 0 ? null : (signal ?? `exit ${status}`))),
  );
  clearTimeout(late);
  child = null;
  return { reports, cut };
}

function keep(options: Options, found: { figures: Judged[]; wrong: string[]; notes: string[] }): string {
  const at = new Date().toISOString();
  const file = options.json ?? join(root, "bench-results", `${at.replaceAll(/[:.]/g, "-")}.json`);
  const machine = { cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.versions.node };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at, machine, options, ...found }, null, 2)}\n`);
  return file;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    tell(error);
    process.exit(stopping ? 130 : 1);
  },
);
