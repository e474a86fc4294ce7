import { z } from "zod";
import { choice, line } from "@/lib/core/values/text";

/** Filters of the public register, as they stand in the address. Anything not understood is no filter. */
export const DirectoryFilter = z.object({
  show: choice(["services", "organisations"]).catch("services"),
  q: line({ min: 0, max: 100 }).catch(""),
  place: line({ min: 0, max: 100 }).catch(""),
  category: line({ min: 0, max: 60 }).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DirectoryFilter = z.output<typeof DirectoryFilter>;
