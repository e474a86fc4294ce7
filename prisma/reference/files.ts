import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ReferenceList } from "../../lib/core/prisma/enums";
import { placeKinds, type ReferenceRow } from "../../lib/reference/details";
import { snapshot } from "../../lib/reference/snapshot";

const folder = dirname(fileURLToPath(import.meta.url));

const file = z.strictObject({
  list: z.enum(ReferenceList),
  /** Entries of NOTICE that the facts come from. */
  notice: z.array(z.string()).min(1),
  /** The first day of every row that gives none of its own. */
  validFrom: z.iso.date(),
  note: z.string(),
  rows: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Za-z0-9._-]+$/),
      name: z.string().min(1),
      parent: z.string().optional(),
      detail: z.record(z.string(), z.json()).default({}),
      validFrom: z.iso.date().optional(),
      validTo: z.iso.date().optional(),
    }),
  ),
});

export type ReferenceFile = z.output<typeof file>;

/** The reference files of this folder, as written. */
export const readFiles = (from = folder): ReferenceFile[] =>
  readdirSync(from)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => file.parse(JSON.parse(readFileSync(join(from, name), "utf8"))));

/** A file that contradicts itself or another. */
export class ReferenceRefused extends Error {}

/** The rows that the files ask for. A file that the product could not read is a fault here, before it reaches a database. */
export function rowsOf(files: readonly ReferenceFile[]): ReferenceRow[] {
  const rows = files.flatMap(({ list, validFrom, rows }) =>
    rows.map((row, at) => ({
      list,
      code: row.code,
      name: row.name,
      parentCode: row.parent ?? null,
      detail: row.detail,
      order: at + 1,
      validFrom: row.validFrom ?? validFrom,
      validTo: row.validTo ?? null,
    })),
  );
  const fault = faultIn(rows);
  if (fault) throw new ReferenceRefused(fault);
  snapshot(rows, "2026-01-01");
  return rows;
}

const places: readonly string[] = placeKinds;

/** What the database could not hold, or could hold and nobody could read. */
function faultIn(rows: readonly ReferenceRow[]): string | undefined {
  const absent = Object.values(ReferenceList).find((list) => !rows.some((row) => row.list === list));
  if (absent) return `No file gives the list ${absent}.`;
  const codes = new Set(rows.map((row) => row.code));
  const seen = new Map<string, ReferenceRow>();
  for (const row of rows.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))) {
    const isPlace = places.includes(row.list);
    const key = isPlace ? `place ${row.code}` : `${row.list} ${row.code}`;
    const before = seen.get(key);
    if (row.validTo !== null && row.validTo < row.validFrom) return `${key} ends before it begins.`;
    if (before && (before.list !== row.list || before.validTo === null || before.validTo >= row.validFrom))
      return `${key} is given twice for one day.`;
    if (row.parentCode && row.list !== "cpv" && !codes.has(row.parentCode))
      return `${key} has a parent that is nowhere.`;
    seen.set(key, row);
  }
  return undefined;
}
