import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect, test } from "vitest";
import { hasWords, subjectWords } from "@/lib/openness/event-words";
import { filesIn } from "@/tests/support/files";

const sources = filesIn("lib", /\.ts$/)
  .filter((file) => !file.startsWith("lib/core/prisma/"))
  .map((file) => ({ file, source: readFileSync(file, "utf8") }));

/** What commands and their records say happened, as it is written. */
const written = sources.flatMap(({ source }) =>
  [...source.matchAll(/\bevent: "([a-zA-Z]+\.[a-zA-Z]+)"/g)].map(([, event = ""]) => event),
);

/** What the steps of each machine say happened: its subject and each of its events. */
async function stepped(): Promise<string[]> {
  const found = sources.flatMap(({ file, source }) =>
    [...source.matchAll(/lifecycle\(\{\s+subject: "(\w+)",\s+machine(?:: (\w+))?,/g)].map(
      ([, subject = "", name = "machine"]) => {
        const from = new RegExp(`\\b${name}\\b[^;]*from "([^"]+)"`).exec(source)?.[1] ?? "";
        const path = from.startsWith("@/") ? from.slice(2) : resolve(dirname(file), from);
        return { subject, name, path: resolve(`${path}.ts`) };
      },
    ),
  );
  expect(found.length).toBeGreaterThanOrEqual(8);
  const events: string[] = [];
  for (const { subject, name, path } of found) {
    const machine = (await import(/* @vite-ignore */ path))[name];
    for (const state of machine.states) for (const event of machine.events(state)) events.push(`${subject}.${event}`);
  }
  return events;
}

test("everything that is written into a history has words of its own", async () => {
  const all = [...new Set([...written, ...(await stepped())])].toSorted();
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((event) => !hasWords(event))).toEqual([]);
  const subjects = [...new Set(all.map((event) => event.split(".")[0] ?? ""))];
  expect(subjects.filter((subject) => !(subject in subjectWords))).toEqual([]);
});
