import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ReferenceList } from "../../lib/core/prisma/enums";
import type { ReferenceRow } from "../../lib/reference/details";
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
  snapshot(rows, "2026-01-01");
  return rows;
}
