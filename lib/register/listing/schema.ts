import { z } from "zod";
import { line, ticked, wholeNumber } from "@/lib/core/values/text";
import type { ListedRow } from "./columns";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const position = z.bigint().nonnegative();

/** A file that is about to be loaded: what it is called, and the SHA-256 of its bytes. */
export const OpenInput = z.object({ source: line({ max: 255 }), sha256: hash, isFiction: ticked() });

/** A stretch of the file, with where it begins and ends. Its rows were read by `columns.ts` and are not read again. */
export const StoreInput = z.object({
  loadId: z.guid(),
  from: position,
  to: position,
  lines: wholeNumber(),
  refused: wholeNumber(),
  rows: z.custom<ListedRow[]>((given) => Array.isArray(given)),
});

export const FinishInput = z.object({ loadId: z.guid() });
