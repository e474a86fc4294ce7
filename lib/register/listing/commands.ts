import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { isDemo } from "@/lib/core/process/mode";
import { newId } from "@/lib/core/values/id";
import { mayLoad } from "./policy";
import { FinishInput, OpenInput, StoreInput } from "./schema";
import { loadWords } from "./words";

/** Where a load stands: what it has read so far, and the byte and line from which it goes on. */
export type Standing = {
  id: string;
  position: bigint;
  lines: number;
  loaded: number;
  refused: number;
  /** The same file was wholly loaded, and nothing else since. */
  isDone: boolean;
};

const standing = { id: true, position: true, lines: true, loaded: true, refused: true } as const;

/**
 * Begins to load an extract, or goes on with one of the very same bytes that was cut off. A file that was the last one to
 * be wholly loaded is done already. Refuses the invented extract in live mode.
 */
export const openLoad = command({
  event: "listing.open",
  input: OpenInput,
  load: async ({ tx }, { sha256 }) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('throughcare.listing'))::text`;
    const last = await tx.organisationLoad.findFirst({
      orderBy: [{ startedAt: "desc" }, { id: "desc" }],
      select: { sha256: true, finishedAt: true, ...standing },
    });
    const open = await tx.organisationLoad.findFirst({
      where: { sha256, finishedAt: null },
      orderBy: [{ startedAt: "desc" }, { id: "desc" }],
      select: standing,
    });
    return { done: last?.sha256 === sha256 && last.finishedAt ? last : null, open };
  },
  allow: mayLoad,
  run: async ({ tx, now }, { done, open }, { source, sha256, isFiction }) => {
    if (isFiction && !isDemo()) refuse("conflict", loadWords.fictionInLive);
    const found = done ?? open;
    if (found) {
      const { id, position, lines, loaded, refused } = found;
      const value: Standing = { id, position, lines, loaded, refused, isDone: done !== null };
      return { value, id, detail: { sha256, at: String(position), done: done !== null } };
    }
    const id = newId(now.getTime());
    await tx.organisationLoad.create({ data: { id, source, sha256, isFiction, startedAt: now }, select: { id: true } });
    const value: Standing = { id, position: 0n, lines: 0, loaded: 0, refused: 0, isDone: false };
    return { value, id, detail: { sha256, at: "0", done: false } };
  },
});

/**
 * Stores the rows of one stretch of a file and remembers how far the load has come, both or neither. A row that says
 * nothing new is left alone. Refuses a stretch that does not begin where the last one ended: somebody else loads it too.
 */
export const storeBatch = command({
  event: "listing.store",
  input: StoreInput,
  load: async ({ tx }, { loadId }) => {
    const [row] = await tx.$queryRaw<{ position: bigint; finishedAt: Date | null }[]>`
      select "position", "finishedAt" from "OrganisationLoad" where "id" = ${loadId}::uuid for update`;
    return row ?? null;
  },
  allow: mayLoad,
  run: async ({ tx }, { position, finishedAt }, { loadId, from, to, lines, refused, rows }) => {
    if (finishedAt || position !== from) refuse("conflict", loadWords.elsewhere);
    // A number that comes twice in one statement would stop it; the later row is the one that counts.
    const last = new Map(rows.map((row) => [`${row.scheme} ${row.value}`, row]));
    const stored = await tx.$executeRaw`
      insert into "ListedOrganisation" as held ("scheme", "value", "name", "status", "isActive", "registeredOn", "removedOn",
             "address", "postcode", "website", "email", "activities", "incomePence", "incomeYear", "loadId")
      select r.*, ${loadId}::uuid from json_to_recordset(${JSON.stringify([...last.values()])}::json)
             as r("scheme" text, "value" text, "name" text, "status" text, "isActive" boolean, "registeredOn" date,
                  "removedOn" date, "address" text, "postcode" text, "website" text, "email" text, "activities" text,
                  "incomePence" bigint, "incomeYear" int)
      on conflict ("scheme", "value") do update set
        ("name", "status", "isActive", "registeredOn", "removedOn", "address", "postcode", "website", "email",
         "activities", "incomePence", "incomeYear", "loadId") =
        (excluded."name", excluded."status", excluded."isActive", excluded."registeredOn", excluded."removedOn",
         excluded."address", excluded."postcode", excluded."website", excluded."email", excluded."activities",
         excluded."incomePence", excluded."incomeYear", excluded."loadId")
      where (held."name", held."status", held."isActive", held."registeredOn", held."removedOn", held."address",
             held."postcode", held."website", held."email", held."activities", held."incomePence", held."incomeYear")
        is distinct from
            (excluded."name", excluded."status", excluded."isActive", excluded."registeredOn", excluded."removedOn",
             excluded."address", excluded."postcode", excluded."website", excluded."email", excluded."activities",
             excluded."incomePence", excluded."incomeYear")`;
    await tx.organisationLoad.updateMany({
      where: { id: loadId },
      data: { position: to, lines, loaded: { increment: rows.length }, refused: { increment: refused } },
    });
    return { value: { stored }, id: loadId, detail: { to: String(to), lines, stored, refused } };
  },
});

/** Says that a file has been read to its end. */
export const finishLoad = command({
  event: "listing.finish",
  input: FinishInput,
  load: ({ tx }, { loadId }) =>
    tx.organisationLoad.findFirst({ where: { id: loadId, finishedAt: null }, select: standing }),
  allow: mayLoad,
  run: async ({ tx, now }, { id, lines, loaded, refused }) => {
    await tx.organisationLoad.updateMany({ where: { id, finishedAt: null }, data: { finishedAt: now } });
    return { value: { lines, loaded, refused }, id, detail: { lines, loaded, refused } };
  },
});
