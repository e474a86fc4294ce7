import { z } from "zod";
import { choice, line, optional, text } from "@/lib/core/values/text";

export const MOST_ENTRIES = 100;

const id = z.guid("We could not find that.");
/** The search as its address says it. What is not understood in it is left out, as on the page. */
const query = text({ min: 0, max: 4000, label: "the search" });
const note = text({ min: 0, max: 2000, label: "the note" });

export const CreateInput = z.object({
  name: line({ max: 120, label: "a name", message: "Give the shortlist a name" }),
  query,
  serviceId: optional(id),
});

export const AddInput = z.object({
  shortlistId: z.guid("Choose a shortlist, or start a new one"),
  serviceId: id,
  query,
});

/** `before` is the note as it stood when the form was filled. */
export const NoteInput = z.object({ entryId: id, note, before: note });
export const DropInput = z.object({
  entryId: id,
  reason: text({ max: 1000, label: "a reason", message: "Say why this service is dropped" }),
});
export const RestoreInput = z.object({ entryId: id });
export const FreezeInput = z.object({ shortlistId: id });
export const ShareInput = z.object({
  shortlistId: id,
  organisationIds: z.preprocess(
    (raw) => [raw ?? []].flat().filter((one) => one !== ""),
    z
      .array(z.guid("Choose only from the authorities shown"))
      .min(1, "Choose at least one authority")
      .max(100, "Choose 100 authorities at the most"),
  ),
});
export const UnshareInput = z.object({ shortlistId: id, organisationId: id });

/** What a shortlist keeps of the search that it came from: its address, and what that meant in words at the time. */
export const KeptCriteria = z.object({ query: z.string(), said: z.array(z.string()) });
export type KeptCriteria = z.output<typeof KeptCriteria>;

/** What the record of an act says: the entry that it was about, and the authorities that it was shared with or taken from. */
export const ActDetail = z.object({
  entryId: z.guid().nullable().catch(null),
  to: z.array(z.guid()).max(100).catch([]),
  from: z
    .guid()
    .transform((one) => [one])
    .catch([]),
});

/** Which shortlists to list, as the address says it. Anything not understood is no filter. */
export const ListFilter = z.object({
  state: choice(["open", "frozen"]).optional().catch(undefined),
  /** Only those that other authorities share. */
  shared: choice(["yes"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
