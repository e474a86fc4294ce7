import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { db } from "@/lib/core/db";
import { whole } from "@/lib/core/values/format";
import { loadFile } from "@/lib/register/listing/load";
import { batches, inspect } from "@/lib/register/listing/reading";
import type { Found } from "../tools/figures";
import type { Chance } from "../tools/random";
import type { Context } from "./context";

const ORGANISATIONS = 50_000;
/** One row in so many cannot be read, as in a real extract. */
const WRONG_EVERY = 1_000;
const WRONG = Math.floor(ORGANISATIONS / WRONG_EVERY);

/** How fast an extract of a public register is validated and stored, and what memory it takes. */
export async function importing({ options: { rounds }, chance, say }: Context): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), "throughcare-import-"));
  const wrong: string[] = [];
  const validated: number[] = [];
  const stored: number[] = [];
  const grown: number[] = [];
  const floor: number[] = [];
  const notes: string[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const path = await writeExtract(join(folder, `${round}.csv`), chance, round);
      const again = await writeExtract(join(folder, `${round}-again.csv`), chance, round + 0.5);
      floor.push(await rate(() => hash(path)));
      const read = await rate(() => validate(path, wrong));
      const kept = await rate(() => store(path, wrong));
      validated.push(read);
      stored.push(kept);
      // Apart from what is timed, because letting go of all that can be let go takes time.
      const before = memory();
      let most = before;
      await store(again, wrong, () => {
        most = Math.max(most, memory());
      });
      grown.push(most - before);
      say(
        `     round ${round} of ${rounds}: ${whole(Math.round(read))} rows/s validated, ${whole(Math.round(kept))} rows/s stored`,
      );
      notes.push(
        `round ${round}: ${whole(ORGANISATIONS)} organisations, ${Math.round(statSync(path).size / 2 ** 20)} MB; memory ${before.toFixed(1)} MB before, ${most.toFixed(1)} MB at the most, ${memory().toFixed(1)} MB after`,
      );
    }
    const held = await db.listedOrganisation.count();
    if (held !== ORGANISATIONS - WRONG) wrong.push(`${held} organisations are held`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const phase = "import";
  const beside = { what: "the bytes only hashed", rounds: floor };
  return {
    figures: [
      {
        phase,
        what: "rows validated",
        measure: "per s",
        rounds: validated,
        floor: beside,
        target: { of: "value", atLeast: 20_000 },
      },
      { phase, what: "rows validated and stored", measure: "per s", rounds: stored, floor: beside },
      { phase, what: "memory that it took", measure: "MB", rounds: grown, target: { of: "value", atMost: 32 } },
    ],
    wrong,
    notes,
  };
}

async function store(path: string, wrong: string[], tell?: () => void) {
  const { loaded, refused } = await loadFile(path, { tell });
  if (loaded !== ORGANISATIONS - WRONG || refused !== WRONG) wrong.push(`${loaded} were loaded and ${refused} refused`);
}

/** Rows a second of work over all of them. */
async function rate(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return ORGANISATIONS / ((performance.now() - from) / 1000);
}

async function validate(path: string, wrong: string[]) {
  const extract = await inspect(path);
  let read = 0;
  for await (const { rows } of batches(
    extract,
    createReadStream(path, { start: extract.position, highWaterMark: 1 << 20 }),
    extract,
    2_000,
  ))
    read += rows.length;
  if (read !== ORGANISATIONS - WRONG) wrong.push(`${read} of ${ORGANISATIONS} rows were validated`);
}

async function hash(path: string) {
  const digest = createHash("sha256");
  for await (const chunk of createReadStream(path)) digest.update(chunk);
  return digest.digest("hex");
}

setFlagsFromString("--expose-gc");
const letGo: unknown = runInNewContext("gc");

/** Megabytes that live on once all that can be let go is let go. */
function memory(): number {
  if (typeof letGo === "function") letGo();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/** An extract of the register of charities, each round with other names, so that each round has something to store. */
async function writeExtract(path: string, chance: Chance, round: number): Promise<string> {
  const out = createWriteStream(path);
  out.write(`${columns.join(",")}\r\n`);
  for (let at = 0; at < ORGANISATIONS; at += 1) {
    const number = at % WRONG_EVERY === WRONG_EVERY - 1 ? "none" : String(9_000_000 + at);
    const row = [
      number,
      "0",
      `The ${chance.pick(words)} ${chance.pick(words)} Trust ${at} ${round}`,
      chance.often(0.9) ? "Registered" : "Removed",
      `${chance.whole(1961, 2025)}-0${chance.whole(1, 9)}-1${chance.whole(0, 9)}`,
      `${chance.whole(0, 5_000_000)}`,
      "2026-03-31",
      `"${chance.whole(1, 99)} ${chance.pick(words)} Road, ""${chance.pick(words)} House"""`,
      chance.pick(words),
      "ZZ1 1ZZ",
      `hello@charity${at}.example`,
      `"${Array.from({ length: 30 }, () => chance.pick(words)).join(" ")},\n${chance.pick(words)}"`,
    ];
    if (!out.write(`${row.join(",")}\r\n`)) await new Promise<void>((resolve) => out.once("drain", () => resolve()));
  }
  await new Promise<void>((resolve, reject) => out.once("error", reject).end(() => resolve()));
  return path;
}

const columns = [
  ...["registered_charity_number", "linked_charity_number", "charity_name", "charity_registration_status"],
  ...["date_of_registration", "latest_income", "latest_acc_fin_period_end_date", "charity_contact_address1"],
  ...["charity_contact_address2", "charity_contact_postcode", "charity_contact_email", "charity_activities"],
];
const words = [
  "Lantern",
  "Harbour",
  "Weir",
  "Copper",
  "Étoile",
  "Thorn",
  "Marl",
  "Saxby",
  "Ormside",
  "Ferry",
  "Gate",
  "Moor",
];
