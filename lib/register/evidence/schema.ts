import { z } from "zod";
import { choice, isoDay, line, optional } from "@/lib/core/values/text";
import { MOST_BYTES } from "./rules";

const kinds = [
  "governingDocument",
  "accounts",
  "budget",
  "insurance",
  "policy",
  "registration",
  "accreditation",
  "reference",
  "other",
] as const;
const readers = ["stewards", "buyers"] as const;
const unknown = "We could not find that.";

/** What somebody types about a file. */
const said = {
  title: line({ max: 120, label: "a title" }),
  kind: choice(kinds, { message: "Choose what kind of evidence it is" }),
  expiresOn: optional(isoDay({ label: "the day it runs out" })),
  readers: choice(readers, { message: "Choose who may see it" }),
};

export const SaidInput = z.object(said);

/** A file that is already stored, with what was typed about it. Only the upload sends this, never a form by itself. */
export const AddInput = z.object({
  ...said,
  /** A version of the file that this one renews. */
  renews: optional(z.guid(unknown)).default(null),
  fileName: line({ max: 200 }),
  mediaType: line({ max: 100 }),
  bytes: z.number().int().min(1).max(MOST_BYTES),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  storageKey: z.string().regex(/^[\w/.-]{65}$/),
  scan: z.enum(["notScanned", "clean", "failed"]),
});

export const OneInput = z.object({ evidenceId: z.guid(unknown) });
export const ScannedInput = OneInput.extend({ verdict: z.enum(["clean", "infected", "failed"]) });
export const RemindInput = z.object({
  id: z.guid(unknown),
  days: z.union([z.literal(60), z.literal(30), z.literal(7)]),
});

/** What the list of files is asked for, read from an address; what is not understood is left out. */
export const readListed = (asked: Record<string, unknown>) => {
  const page = Number(asked.page);
  return {
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    show: asked.show === "withdrawn" ? ("withdrawn" as const) : ("current" as const),
  };
};
export { kinds as evidenceKinds };
