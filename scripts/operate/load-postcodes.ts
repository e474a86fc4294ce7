import { resolve } from "node:path";
import pg from "pg";
import { count, whole } from "@/lib/core/values/format";
import { loadPostcodes, type PostcodesLoaded, PostcodesRefused, type Progress } from "@/lib/reference/postcode/load";
import { drawProgress, fail, say } from "../support/loading";

const usage = "Usage: npm run load:postcodes -- FILE   (docs/postcodes.md says which files)";
const MOST_FAULTS = 50;

/** `npm run load:postcodes -- FILE`: the postcodes of England and Wales, so that a postcode finds its areas. */
async function load([path, ...more]: string[]) {
  if (!path || more.length > 0) return fail(usage);
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const from = performance.now();
    let faults = 0;
    // The folder in which npm was called, which is where the name was typed.
    const found = await loadPostcodes(client, resolve(process.env.INIT_CWD ?? ".", path), {
      tell: drawProgress<Progress>(({ loaded }) => count(loaded, "postcode")),
      fault: (line, message) => {
        faults += 1;
        if (faults <= MOST_FAULTS) console.error(`  Line ${whole(line)}: ${message}`);
      },
    });
    if (process.stdout.isTTY) process.stdout.write("\n");
    tellAll(found, (performance.now() - from) / 1000);
  } catch (error) {
    if (error instanceof PostcodesRefused) return fail(error.message);
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      return fail(`There is no file ${path}.\n${usage}`);
    throw error;
  } finally {
    await client.end();
  }
}

function tellAll({ lines, loaded, ended, elsewhere, faults, unknown }: PostcodesLoaded, seconds: number) {
  const strange = [...unknown.values()].reduce((all, many) => all + many, 0);
  say(`${count(loaded, "postcode")} loaded, ${whole(Math.round(lines / Math.max(seconds, 0.001)))} lines a second.`);
  say(`Left out: ${whole(ended)} that have ended, ${whole(elsewhere)} outside England and Wales.`);
  if (faults > 0) say(`${whole(faults)} lines could not be read. The first ${MOST_FAULTS} are above.`);
  if (strange > 0) {
    const codes = [...unknown].map(([code, many]) => `${code} (${whole(many)})`).slice(0, 20);
    say(
      `${whole(strange)} name a council that we do not know: ${codes.join(", ")}${unknown.size > 20 ? ", and more" : ""}.`,
    );
  }
}

await load(process.argv.slice(2));
