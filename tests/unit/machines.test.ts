import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import * as enums from "@/lib/core/prisma/enums";
import { filesIn } from "@/tests/support/files";

type Machine = {
  states: string[];
  events: (from: string) => string[];
  next: (from: string, event: string) => string | undefined;
  pairs: () => [string, string][];
  mermaid: () => string;
};

const isMachine = (value: unknown): value is Machine =>
  typeof value === "object" && value !== null && "mermaid" in value && "pairs" in value;

const folders = filesIn("lib", /\/states\.ts$/)
  .map((file) => dirname(file))
  .toSorted();
const migrations = filesIn("prisma/migrations", /migration\.sql$/)
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const held = [...migrations.matchAll(/\('(\w+)', '(\w+)', '(\w+)'\)/g)].map(([, ...move]) => move.join(" "));

test("there are machines to hold true", () => {
  expect(folders.length).toBeGreaterThanOrEqual(6);
});

describe.each(folders)("%s", (folder) => {
  const load = async () => {
    const [name, found] =
      Object.entries(await import(/* @vite-ignore */ resolve(folder, "states.ts"))).find(([, value]) =>
        isMachine(value),
      ) ?? [];
    if (!name || !isMachine(found)) throw new Error(`${folder}/states.ts exports no machine`);
    return { name, machine: found };
  };

  test("its states are the stored ones", async () => {
    const { name, machine } = await load();
    const stored: Record<string, string> | undefined = Object.entries(enums).find(
      ([key]) => key.toLowerCase() === `${name.toLowerCase().replace(/machine$/, "")}state`,
    )?.[1];
    expect(machine.states.toSorted()).toEqual(Object.values(stored ?? {}).toSorted());
  });

  test("every event leads to a state that exists, and every state can be reached", async () => {
    const { machine } = await load();
    const reached = new Set([machine.states[0]]);
    for (const [, to] of machine.pairs()) reached.add(to);
    expect([...reached].toSorted()).toEqual(machine.states.toSorted());
  });

  test("each event has a policy, and each policy an event", async () => {
    const { machine } = await load();
    const { may }: { may: Record<string, unknown> } = await import(/* @vite-ignore */ resolve(folder, "policy.ts"));
    const events = new Set(machine.states.flatMap((state) => machine.events(state)));
    for (const event of events) expect.soft(may[event], event).toBeTypeOf("function");
  });

  test("its README shows it as it is", async () => {
    const { machine } = await load();
    const readme = [join(folder, "README.md"), join(dirname(folder), "README.md")].find((file) => existsSync(file));
    expect(readFileSync(readme ?? "", "utf8")).toContain(machine.mermaid());
  });

  test("the database allows the same moves and no others", async () => {
    const { name, machine } = await load();
    const subject = name.replace(/Machine$/, "");
    const ours = machine.pairs().map(([from, to]) => `${subject} ${from} ${to}`);
    expect(held.filter((move) => move.startsWith(`${subject} `)).toSorted()).toEqual(ours.toSorted());
  });
});
