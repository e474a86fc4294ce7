import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { createInterface } from "node:readline";
import type pg from "pg";
import { newId } from "../../core/values/id";
import { columnsOf, readLine } from "./rules";

/** A file that is not one of postcodes, or a world without councils: told in one line. */
export class PostcodesRefused extends Error {}

export type Progress = { done: number; of: number; loaded: number };

/** What a load came to. `unknown` says how many postcodes named each council code that we do not know. */
export type PostcodesLoaded = {
  lines: number;
  loaded: number;
  ended: number;
  elsewhere: number;
  faults: number;
  unknown: Map<string, number>;
};

const BATCH = 5_000;

/**
 * Loads the postcodes of England and Wales from the ONS Postcode Directory or the National Statistics Postcode Lookup,
 * as a stream. A postcode that the file says has ended is taken away. Loading the same file twice changes nothing.
 * A write outside the door, as the load of the reference lists is: an operator brings the world's facts.
 */
export async function loadPostcodes(
  client: pg.ClientBase,
  path: string,
  { tell, fault }: { tell?: (progress: Progress) => void; fault?: (line: number, message: string) => void } = {},
): Promise<PostcodesLoaded> {
  const { size } = await stat(path);
  const councils = await councilsOf(client);
  const stream = createReadStream(path, { highWaterMark: 1 << 18 });
  const found: PostcodesLoaded = { lines: 0, loaded: 0, ended: 0, elsewhere: 0, faults: 0, unknown: new Map() };
  const living = new Map<string, string>();
  const ended = new Set<string>();
  let columns: ReturnType<typeof columnsOf> = null;
  let loadId: string | null = null;

  const store = async () => {
    await storeBatch(client, living, ended);
    living.clear();
    ended.clear();
    tell?.({ done: stream.bytesRead, of: size, loaded: found.loaded });
  };
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    found.lines += 1;
    if (!columns) {
      columns = columnsOf(line.slice(0, 10_000));
      if (!columns)
        throw new PostcodesRefused("This is not a postcode file: it has no columns pcds, oslaua, doterm and ctry.");
      loadId = await begin(client, basename(path));
      continue;
    }
    if (line === "") continue;
    const read = readLine(line, columns);
    if (read.kind === "elsewhere") found.elsewhere += 1;
    else if (read.kind === "fault") {
      found.faults += 1;
      fault?.(found.lines, read.message);
    } else if (read.kind === "ended") {
      found.ended += 1;
      ended.add(read.postcode);
    } else {
      const code = councils.get(read.gss);
      if (code) {
        living.set(read.postcode, code);
        found.loaded += 1;
      } else found.unknown.set(read.gss, (found.unknown.get(read.gss) ?? 0) + 1);
    }
    if (living.size + ended.size >= BATCH) await store();
  }
  if (!loadId) throw new PostcodesRefused("This file is empty.");
  await store();
  const refused = found.faults + [...found.unknown.values()].reduce((all, many) => all + many, 0);
  await client.query(`update "PostcodeLoad" set "loaded" = $2, "refused" = $3, "finishedAt" = now() where "id" = $1`, [
    loadId,
    found.loaded,
    refused,
  ]);
  return found;
}

async function councilsOf(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ gss: string; code: string }>(
    `select "detail"->>'gss' as gss, "code" from "ReferenceItem" where "list" = 'localAuthority' and "validTo" is null`,
  );
  if (rows.length === 0)
    throw new PostcodesRefused("There are no councils yet. Start Throughcare once, then load again.");
  return new Map(rows.map(({ gss, code }) => [gss, code]));
}

async function begin(client: pg.ClientBase, source: string): Promise<string> {
  const id = newId();
  await client.query(`insert into "PostcodeLoad" ("id", "source", "startedAt") values ($1, $2, now())`, [
    id,
    source.slice(0, 200),
  ]);
  return id;
}

async function storeBatch(client: pg.ClientBase, living: ReadonlyMap<string, string>, ended: ReadonlySet<string>) {
  if (ended.size > 0) await client.query(`delete from "Postcode" where "postcode" = any($1::text[])`, [[...ended]]);
  if (living.size > 0)
    await client.query(
      `insert into "Postcode" ("postcode", "placeCode") select * from unnest($1::text[], $2::text[])
       on conflict ("postcode") do update set "placeCode" = excluded."placeCode"
       where "Postcode"."placeCode" is distinct from excluded."placeCode"`,
      [[...living.keys()], [...living.values()]],
    );
}
