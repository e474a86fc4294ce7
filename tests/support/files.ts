import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder whose path matches, in a stated order. */
export const filesIn = (folder: string, matching: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => matching.test(file))
    .toSorted();
