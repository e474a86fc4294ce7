import { resolve } from "node:path";
import { db } from "@/lib/core/db";
import { Refused } from "@/lib/core/door/result";
import { whole } from "@/lib/core/values/format";
import { loadFile, type Progress } from "@/lib/register/listing/load";
import { NotAnExtract } from "@/lib/register/listing/reading";
import { drawProgress, fail, say } from "../support/loading";

const usage = "Usage: npm run load:organisations -- FILE   (docs/loading.md says which files)";

/** `npm run load:organisations -- FILE`: the extract of a public register, so that a charity is found by its number. */
async function load([path, ...more]: string[]) {
  if (!path || more.length > 0) return fail(usage);
  try {
    const from = performance.now();
    // The folder in which npm was called, which is where the name was typed.
    const found = await loadFile(resolve(process.env.INIT_CWD ?? ".", path), {
      tell: drawProgress<Progress>(({ loaded, refused }) => `${whole(loaded)} loaded, ${whole(refused)} refused`),
    });
    if (process.stdout.isTTY) process.stdout.write("\n");
    if (found.isDone)
      return say(`This file has been loaded already: ${whole(found.loaded)} organisations. Nothing is changed.`);
    const seconds = Math.max(1, Math.round((performance.now() - from) / 1000));
    if (found.from > 0 && found.lines > 0) say(`Read from byte ${whole(found.from)} on.`);
    say(
      `${whole(found.loaded)} organisations of ${found.source} are loaded, ${whole(found.refused)} lines refused, in ${seconds} s.`,
    );
    if (found.errors) say(`What is wrong with each line that was refused: ${found.errors}`);
  } catch (error) {
    if (error instanceof Refused || error instanceof NotAnExtract) return fail(error.message);
    // What the system says of a file: that it is not there, is a folder, or may not be read.
    if (error instanceof Error && "syscall" in error) return fail(`This file cannot be loaded: ${error.message}`);
    throw error;
  }
}

await load(process.argv.slice(2)).finally(() => db.$disconnect());
