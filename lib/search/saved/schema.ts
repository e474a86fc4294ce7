import { z } from "zod";
import { AlertPace } from "@/lib/core/prisma/enums";
import { choice, line, text } from "@/lib/core/values/text";

const id = z.guid("We could not find that.");
const name = line({ max: 120, label: "a name", message: "Give the search a name" });
const pace = choice(Object.values(AlertPace), { message: "Choose how often we tell you" });
/** What an address holds, or nothing where that cannot be a token; `token.ts` says whether it is one of ours. */
const token = z
  .string()
  .max(200)
  .transform((text) => (/^[\w-]{64}$/.test(text) ? text : ""));

export const SaveInput = z.object({
  name,
  pace,
  /** The search as its address says it. What is not understood in it is left out, as on the page. */
  query: text({ min: 0, max: 4000, label: "the search" }),
});
export const ChangeInput = z.object({ searchId: id, name, pace });
export const OneInput = z.object({ searchId: id });

export const StopInput = z.object({ token });
/** Taking back that alerts were stopped: the pace that there was. */
export const ResumeInput = z.object({ token, pace: choice(["daily", "weekly"]) });

/** What the clock found. `askedAt` is when it was last asked, as read before the search: whoever asked meanwhile goes first. */
export const FoundInput = z.object({
  searchId: id,
  askedAt: z.date().nullable(),
  /** Every service that answers; null when there are more than can be kept up with. */
  serviceIds: z.array(id).max(5_000).nullable(),
});

/** Which page of a list, as the address says it. */
export const ListPage = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });
